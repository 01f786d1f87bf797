"""What the dictionaries that notes quote print, known by the names of their home pages."""

from __future__ import annotations

import re
import unicodedata
from fnmatch import translate
from functools import cached_property, lru_cache

from notelint.conventions.dictionary_table import TABLE
from notelint.conventions.label import by_letters
from notelint.values import dataclass, lazy_pattern, name_key


@dataclass(frozen=True)
class Dictionary:
    """A dictionary: ``match`` is a pattern for its home page's name, in shell style.

    ``parts_of_speech`` are the labels it prints in front of a sense, as it prints them; empty for
    one that prints none. ``edition`` is what its home page's name does not say.
    """

    match: str
    parts_of_speech: tuple[str, ...] = ()
    edition: str | None = None

    @cached_property
    def labels(self) -> dict[str, str]:
        """The printed labels by their bare letters: ``vb`` for ``vb.``."""
        return by_letters(self.parts_of_speech)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """What every name has that the pattern matches, which is told without compiling it: the
        text between its stars. Nothing is known of a pattern with other signs."""
        key = name_key(self.match)
        is_plain = not ("?" in key or "[" in key)
        return tuple(filter(None, key.split("*"))) if is_plain else ()


DICTIONARIES = tuple(Dictionary(match, labels) for matches, labels in TABLE for match in matches)

HOME_PAGES = (
    "(Home Page) *",
    "Home Page - *",
    "Home Page: *",
)  # how home pages are called; `*` is the title


def find_dictionary(dictionaries: tuple[Dictionary, ...], name: str) -> Dictionary | None:
    """The first dictionary whose pattern the name of a home page matches, letter case aside."""
    key = name_key(name)
    return next((item for item in dictionaries if _is_for(item, name, key)), None)


def _is_for(dictionary: Dictionary, name: str, key: str) -> bool:
    """Whether a pattern is for a name: for all of it, or for the title in it where it ends with
    that: an edition and a publisher may follow."""
    for text in dictionary.texts:
        if text not in key:
            return False
    if _pattern(dictionary.match).match(key):
        return True
    if dictionary.match.endswith("*"):
        return False
    from notelint.conventions.work import work_in  # most names hold no such title

    title = name_key(work_in(name).title).partition(" by ")[0]
    return _pattern(dictionary.match).match(title) is not None


@lru_cache(maxsize=256)
def _pattern(match: str) -> re.Pattern[str]:
    return re.compile(translate(name_key(match)))


_DASH = "[-‐‑–—]"
_PART = lazy_pattern(rf"(?P<dash>\s+{_DASH}\s+)|(?P<blank>\s+)|\S")


@lru_cache(maxsize=256)
def _form(form: str) -> re.Pattern[str]:
    """A pattern for names of a form, however their blanks and dashes are written: ``Home Page – X``
    for ``Home Page - *``. Only a blank that parts two words of name and title has to be there."""
    form = unicodedata.normalize("NFC", form)
    return re.compile("".join(_part(form, match) for match in _PART.finditer(form)), re.I)


def _part(form: str, match: re.Match[str]) -> str:
    if match["dash"]:
        return rf"(?:\s+{_DASH}\s*|\s*{_DASH}\s+)"
    if match["blank"]:
        beside = form[match.start() - 1 : match.start()], form[match.end() : match.end() + 1]
        return r"\s+" if "*" in beside and any(map(str.isalnum, beside)) else r"\s*"
    return r"(\S.*)" if match[0] == "*" else re.escape(match[0])


@lru_cache(maxsize=1024)
def title_in(home_pages: tuple[str, ...], name: str) -> str | None:
    """The title in the name of a home page, or None where the name is of no such form."""
    name = unicodedata.normalize("NFC", name)
    matches = (_form(form).fullmatch(name) for form in home_pages)
    return next((match[1].strip() for match in matches if match), None)
