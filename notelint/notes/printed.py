"""Where the sections of a note that quote a source print what may be part-of-speech labels.

It is read off the letters of the text, as words are: at worst a section counts, or does not, as
evidence. What of all this is a label is for others to say, who have a list of labels.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote

from notelint.values import holds, label_key, lazy_pattern, words_key

Printed = tuple[tuple[str, str, int], ...]

# Single letters that are labels, and that mathematics has too.
VARIABLES = ("a", "f", "m", "n", "s", "v")
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
_FORMULA_LABEL = r"\$[^$\n]{1,40}\$"
_LABEL = rf"(?:[a-z]{{1,8}}\.(?:[a-z]{{1,6}}\.){{0,2}}(?: [a-z]{{1,6}}\.)?|{_FORMULA_LABEL}\.?)"
# What dictionaries print without a stop, and begins no sentence: a closed list, since any item may
# begin with a word.
_BARE = (
    r"(?:n|v(?= to (?!infinity|zero|one|many)[a-z]{2})|vb|v[it]|vtr|n ?pl|adj|adv|pron|interj"
    rf"|abbr|nm|nf|sm|sf|agg|avv|[bzw]n|[bw]w|{_FORMULA_LABEL}(?!\.))"
)
_BRACKET = r"(?:\([^()\n$]{1,80}\),?|\\?\[[^\[\]\n$]{1,80}\],?)[ \t]++"
_WORD = r"[a-z][\w'’·-]{2,39}"
_HEADWORD = rf"(?:([*_]{{1,3}})\w[\w'’· -]{{1,60}},?\1,?|{_WORD},?)[ \t]++"
_DASH = r"[—–$](?<!(?<!dash)\$)"  # the end of `$\textemdash$` too
_SAID = r"[ \t]*+(?:(?:is|are|be|denotes)\b|[=:<>])"
_AND = r"[*_]{0,3}[ \t]*+(?:&|and\b|or\b|,|;|/)[ \t]*+[*_]{0,3}"

_ITEM = lazy_pattern(rf"{_MARKER}\S")
_AT_START = lazy_pattern(
    rf"{_MARKER}(?:\[.\][ \t]++)?(?:(?:\(\d{{1,2}}[a-z]?\)|\d{{1,2}}[.)])[ \t]++)?"
    rf"(?:{_BRACKET})?(?:{_HEADWORD}(?:{_BRACKET})?)?[*_]{{0,3}}(?P<form>{_LABEL})"
    rf"(?:{_AND}(?P<other>{_LABEL}))?"
    rf"(?=[*_]{{0,3}}(?:\s(?!{_SAID})|\Z|[—–$]))"
)
_AT_SENSE = lazy_pattern(
    rf"{_MARKER}[*_]{{0,3}}(?P<form>{_BARE})(?:{_AND}(?P<other>{_BARE}))?[*_]{{0,3}}[ \t]++"
    rf"(?!{_SAID})(?=[*_(]{{0,3}}[a-z\d])"
)
_ONE_BEHIND = lazy_pattern(  # a letter without a stop, and not a variable
    r"[*_]{0,3}[ \t]++(?:(?:an?|any|one|some(?:one|thing)|the|to) |[*_]{0,2}\d{1,2}[*_:]{0,3} "
    r"|\((?:\d|bef\. |c\. )|[*_][a-z])"
)
_AT_END = rf"[*_]{{0,3}}(?P<form>{_LABEL})[*_]{{0,3}}(?=[ \t]*+(?:\n|\Z|[—–$]))"
_DERIVED = lazy_pattern(rf"{_DASH}[ \t]?(?:\*{{1,3}})?{_WORD},?(?:\*{{1,3}},?)?[ \t]++{_AT_END}")
_SET_OFF = lazy_pattern(rf"\*(?<=[.!?;] \*)\*{{0,2}}{_WORD},?\*{{1,3}},?[ \t]++{_AT_END}")
_PLURAL = lazy_pattern(r"\((?:also )?(?P<form>(?:n\. ?)?(?:pl|sing)\.) ")
_ANGLED = lazy_pattern(
    rf"[⟨‹<](?P<form>[A-Za-z]{{1,6}}\.(?: ?[A-Za-z]{{1,6}}\.)?|{_FORMULA_LABEL}\.?)(?=[;,⟩›>])"
)
# Each with signs of which a text has one where it is found there.
_PLACES = (
    (("",), _AT_START),
    (("—", "–", "dash$"), _DERIVED),
    (("*",), _SET_OFF),
    (("(",), _PLURAL),
    (("⟨", "‹", "<"), _ANGLED),
)
_FORMULA = lazy_pattern(
    r"\$(?:\\[a-z]{2,12} ?\{)?([A-Za-z](?:[ ~.]{0,3}[A-Za-z]){0,9}"
    r"(?:\.? ?\\?& ?[a-z](?: ?[a-z]){0,5})?)( ?\.)?(?:\}( ?\.)?)?\$( ?\.)?"
)
_NO_LETTERS = lazy_pattern(r"[ ~.\\]")
_BEFORE_LABEL = lazy_pattern(
    rf"(?:[.;]|{_DASH})[ \t]*+[*_]{{0,3}}{_WORD},?[*_]{{0,3}},?[ \t]++[*_]{{0,3}}\Z|\(\Z"
)
_REACH = 60


def printed_in(content: str) -> Printed:
    """What has a name, a form, and how many sections quote the one and print the other: ``n.`` and
    ``n`` are labels, ``$n$.`` a formula in the place of one, ``$n$`` one elsewhere; no form stands
    for all sections. A section counts that quotes one thing and has an item, and a form once in
    it."""
    if "[^" not in content or "#" not in content:
        return ()
    text = _shown(content)
    bodies = list(_bodies(text))
    quoted = _quoted(text) if bodies else {}
    counts: Counter[tuple[str, str]] = Counter()
    for label, body in bodies if quoted else ():
        name = quoted.get(label_key(label))
        if name and _ITEM.search(body):
            for form in ("", *_forms(body)):
                counts[name, form] += 1
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
        if holds(text, mark):
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
    label, depth, start = "", 0, 0
    for heading in _HEADING.finditer(text):
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
    printed: dict[int, str] = {}
    for signs, place in _PLACES:
        if any(holds(body, sign) for sign in signs):
            printed |= _labels(place.finditer(body))
    bare = _labels(_AT_SENSE.finditer(body))
    forms = {form for label in printed.values() for form in _pieces(label)}
    forms.update(label for label in bare.values() if "$" not in label)
    if "$" in body:
        forms.update(_formulas(body, printed.keys(), bare.keys()))
    return forms


def _labels(matches: Iterable[re.Match[str]]) -> dict[int, str]:
    """What stands at places of labels, by where it begins."""
    return {
        match.start(name): label
        for match in matches
        for name, label in match.groupdict().items()
        if label
    }


def _pieces(label: str) -> Iterable[str]:
    """A label, and the first part of one that has a blank: `n.` of `n. pl.`."""
    return () if label.startswith("$") else {label, label.partition(" ")[0]}


def _formulas(body: str, places: Collection[int], senses: Collection[int]) -> Iterator[str]:
    """The formulas of letters, some of them at places of labels."""
    for match in _FORMULA.finditer(body):
        is_stopped = any(match.groups()[1:])
        is_label = _is_place(match, places) if is_stopped else match.start() in senses
        for letters in _NO_LETTERS.sub("", match[1]).split("&"):
            is_one = len(letters) == 1
            if is_one and is_label and not is_stopped:
                is_label = _ONE_BEHIND.match(body, match.end()) is not None
            if is_label and not (is_one and letters.isupper()):
                yield f"${letters}$."
            elif letters in VARIABLES or (is_stopped and not is_one):
                yield f"${letters}$"


def _is_place(match: re.Match[str], places: Collection[int]) -> bool:
    start = match.start()
    return start in places or bool(
        _BEFORE_LABEL.search(match.string, max(start - _REACH, 0), start)
    )
