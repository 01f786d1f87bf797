"""Where the front matter of a note stands."""

from __future__ import annotations

from notelint.values import Span, lazy_pattern

BOM = "\ufeff"
_OPENING = lazy_pattern(r"\ufeff?(?P<line>---[ \t]*)(?=[\r\n])")
_CLOSING = lazy_pattern(r"(?:\r\n|[\r\n])---[ \t]*(?=[\r\n]|\Z)")


def front_matter_span(content: str) -> Span | None:
    """Where the YAML between two ``---`` at the very start of a note stands, both included."""
    opening = _OPENING.match(content)
    closing = _CLOSING.search(content, opening.end()) if opening else None
    return Span(opening.start("line"), closing.end()) if opening and closing else None
