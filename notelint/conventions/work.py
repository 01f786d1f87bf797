"""The work that the title of a home page names: a title, an edition, a publisher."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from notelint.conventions.edition import EDITION, EditionRank, edition_key, plain, rank_of
from notelint.values import NamedTuple, lazy_pattern

_JUNCTURE = " \t\u00a0,;:–—-(["
_PUBLISHER = lazy_pattern(
    r"[\s)\]]*(?:(?:[,;.]\s*)?(?:by|von|par|por|[,;:.–—-])\s+(\S.*?)|\(([^()]+)\)|\.?\)\.?\s+([^\W\d].*?))?\s*",
    re.I,
)
# A place in a work, and when it was read, are no part of its name.
_PLACE = lazy_pattern(
    r"(?:\bs\.\s?vv?\.|\bs\.\s?n\.|\bsub (?:voce|verbo|nomine)\b|\bpp?\.\s?\d|\bentry\b|"
    r"\baccessed\b|\bretrieved\b|\bhttps?://).*\Z",
    re.I | re.S,
)
_YEAR = lazy_pattern(r"\b(?:1[5-9]|20)\d\d[)\]]?\.?\Z")
_EMPHASIS = lazy_pattern(r"(\*{1,3}|(?<!\w)_{1,3})([^*_]+)\1")
_QUOTED = lazy_pattern(r"[“\"«]([^“”\"«»]+)[”\"»][\s,.;]*")
_INTRODUCTION = lazy_pattern(
    r"(?:see|cf\.?|from|in|quoted (?:from|in)|siehe|vgl\.?|aus|voir|dans|véase|en):?\s+", re.I
)


class Work(NamedTuple):
    """What a home page stands for: a title, the edition, and who is named behind that."""

    title: str
    edition: str | None = None
    publisher: str | None = None

    @property
    def name(self) -> str:
        """The work whatever the edition: ``A Dictionary of Biology by Oxford Reference``."""
        return f"{self.title} by {self.publisher}" if self.publisher else self.title

    @property
    def edition_key(self) -> str:
        """What is the same for ``8th Edition``, ``8 ed.`` and ``Eighth edition``."""
        return edition_key(self.edition) if self.edition else ""

    @property
    def edition_rank(self) -> EditionRank | None:
        """Which of two editions of a work is the newer one, where that can be told."""
        return rank_of(self.edition_key)


@lru_cache(maxsize=1024)
def work_of(title: str) -> Work:
    """``A Dictionary of Biology 8th Edition by Oxford Reference`` as title, edition and publisher.

    A title that names no edition stays whole: in ``Glossary by Capterra`` only all of it tells one
    glossary from another.
    """
    for match in EDITION.finditer(plain(title)):
        before = title[: match.start()].rstrip(_JUNCTURE)
        behind = _PUBLISHER.fullmatch(title, match.end())
        if before and behind:
            publisher = _without_year(behind[1] or behind[2] or behind[3])
            return Work(before, title[slice(*match.span())], publisher)
    return Work(title)


def _without_year(publisher: str | None) -> str | None:
    return _YEAR.sub("", publisher).rstrip(_JUNCTURE + ".)") or None if publisher else None


@lru_cache(maxsize=1024)
def work_in(citation: str) -> Work:
    """The work that words cite: ``Author, *A Book*, 2nd ed., s.v. "wall"`` is ``A Book``, 2nd ed.

    What is emphasised is the title, and who stands before it the author. What is quoted is the
    title where nothing but an edition follows, else the entry.
    """
    citation = unicodedata.normalize("NFC", citation).strip()
    cited = _INTRODUCTION.sub("", _without_entry(_PLACE.sub("", citation)), count=1)
    found = work_of(_YEAR.sub("", cited.rstrip(_JUNCTURE)).strip(_JUNCTURE))
    return found if found.edition else Work(found.title.rstrip(".").strip() or citation)


def _without_entry(citation: str) -> str:
    emphasis = _EMPHASIS.search(citation)
    if emphasis and not EDITION.search(plain(citation), 0, emphasis.start()):
        return f"{emphasis[2]}{citation[emphasis.end() :]}"
    quoted = _QUOTED.match(citation)
    if not quoted:
        return citation
    rest = citation[quoted.end() :]
    is_title = not rest or EDITION.match(plain(rest)) or not rest[0].isalnum()
    return f"{quoted[1]}, {rest}" if is_title else rest
