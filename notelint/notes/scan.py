"""The summary of a note that is not parsed: only its front matter, headings and words are read."""

from __future__ import annotations

from notelint.markdown import front_matter_span, headings_in
from notelint.notes.anchors import anchors_of
from notelint.notes.front_matter import read_front_matter
from notelint.notes.summary import NoteSummary, summary_of


def scan_summary(content: str) -> NoteSummary:
    """What ``summarize`` says of the note with this text, for less."""
    return summary_of(content, _aliases(content), anchors_of(headings_in(content), content))


def _aliases(content: str) -> tuple[str, ...]:
    span = front_matter_span(content)
    source = content[span.start : span.end] if span else ""
    if span is None or ("alias" not in source and "\\" not in source):  # `"\x61lias"` is a key too
        return ()
    return read_front_matter(span, source).aliases
