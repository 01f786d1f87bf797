"""The tables of an index: what each is for, and how the values that several files have for one key
become one.

A file is known by its number in the order of all paths, so numbers are others after a fold.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from notelint.vault.index_file.values import (
    NumberedLink,
    pack_count,
    pack_forms,
    pack_ids,
    pack_links,
    pack_words,
    read_count,
    read_forms,
    read_ids,
    read_links,
    read_words,
    renumber_links,
    renumber_marked,
)
from notelint.vault.near_names import MOST_POSTINGS

# Files by the keys of their names, without `.md` those of notes: a bit behind each number tells
# which are notes. The title words of names, but for those that are the key itself, and whether a
# note is called so. Numbers of files by what is three letters long in their names.
NAMES, TITLE_WORDS, NEAR = "names", "title words", "near"
FOLDERS, FOLDER_NAMES = "folders", "folder names"
ALIASES, LINKING, NAMING, PRINTING = "aliases", "linking", "naming", "printing"
WORDS, SMALL, MIXED, COMPOUNDS = "words", "small", "mixed", "compounds"
COUNTED_WORDS = (WORDS, SMALL, MIXED)
# What stands beside the tables: of each file its path and its summary, both by its number.
COUNTS, PATHS, ROWS, UNLISTED, SIGNS = "counts", "paths", "rows", "unlisted", "signs"
NOTHING = b""
NOT_A_NOTE, A_NOTE = b"0", b"1"

Values = Sequence[tuple[int, bytes]]  # each with the number of the input that has it
Merge = Callable[[Values], bytes]
Numbers: TypeAlias = (
    "Sequence[array[int]]"  # of each input the new numbers of files by the old ones
)


def merges(numbers: Numbers, first: array[int]) -> Mapping[str, Merge]:
    """How the values of each table become one. ``first`` has the number of the first file that is
    called as another; it is filled while NAMES are merged, which therefore stand before NEAR."""
    return {
        NAMES: _Marked(numbers),
        TITLE_WORDS: _any_note,
        FOLDERS: _sum,
        FOLDER_NAMES: _nothing,
        NEAR: _Postings(numbers, first),
        ALIASES: _Ids(numbers),
        LINKING: _Links(numbers),
        NAMING: _sum,
        PRINTING: _sum_of_forms,
        WORDS: _sum,
        SMALL: _sum,
        MIXED: _sum,
        COMPOUNDS: _words,
    }


def _nothing(values: Values) -> bytes:
    return NOTHING


def _any_note(values: Values) -> bytes:
    return max(value for _, value in values)


def _sum(values: Values) -> bytes:
    return pack_count(sum(read_count(value) for _, value in values))


def _words(values: Values) -> bytes:
    return pack_words(sorted({word for _, value in values for word in read_words(value)}))


def _sum_of_forms(values: Values) -> bytes:
    forms: dict[str, int] = {}
    for _, value in values:
        for form, count in read_forms(value).items():
            forms[form] = forms.get(form, 0) + count
    return pack_forms(forms)


class _Marked:
    """Numbers with a bit behind each."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers

    def __call__(self, values: Values) -> bytes:
        moved = [renumber_marked(value, self._numbers[number]) for number, value in values]
        return moved[0] if len(moved) == 1 else pack_ids(sorted(read_ids(b"".join(moved))))


class _Ids:
    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers

    def __call__(self, values: Values) -> bytes:
        return pack_ids(
            sorted(
                self._numbers[number][old] for number, value in values for old in read_ids(value)
            )
        )


class _Links:
    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers

    def __call__(self, values: Values) -> bytes:
        moved = [renumber_links(value, self._numbers[number]) for number, value in values]
        if len(moved) == 1:
            return moved[0]
        links: list[NumberedLink] = [link for value in moved for link in read_links(value)]
        return pack_links(sorted(links))


class _Postings:
    """Of a trigram that tells nothing no file is kept, nor of any fold that it goes into."""

    def __init__(self, numbers: Numbers, first: array[int]) -> None:
        self._numbers, self._first = numbers, first

    def __call__(self, values: Values) -> bytes:
        if not all(value for _, value in values):
            return NOTHING
        found: set[int] = set()
        for number, value in values:
            numbers = self._numbers[number]
            found.update([self._first[numbers[old]] for old in read_ids(value)])
            if len(found) > MOST_POSTINGS:
                return NOTHING
        return pack_ids(sorted(found))
