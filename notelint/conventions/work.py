"""The work that the title of a home page names: a title, an edition, a publisher."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from notelint.values import name_key

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_EDITION = re.compile(
    rf"\b(?:\d{{1,4}}(?:st|nd|rd|th)?|{'|'.join(_ORDINALS)}|revised|new)"
    r"\s+(?:revised\s+)?(?:edition|edn|ed)\b\.?",
    re.I,
)
_PUBLISHER = re.compile(r"[\s)]*(?:(?:by|[,;:–—-])\s+(\S.*?)|\(([^()]+)\))?\s*", re.I)


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
        words = re.findall(r"[^\W_]+", name_key(self.edition)) if self.edition else []
        return " ".join(_number(word) for word in words if word not in ("edition", "edn", "ed"))


def _number(word: str) -> str:
    if word in _ORDINALS:
        return str(_ORDINALS.index(word) + 1)
    return re.sub(r"(?:st|nd|rd|th)\Z", "", word)


@lru_cache(maxsize=1024)
def work_of(title: str) -> Work:
    """``A Dictionary of Biology 8th Edition by Oxford Reference`` as title, edition and publisher.

    A title that names no edition stays whole: in ``Glossary by Capterra`` only all of it tells one
    glossary from another.
    """
    for match in _EDITION.finditer(title):
        before = title[: match.start()].rstrip(" \t\u00a0,;:–—-(")
        behind = _PUBLISHER.fullmatch(title, match.end())
        if before and behind:
            return Work(before, match[0], behind[1] or behind[2])
    return Work(title)
