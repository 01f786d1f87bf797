"""Several vaults under the paths of one run: each by itself, told of from the folder they share."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk
from support.short_notes import LIGATURE


@pytest.fixture
def house(folder: VaultOnDisk) -> VaultOnDisk:
    """A folder with two vaults, the second of which has a third one in it."""
    for vault in ("one", "two", "two/in/three"):
        (folder.root / vault / ".obsidian").mkdir(parents=True)
    folder.put("one/a.md", "[[b]]\n" + LIGATURE)
    folder.put("two/b.md", "[[a]] [[c]]\n" + LIGATURE)
    folder.put("two/in/three/c.md", "[[b]]\n" + LIGATURE)
    folder.put("two/notelint.yaml", "ignore: [ligature]\n")
    return folder


def found(vault: VaultOnDisk, *arguments: str) -> set[tuple[str, str]]:
    ran = vault.json(*arguments)
    return {(d["path"], d["name"]) for d in ran.report["diagnostics"]}


ONE = {("one/a.md", "unresolved-link"), ("one/a.md", "ligature")}
TWO = {("two/b.md", "unresolved-link")}
THREE = {("two/in/three/c.md", "unresolved-link")}


def test_from_above_each_vault_is_checked_by_itself(house: VaultOnDisk) -> None:
    ran = house.json()
    assert found(house) == ONE | TWO | THREE
    assert (ran.report["vault"], ran.report["summary"]["files"]) == (str(house.root), 3)


def test_no_vault_sees_another_one(house: VaultOnDisk) -> None:
    messages = {d["message"] for d in house.json().report["diagnostics"]}
    assert {m for m in messages if "of the vault" in m} == {
        f"no file of the vault is called `{name}`" for name in "abc"
    }


def test_paths_are_told_from_the_folder_that_the_vaults_share(house: VaultOnDisk) -> None:
    house.put("far/x/.obsidian/app.json", "{}")
    house.monkeypatch.chdir(house.root.parent)
    ran = house.json("vault/two")
    assert ran.report["vault"] == str(house.root / "two")
    assert found(house, "vault/two") == {
        ("b.md", "unresolved-link"),
        ("in/three/c.md", "unresolved-link"),
    }
    assert found(house, "vault/two/in") == {("c.md", "unresolved-link")}


def test_loose_notes_above_are_a_vault_too(house: VaultOnDisk) -> None:
    house.put("README.md", LIGATURE)
    assert found(house) == {("README.md", "ligature")} | ONE | TWO | THREE


def test_a_configuration_above_holds_where_a_vault_has_none(house: VaultOnDisk) -> None:
    house.put("notelint.yaml", "ignore: [unresolved-link]\n")
    assert found(house) == {("one/a.md", "ligature")} | TWO | THREE


def test_each_vault_is_mended_and_undone_by_itself(house: VaultOnDisk) -> None:
    house.run("--fix")
    assert house.text("one/a.md") == "[[b]]\nA finite set.\n"
    assert house.text("two/b.md").endswith(LIGATURE)
    house.monkeypatch.chdir(house.root / "one")
    assert house.run("undo").code == 0
    assert house.text("one/a.md").endswith(LIGATURE)


def test_files_are_shown_from_the_same_folder(house: VaultOnDisk) -> None:
    assert house.run("--show-files").out.splitlines() == [
        "one/a.md",
        "two/b.md",
        "two/in/three/c.md",
    ]


def test_sources_counts_one_vault_and_says_which_it_left_out(house: VaultOnDisk) -> None:
    ran = house.run("sources", "two")
    assert ran.err == "notelint: in/three is a vault of its own; it was not counted\n"


def test_an_empty_folder_is_told_of_and_no_failure(folder: VaultOnDisk) -> None:
    ran = folder.json()
    assert (ran.code, ran.err) == (0, "notelint: no note under this folder; nothing was checked\n")
    assert ran.report["vault"] == str(folder.root)


def test_a_folder_that_is_gone_is_told_of_with_what_to_do(folder: VaultOnDisk) -> None:
    gone = folder.root / "gone"
    gone.mkdir()
    note = folder.put("a.md", LIGATURE)
    folder.monkeypatch.chdir(gone)
    gone.rmdir()
    assert "the current folder is gone; go to another one with `cd`" in folder.refusal()
    assert folder.run(str(note)).code == 1
    folder.monkeypatch.chdir(Path("/"))
