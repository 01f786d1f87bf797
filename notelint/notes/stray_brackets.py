"""Brackets that begin no link although they look as if they did."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.values import Line, Span, Text, lazy_pattern

_OPENING = lazy_pattern(r"!?\[\[")
_BEHIND = frozenset(")]}_")
_PAIR = lazy_pattern(r"\[\[|\]\]")


class StrayBrackets:
    """Finds them in the texts of one note; what a line closes is looked up once a line."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._line = Line(-1, "")
        self._closed: frozenset[int] = frozenset()

    def within(self, piece: Span) -> Iterator[Span]:
        """Each ``[[`` in a stretch of text, up to its ``]]`` if that stands there too.

        Those of prose are left out: ``Callable[[X], Y]``, and what is closed behind another link,
        ``[[a [[b]] c]]``.
        """
        content = self._text.content
        last, closing = content.rfind("]]", *piece), -1
        for match in _OPENING.finditer(content, *piece):
            if match.end() <= last:
                if closing < match.end():
                    closing = content.find("]]", match.end(), piece.end)
                yield Span(match.start(), closing + 2)
            elif not (_is_subscript(content, match.start()) or self._is_closed(match.end() - 2)):
                yield Span(*match.span())

    def _is_closed(self, opening: int) -> bool:
        """Whether a ``]]`` further on in the line belongs to the ``[[`` at an offset."""
        line = self._text.line_at(opening)
        if line.start != self._line.start:
            self._line, self._closed = line, frozenset(_closed(line))
        return opening in self._closed


def _closed(line: Line) -> Iterator[int]:
    """The offsets of the ``[[`` of a line that have their ``]]``."""
    opened: list[int] = []
    for match in _PAIR.finditer(line.content):
        if match[0] == "[[":
            opened.append(line.start + match.start())
        elif opened:
            yield opened.pop()


def _is_subscript(content: str, opening: int) -> bool:
    """Whether brackets stand right behind a word or a bracket, as in code and mathematics.

    Scripts without letter case write no blanks either, so there they may well begin a link.
    """
    before = content[opening - 1 : opening]
    is_word = before.lower() != before.upper() or before.isdecimal() or before in _BEHIND
    return is_word and content.startswith("[", opening)
