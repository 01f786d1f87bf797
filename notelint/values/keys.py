"""Normal forms of names: what two spellings have in common where Obsidian takes them for one name.

Obsidian is written in JavaScript and compares names in NFC and in the lower case that
``toLowerCase`` gives, which is that of ``str.lower``: `ß`, `ﬁ` and `ſ` stay what they are.
``str.casefold`` spells them out, and would take two names for one.
"""

from __future__ import annotations

import unicodedata

from notelint.values.pattern import lazy_pattern

# What Obsidian's `stripHeading` turns into spaces before it compares two headings.
_PUNCTUATION = str.maketrans(dict.fromkeys('!"#$%&()*+,.:;<=>?@^`{|}~/[]\\', " "))
_LABEL_BLANKS = lazy_pattern(r"[ \t\n]+")
# The blanks that names of files carry; Obsidian takes no-break ones for a space, and what it does
# with the others nobody could check.
_SPACE = lazy_pattern("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_WORD = lazy_pattern(r"\w+")


def name_key(name: str) -> str:
    """A name, letter case aside. Which sigma a capital one becomes depends on what follows it, an
    ending of the file too, so both are one."""
    if name.isascii():
        return name.lower()
    lower = unicodedata.normalize("NFC", name).lower().replace("ς", "σ")
    return unicodedata.normalize("NFC", lower)


def file_key(name: str) -> str:
    """A file's name or path as links are looked up by it, blanks of all sorts as spaces."""
    return plain_spaces(name_key(name))


def plain_spaces(name: str) -> str:
    """A name whose blanks are all plain spaces."""
    return name if name.isascii() else _SPACE.sub(" ", name)


def heading_key(heading: str) -> str:
    """A heading as links are compared with it: punctuation as spaces, spaces collapsed."""
    return " ".join(name_key(heading).translate(_PUNCTUATION).split())


def block_key(block: str) -> str:
    """A block's id, letter case aside."""
    return name_key(block)


def label_key(label: str) -> str:
    """A footnote's label, letter case aside."""
    return name_key(label)


def title_key(words: str) -> str:
    """The words of a section's title, letter case and spacing aside."""
    return " ".join(name_key(words).split())


def words_key(name: str) -> str:
    """A name without case and punctuation: ``(Home Page) X`` and ``Home Page - X`` are one."""
    return " ".join(_WORD.findall(name_key(name)))


def definition_key(label: str) -> str:
    """The label of a link reference definition. Here CommonMark 6.3 does ask for the Unicode case
    fold, ``[ẞ]`` meets ``[SS]: /url``; blanks are spaces, tabs and line feeds, collapsed."""
    return _LABEL_BLANKS.sub(" ", label).strip(" ").casefold()
