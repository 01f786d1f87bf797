"""Where the sections of a note that quote a source print what may be part-of-speech labels.

It is read off the letters of the text, as words are: at worst a section counts, or does not, as
evidence. What of all this is a label is for others to say, who have a list of labels.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from urllib.parse import unquote

from notelint.values import label_key, lazy_pattern, words_key

Printed = tuple[tuple[str, str, int], ...]

VARIABLES = ("n", "v")  # single letters that are labels, and that mathematics has too
_LONGEST_NAME = 200

_HIDDEN = (
    ("```", lazy_pattern(r"```[\s\S]*?(?:```|\Z)")),
    ("~~~", lazy_pattern(r"~~~[\s\S]*?(?:~~~|\Z)")),
    ("%%", lazy_pattern(r"%%[\s\S]*?(?:%%|\Z)")),
    ("<!--", lazy_pattern(r"<!--[\s\S]*?(?:-->|\Z)")),
)
_HEADING = lazy_pattern(r"\n(#{1,6})[ \t]+([^\n]*)")
_REFERENCE = lazy_pattern(r"\[\^([^\[\]\n]+)\]")
_DEFINITION = lazy_pattern(r"\n\[\^([^\[\]\n]+)\]:[ \t]*([^\n]*)")
_LINK = lazy_pattern(
    r"(?<!!)(?:\[\[(?P<target>[^\[\]|#\n]+)|\[(?P<text>[^\[\]\n]{1,200})\]\((?P<url>[^()\n]{1,500})\))"
)

_MARKER = r"\n[ \t>]*+(?:[-+*]|\d{1,9}[.)])[ \t]++"
_LABEL = r"(?:[a-z]{1,8}\.(?:[a-z]{1,6}\.){0,2}(?: [a-z]{1,6}\.)?|\$[^$\n]{1,40}\$\.?)"
_BRACKET = r"(?:\([^()\n$]{1,80}\),?|\\?\[[^\[\]\n$]{1,80}\],?)[ \t]++"
_WORD = r"[a-z][\w'’·-]{2,39}"
_HEADWORD = rf"(?:([*_]{{1,3}})\w[\w'’· -]{{1,60}},?\1,?|{_WORD},?)[ \t]++"
_DASH = r"[—–$](?<!(?<!dash)\$)"  # the end of `$\textemdash$` too
_SAID = r"[ \t]*+(?:(?:is|are|be|denotes)\b|[=:<>])"

_ITEM = lazy_pattern(rf"{_MARKER}\S")
_AT_START = lazy_pattern(
    rf"{_MARKER}(?:\[.\][ \t]++)?(?:(?:\(\d{{1,2}}[a-z]?\)|\d{{1,2}}[.)])[ \t]++)?"
    rf"(?:{_BRACKET})?(?:{_HEADWORD}(?:{_BRACKET})?)?[*_]{{0,3}}(?P<form>{_LABEL})"
    rf"(?:[*_]{{0,3}}[ \t]*+(?:&|and\b|or\b|,|;|/)[ \t]*+[*_]{{0,3}}(?P<other>{_LABEL}))?"
    rf"(?=[*_]{{0,3}}(?:\s(?!{_SAID})|\Z|[—–$]))"
)
_DERIVED = lazy_pattern(
    rf"{_DASH}[ \t]?{_WORD},?[ \t]++[*_]{{0,3}}(?P<form>{_LABEL})"
    r"[*_]{0,3}(?=[ \t]*+(?:\n|\Z|[—–$]))"
)
_PLURAL = lazy_pattern(r"\((?:also )?(?P<form>(?:n\. ?)?(?:pl|sing)\.) ")
_PLACES = (_AT_START, _DERIVED, _PLURAL)
_FORMULA = lazy_pattern(
    r"\$(?:\\[a-z]{2,12} ?\{)?([a-z](?:[ ~]?[a-z]){0,7})( ?\.)?(?:\}( ?\.)?)?\$( ?\.)?"
)
_BEFORE_LABEL = lazy_pattern(rf"(?:[.;]|{_DASH})[ \t]*+{_WORD},?[ \t]++[*_]{{0,3}}\Z|\(\Z")
_REACH = 60


def printed_in(content: str) -> Printed:
    """What has a name, a form, and how many sections quote the one and print the other: ``n.`` is a
    label, ``$n$.`` a formula in the place of one, ``$n$`` a variable; no form stands for all
    sections. A section counts that quotes one thing and has an item, and a form once in it."""
    if "[^" not in content or "#" not in content:
        return ()
    text = _shown(content)
    if not any(_REFERENCE.search(heading[2]) for heading in _HEADING.finditer(text)):
        return ()
    quoted = _quoted(text)
    counts: Counter[tuple[str, str]] = Counter()
    for label, body in _bodies(text) if quoted else ():
        name = quoted.get(label_key(label))
        if name and _ITEM.search(body):
            counts.update((name, form) for form in ("", *_forms(body)))
    return tuple(sorted((name, form, count) for (name, form), count in counts.items()))


def quoted_with_formulas(printed: Printed) -> set[str]:
    """The names of what is quoted in sections that have formulas of letters."""
    return {name for name, form, _ in printed if "$" in form}


@lru_cache(maxsize=4096)  # the notes of a vault cite the same few works
def cited_name(words: str) -> str:
    """What a definition with these words cites, by the key of its name: the file that its first
    link names, or what the link shows of the web, or the words themselves. Empty for an address."""
    link = _LINK.search(words)
    if link is None:
        name = words
    elif link["target"] is not None:
        name = _file_name(link["target"])
    else:
        name = link["text"] if "://" in link["url"] else _file_name(unquote(link["url"]))
    return "" if "://" in name or len(name) > _LONGEST_NAME else words_key(name)


def _file_name(target: str) -> str:
    path = target.strip(" \t<>\\").partition("#")[0]
    return posixpath.basename(path.rstrip("/")).removesuffix(".md")


def _shown(content: str) -> str:
    """The text without code and comments, a line feed before it."""
    text = "\n" + content
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for mark, pattern in _HIDDEN:
        if mark in text:
            text = pattern.sub("\n", text)
    return text


def _quoted(text: str) -> dict[str, str]:
    """What the definitions of footnotes cite, by the keys of their labels; nothing for a label that
    stands for two things."""
    found: dict[str, str] = {}
    for label, words in _DEFINITION.findall(text):
        key, name = label_key(label), cited_name(words)
        found[key] = name if found.get(key, name) == name else ""
    return found


def _bodies(text: str) -> Iterator[tuple[str, str]]:
    """The text under each heading with one reference, up to a heading that is no part of it."""
    headings = list(_HEADING.finditer(text))
    label, depth, start = "", 0, 0
    for heading in headings:
        references = _REFERENCE.findall(heading[2])
        if not references and len(heading[1]) > depth:
            continue
        if label:
            yield label, text[start : heading.start()]
        label = references[0] if len(references) == 1 else ""
        depth, start = len(heading[1]), heading.end()
    if label:
        yield label, text[start:]


def _forms(body: str) -> set[str]:
    """What a section prints."""
    matches = list(chain.from_iterable(pattern.finditer(body) for pattern in _PLACES))
    printed = [(match.start(name), match[name]) for match in matches for name in match.groupdict()]
    forms = {form for _, label in printed if label for form in _pieces(label)}
    if "$" in body:
        forms.update(_formulas(body, {start for start, _ in printed}))
    return forms


def _pieces(label: str) -> Iterable[str]:
    """A label, and the first part of one that has a blank: `n.` of `n. pl.`."""
    return () if label.startswith("$") else {label, label.partition(" ")[0]}


def _formulas(body: str, places: set[int]) -> Iterator[str]:
    """The formulas of letters, some of them at places of labels. One of two letters with its stop
    may be a label wherever it stands."""
    for match in _FORMULA.finditer(body):
        letters = match[1].replace(" ", "").replace("~", "")
        if any(match.groups()[1:]) and (len(letters) > 1 or _is_place(match, places)):
            yield f"${letters}$."
        elif letters in VARIABLES:
            yield f"${letters}$"


def _is_place(match: re.Match[str], places: set[int]) -> bool:
    start = match.start()
    return start in places or bool(
        _BEFORE_LABEL.search(match.string, max(start - _REACH, 0), start)
    )
