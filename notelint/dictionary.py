"""What the dictionaries that notes quote print, known by the names of their home pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import translate
from functools import cached_property, lru_cache


@dataclass(frozen=True)
class Dictionary:
    """A dictionary: ``match`` is a pattern for its home page's name, in shell style.

    ``parts_of_speech`` are the labels it prints in front of a sense, with their stops; empty for
    one that prints none.
    """

    match: str
    parts_of_speech: tuple[str, ...] = ()

    @cached_property
    def labels(self) -> dict[str, str]:
        """The printed labels by their bare lower-case letters: ``vb`` for ``vb.``."""
        return {re.sub(r"[\W_]", "", label).lower(): label for label in self.parts_of_speech}


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


@lru_cache(maxsize=256)
def _pattern(match: str) -> re.Pattern[str]:
    return re.compile(translate(match.casefold()))


@lru_cache(maxsize=1024)
def find_dictionary(dictionaries: tuple[Dictionary, ...], name: str) -> Dictionary | None:
    """The first dictionary whose pattern the name of a home page matches, letter case aside."""
    folded = name.casefold()
    return next((item for item in dictionaries if _pattern(item.match).match(folded)), None)
