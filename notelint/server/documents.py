"""Texts as they stand in the editor, and what typing makes of them."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol.types import (
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
    TextDocumentItem,
)

from notelint.server.positions import Positions
from notelint.values import Text, dataclass, lazy_pattern

_HALF = lazy_pattern("[\ud800-\udfff]")  # of a character: no file can hold it
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True)
class Document:
    """A text that is open, of a version that the editor counts; ``language`` is what it takes the
    text for."""

    uri: str
    version: int
    text: str
    language: str = "markdown"

    @classmethod
    def opened(cls, item: TextDocumentItem) -> Document:
        """What the editor has opened."""
        return cls(item.uri, item.version, _whole(item.text), str(item.language_id))

    def changed(
        self, changes: Iterable[TextDocumentContentChangeEvent], version: int, encoding: str
    ) -> Document:
        """The text after changes, each of which counts in what the one before left."""
        text = self.text
        for change in changes:
            text = _changed(text, change, encoding)
        return Document(self.uri, version, text, self.language)


def _changed(text: str, change: TextDocumentContentChangeEvent, encoding: str) -> str:
    new = _whole(change.text)
    if not isinstance(change, TextDocumentContentChangePartial):
        return new
    start, end = Positions(Text(text), encoding).span(change.range)
    return text[:start] + new + text[end:]


def _whole(text: str) -> str:
    """A text in which each half of a character is what the editor will write for it."""
    return text if text.isascii() else _HALF.sub(_REPLACEMENT, text)
