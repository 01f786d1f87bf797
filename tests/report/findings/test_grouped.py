"""The format ``grouped``: a heading a note."""

from __future__ import annotations

from support.on_disk import VaultOnDisk
from support.short_notes import GOOD, LIGATURE, SPACED


def test_the_findings_of_a_note_stand_under_its_name(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED + LIGATURE)
    vault.put("b.md", GOOD)
    vault.put("c/d.md", LIGATURE)
    assert vault.run("--output-format", "grouped").out.splitlines() == [
        "a.md",
        "  3:10  NL201 source-spacing: a blank between `Source` and its footnote [*]",
        "  8:3   NL403 ligature: `ﬁ` is one character for `fi` [*]",
        "",
        "c/d.md",
        "  1:3  NL403 ligature: `ﬁ` is one character for `fi` [*]",
        "",
        "3 findings in 2 notes of 3.",
        "3 can be mended with --fix.",
    ]


def test_targets_that_many_links_miss_are_told_together(vault: VaultOnDisk) -> None:
    vault.put("a.md", "[[osmosis]] [[gone]]\n")
    vault.put("b.md", "[[Osmosis]]\n")
    told = vault.run("--output-format", "grouped").out
    assert told.split("\n\n")[2] == "Missing targets, the most wanted first:\n2 osmosis"
    vault.put("b.md", "")
    assert "Missing targets" not in vault.run("--output-format", "grouped").out
