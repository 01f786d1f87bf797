"""The text that a link shows, and where the link leads."""

from __future__ import annotations

from urllib.parse import unquote

from notelint.notes import Note
from notelint.values import Span, lazy_pattern

_REST_OF_LINK = lazy_pattern(r"[^\[\]\n]{0,300}\]\(\s*<?(?P<target>[^\s<>)]*)")


def is_in_target(note: Note, span: Span) -> bool:
    """Whether a word stands in the shown text of a link that leads to what has the same word in
    it, letter case aside: `[utf8](https://example.org/utf8)`. It is a name then."""
    return note[span].lower() in _target_around(note, span).lower()


def _target_around(note: Note, span: Span) -> str:
    """Where the link leads that a place stands in, escapes resolved; empty outside of links."""
    for link in note.facts.all_links:
        if link.span.holds(span):
            return unquote(link.target)
    rest = _REST_OF_LINK.match(note.text.content, span.end)
    return unquote(rest["target"]) if rest else ""
