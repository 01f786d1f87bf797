"""The format ``gitlab``: a code quality report."""

from __future__ import annotations

import re

from support.hostile_names import put_hostile_notes
from support.on_disk import VaultOnDisk
from support.short_notes import GOOD, SPACED

from notelint.report.names import readable


def test_each_finding_has_what_gitlab_asks_for(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    [found] = vault.run("--output-format", "gitlab").report
    assert re.fullmatch("[0-9a-f]{64}-1", found.pop("fingerprint"))
    assert found == {
        "description": "NL201 source-spacing: a blank between `Source` and its footnote",
        "check_name": "NL201",
        "severity": "minor",
        "location": {
            "path": "a.md",
            "positions": {"begin": {"line": 3, "column": 10}, "end": {"line": 3, "column": 11}},
        },
    }


def test_severities_are_gitlab_s(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    for severity, told in (("error", "major"), ("warning", "minor"), ("info", "info")):
        option = f"rules.source-spacing.severity={severity}"
        [found] = vault.run("--output-format", "gitlab", "--config", option).report
        assert found["severity"] == told


def test_no_fingerprint_comes_twice_and_equal_findings_are_counted(vault: VaultOnDisk) -> None:
    names = put_hostile_notes(vault)
    found = vault.run("--output-format", "gitlab").report
    made = [item["fingerprint"] for item in found]
    assert len(set(made)) == len(made) == len(names) * 7
    assert {made.rpartition("-")[2] for made in made} == {"1", "2"}
    assert {item["location"]["path"] for item in found} == {f"notes/{readable(n)}" for n in names}


def test_nothing_found_is_an_empty_list(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD)
    assert vault.run("--output-format", "gitlab").out == "[]\n"
