"""Paths as the disk lists them: where it takes two spellings for one name, notelint does, too."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from support.folding import fold_names
from support.on_disk import VaultOnDisk

from notelint.disk import ListedNames

CAFE = "Café"
DECOMPOSED = unicodedata.normalize("NFD", CAFE)  # as macOS may have it
LIGATURE = "A ﬁnite set.\n"


@pytest.fixture
def vault_there(vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch) -> VaultOnDisk:
    """A vault on a disk that folds names."""
    vault.put("Terms/Wall.md", LIGATURE)
    vault.put(f"{DECOMPOSED}/{DECOMPOSED}.md", LIGATURE)
    fold_names(vault.root, monkeypatch)
    return vault


@pytest.mark.parametrize(
    ("named", "listed"),
    [
        ("Terms/Wall.md", "Terms/Wall.md"),
        ("terms/wall.md", "Terms/Wall.md"),
        ("TERMS/WALL.MD", "Terms/Wall.md"),
        ("terms", "Terms/Wall.md"),
        (f"{CAFE}/{CAFE}.md", f"{DECOMPOSED}/{DECOMPOSED}.md"),
        (CAFE, f"{DECOMPOSED}/{DECOMPOSED}.md"),
        (f"./{CAFE.upper()}", f"{DECOMPOSED}/{DECOMPOSED}.md"),
    ],
)
def test_a_path_may_be_written_as_the_disk_takes_it(
    vault_there: VaultOnDisk, named: str, listed: str
) -> None:
    ran = vault_there.run("--show-files", named)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [listed]
    assert vault_there.json(named).names == ["ligature"]


def test_a_note_is_mended_and_taken_back_whatever_it_was_called(vault_there: VaultOnDisk) -> None:
    assert vault_there.run("--fix", "terms/wall.md").code == 0
    assert vault_there.text("Terms/Wall.md") == "A finite set.\n"
    assert vault_there.run("undo").code == 0
    assert vault_there.text("Terms/Wall.md") == LIGATURE


def test_a_link_is_resolved_in_it(vault_there: VaultOnDisk) -> None:
    assert vault_there.run("resolve", "terms/wall.md", CAFE).code == 0


def test_a_note_of_standard_input_is_the_one_that_is_there(vault_there: VaultOnDisk) -> None:
    ran = vault_there.json("--stdin-filename", "terms/wall.md", "-", stdin=LIGATURE.encode())
    assert [(item["path"], item["name"]) for item in ran.report["diagnostics"]] == [
        ("Terms/Wall.md", "ligature")
    ]


def test_two_names_of_two_files_stay_two(tmp_path: Path) -> None:
    for name in ("a.md", "A.md"):
        (tmp_path / name).write_text(name)
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this disk takes both for one")
    assert ListedNames(tmp_path, ["A.md"]).of("a.md") == "a.md"
    assert ListedNames(tmp_path, ["A.md"]).of("gone.md") == "gone.md"
    assert ListedNames(tmp_path, ["A.md"]).of("") == ""
