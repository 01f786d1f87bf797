"""Headings as a kind of notes declares them, and what the sections under them are for."""

from __future__ import annotations

import re
from enum import StrEnum
from fnmatch import translate
from functools import lru_cache

from notelint.notes import Section
from notelint.values import dataclass, lazy_pattern, title_key

_CITES = lazy_pattern(r"\s*\[\^[^\[\]]*\]\s*\Z")


class Role(StrEnum):
    """What a section is for. Rules about a Synthesis, a Source or References go by it."""

    SYNTHESIS = "synthesis"
    SOURCE = "source"
    REFERENCES = "references"
    OTHER = "other"


@dataclass(frozen=True)
class HeadingPattern:
    """``Source[^n]``: a heading's words in shell style, and whether it cites a footnote."""

    text: str

    @property
    def words(self) -> str:
        """The pattern without its footnote."""
        return _without_footnote(self.text)

    @property
    def cites(self) -> bool:
        return self.words != self.text

    def names(self, section: Section) -> bool:
        """Whether a heading says this, letter case, spacing and its footnote aside."""
        return _names(self.text, section.name)

    def fits(self, section: Section) -> bool:
        """Whether it also cites a footnote where the pattern does."""
        return self.names(section) and (bool(section.references) or not self.cites)


@lru_cache(maxsize=256)
def _without_footnote(heading: str) -> str:
    return _CITES.sub("", heading)


@lru_cache(maxsize=1024)  # notes of one kind have the same headings
def _names(heading: str, name: str) -> bool:
    return _pattern(_without_footnote(heading)).match(title_key(name)) is not None


@lru_cache(maxsize=256)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(translate(title_key(words)))


def role_of(heading: HeadingPattern) -> Role:
    """The role that a heading suggests: one that cites is a source, others go by their names."""
    if heading.cites:
        return Role.SOURCE
    words = title_key(heading.words)
    return Role(words) if words in (Role.SYNTHESIS, Role.REFERENCES) else Role.OTHER
