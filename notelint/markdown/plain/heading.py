"""A heading of a plain note: what it says, and what of it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from notelint.markdown.plain.block import PlainText
from notelint.markdown.plain.inlines import Inline, may_hold_urls, plain_inlines
from notelint.markdown.syntax.wikilink import target_and_alias
from notelint.values import NamedTuple, Span

# Whose text is part of a heading's name.
_SHOWN = frozenset({"inlineMath", "inlineCode", "url", "escape"})
_AROUND = frozenset({"mark", "link"})  # what a reference behind it may stand in
_BLANK = frozenset({"text", "escape", "blockId"})  # what may say nothing


class PlainHeading(NamedTuple):
    """What a heading says, with places in its text.

    ``name`` is what its section is called, ``tail`` stands behind the first reference.
    """

    source: str
    shown: str
    name: str
    tail: Span | None
    inlines: tuple[Inline, ...]

    def inlines_at(self, offset: int) -> list[Inline]:
        """Its inlines where the text begins at an offset of the note."""
        return [
            (kind, start + offset, end + offset, value) for kind, start, end, value in self.inlines
        ]

    def tail_at(self, offset: int) -> Span | None:
        """Its tail where the text begins there."""
        return Span(self.tail.start + offset, self.tail.end + offset) if self.tail else None


@lru_cache(maxsize=4096)  # the notes of a vault have most of their headings in common
def read_plain_heading(title: str) -> PlainHeading | None:
    """What a heading with a text says, None where it is not plain: a mark may hold a reference,
    and an image, a tag, code or a blank may be shown in another way."""
    inlines = plain_inlines(PlainText([(0, title)]), may_hold_urls(title))
    if inlines is None:
        return None
    kinds = [inline[0] for inline in inlines]
    at = len(kinds)
    if "image" in kinds or any(map(_is_shown_otherwise, inlines)):
        return None
    if "footnoteReference" in kinds:
        if not _AROUND.isdisjoint(kinds):
            return None
        at = kinds.index("footnoteReference")
    shown = "".join([_shown(inline, title) for inline in inlines])
    name = "".join([_written(inline, title) for inline in inlines[:at]]).strip()
    tail = _tail(inlines[at + 1 :], title)
    return PlainHeading(title.strip(), shown, name, tail, tuple(inlines))


def _is_shown_otherwise(inline: Inline) -> bool:
    """Whether it is a tag, a blank that is written as an entity, or code of which a blank on either
    side is not shown."""
    kind, _, _, value = inline
    if kind == "inlineCode":
        return value[0] == " " == value[-1]
    return kind == "html" or (kind == "escape" and value.isspace())


def says_something(inlines: Sequence[Inline], content: str) -> bool:
    """Whether a reader sees something of some inlines of a content."""
    for kind, start, end, value in inlines:
        if kind not in _BLANK:
            return True
        said = content[start:end] if kind == "text" else value
        if kind != "blockId" and not said.isspace():
            return True
    return False


def _shown(inline: Inline, content: str) -> str:
    if inline[0] == "wikiLink":
        target, alias = target_and_alias(inline[3])
        return alias or target
    return _written(inline, content)


def _written(inline: Inline, content: str) -> str:
    """The text of an inline, if it is no link to a note."""
    kind, start, end, value = inline
    return content[start:end] if kind == "text" else value if kind in _SHOWN else ""


def _tail(inlines: Sequence[Inline], content: str) -> Span | None:
    """What stands behind the first reference, blanks aside."""
    solid = [inline for inline in inlines if says_something([inline], content)]
    if not solid:
        return None
    kind, start, end, _ = solid[0]
    if kind == "text":
        start = end - len(content[start:end].lstrip())
    return Span(start, solid[-1][2])
