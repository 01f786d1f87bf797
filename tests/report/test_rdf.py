"""Diagnostics for reviewdog: places in bytes, fixes of one edit."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from support.hostile_names import NOTE, put_hostile_notes
from support.on_disk import VaultOnDisk
from support.reports import finding

from notelint.report import Options, Report
from notelint.report.names import readable
from notelint.report.rdf import diagnostics
from notelint.values import Applicability, Edit, Fix, Related, Span


def closed(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


NUMBER = {"type": "integer", "minimum": 1}
POSITION = closed(line=NUMBER, column=NUMBER)
RANGE = closed(start=POSITION, end=POSITION)
TEXT = {"type": "string", "minLength": 1}
LOCATION = closed(path=TEXT, range=RANGE)
DIAGNOSTIC = Draft202012Validator(
    closed(
        message=TEXT,
        location=LOCATION,
        severity={"enum": ["ERROR", "WARNING", "INFO"]},
        code=closed(value={"type": "string", "pattern": "^NL[0-9]{3}$"}),
        suggestions={"type": "array", "items": closed(range=RANGE, text={"type": "string"})},
        related_locations={
            "type": "array",
            "items": closed(message=TEXT, location={**LOCATION, "required": ["path"]}),
        },
    )
)


def one(note: str, found: str, fix: Fix | None = None, *related: Related) -> dict[str, Any]:
    report = Report("/vault", [finding(note, found, fix, related)])
    [told] = diagnostics(report, Options())
    DIAGNOSTIC.validate(told)
    return told


def test_every_diagnostic_has_the_shape_that_reviewdog_knows(vault: VaultOnDisk) -> None:
    names = put_hostile_notes(vault)
    found = vault.run("--output-format", "rdjson").report["diagnostics"]
    for item in found:
        DIAGNOSTIC.validate(item)
    assert {item["location"]["path"] for item in found} == {
        f"notes/{readable(name)}" for name in names
    }


def test_a_range_cuts_the_bytes_of_its_line(vault: VaultOnDisk) -> None:
    vault.put("a.md", NOTE)
    lines = NOTE.replace("\r\n", "\n").replace("\r", "\n").encode().split(b"\n")
    cut = []
    for item in vault.run("--output-format", "rdjson").report["diagnostics"]:
        start, end = item["location"]["range"]["start"], item["location"]["range"]["end"]
        assert start["line"] == end["line"]
        cut.append(lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1].decode())
    assert cut == ["ﬁ", "[[gone]]", "ﬁ", "[[gone]]", "[[gone]]", " ", "[^1]:"]


def test_a_bad_byte_stands_where_it_stands_in_the_file(vault: VaultOnDisk) -> None:
    vault.put("a.md", "é\né🧱".encode() + b"\xff")
    [item] = vault.run("--output-format", "rdjson").report["diagnostics"]
    assert item["location"]["range"]["start"] == {"line": 2, "column": 7}


@pytest.mark.parametrize(
    ("applicability", "count"),
    [(Applicability.SAFE, 1), (Applicability.UNSAFE, 1), (Applicability.MANUAL, 0)],
)
def test_a_fix_of_one_edit_is_a_suggestion(applicability: Applicability, count: int) -> None:
    fix = Fix.replacing(Span(1, 2), "fi", "write `fi`", applicability)
    place = {"start": {"line": 1, "column": 3}, "end": {"line": 1, "column": 6}}
    assert one("éﬁ", "ﬁ", fix)["suggestions"] == [{"range": place, "text": "fi"}] * count


def test_a_fix_of_several_edits_is_none() -> None:
    fix = Fix("do both", (Edit(Span(0, 1), "fi"), Edit(Span(2, 2), "x")))
    assert one("ﬁ\nb", "ﬁ", fix)["suggestions"] == []


def test_a_place_in_another_note_is_that_note() -> None:
    told = one(
        "é\nﬁ", "ﬁ", None, Related("b.md", Span(0, 0), "x"), Related("a.md", Span(0, 1), "y")
    )
    there, here = (place["location"] for place in told["related_locations"])
    assert there == {"path": "b.md"}
    assert here["range"]["end"] == {"line": 1, "column": 3}
