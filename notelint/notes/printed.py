"""Where the sections of a note that quote a source print what may be part-of-speech labels.

It is read off the letters of the text, as words are: at worst a section counts, or does not, as
evidence. What of all this is a label is for others to say, who have a list of labels.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from urllib.parse import unquote

from notelint.values import holds, label_key, lazy_pattern, words_key

Printed = tuple[tuple[str, str, int], ...]

_LONGEST_NAME = 200

_HIDDEN = (
    ("```", lazy_pattern(r"```[\s\S]*?(?:```|\Z)")),
    ("~~~", lazy_pattern(r"~~~[\s\S]*?(?:~~~|\Z)")),
    ("%%", lazy_pattern(r"%%(?:[\s\S]*?%%|(?<=\n%%)[ \t]*(?:\n[\s\S]*)?\Z)")),
    ("<!--", lazy_pattern(r"<!--[\s\S]*?(?:-->|\Z)")),
)
_HEADING = lazy_pattern(r"\n(#{1,6})[ \t]+([^\n]*)")
_REFERENCE = lazy_pattern(r"\[\^([^\[\]\n]+)\]")
_DEFINITION = lazy_pattern(r"\n\[\^([^\[\]\n]+)\]:[ \t]*([^\n]*)")
_LINK = lazy_pattern(
    r"(?<!!)(?:\[\[(?P<target>[^\[\]|#\n]+)|\[(?P<text>[^\[\]\n]{1,200})\]\((?P<url>[^()\n]{1,500})\))"
)

_ENTRY = lazy_pattern(r"\n(?:[ \t>]*+(?:[-+*]|\d{1,9}[.)])[ \t]++\S|\*\*\w)")


def printed_in(content: str) -> Printed:
    """What has a name, a form, and how many sections quote the one and print the other: ``n.`` and
    ``n`` are labels, ``$n$.`` a formula in the place of one, ``$n$`` one elsewhere, ``$`` any other
    formula of letters; no form stands for all sections. A section counts that quotes one thing and
    has an entry, be it an item or a line with a headword in bold letters, and a form once in it. Of
    one that quotes several things it is only told, for each, that it has formulas."""
    if "[^" not in content or "#" not in content:
        return ()
    text = _shown(content)
    bodies = list(_bodies(text))
    quoted = _quoted(text) if bodies else {}
    counts: dict[tuple[str, str], int] = {}
    if quoted:
        from notelint.notes.printed_forms import printed_forms  # for notes that quote something
    for labels, body in bodies if quoted else ():
        names = {name for label in labels if (name := quoted.get(label_key(label)))}
        if names and _ENTRY.search(body):
            forms = printed_forms(body)
            told = {"", *forms} if len(labels) == 1 else {"$" for form in forms if "$" in form}
            for shown in product(names, told):
                counts[shown] = counts.get(shown, 0) + 1
    return tuple(sorted([(name, form, count) for (name, form), count in counts.items()]))


def quoted_with_formulas(printed: Printed) -> set[str]:
    """The names of what is quoted in sections that have formulas which may be labels."""
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


def _bodies(text: str) -> Iterator[tuple[list[str], str]]:
    """The text under each heading with references, up to a heading that is no part of it."""
    labels: list[str] = []
    depth = start = 0
    for heading in _HEADING.finditer(text):
        references = _REFERENCE.findall(heading[2])
        if not references and len(heading[1]) > depth:
            continue
        if labels:
            yield labels, text[start : heading.start()]
        labels = references
        depth, start = len(heading[1]), heading.end()
    if labels:
        yield labels, text[start:]
