"""All notes told of, those that differ from what the editor knows."""

from __future__ import annotations

import os
from pathlib import Path

from lsprotocol.types import (
    Position,
    Range,
    WorkspaceFullDocumentDiagnosticReport,
    WorkspaceUnchangedDocumentDiagnosticReport,
)
from support.desks import document, session_at

from notelint.server.client import Client
from notelint.server.diagnostics import identity_of
from notelint.server.vault_session import VaultSession
from notelint.server.workspace_diagnostics import WorkspaceReport, all_reports, reports_of


def told(session: VaultSession, previous: dict[str, str]) -> dict[str, object]:
    return {
        os.path.basename(uri): item
        for uri, item in reports_of(session, previous)
        if item is not None
    }


def test_all_notes_are_told_of_once_and_then_those_that_differ(tmp_path: Path) -> None:
    texts = {"a.md": "[[b#B]]\n", "b.md": "# B\n", "c.md": "\ufeffﬁ\n"}
    session = session_at(tmp_path, texts, {"b.md": "# B\n"}, Client(encoding="utf-16"))
    first = told(session, {})
    assert list(first) == ["c.md"]
    report = first["c.md"]
    assert isinstance(report, WorkspaceFullDocumentDiagnosticReport)
    # An editor takes the BOM off.
    assert report.items[0].range == Range(Position(0, 0), Position(0, 1))
    known = {report.uri: str(report.result_id)}
    again = told(session, known)["c.md"]
    assert again == WorkspaceUnchangedDocumentDiagnosticReport(report.uri, known[report.uri])
    session.change({"b.md": document(tmp_path, "b.md", "# C\n\nﬁ\n", 2)})
    changed = told(session, known)
    assert list(changed) == ["a.md", "b.md", "c.md"]
    assert isinstance(changed["b.md"], WorkspaceFullDocumentDiagnosticReport)
    assert changed["b.md"].version == 2


def test_of_a_note_that_has_no_findings_any_more_that_is_told(tmp_path: Path) -> None:
    session = session_at(tmp_path, {"a.md": "fine\n"})
    uri = (tmp_path / "a.md").as_uri()
    report = told(session, {uri: "before"})["a.md"]
    assert isinstance(report, WorkspaceFullDocumentDiagnosticReport)
    assert (report.items, report.result_id) == ([], identity_of([]))


def test_of_many_notes_some_reports_come_before_the_others_and_of_gone_ones_an_empty_one(
    tmp_path: Path,
) -> None:
    session = session_at(tmp_path, {f"{number}.md": "ﬁ\n" for number in range(250)})
    parts: list[int] = []

    def tell(reports: list[WorkspaceReport]) -> None:
        parts.append(len(reports))

    steps, count = all_reports([session], {"file:///gone.md": "1"}, tell), 0
    while True:
        try:
            next(steps)
            count += 1
        except StopIteration as done:
            last = done.value.items
            break
    assert (parts, len(last), count) == ([100, 100], 51, 250)
    assert (last[-1].uri, last[-1].items) == ("file:///gone.md", [])
