"""The text that a link shows, and where the link leads."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import unquote

from notelint.notes import Note
from notelint.values import Span, lazy_pattern

_REST_OF_LINK = lazy_pattern(r"[^\[\]\n]{0,300}\]\(\s*<?(?P<target>[^\s<>)]*)")


def is_in_target(note: Note, span: Span) -> bool:
    """Whether a word stands in the shown text of a link that leads to what has the same word in
    it, letter case aside: `[utf8](https://example.org/utf8)`. It is a name then."""
    return note[span].lower() in _read(_target_around(note, span))


def _target_around(note: Note, span: Span) -> str:
    """Where the link leads that a place stands in; empty outside of links."""
    link = note.facts.link_around(span)
    if link is not None:
        return link.target
    rest = _REST_OF_LINK.match(note.text.content, span.end)
    return rest["target"] if rest else ""


@lru_cache(maxsize=16)
def _read(target: str) -> str:
    """A target in small letters, escapes resolved."""
    return unquote(target).lower()
