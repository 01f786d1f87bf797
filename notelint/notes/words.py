"""Words as notes write them, with and without a hyphen."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import filterfalse

from notelint.values import NamedTuple, Parting, holds, lazy_pattern

_FORM = lazy_pattern(r"[^\W\d_]{2,}-\d+|[^\W\d_]+-[^\W\d_]{2,}")
# Behind a slash stands the name of a page, in which hyphens stand for blanks.
_OF_A_PAGE = lazy_pattern(r"/(?<=\w/)([\w-]++)")
_RUNS = Parting.at(r"[^\w-]")  # what may be either; to look for both costs twice the time
# What goes on behind a hyphen and a blank or a line's end is the piece of a word, and no word.
_PIECE = lazy_pattern(r"-(?<=[^\W\d_]-)[*_=~]{0,3}\s[\s>*_=~]*+[\w-]++")
_PACKED = lazy_pattern(r"(?:[1-9][0-9]{0,8}(?: [^ \n]++)++(?:\n|\Z))*+")
WORD = lazy_pattern(r"(?<![\w-])[^\W_]{2,}(?![\w-])")
# What is no prose, by the letters that it has in it. A summary is read off the text without a
# parse, so this is near the truth and no more: at worst a word counts, or does not, as evidence.
_OUTSIDE = (
    ("```", lazy_pattern(r"```[\s\S]*?(?:```|\Z)")),
    ("~~~", lazy_pattern(r"~~~[\s\S]*?(?:~~~|\Z)")),
    ("`", lazy_pattern(r"`[^`\n]*`")),
    ("$$", lazy_pattern(r"\$\$[^$]*\$\$")),
    ("$", lazy_pattern(r"\$(?![ $])[^$\n]*(?<! )\$(?!\d)")),
    ("[[", lazy_pattern(r"\[\[[^\[\]|\n]*")),
    ("](", lazy_pattern(r"\]\([^()\n]*\)")),
    ("://", lazy_pattern(r"://[^\s)>\]]*")),
    ("<", lazy_pattern(r"<[A-Za-z/!][^<>]*>")),
)
_SOFT_BREAK = lazy_pattern(r"\u00ad(?=\s)")
_LIKE_HYPHENS = ("\u2010", "\u2011")


def word_key(text: str) -> str:
    """Words as they are counted: in NFC and in lower case, all hyphens alike and none of them
    soft."""
    return _written(text).lower()


def words_in(text: str) -> Iterator[str]:
    """The words of two letters or more without a hyphen, in lower case."""
    return (match[0].lower() for match in WORD.finditer(_without_pieces(text)))


def count_words(text: str) -> Counter[str]:
    """How often a text writes each word of two letters or more, and each with one hyphen."""
    text = _without_pieces(text)
    counts = Counter(_RUNS.split(text))
    joined = {run: counts.pop(run) for run in [*filterfalse(str.isalnum, counts)]}
    for letter in [run for run in counts if len(run) == 1]:
        del counts[letter]
    compounds = {run: count for run, count in joined.items() if _FORM.fullmatch(run)}
    for run in _OF_A_PAGE.findall(text) if compounds and "/" in text else ():
        if run in compounds:
            compounds[run] -= 1
    counts.update({run: count for run, count in compounds.items() if count})
    return counts


def _written(text: str) -> str:
    if text.isascii():
        return text
    for hyphen in _LIKE_HYPHENS:
        text = text.replace(hyphen, "-")
    return unicodedata.normalize("NFC", text.replace("\u00ad", ""))


def _without_pieces(text: str) -> str:
    if "\u00ad" in text:
        text = _SOFT_BREAK.sub("-", text)
    return _PIECE.sub("- ", _written(text))


def _prose_of(text: str) -> str:
    """A text without code, mathematics, addresses, tags and the targets of links."""
    for mark, pattern in _OUTSIDE:
        if holds(text, mark):
            text = pattern.sub(" ", text)
    return text


class WordCounts(NamedTuple):
    """How often a note writes each word and each compound, letter for letter.

    Packed, since a vault holds one for each note, and they are unpacked once or never: a line for
    each count, with the words that have it.
    """

    packed: str = ""

    @classmethod
    def of(cls, text: str) -> WordCounts:
        """The words of a note's prose, as near as they can be told without a parse."""
        return cls.pack(count_words(_prose_of(text)))

    @classmethod
    def pack(cls, counts: Mapping[str, int]) -> WordCounts:
        """Some counts, in a form that is the same for the same text."""
        by_count: dict[int, list[str]] = {count: [] for count in sorted({*counts.values()})}
        for word, count in counts.items():
            by_count[count].append(word)
        return cls("\n".join(f"{count} {' '.join(words)}" for count, words in by_count.items()))

    @classmethod
    def checked(cls, packed: str) -> WordCounts:
        """What was packed once, as it says who kept it.

        Raises:
            ValueError: it is nothing of the kind.
        """
        if not _PACKED.fullmatch(packed):
            raise ValueError("no counts of words")
        return cls(packed)

    def by_count(self) -> Iterator[tuple[int, list[str]]]:
        """Each count with the words that have it."""
        for line in self.packed.split("\n") if self.packed else ():
            count, *words = line.split(" ")
            yield int(count), words

    def items(self) -> Iterator[tuple[str, int]]:
        """Each word with its count."""
        return ((word, count) for count, words in self.by_count() for word in words)


def times(count: int) -> str:
    """How often, in words."""
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
