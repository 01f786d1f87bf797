"""What some notes have to say for the index of their vault, written into a file of its own.

It is the index of these notes: an index of more is the fold of such files.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from notelint.disk import SectionWriter, write_sections
from notelint.notes import NoteSummary
from notelint.values import NamedTuple, words_key
from notelint.vault.index_file import tables
from notelint.vault.index_file.table import order_of, write_table
from notelint.vault.index_file.texts import write_texts
from notelint.vault.index_file.values import (
    compress,
    pack_count,
    pack_forms,
    pack_ids,
    pack_links,
    pack_words,
    to_bytes,
)
from notelint.vault.index_parts import IndexParts
from notelint.vault.names import (
    SIGNS,
    FileNames,
    can_be_written,
    folder_names_of,
    name_keys,
    shown_name,
)
from notelint.vault.near_names import MOST_POSTINGS, postings_of
from notelint.vault.spelling import compounds_among

_Table = Iterable[tuple[str, bytes]]


class _Named(NamedTuple):
    """Files by the keys of their names, the words of names that are not their keys, and what is
    three letters long in names."""

    keys: dict[str, list[int]]
    words: dict[str, bytes]
    near: Mapping[str, list[int]]


def write_facts(
    path: Path,
    notes: Iterable[tuple[str, NoteSummary]],
    files: Iterable[str] = (),
    unlisted: Iterable[str] = (),
) -> None:
    """Write what the index of a vault needs of some of its files: ``notes`` are summaries by path,
    ``files`` all others of these files, notes that cannot be read too; ``unlisted`` those of both
    that are not suggested, where more may be given.

    Raises:
        WriteError: it cannot be written.
    """
    summaries = dict(notes)
    paths = sorted({*summaries, *files})
    hidden = frozenset(unlisted)
    write_sections(path, partial(_write, paths, sorted(summaries.items()), hidden))


def _write(
    paths: list[str],
    notes: list[tuple[str, NoteSummary]],
    unlisted: frozenset[str],
    sections: SectionWriter,
) -> None:
    ids = {path: number for number, path in enumerate(paths)}
    parts, named = IndexParts.of(notes), _named(paths, unlisted)
    signs = [sign for sign in SIGNS if any(sign in key for key in named.keys)]
    write_beside(sections, (len(paths), len(notes)), "".join(signs))
    write_texts(sections, tables.PATHS, map(to_bytes, paths))
    rows = (compress(parts.rows[path]) if path in parts.rows else b"" for path in paths)
    write_texts(sections, tables.ROWS, rows)
    hidden = [number for number, path in enumerate(paths) if path in unlisted]
    sections.put(tables.UNLISTED, [pack_ids(hidden)])
    for name, table in {**_of_names(paths, named), **_of_notes(parts, ids)}.items():
        rows_in_order = sorted(((to_bytes(key), value) for key, value in table), key=_order)
        write_table(sections, name, rows_in_order)


def write_beside(sections: SectionWriter, counts: tuple[int, int], signs: str) -> None:
    """Write how many files and notes there are, and which signs stand in names of files."""
    sections.put(tables.COUNTS, [array("Q", counts).tobytes()])
    sections.put(tables.SIGNS, [to_bytes(signs)])


def _order(row: tuple[bytes, bytes]) -> tuple[int, bytes]:
    return order_of(row[0])


def _named(paths: list[str], unlisted: frozenset[str]) -> _Named:
    keys: dict[str, list[int]] = {}
    words: dict[str, bytes] = {}
    shown: dict[str, int] = {}
    for number, path in enumerate(paths):
        found = name_keys(path)
        key, is_note = found[-1], len(found) > 1
        keys.setdefault(key, []).append(number << 1 | is_note)
        if (title := words_key(key)) != key:
            is_known = words.get(title) == tables.A_NOTE
            words[title] = tables.A_NOTE if is_note or is_known else tables.NOT_A_NOTE
        if path not in unlisted and can_be_written(name := shown_name(path)):
            shown.setdefault(name, number)
    near = postings_of((number, words_key(name)) for name, number in shown.items())
    return _Named(keys, words, near)


def _of_names(paths: list[str], named: _Named) -> dict[str, _Table]:
    names = FileNames.of(paths)
    return {
        tables.NAMES: ((key, pack_ids(found)) for key, found in named.keys.items()),
        tables.TITLE_WORDS: named.words.items(),
        tables.FOLDERS: _counts(names.folders),
        tables.FOLDER_NAMES: ((name, tables.NOTHING) for name in folder_names_of(paths)),
        tables.NEAR: ((trigram, _posting(found)) for trigram, found in named.near.items()),
    }


def _posting(found: list[int]) -> bytes:
    return pack_ids(found) if len(found) <= MOST_POSTINGS else tables.NOTHING


def _of_notes(parts: IndexParts, ids: Mapping[str, int]) -> dict[str, _Table]:
    compounds = compounds_among(parts.words)
    return {
        tables.ALIASES: (
            (key, pack_ids(ids[path] for path in found)) for key, found in parts.aliases.items()
        ),
        tables.LINKING: (
            (key, pack_links((ids[path], linked) for path, linked in links))
            for key, links in parts.linking.items()
        ),
        tables.NAMING: _counts(parts.naming),
        tables.PRINTING: ((name, pack_forms(forms)) for name, forms in parts.printing.items()),
        tables.WORDS: _counts(parts.words),
        tables.SMALL: _counts(parts.small),
        tables.MIXED: _counts(parts.mixed),
        tables.COMPOUNDS: ((key, pack_words(words)) for key, words in compounds.items()),
    }


def _counts(counts: Mapping[str, int]) -> Iterator[tuple[str, bytes]]:
    return ((key, pack_count(count)) for key, count in counts.items())
