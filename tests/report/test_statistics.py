"""Counts by rule and by missing target."""

from __future__ import annotations

from support.on_disk import VaultOnDisk
from support.short_notes import GOOD, LIGATURE, LOST

from notelint.report import Report
from notelint.report.statistics import MOST_TARGETS, missing_targets


def test_a_line_is_a_rule_most_first_and_the_wanted_follow(vault: VaultOnDisk) -> None:
    vault.put(
        "a.md", LIGATURE * 2 + LOST + "[[Xenolith]] [[Ypsilon]] [[xenolith#top]] [[Xenolith]]\n"
    )
    vault.put("b.md", LIGATURE * 9 + "![[Xenolith]]\n")
    ran = vault.run("--statistics")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "11 NL403 ligature [*]",
        " 4 NL301 unresolved-link",
        " 1 NL304 missing-embed",
        " 1 NL407 lost-hyphen",
        "",
        "Missing targets, the most wanted first:",
        "4 Xenolith",
        "1 Ypsilon",
        "",
        "17 findings in 2 notes of 2.",
        "11 can be mended with --fix.",
        "1 more with --fix --unsafe-fixes; --diff --unsafe-fixes shows them first.",
    ]


def test_json_is_an_array_of_the_same(vault: VaultOnDisk) -> None:
    vault.put("a.md", LIGATURE * 3 + LOST + "[[Xenolith]] [[Ypsilon]] [[Xenolith]]\n")
    told = vault.json("--statistics", "--unsafe-fixes").report
    targets = [{"target": "Xenolith", "count": 2}, {"target": "Ypsilon", "count": 1}]
    assert told == [
        {"count": 3, "code": "NL301", "name": "unresolved-link", "fixable": False,
         "targets": targets},
        {"count": 3, "code": "NL403", "name": "ligature", "fixable": True},
        {"count": 1, "code": "NL407", "name": "lost-hyphen", "fixable": True},
    ]  # fmt: skip


def test_people_are_told_of_the_most_wanted(vault: VaultOnDisk) -> None:
    vault.put("a.md", "".join(f"[[Target {chr(97 + n)}x{n}z]] " for n in range(MOST_TARGETS + 7)))
    lines = vault.run("--statistics", "--select", "NL301").out.splitlines()
    assert sum(line.startswith("1 Target") for line in lines) == MOST_TARGETS
    assert "and 7 more." in lines


def test_nothing_found_is_nothing_counted(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD)
    assert vault.run("--statistics").out == "1 note checked, nothing found.\n"
    assert vault.run("--statistics", "-q").out == ""
    assert vault.json("--statistics").report == []


def test_a_target_is_named_by_nothing_that_a_terminal_obeys(vault: VaultOnDisk) -> None:
    vault.put("a.md", "[[a\x1b[31mb]]\n")
    assert "\x1b" not in vault.run("--statistics").out


def test_findings_without_a_target_want_none() -> None:
    assert missing_targets(Report("/vault", [])) == []
