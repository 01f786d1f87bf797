"""Which report is told, with which options."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk
from support.short_notes import GOOD, LIGATURE, SPACED, TIGHT

from notelint.report import findings_formats

MACHINES = sorted(set(findings_formats()) - {"full", "concise", "grouped"})


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_quiet_leaves_the_numbers_out(vault: VaultOnDisk, name: str) -> None:
    vault.put("a.md", SPACED)
    whole = vault.run("--output-format", name).out
    quiet = vault.run("--output-format", name, "-q").out
    assert whole.startswith(quiet)
    assert whole.removeprefix(quiet).startswith("1 finding in 1 note of 1.")
    assert vault.run("--output-format", name, "-q", "--fix").out == ""


@pytest.mark.parametrize("name", MACHINES)
def test_quiet_changes_nothing_that_programs_read(vault: VaultOnDisk, name: str) -> None:
    vault.put("a.md", SPACED)
    arguments = ("--output-format", name)
    assert vault.run(*arguments, "-q").out == vault.run(*arguments).out
    vault.put("a.md", GOOD)
    assert vault.run(*arguments, "-q").out == vault.run(*arguments).out


def test_show_fixes_lists_what_was_mended(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED + LIGATURE * 2)
    assert vault.run("--fix", "--show-fixes").out.splitlines() == [
        "mended a.md: source-spacing, 2 × ligature",
        "  source-spacing (NL201): take the blank out",
        "  2 × ligature (NL403): write `fi`",
        "3 findings mended. 1 note checked, nothing found.",
    ]
    assert vault.text("a.md") == TIGHT + LIGATURE.replace("ﬁ", "fi") * 2


def test_verbose_says_what_is_read_and_checked(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD)
    vault.put("b.md", b"\xff")
    vault.put("picture.png", b"")
    ran = vault.run("-v")
    assert ran.out == vault.run().out
    assert ran.err.splitlines() == [
        f"notelint: the vault {vault.root} has 3 files; 2 notes to check",
        "notelint: 2 notes read, 1 parsed, 2 checked, 0 taken from the cache",
    ]


def test_more_and_less_do_not_go_together(vault: VaultOnDisk) -> None:
    assert "not allowed with" in vault.refusal("-q", "-v")


@pytest.mark.parametrize(
    "arguments", [("--output-format", "sarif"), ("--output-format", "junit"), ("--diff",)]
)
def test_statistics_that_nobody_could_read_are_refused_before_anything_is_done(
    vault: VaultOnDisk, arguments: tuple[str, ...]
) -> None:
    vault.put("a.md", SPACED)
    assert "--statistics" in vault.refusal("--statistics", "--fix", *arguments)
    assert vault.text("a.md") == SPACED


def test_a_report_that_breaks_off_leaves_the_old_one(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.put("a.md", SPACED)
    vault.put("report", "old")

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("notelint.report.findings.json._fix", broken)
    ran = vault.json("-o", "report")
    assert (ran.code, vault.text("report")) == (2, "old")
    assert sorted(path.name for path in vault.root.iterdir()) == [".obsidian", "a.md", "report"]


def test_the_paths_that_other_machinery_resolves_begin_at_the_repository(
    vault: VaultOnDisk,
) -> None:
    vault.put(".git/HEAD", "")
    vault.put("notes/.obsidian/app.json", "{}")
    vault.put("notes/terms/a.md", SPACED)
    vault.monkeypatch.chdir(vault.root / "notes")
    for name in MACHINES:
        told = vault.run("--output-format", name).out
        assert ("notes/terms/a.md" in told) is (name not in ("json", "jsonl"))
        assert "terms/a.md" in told
