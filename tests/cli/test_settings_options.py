"""What the options of a check say about notes and rules."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk
from support.short_notes import GOOD, LIGATURE, SPACED

NOTES = ("Templates/t.md", "a.md", "b.md", "x/Templates/u.md")


@pytest.fixture
def notes(vault: VaultOnDisk) -> VaultOnDisk:
    for name in NOTES:
        vault.put(name, LIGATURE)
    return vault


def checked(vault: VaultOnDisk, *arguments: str) -> list[str]:
    return [d["path"] for d in vault.json(*arguments).report["diagnostics"]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], NOTES),
        (["--exclude", "Templates/"], ("a.md", "b.md")),
        (["--exclude", "/Templates/, b.md"], ("a.md", "x/Templates/u.md")),
        (["--exclude", "/Templates/", "--exclude", "b.md"], ("a.md", "x/Templates/u.md")),
        (["--exclude", "*.md,!b.md"], ("b.md",)),
        (["--exclude", "Templates/", "Templates"], ("Templates/t.md",)),
        (["--exclude", "Templates/,t.md", "Templates"], ()),
        (["--exclude", "Templates/", "Templates/t.md", "x"], ("Templates/t.md",)),
        (["--exclude", "Templates/", "--force-exclude", "Templates/t.md", "a.md"], ("a.md",)),
        (["--exclude", "Templates/", "--force-exclude", "Templates", "b.md"], ("b.md",)),
    ],
)
def test_what_is_left_out_is_not_checked_unless_it_is_named(
    notes: VaultOnDisk, arguments: list[str], expected: tuple[str, ...]
) -> None:
    assert checked(notes, *arguments) == list(expected)


def test_patterns_of_the_command_line_are_added_to_those_of_the_configuration(
    notes: VaultOnDisk,
) -> None:
    notes.put("notelint.yaml", 'exclude: ["Templates/"]\n')
    assert checked(notes) == ["a.md", "b.md"]
    assert checked(notes, "--exclude", "b.md") == ["a.md"]
    assert checked(notes, "--exclude", "!/Templates/") == ["Templates/t.md", "a.md", "b.md"]
    assert checked(notes, "--isolated") == list(NOTES)


def test_what_is_left_out_is_still_a_link_target(vault: VaultOnDisk) -> None:
    vault.put("Templates/t.md", LIGATURE)
    vault.put("a.md", "[[t]]\n")
    assert vault.json("--exclude", "Templates/").names == []


def test_a_hook_whose_notes_are_all_left_out_passes(notes: VaultOnDisk) -> None:
    ran = notes.json("--exclude", "Templates/", "--force-exclude", "Templates/t.md")
    assert (ran.code, ran.report["summary"]["files"]) == (0, 0)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["a.md:NL403"], ["Templates/t.md", "b.md", "x/Templates/u.md"]),
        (["Templates/:ligature,NL2", "/b.md:NL4"], ["a.md"]),
        (["Templates/:ligature,b.md:NL4"], ["a.md"]),
        (["Templates/:NL201,NL4"], ["a.md", "b.md"]),
        (["*.md:ALL"], []),
    ],
)
def test_rules_are_ignored_note_by_note(
    notes: VaultOnDisk, options: list[str], expected: list[str]
) -> None:
    arguments = [part for option in options for part in ("--per-file-ignores", option)]
    assert checked(notes, *arguments) == expected


def test_ignores_of_the_command_line_are_added_to_those_of_the_configuration(
    vault: VaultOnDisk,
) -> None:
    vault.put("notelint.yaml", "per-file: {a.md: {ignore: [ligature]}}\n")
    vault.put("a.md", SPACED + LIGATURE)
    assert vault.json("--per-file-ignores", "a.md:source-spacing").names == []


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--exclude", ""], "can match nothing"),
        (["--exclude", "a.md,,b.md"], "can match nothing"),
        (["--per-file-ignores", "a.md"], "PATTERN:RULES"),
        (["--per-file-ignores", "a.md:"], "PATTERN:RULES"),
        (["--per-file-ignores", "a.md:ligatur"], "did you mean `ligature`"),
    ],
)
def test_what_says_nothing_is_refused(vault: VaultOnDisk, arguments: list[str], part: str) -> None:
    vault.put("a.md", GOOD)
    assert part in vault.refusal(*arguments)


@pytest.mark.parametrize(
    ("forced", "expected"), [([], "A finite set.\n"), (["--force-exclude"], LIGATURE)]
)
def test_a_note_from_standard_input_is_named(
    vault: VaultOnDisk, forced: list[str], expected: str
) -> None:
    arguments = ["-", "--stdin-filename", "Templates/t.md", "--exclude", "Templates/", *forced]
    assert vault.run(*arguments, "--fix", stdin=LIGATURE.encode()).out == expected
    told = vault.json(*arguments, stdin=LIGATURE.encode()).names
    assert told == ([] if forced else ["ligature"])
