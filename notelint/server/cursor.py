"""What of a note stands under the cursor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from notelint.notes import AllowedName, Definition, Link, Note, Reference
from notelint.values import Span


class _Placed(Protocol):
    """What stands somewhere in a note."""

    @property
    def span(self) -> Span: ...


Item = TypeVar("Item", bound=_Placed)


def around(items: Iterable[Item], offset: int) -> Item | None:
    """The smallest of some items that a place is in, or right behind."""
    found = [item for item in items if item.span.start <= offset <= item.span.end]
    return min(found, key=lambda item: item.span.end - item.span.start, default=None)


def link_at(note: Note, offset: int) -> Link | None:
    """The link that a place is in."""
    return around(note.facts.all_links, offset)


def reference_at(note: Note, offset: int) -> Reference | None:
    """The footnote reference that a place is in."""
    return around(note.facts.references, offset)


def definition_at(note: Note, offset: int) -> Definition | None:
    """The definition that a place is in."""
    return around(note.facts.definitions, offset)


def heading_at(note: Note, offset: int) -> int | None:
    """The index of the heading that a place is in."""
    heading = around(note.facts.headings, offset)
    return None if heading is None else note.facts.headings.index(heading)


def allowed_at(note: Note, offset: int) -> AllowedName | None:
    """The name of a rule in an allow that a place is in."""
    return around((name for allow in note.facts.allows for name in allow.names), offset)
