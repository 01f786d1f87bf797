"""What a check asks of the vault, written down: a note needs to be checked again only where one of
the answers is another (as Salsa does it in rust-analyzer).

A question is a cell: what kind of thing is looked up, and by which key. All that a rule can learn
of other notes it looks up in the mappings of the vault, so a vault whose mappings write down their
keys misses no question.
"""

from __future__ import annotations

import posixpath
import zlib
from array import array
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar

from notelint.values import dataclass, field, file_key, replace
from notelint.vault.index import VaultIndex
from notelint.vault.layered import Key, Layered, Value
from notelint.vault.names import FileNames
from notelint.vault.resolution import LinkFrom, Places, Resolution, Resolver
from notelint.vault.same_named import SameNamed
from notelint.vault.spelling import Spelling
from notelint.vault.vault import Vault


class Kind(Enum):
    """What is looked up."""

    FILE = "file"  # by the key of its name
    FOLDER = "folder"
    ALL_FILES = "files"
    SIGN = "sign"  # at which a link ends, in the name of any file
    NOTE = "note"  # the places in it that links lead to, by its path
    ALIAS = "alias"
    LINKING = "linking"  # what leads to places in notes of a name
    NAMING = "naming"  # how many notes link to a name
    PRINTING = "printing"  # what sections print that quote what has a name
    WORD = "word"
    SMALL = "small"
    MIXED = "mixed"
    COMPOUND = "compound"  # by its letters without the hyphen


Cell = tuple[Kind, str]
NAMES: Cell = (Kind.ALL_FILES, "")
_MOST_KEPT = 4096  # answers of a resolver
Answer = TypeVar("Answer")


@dataclass
class Asked:
    """The cells that were looked up. ``words`` are those of whom all of a note's words were asked
    for at once, whether they are compounds."""

    cells: set[Cell] = field(default_factory=set)
    words: set[str] = field(default_factory=set)

    def go_on_with(self, other: Asked) -> None:
        """Write down where another one does what is asked from now on."""
        self.cells, self.words = other.cells, other.words

    def take(self) -> tuple[bytes, str]:
        """What was asked since the last time, packed: the numbers of cells, and words."""
        taken = packed(self.cells), " ".join(self.words)
        self.cells, self.words = set(), set()
        return taken


def number_of(cell: Cell) -> int:
    """A short stand-in for a cell. Two may share one; then a check more is made than need be."""
    kind, key = cell
    return zlib.crc32(f"{kind.value} {key}".encode("utf-8", "surrogatepass"))


def packed(cells: Iterable[Cell]) -> bytes:
    """The numbers of cells, four bytes each."""
    return array("I", map(number_of, cells)).tobytes()


def asking(vault: Vault, asked: Asked, before: Vault | None = None) -> Vault:
    """The same vault, which writes down what is asked of it.

    ``before`` is such a vault that was another one until something changed: what it remembers of
    files that are still the same is gone on with."""
    names, resolver = _names_asking(vault.names, asked, before)
    summaries = _Asked(vault.index.summaries, Kind.NOTE, asked)
    index = _AskedIndex(summaries, vault.index, asked)
    watched = replace(vault, names=names, index=index)
    vars(watched)["resolver"] = resolver
    return watched


def _names_asking(
    known: FileNames, asked: Asked, before: Vault | None
) -> tuple[_AskedNames, Resolver]:
    """The names of files that write down what is asked of them, and who follows links by them."""
    if before is not None:
        names = before.names
        if isinstance(names, _AskedNames) and names.known is known and names.asked is asked:
            return names, before.resolver
    names = _AskedNames(
        _Asked(known.by_key, Kind.FILE, asked),
        _Asked(known.folders, Kind.FOLDER, asked),
        known.unlisted,
        known,
        asked,
    )
    return names, _AskedResolver(names, asked)


class _Asked(Layered[Key, Value]):
    """A mapping that writes down which keys are looked up."""

    __slots__ = ("_asked", "_kind")

    def __init__(self, known: Layered[Key, Value], kind: Kind, asked: Asked) -> None:
        super().__init__(known._base, known._changes)
        self._kind, self._asked = kind, asked

    def __getitem__(self, key: Key) -> Value:
        self._asked.cells.add((self._kind, str(key)))
        return super().__getitem__(key)

    if not TYPE_CHECKING:  # as the mapping that it is derived from

        def get(self, key: Key, default: Any = None) -> Any:
            self._asked.cells.add((self._kind, str(key)))
            return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self._asked.cells.add((self._kind, str(key)))
        return super().__contains__(key)

    def among(self, keys: AbstractSet[Key]) -> AbstractSet[Key]:
        self._asked.words.update(map(str, keys))
        return super().among(keys)


@dataclass(frozen=True)
class _AskedNames(FileNames):
    """The names of files, which write down what is asked of them."""

    known: FileNames = field(default_factory=FileNames)
    asked: Asked = field(default_factory=Asked)

    @property
    def files(self) -> Sequence[str]:
        self.asked.cells.add(NAMES)
        return self.known.files

    @cached_property
    def signs(self) -> frozenset[str]:
        return self.known.signs

    @cached_property
    def folder_names(self) -> Container[str]:
        return self.known.folder_names

    @cached_property
    def title_words(self) -> Container[str]:
        return self.known.title_words

    def has_sign(self, sign: str) -> bool:
        self.asked.cells.add((Kind.SIGN, sign))
        return super().has_sign(sign)

    def near(self, wrong: str) -> tuple[str, ...]:
        self.asked.cells.add(NAMES)
        return self.known.near(wrong)

    def begins(self, name: str, word: str) -> bool:
        self.asked.cells.add(NAMES)
        return super().begins(name, word)

    def is_folder_name(self, name: str) -> bool:
        self.asked.cells.add(NAMES)
        return super().is_folder_name(name)


class _AskedResolver(Resolver):
    """One that writes down also what it remembers the answer of."""

    def __init__(self, names: FileNames, asked: Asked) -> None:
        super().__init__(names)
        self._asked = asked
        self._cells: dict[tuple[str, ...], set[Cell]] = {}

    def _remembered(
        self, how: str, path: str, source: str, follow: Callable[[str, str], Resolution]
    ) -> Resolution:
        ask = partial(super()._remembered, how, path, source, follow)
        return self._written((how, path, posixpath.dirname(source)), ask)

    def places(self, name: str, links: Sequence[LinkFrom]) -> Places:
        key, known = ("places", name), self._places.get(name)
        if known is not None and known[0] is not links:
            self._cells.pop(key, None)  # which are those of the links before
        return self._written(key, partial(super().places, name, links))

    def _written(self, key: tuple[str, ...], ask: Callable[[], Answer]) -> Answer:
        """An answer with all that was looked up for it, be it now or when it was remembered."""
        before = self._asked.cells
        if key not in self._cells:
            if len(self._cells) >= _MOST_KEPT:
                self._cells.clear()
                self.forget()  # else an answer would be remembered without its cells
            self._asked.cells = set()
            answer = ask()
            self._cells[key], self._asked.cells = self._asked.cells, before
        else:
            answer = ask()
        before |= self._cells[key]
        return answer

    def _same_named(self, path: str) -> SameNamed:
        self._asked.cells.add((Kind.FILE, file_key(posixpath.basename(path))))
        return super()._same_named(path)


@dataclass(frozen=True)
class _AskedIndex(VaultIndex):
    """Its mappings are made when they are first looked at, as those of the index are."""

    known: VaultIndex = field(default_factory=VaultIndex)
    asked: Asked = field(default_factory=Asked)

    @cached_property
    def spelling(self) -> Spelling:
        known = self.known.spelling
        return Spelling(
            _Asked(known.words, Kind.WORD, self.asked),
            _Asked(known.small, Kind.SMALL, self.asked),
            _Asked(known.mixed, Kind.MIXED, self.asked),
            _Asked(known.compounds, Kind.COMPOUND, self.asked),
        )

    @cached_property
    def aliases(self) -> Layered[str, tuple[str, ...]]:
        return _Asked(self.known.aliases, Kind.ALIAS, self.asked)

    @cached_property
    def linking(self) -> Layered[str, tuple[LinkFrom, ...]]:
        return _Asked(self.known.linking, Kind.LINKING, self.asked)

    @cached_property
    def naming(self) -> Layered[str, int]:
        return _Asked(self.known.naming, Kind.NAMING, self.asked)

    @cached_property
    def printing(self) -> Layered[str, Mapping[str, int]]:
        return _Asked(self.known.printing, Kind.PRINTING, self.asked)
