"""Which files of a folder belong together, in their order. It is written last, part by part where a
vault is divided among machines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from notelint.batch.address import shown
from notelint.batch.kept import as_bytes
from notelint.batch.store import Store, put
from notelint.values import NamedTuple, Place, ReadError, lazy_pattern

_VERSION = 1
_NAME = lazy_pattern(r"manifest-(\d{4,})-of-(\d{4,})\.json")
_FACTS = lazy_pattern(r"[0-9a-f]{32}")  # what they are called
_ROW, _FAILURE = (int, int, str), (str, str)  # of a manifest, by their kinds


class Part(NamedTuple):
    """Those of a vault's shards that are the ``number``-th of ``of`` parts, counted from 1."""

    number: int = 1
    of: int = 1

    @property
    def name(self) -> str:
        return f"manifest-{self.number:04}-of-{self.of:04}.json"

    @property
    def is_whole(self) -> bool:
        return self.of == 1

    def has(self, shard: int) -> bool:
        return shard % self.of == self.number - 1


class Manifest(NamedTuple):
    """What a part of a vault's facts consists of: what all parts of one listing have in common; of
    each shard its number, its first file and the name of its facts; and the notes that were not
    summarized, each with why not."""

    listing: str
    shards: tuple[tuple[int, int, str], ...]
    failures: tuple[tuple[str, str], ...]


def write_manifest(store: Store, part: Part, told: dict[str, Any]) -> None:
    """Say what a part consists of.

    Raises:
        WriteError: it cannot be written.
    """
    _withdraw_others(store, part)
    put(store, part.name, as_bytes({"version": _VERSION, **told}))


def withdraw_manifest(store: Store, part: Part) -> None:
    """Say no more what a part consists of, as long as it may be wrong."""
    _withdraw_others(store, part)
    store.remove(part.name)


def _withdraw_others(store: Store, part: Part) -> None:
    """What was said of other divisions of the vault holds no longer."""
    for name in store.names():
        if _NAME.fullmatch(name) and _part_of(name).of != part.of:
            store.remove(name)


def read_manifests(store: Store, address: str) -> list[Manifest]:
    """What all parts of a vault's facts consist of.

    Raises:
        ReadError: a part is missing, or none is there, or they are no parts of one whole.
    """
    names = sorted(name for name in store.names() if _NAME.fullmatch(name))
    place = Place(shown(address))
    if not names:
        raise ReadError("no manifest is there", "run `notelint batch facts` to its end", place)
    parts = {_part_of(name).of for name in names}
    if len(parts) > 1 or len(names) < max(parts):
        missing = f"{len(names)} of {max(parts)} parts are there"
        raise ReadError(missing, "run `notelint batch facts` for the others", place)
    try:
        manifests = [_manifest(store.read(name)) for name in names]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        problem = "a manifest of facts is broken"
        raise ReadError(problem, "run `notelint batch facts` again", place) from error
    if len({manifest.listing for manifest in manifests}) > 1:
        problem = "files of the vault came or went, or shards have another size, between its parts"
        raise ReadError(problem, "run `notelint batch facts` again for all of them", place)
    return manifests


def _part_of(name: str) -> Part:
    found = _NAME.fullmatch(name)
    assert found
    return Part(int(found[1]), int(found[2]))


def _manifest(content: bytes) -> Manifest:
    read = json.loads(content)
    if read["version"] != _VERSION:
        raise ValueError("another version")
    shards, failures = (tuple(map(tuple, read[key])) for key in ("shards", "failures"))
    found = Manifest(read["listing"], shards, failures)
    rows, told = ({tuple(map(type, row)) for row in rows} for rows in (shards, failures))
    if type(found.listing) is not str or not (rows <= {_ROW} and told <= {_FAILURE}):
        raise TypeError("of another kind")
    if not all(_FACTS.fullmatch(name) for *_, name in found.shards):
        raise ValueError("no names of facts")
    return found


def in_order(manifests: Iterable[Manifest]) -> list[str]:
    """The names that some manifests give, in the order of their shards."""
    rows = sorted(row for manifest in manifests for row in manifest.shards)
    return [name for _, _, name in rows]
