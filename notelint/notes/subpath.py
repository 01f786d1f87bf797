"""What a link says of the place in a note: headings to walk down, a block, a footnote."""

from __future__ import annotations

from urllib.parse import unquote

from notelint.notes.anchors import Anchors
from notelint.notes.slugs import family_of, slug
from notelint.values import NamedTuple, block_key, heading_key, lazy_pattern, name_key

# A `#` in a tag, as in `<font color="#ff0000">Red</font>`, begins no heading.
_PART = lazy_pattern(r"(?:[^#<]|<[^<>]*>|<)*")

_TOP = "top"  # HTML: where no element has that id, the top of the page is meant


class Subpath(NamedTuple):
    """``#a#b`` as headings to walk down, ``#^id`` as a block, ``#[^1]`` as a footnote's label, all
    as written and perhaps empty. ``whole`` is what stands behind the first ``#``; in a Markdown
    link that may be a slug, too, or the id of an element."""

    headings: tuple[str, ...] = ()
    block: str = ""
    footnote: str = ""
    whole: str = ""
    is_url: bool = False

    @classmethod
    def read(cls, target: str, is_url: bool = False) -> Subpath:
        """The subpath of a link's target, which is a URL in a Markdown link."""
        whole = target.partition("#")[2]
        if is_url:
            whole = unquote(whole)
        *_, last = parts = _parts(whole)
        if last.startswith("[^"):
            return cls(footnote=last[2:].removesuffix("]"), whole=whole, is_url=is_url)
        if last.startswith("^"):
            return cls(block=last[1:], whole=whole, is_url=is_url)
        headings = tuple(part for part in parts if heading_key(part))
        return cls(headings, whole=whole, is_url=is_url)

    @property
    def names(self) -> frozenset[str]:
        """What it may call headings, as ``Anchor.names`` has it."""
        if not self.headings:
            return frozenset()
        names = {heading_key(part) for part in (*self.headings, self.whole)}
        if self.is_url:
            names |= {f"#{self.slug}", f"#{family_of(self.slug)}"}
        return frozenset(names)

    def heading(self, anchors: Anchors) -> int | None:
        """The index of the heading that is reached; None where none is."""
        index = self.named_heading(anchors)
        if index is None and self.is_url and self.headings:
            index = anchors.slugs.get(self.slug)
        return index

    def named_heading(self, anchors: Anchors) -> int | None:
        """The index of the heading that is reached by what it says, and not by its slug."""
        walked = self._walked(anchors)
        if isinstance(walked, int):
            return walked if self.headings else None
        return anchors.signed(heading_key(self.whole))

    @property
    def slug(self) -> str:
        """What it may say as the slug of a heading."""
        return slug(self.whole)

    def missing_heading(self, anchors: Anchors) -> MissingHeading | None:
        """The first heading of the walk that is not there."""
        if not self.headings or self.heading(anchors) is not None:
            return None
        if self.is_url:
            is_element = name_key(self.whole) in anchors.elements
            is_element |= name_key(self.whole) == _TOP
            return None if is_element else MissingHeading(self.whole, "")
        walked = self._walked(anchors)
        return None if isinstance(walked, int) else walked

    def is_missing_block(self, anchors: Anchors) -> bool:
        return bool(self.block) and block_key(self.block) not in anchors.blocks

    def _walked(self, anchors: Anchors) -> int | MissingHeading:
        """The heading at the end of the walk, or the first one that is not there.

        Each one is the first of its text behind and below the one before: a second heading of the
        same text cannot be reached.
        """
        index, depth, above = -1, 0, ""
        for heading in self.headings:
            found = anchors.below(heading_key(heading), index, depth)
            if found is None:
                return MissingHeading(heading, above)
            (index, depth), above = found, heading
        return index


def _parts(whole: str) -> list[str]:
    """What stands between the signs ``#`` that are in no tag."""
    parts, position = [], 0
    while position <= len(whole):
        match = _PART.match(whole, position)
        end = match.end() if match else position
        parts.append(whole[position:end].strip())
        position = end + 1
    return parts


class MissingHeading(NamedTuple):
    """A heading that is not there, and the one that it should be below, if any."""

    heading: str
    above: str

    def __str__(self) -> str:
        return f"`{self.heading}`" + (f" below `{self.above}`" if self.above else "")
