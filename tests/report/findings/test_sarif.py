"""The format ``sarif``: what SARIF 2.1.0 and GitHub ask for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from support.hostile_names import NOTE, put_hostile_notes
from support.on_disk import VaultOnDisk
from support.reports import finding
from support.short_notes import GOOD, LOST, SPACED

from notelint.lint import Fingerprints
from notelint.report import Options, Report, remarks, rendered
from notelint.report.findings import sarif
from notelint.values import Severity, Text

REGION = {"startLine", "startColumn", "endLine", "endColumn", "snippet"}


def the_run(vault: VaultOnDisk, *options: str) -> Any:
    log = vault.run("--output-format", "sarif", *options).report
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    [run] = log["runs"]
    return run


def regions(value: Any) -> Iterator[Any]:
    """All regions in a report, wherever they stand."""
    if isinstance(value, dict):
        found = (item for key, item in value.items() if key.lower().endswith("region"))
        yield from found
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from regions(item)


def cut(note: str, region: Any) -> str:
    """What stands in a region, columns in code points."""
    text = Text(note)
    start = text.lines[region["startLine"] - 1].start + region["startColumn"] - 1
    return note[start : text.lines[region["endLine"] - 1].start + region["endColumn"] - 1]


def test_the_run_says_how_it_counts_and_where_its_root_is(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD)
    run = the_run(vault)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["automationDetails"] == {"id": "notelint/"}
    assert list(run["originalUriBaseIds"]["%SRCROOT%"]) == ["description"]
    assert run["results"] == []
    driver = run["tool"]["driver"]
    assert driver["name"] == "notelint"
    assert re.fullmatch(r"\d+\.\d+\.\d+.*", driver["semanticVersion"])


def test_a_result_says_what_where_and_how_to_mend_it(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    run = the_run(vault)
    [result] = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "NL201"
    assert result["level"] == "warning"
    assert result["message"] == {"text": "a blank between `Source` and its footnote."}
    assert place["artifactLocation"] == {"uri": "a.md", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {
        "startLine": 3, "startColumn": 10, "endLine": 3, "endColumn": 11, "snippet": {"text": " "},
    }  # fmt: skip
    [fix] = result["fixes"]
    [change] = fix["artifactChanges"]
    assert change["artifactLocation"] == place["artifactLocation"]
    assert change["replacements"] == [
        {
            "deletedRegion": {
                key: value for key, value in place["region"].items() if key != "snippet"
            },
            "insertedContent": {"text": ""},
        }
    ]


def test_regions_cut_what_they_quote(vault: VaultOnDisk) -> None:
    vault.put("a.md", NOTE)
    results = the_run(vault)["results"]
    quoted = [region for region in regions(results) if set(region) == REGION]
    assert len(quoted) > 10
    for region in quoted:
        assert cut(NOTE, region) == region["snippet"]["text"]


def test_a_uri_leads_to_the_note_from_the_repository_s_root(vault: VaultOnDisk) -> None:
    names = put_hostile_notes(vault)
    places = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]
        for result in the_run(vault)["results"]
    ]
    assert all(re.fullmatch(r"[\w./~%-]+", place["uri"], re.A) for place in places)
    assert {os.fsdecode(unquote_to_bytes(place["uri"])) for place in places} == {
        f"notes/{name}" for name in names
    }


def test_related_places_are_linked_from_the_message_by_number(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED.replace(" [", "[") + "[^1]: another\n")
    [result] = the_run(vault)["results"]
    linked = re.findall(r"\]\((\d+)\)", result["message"]["text"])
    assert [place["id"] for place in result["relatedLocations"]] == list(map(int, linked)) == [1, 2]


def test_brackets_of_a_note_are_no_links_of_the_message() -> None:
    result = finding("ﬁ", "ﬁ")
    [item] = result.findings
    told = item._replace(finding=item.finding._replace(message="`[a](1)` and `[^1]` are there"))
    log = "".join(sarif.render(Report("/v", [replace(result, findings=(told,))]), Options()))
    assert r"`\\[a](1)` and `[^1]` are there." in log


def test_fingerprints_are_those_of_the_baseline_and_of_github(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    [result] = the_run(vault)["results"]
    made = result["partialFingerprints"]
    item, text = next(iter(Report("/v", [finding(SPACED, " [")]).placed()))
    item = item._replace(
        code="NL201",
        finding=item.finding._replace(span=item.span._replace(end=item.span.start + 1)),
    )
    assert made["notelint/v1"] == Fingerprints(text).of(item)
    assert re.fullmatch("[0-9a-f]+:1", made["primaryLocationLineHash"])


def test_only_fixes_that_notelint_would_make_are_told(vault: VaultOnDisk) -> None:
    vault.put("a.md", LOST)
    [result] = the_run(vault)["results"]
    assert len(result["fixes"]) == 1


def test_the_gravest_are_kept_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 3)
    one = finding("ﬁ", "ﬁ")
    levels = [Severity.INFO, Severity.WARNING, Severity.ERROR, Severity.INFO, Severity.ERROR]
    findings = tuple(one.findings[0]._replace(severity=level) for level in levels)
    report = Report("/v", [replace(one, findings=findings)])
    log = "".join(sarif.render(report, Options()))
    assert re.findall(r'"level": "(\w+)", "message"', log) == ["warning", "error", "error"]
    assert remarks(report, "sarif") == (
        "the SARIF report has the gravest 3 of 5 findings, since GitHub takes no more; check part"
        " of the vault, or select fewer rules",
    )


def test_nothing_is_said_where_all_are_kept() -> None:
    report = Report("/v", [finding("ﬁ", "ﬁ")])
    assert remarks(report, "sarif") == remarks(report, "json") == ()
    assert "NL403" in "".join(rendered(report, "sarif", Options()))
