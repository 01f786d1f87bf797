"""Findings as an editor has them: places, severities, what goes with them, and what tells two
reports apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.converters import get_converter
from lsprotocol.types import (
    Diagnostic,
    DiagnosticSeverity,
    DiagnosticTag,
    Position,
    Range,
    RelatedFullDocumentDiagnosticReport,
    RelatedUnchangedDocumentDiagnosticReport,
)
from support.desks import session_at

from notelint.server.client import Client
from notelint.server.diagnostics import diagnostics, identity_of, report

TEXT = (
    "🙂 ﬁbre\r\n[^1]: 🙂\r\n[^1]: again $\\textemdash$\r\n%% notelint: allow ligature %%\r\nx\r\n"
)


def found(root: Path, text: str, client: Client) -> list[Diagnostic]:
    session = session_at(root, {}, {"a.md": text}, client)
    return diagnostics(session.desk, session.result("a.md"))


@pytest.mark.parametrize(("encoding", "start"), [("utf-8", 5), ("utf-16", 3), ("utf-32", 2)])
def test_places_are_in_the_units_of_the_editor(encoding: str, start: int, tmp_path: Path) -> None:
    first = found(tmp_path, TEXT, Client(encoding=encoding))[0]
    width = 3 if encoding == "utf-8" else 1
    assert first.range == Range(Position(0, start), Position(0, start + width))


def test_a_finding_says_what_a_check_says(tmp_path: Path) -> None:
    told = {str(item.code): item for item in found(tmp_path, TEXT, Client())}
    assert told["NL403"].message == "`ﬁ` is one character for `fi`"
    assert told["NL403"].source == "notelint"
    assert told["NL403"].severity is DiagnosticSeverity.Warning
    assert told["NL901"].severity is DiagnosticSeverity.Warning
    assert (told["NL403"].data, told["NL403"].tags) == (None, None)


def test_what_goes_with_a_finding_is_sent_to_those_who_can_have_it(tmp_path: Path) -> None:
    client = Client(shows_tags=True, shows_related=True, keeps_data=True, encoding="utf-32")
    told = {str(item.code): item for item in found(tmp_path, TEXT, client)}
    assert told["NL901"].tags == [DiagnosticTag.Unnecessary]
    related = told["NL206"].related_information
    assert related is not None
    assert [(place.location.uri, place.location.range.start.line) for place in related] == [
        ((tmp_path / "a.md").as_uri(), 1)
    ]
    edit = {"range": {"start": {"line": 0, "character": 2}, "end": {"line": 0, "character": 3}}}
    assert told["NL403"].data == {
        "name": "ligature",
        "fix": {
            "title": "write `fi`",
            "applicability": "safe",
            "edits": [edit | {"newText": "fi"}],
        },
    }
    assert told["NL206"].data == {"name": "duplicate-definition", "fix": None}


def test_related_places_in_other_notes_are_told_where_they_are(tmp_path: Path) -> None:
    texts = {"b.md": "🙂 x ^b\n", "notelint.yaml": "extend-select: [ALL]\n"}
    ends = "## References\n\n[^1]: [[b]]\n[^2]: [[b]]\n"
    text = f"## Synthesis\n- a[^2]\n## Source[^1]\n- b\n{ends}"
    session = session_at(tmp_path, texts, {"a.md": text}, Client(shows_related=True))
    items = diagnostics(session.desk, session.result("a.md"))
    places = [place for item in items for place in item.related_information or ()]
    assert (tmp_path / "b.md").as_uri() in {place.location.uri for place in places}


def test_the_same_findings_have_the_same_identity_and_are_told_once(tmp_path: Path) -> None:
    items = found(tmp_path, TEXT, Client())
    first = report(items, None)
    assert isinstance(first, RelatedFullDocumentDiagnosticReport)
    again = report(list(items), first.result_id)
    assert isinstance(again, RelatedUnchangedDocumentDiagnosticReport)
    assert again.result_id == first.result_id
    assert isinstance(report(items[1:], first.result_id), RelatedFullDocumentDiagnosticReport)
    assert identity_of([]) != identity_of(items)


def test_a_report_can_be_written_as_a_message(tmp_path: Path) -> None:
    client = Client(shows_tags=True, shows_related=True, keeps_data=True)
    made = get_converter().unstructure(report(found(tmp_path, TEXT, client), None))
    assert made["kind"] == "full"
    assert {"range", "message", "severity", "code", "source"} <= made["items"][0].keys()
