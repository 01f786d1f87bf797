"""What the dictionaries that notes quote print, known by the names of their home pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import translate
from functools import cached_property, lru_cache
from typing import NamedTuple


@dataclass(frozen=True)
class Dictionary:
    """A dictionary: ``match`` is a pattern for its home page's name, in shell style.

    ``parts_of_speech`` are the labels it prints in front of a sense, with their stops; empty for
    one that prints none. ``edition`` is what its home page's name does not say.
    """

    match: str
    parts_of_speech: tuple[str, ...] = ()
    edition: str | None = None

    @cached_property
    def labels(self) -> dict[str, str]:
        """The printed labels by their bare lower-case letters: ``vb`` for ``vb.``."""
        return by_letters(self.parts_of_speech)


def by_letters(labels: Iterable[str]) -> dict[str, str]:
    """Labels by their bare lower-case letters."""
    return {re.sub(r"[\W_]", "", label).lower(): label for label in labels}


_LABELS = ("n.", "vb.", "v.", "adj.", "adv.", "pl.", "npl.", "abbrev.", "pref.")

# Only the first two print part-of-speech labels; that the others print none is a fact too: math in
# a section that quotes one of them is mathematics.
DICTIONARIES = (
    Dictionary("*Concise Medical Dictionary*", _LABELS),
    Dictionary("*Dictionary of Psychology*", _LABELS),
    Dictionary("*Dictionary of Biology*"),
    Dictionary("*Dictionary of Chemistry*"),
    Dictionary("*Dictionary of Computer Science*"),
    Dictionary("*Dictionary of Computing*"),
    Dictionary("*Dictionary of Mathematics*"),
    Dictionary("*Dictionary of Statistics*"),
    Dictionary("*Dictionary of Physics*"),
    Dictionary("*Dictionary of Electronics*"),
    Dictionary("*Dictionary of Business*"),
    Dictionary("*Dictionary of Economics*"),
    Dictionary("*Dictionary of Finance*"),
    Dictionary("*Dictionary of Law*"),
    Dictionary("*Dictionary of Philosophy*"),
)

HOME_PAGES = ("(Home Page) *", "Home Page - *")  # how home pages are called; `*` is the title


@lru_cache(maxsize=256)
def _pattern(match: str) -> re.Pattern[str]:
    return re.compile(translate(match.casefold()))


@lru_cache(maxsize=1024)
def find_dictionary(dictionaries: tuple[Dictionary, ...], name: str) -> Dictionary | None:
    """The first dictionary whose pattern the name of a home page matches, letter case aside."""
    folded = name.casefold()
    return next((item for item in dictionaries if _pattern(item.match).match(folded)), None)


def title_in(home_pages: Iterable[str], name: str) -> str | None:
    """The title in the name of a home page, or None where the name is of no such form."""
    for form in home_pages:
        before, _, after = form.partition("*")
        folded = name.casefold()
        is_of_form = folded.startswith(before.casefold()) and folded.endswith(after.casefold())
        if is_of_form and len(name) > len(before) + len(after):
            return name[len(before) : len(name) - len(after)].strip()
    return None


class Work(NamedTuple):
    """A dictionary's title without its edition, and the edition as it is written."""

    title: str
    edition: str | None = None


_EDITION = re.compile(
    r"[\s,;:-]*\(?\b(?P<edition>(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth"
    r"|seventh|eighth|ninth|tenth|revised|new)\s+(?:revised\s+)?(?:edition|edn|ed)\b)\.?\)?\s*\Z",
    re.I,
)


def work_of(title: str) -> Work:
    """``A Dictionary of Biology 8th Edition`` as title and edition."""
    match = _EDITION.search(title)
    if match is None or not match.start():
        return Work(title)
    return Work(title[: match.start()], match["edition"])
