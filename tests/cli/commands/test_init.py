"""``notelint init``: what it writes, what it leaves alone, and what comes of it."""

from __future__ import annotations

import json
import os
import subprocess

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.on_disk import VaultOnDisk
from support.short_notes import GOOD, SPACED

NAME = "notelint.yaml"
HOOKS = ".pre-commit-config.yaml"


def planned(vault: VaultOnDisk, notes: int = 30) -> None:
    """A vault whose notes link to notes that are still to be written, and to one misspelt."""
    vault.put("Cell wall.md", "A wall.\n")
    for number in range(notes):
        vault.put(f"terms/{number}.md", f"See [[Plan {number}]] and [[Cell-wall]].\n")


def test_what_is_noise_is_said_no_more_and_what_is_wrong_is(vault: VaultOnDisk) -> None:
    planned(vault)
    before = vault.json().names
    ran = vault.run("init")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(f"{NAME}: written.\n")
    assert len(before) == 60
    report = vault.json().report["diagnostics"]
    assert [item["message"] for item in report] == [
        "no file of the vault is called `Cell-wall`; did you mean `Cell wall`?"
    ] * 30


def test_a_vault_in_another_language_extends_its_preset(vault: VaultOnDisk) -> None:
    for number in range(6):
        vault.put(f"{number}.md", "## Synthese\n- So.\n## Quelle[^1]\n- a\n\n[^1]: ein Buch\n")
    vault.run("init")
    assert vault.json().names == []
    written = yaml.safe_load(vault.text(NAME))
    assert written["extends"] == "german"
    assert written["kinds"]["begriff"]["sections"] == [
        {"heading": "Synthese", "count": "1", "role": "synthesis"},
        {"heading": "Quelle[^n]", "count": "1+"},
        {"heading": "Belege", "count": "0-1", "last": True, "role": "references"},
    ]


def test_a_vault_that_has_its_own_way_is_clean_afterwards(vault: VaultOnDisk) -> None:
    for number in range(12):
        vault.put(f"{number}.md", SPACED)
    vault.run("init")
    assert vault.json().names == []
    assert "style: spaced  # 12 of 12 Source headings have a blank" in vault.text(NAME)


def test_what_a_vault_cites_is_found_in_its_notes(vault: VaultOnDisk) -> None:
    note = (
        "## Synthesis\n- Mine.\n## Source[^1]\n- n. A wall.\n- row vb. To pull.\n## References\n\n"
        "[^1]: [[{} (book)]]\n"
    )
    for number, title in enumerate(["Rowing", "Sailing", "Diving"] * 3):
        vault.put(f"terms/{number}.md", note.format(f"Glossary of {title}"))
        vault.put(f"Glossary of {title} (book).md", "")
    vault.run("init")
    told = yaml.safe_load(vault.text(NAME))
    assert told["home-pages"] == ["* (book)"]
    assert told["dictionaries"][0] == {
        "match": "*Glossary of Diving*", "parts-of-speech": ["n.", "vb."],
    }  # fmt: skip
    assert vault.json().names == []


@pytest.mark.parametrize("notes", [0, 1])
def test_a_vault_that_says_nothing_has_a_small_file(vault: VaultOnDisk, notes: int) -> None:
    if notes:
        vault.put("a.md", "A wall.\n")
    assert vault.run("init").code == 0
    text = vault.text(NAME)
    assert yaml.safe_load(text) == {"extends": "dictionary"}
    assert f"{notes} note{'s' * (notes != 1)}: {notes} of none" in text


@pytest.mark.parametrize("name", [NAME, ".notelint.yaml", "pyproject.toml"])
def test_a_configuration_is_never_overwritten(vault: VaultOnDisk, name: str) -> None:
    vault.put(name, "[tool.notelint]\n" if name.endswith("toml") else "ignore: [ligature]\n")
    before = vault.text(name)
    told = vault.refusal("init")
    assert f"{name} is there already" in told
    assert vault.text(name) == before
    assert sorted(os.listdir(vault.root)) == sorted({".obsidian", name})


def test_a_configuration_around_the_vault_is_told_of(folder: VaultOnDisk) -> None:
    folder.put("notelint.yaml", "ignore: [ligature]\n")
    folder.put("vault/.obsidian/app.json", "{}")
    assert "counts no more where the vault has its own" in folder.run("init", "vault").err
    assert (folder.root / "vault" / NAME).exists()


def test_a_dry_run_shows_all_and_writes_nothing(vault: VaultOnDisk) -> None:
    planned(vault)
    shown = vault.run("init", "--dry-run")
    assert shown.code == 0
    assert not (vault.root / NAME).exists()
    vault.run("init")
    assert vault.text(NAME) == shown.out
    assert vault.run("init", "--dry-run").out == shown.out


def test_it_looks_at_the_vault_around_a_folder(vault: VaultOnDisk) -> None:
    planned(vault)
    assert vault.run("init", "terms").code == 0
    assert "31 notes" in vault.text(NAME)


def test_a_folder_above_vaults_is_none(folder: VaultOnDisk) -> None:
    folder.put("a/.obsidian/app.json", "{}")
    folder.put("a/b.md", GOOD)
    assert "name one of them" in folder.refusal("init")


def test_a_folder_that_is_not_there_is_told(vault: VaultOnDisk) -> None:
    assert "no such file or folder" in vault.refusal("init", "gone")


@pytest.mark.parametrize("processes", ["1", "2"])
def test_many_processes_write_the_same(vault: VaultOnDisk, processes: str) -> None:
    planned(vault, 200)
    assert vault.run("init", "-j", processes).code == 0
    assert "400 findings" in vault.text(NAME)


def test_what_other_linters_say_is_taken_with_its_source(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD)
    vault.put("Clippings/b.md", "[[c]]\n")
    vault.put(".markdownlint-cli2.jsonc", json.dumps({"ignores": ["Clippings/**"]}))
    vault.put(".rumdl.toml", "[broken")
    ran = vault.run("init")
    assert ".rumdl.toml: not read" in ran.err
    assert yaml.safe_load(vault.text(NAME))["exclude"] == ["Clippings/**"]
    assert "left out by .markdownlint-cli2.jsonc" in vault.text(NAME)


def git(vault: VaultOnDisk) -> None:
    subprocess.run(["git", "init", "--quiet", str(vault.root)], check=True)


def test_the_hook_needs_a_repository(vault: VaultOnDisk) -> None:
    assert "git repository" in vault.refusal("init", "--pre-commit")
    assert not (vault.root / NAME).exists()


def test_the_hook_is_added_beside_the_configuration(vault: VaultOnDisk) -> None:
    git(vault)
    vault.put(HOOKS, "# mine\nrepos: []\n")
    ran = vault.run("init", "--pre-commit")
    assert ran.code == 0
    assert (vault.root / NAME).exists()
    assert vault.text(HOOKS).startswith("# mine\nrepos:\n  - repo: local\n")
    again = vault.run("init", "--pre-commit")
    assert (again.code, "has the hook already" in again.out) == (0, True)
    assert "left alone" in again.err


def test_the_hook_starts_a_file_where_there_is_none(vault: VaultOnDisk) -> None:
    git(vault)
    vault.run("init", "--pre-commit")
    hooks = yaml.safe_load(vault.text(HOOKS))["repos"][0]["hooks"]
    assert hooks[0]["entry"] == "notelint check --force-exclude"


def test_a_dry_run_shows_the_hook_as_a_diff(vault: VaultOnDisk) -> None:
    git(vault)
    vault.put(HOOKS, "repos:\n- repo: local\n  hooks: [{id: a}]\n")
    ran = vault.run("init", "--pre-commit", "--dry-run")
    assert "extends: dictionary" in ran.out
    assert "+- repo: local\n+  hooks:\n" in ran.out
    assert "notelint" not in vault.text(HOOKS)


@pytest.mark.parametrize("content", [b"- a\n", b"a: \xff\n", b"{repos: [{repo: local}]}\n"])
def test_hooks_that_cannot_take_it_are_left_alone(vault: VaultOnDisk, content: bytes) -> None:
    git(vault)
    vault.put(NAME, "{}\n")
    path = vault.put(HOOKS, content)
    assert vault.run("init", "--pre-commit").code == 2
    assert path.read_bytes() == content


def test_the_mark_of_the_bytes_stays(vault: VaultOnDisk) -> None:
    git(vault)
    path = vault.put(HOOKS, b"\xef\xbb\xbfrepos: []\r\n")
    vault.run("init", "--pre-commit")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfrepos:\r\n")


PIECES = st.sampled_from(
    ["## Synthesis\n", "## Source [^1]\n", "## Source[^2]\n", "- n. A wall.\n", "## References\n",
     "\n[^1]: [[(Home Page) A Dictionary of Rowing]]\n", "[[Plan * ?]]\n", "![[a.png]]\n",
     "---\na: [\n---\n", "## a: # [x] \\\n", "[[2024-W01]]", "ﬁ", "{{title}}\n", "\x00\ud7ff\n",
     "## 家\n", "[x](y/z.md)\n"]
)  # fmt: skip
NAMES = st.sampled_from(["a", "b [1]", "家", "c/d", "# e", "T/ f", "x'\"", "y\u2028", "!z"])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(NAMES, st.lists(PIECES, max_size=6).map("".join), max_size=5))
def test_whatever_the_vault_what_is_written_loads(
    vault: VaultOnDisk, notes: dict[str, str]
) -> None:
    for path in vault.root.rglob("*.md"):
        path.unlink()
    (vault.root / NAME).unlink(missing_ok=True)
    for name, text in notes.items():
        for number in range(12):
            vault.put(f"{name}{number}.md", text)
    shown = vault.run("init", "--dry-run").out
    assert vault.run("init").code == 0
    assert vault.text(NAME) == shown
    ran = vault.json()
    assert ran.code in (0, 1)
    assert "notelint.yaml" not in ran.err
