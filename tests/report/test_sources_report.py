"""What the reports of what is cited are made from."""

from __future__ import annotations

import pickle

from support.citations import NEWER, ROOFS, counted, linked

from notelint.report import SourcesReport, Unread


def test_what_is_cited_is_a_value() -> None:
    notes = {"a.md": linked(NEWER), "b.md": linked(f"(Home Page) {ROOFS}")}
    report = SourcesReport("/vault", 2, counted(notes), (Unread("c.md", "gone"),))
    assert pickle.loads(pickle.dumps(report)) == report
    assert report == SourcesReport("/vault", 2, counted(notes), (Unread("c.md", "gone"),))
    assert report != SourcesReport("/vault", 2, counted(notes))
