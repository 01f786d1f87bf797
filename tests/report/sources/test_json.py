"""What is cited, for programs."""

from __future__ import annotations

import json

from hypothesis import given
from support.citations import NOTES, counted, linked, written

from notelint import __version__
from notelint.report import SourcesReport, Unread
from notelint.report.sources import json as sources_json


@given(NOTES)
def test_what_is_printed_is_the_report(notes: list[tuple[list[str], list[str]]]) -> None:
    report = SourcesReport("vault", len(notes), counted(dict(written(notes))))
    [text] = sources_json.render(report)
    assert json.loads(text) == json.loads(json.dumps(sources_json.as_object(report)))
    assert text.endswith("}\n")


def test_it_is_one_object_with_its_letters_as_they_are() -> None:
    found = counted({"ä.md": linked("(Home Page) Müll")})
    report = SourcesReport("/vàult", 1, found, (Unread("ö.md", "ö.md: gone"),))
    text = "".join(sources_json.render(report))
    assert [part for part in ("/vàult", "Müll", "ä.md", "ö.md: gone") if part not in text] == []
    told = json.loads(text)
    assert (told["version"], told["tool"]) == (1, {"name": "notelint", "version": __version__})
    assert told["missing"] == [{"name": "(Home Page) Müll", "notes": ["ä.md"], "near": []}]
    assert told["unread"] == [{"path": "ö.md", "reason": "ö.md: gone"}]
