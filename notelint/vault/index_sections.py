"""The index of a vault as it is kept between runs: of each of its mappings only that is read which
somebody asks for. It is never trusted: what does not look right is made anew of the summaries."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from notelint.disk import records_of
from notelint.notes import Linked
from notelint.vault.index import VaultIndex
from notelint.vault.index_parts import SEPARATORS, Summaries, Summarize
from notelint.vault.kept_mapping import KeptMapping
from notelint.vault.layered import Layered
from notelint.vault.resolution import LinkFrom
from notelint.vault.spelling import Spelling, may_lose_hyphen

_HIGHEST = 2_000_000_000  # of a count


def sections_of(index: VaultIndex) -> Iterator[tuple[str, Iterable[bytes]]]:
    """What is looked up in an index, as it is kept: its summaries apart, which are rows."""
    for name in (*_OF_INDEX, *_OF_SPELLING):
        pairs = ((key, _written(value)) for key, value in _mapping(index, name).items())
        yield name, records_of(pairs)


def kept_index(
    rows: Mapping[str, str], section: Callable[[str], bytes | None], anew: Summarize
) -> VaultIndex:
    """The index that was kept. ``anew`` tells what a note holds whose summary is broken."""
    made = VaultIndex(Layered(Summaries(rows, anew)))

    def kept(name: str, read: Callable[[Any], Any]) -> Layered[str, Any]:
        found = partial(section, name)
        return Layered(KeptMapping(found, partial(_read, read), partial(_mapping, made, name)))

    index = VaultIndex(made.summaries)
    spelling = (kept(name, read) for name, read in _OF_SPELLING.items())
    vars(index).update({name: kept(name, read) for name, read in _OF_INDEX.items()})
    vars(index)["spelling"] = Spelling(*spelling)
    return index


def _mapping(index: VaultIndex, name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = getattr(index if name in _OF_INDEX else index.spelling, name)
    return found


def _written(value: object) -> str:
    if isinstance(value, int):
        return str(value)
    return json.dumps(value, ensure_ascii=False, separators=SEPARATORS)


def _read(read: Callable[[Any], Any], text: str) -> Any:
    try:
        return read(json.loads(text))
    except RecursionError as error:
        raise ValueError("too deep") from error


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(_text, _list(value)))


def _compounds(value: Any) -> tuple[str, ...]:
    words = _texts(value)
    if not all(map(may_lose_hyphen, words)):
        raise ValueError("no compound")
    return words


def _links(value: Any) -> tuple[LinkFrom, ...]:
    return tuple(
        (_text(path), Linked(_text(target), _truth(is_wiki)))
        for path, (target, is_wiki) in _list(value)
    )


def _counts(value: Any) -> dict[str, int]:
    return {_text(form): _count(value[form]) for form in value}


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise TypeError("no list")
    return value


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError("no text")
    return value


def _truth(value: object) -> bool:
    if type(value) is not bool:
        raise TypeError("neither true nor false")
    return value


def _count(value: object) -> int:
    if type(value) is not int or not 0 < value <= _HIGHEST:
        raise TypeError("no count")
    return value


_Readers = Mapping[str, Callable[[Any], Any]]
_OF_INDEX: _Readers = {
    "aliases": _texts,
    "linking": _links,
    "naming": _count,
    "printing": _counts,
}
_OF_SPELLING: _Readers = {
    "words": _count,
    "small": _count,
    "mixed": _count,
    "compounds": _compounds,
}
