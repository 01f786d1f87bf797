"""URLs in text: those between `<` and `>` (CommonMark 6.5), and bare ones (GFM 6.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notelint.values import lazy_pattern

_DOMAIN = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
AUTOLINK = r"[A-Za-z][A-Za-z0-9.+-]{1,31}:[^<>\x00-\x20]*"
EMAIL = rf"[a-zA-Z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_DOMAIN}(?:\.{_DOMAIN})*"

# A scheme has no letter before it; `www.` has a blank, one of `*_~([]`, or nothing. A `]` that
# could end a link's text ends the URL, as micromark has it; a footnote reference and a wikilink
# do, because notes have them right behind.
_URL = lazy_pattern(
    r"(?:(?<![^\W\d_])https?://(?P<host>[\w.-]*+)|(?<![^\s*_~(\[\]])www\.(?P<site>[\w.-]++))"
    r"(?:[^\s<\[\]]|\[(?![\^\[])|\](?![\s(\[]|\Z))*+",
    re.I,
)
_ENTITY = lazy_pattern(r"&[A-Za-z0-9]+;")
_MAX_ENTITY = 34  # characters, with `&` and `;`
_SENTENCE = frozenset("?!.,:*_~'\"")


def find_urls(text: str) -> Iterator[tuple[int, int]]:
    """The bare URLs of a text in order, without the punctuation that belongs to the sentence."""
    if "://" not in text and "www." not in text.lower():
        return
    for match in _URL.finditer(text):
        if _is_domain(match["host"] or match["site"] or ""):
            yield match.start(), _end(text, match.start(), match.end())


def _is_domain(domain: str) -> bool:
    """Labels between single periods, and no underscore in the last two."""
    labels = domain.rstrip(".").split(".")
    return all(labels) and not any("_" in label for label in labels[-2:])


def _end(text: str, start: int, end: int) -> int:
    """The end without what GFM cuts: trailing punctuation, an unopened ``)``, a last entity."""
    unopened = text.count(")", start, end) - text.count("(", start, end)
    while True:
        last = text[end - 1]
        if last == ";":
            end = _before_entity(text, start, end)
        elif last in _SENTENCE or (last == ")" and unopened > 0):
            unopened -= last == ")"
            end -= 1
        else:
            return end


def _before_entity(text: str, start: int, end: int) -> int:
    """The end without a last ``&amp;`` and the like, or else without its ``;``."""
    ampersand = text.rfind("&", max(start, end - _MAX_ENTITY), end)
    is_entity = ampersand >= 0 and _ENTITY.fullmatch(text, ampersand, end)
    return ampersand if is_entity else end - 1
