"""Headings as other readers write them into a Markdown link: ``What's new?``, ``#whats-new``.

GitHub's way, and that of those who took it over, is github-slugger's: letters, marks, digits, `_`
and `-` stay, blanks become hyphens, and a second heading of one slug gets a `-1`. Others also
collapse hyphens (GitLab) or take them off the ends (VS Code). A heading may bear an id of its own,
``# Walls {#walls}`` (Pandoc, kramdown).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from notelint.values import lazy_pattern, name_key

_KEPT = ("L", "M", "Nd", "Nl", "Pc")  # general categories, or how they begin
_OWN_ID = lazy_pattern(r"\{#([^\s{}]++)[^{}]*+\}\s*\Z")
_HYPHENS = lazy_pattern("-+")
_NUMBERS = lazy_pattern(r"(?:-\d+)+\Z")


def slug(text: str) -> str:
    """A heading, or what a link calls it, as GitHub writes it but for the number at the end."""
    return "".join("-" if char == " " else char for char in name_key(text) if _is_kept(char))


def family_of(name: str) -> str:
    """A slug without the numbers at its end, and as others write it: those of one family may be in
    one another's way."""
    return _NUMBERS.sub("", _HYPHENS.sub("-", name).strip("-"))


def _is_kept(char: str) -> bool:
    if char.isascii():
        return char.isalnum() or char in "-_ "
    return unicodedata.category(char).startswith(_KEPT)


def slugs(headings: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The index of each heading by all that it may be called; ``headings`` are pairs of a source
    and what is shown of it without its footnotes, whose number GitHub takes for a part of it.
    Of two headings of one name the first counts."""
    sources, shown = [], []
    for source, plain in headings:
        sources.append(source)
        shown.append(plain)
    found: dict[str, int] = {}
    for index, source in enumerate(sources):
        if own := _OWN_ID.search(source):
            found.setdefault(slug(own[1]), index)
    for texts in (sources, shown):
        for index, name in enumerate(numbered(texts)):
            found.setdefault(name, index)
    for name, index in list(found.items()):
        for other in _elsewhere(name):
            found.setdefault(other, index)
    return found


def numbered(texts: Iterable[str]) -> Iterator[str]:
    """The slug of each text, with a number where it was there before: no two are alike."""
    times: dict[str, int] = {}
    for text in texts:
        first = name = slug(text.strip())
        while name in times:
            times[first] += 1
            name = f"{first}-{times[first]}"
        times[name] = 0
        yield name


def _elsewhere(name: str) -> Iterator[str]:
    collapsed = _HYPHENS.sub("-", name)
    yield from (collapsed, name.strip("-"), collapsed.strip("-"))
