"""The vault: every file's name, and what of its notes other notes link to or compare with."""

from __future__ import annotations

import posixpath
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import Any, TypeVar

from notelint.conventions.dictionary import DICTIONARIES, Dictionary
from notelint.conventions.kind import Kinds
from notelint.notes.anchors import Anchors, anchors_in, headings_linked
from notelint.notes.front_matter import aliases_in
from notelint.notes.words import compounds_in, small_words_in, words_in
from notelint.vault.near_names import Names

NOTE_SUFFIX = ".md"

Keep = Callable[[str, str, Callable[[], Any]], Any]  # kind, path, what reads it now → plain data


Kept = TypeVar("Kept")


def _strings(data: Any) -> list[str]:
    if not isinstance(data, list):
        raise TypeError("no list")
    return [str(item) for item in data]


def read_now(kind: str, path: str, read: Callable[[], Any]) -> Any:
    """Keep nothing."""
    return read()


def folded(name: str) -> str:
    """A name as look-ups compare it: NFC, letter case aside, a no-break space as a space."""
    return unicodedata.normalize("NFC", name).replace("\u00a0", " ").casefold()


def is_note(path: str) -> bool:
    """Whether a file is a note, by its ending."""
    return path.lower().endswith(NOTE_SUFFIX)


def link_text(path: str) -> str:
    """A file's path as a link gives it: without ``.md``."""
    return path[: -len(NOTE_SUFFIX)] if is_note(path) else path


@dataclass(frozen=True, eq=False)
class Vault:
    """An index of the vault's files, by path relative to its root, with ``/``.

    ``read`` gives the text of a note, or None where it has none; it is called only for what
    compares a note with others. ``unlisted`` are files that Obsidian does not suggest; links
    reach them all the same. ``keep`` gives plain data of a kind about a note, kept from another
    run or read now. ``kinds`` are the shapes that its notes may have.
    """

    files: tuple[str, ...] = ()
    dictionaries: tuple[Dictionary, ...] = DICTIONARIES
    read: Callable[[str], str | None] = field(default=lambda path: None, repr=False)
    unlisted: frozenset[str] = frozenset()
    keep: Keep = field(default=read_now, repr=False)
    kinds: Kinds = field(default_factory=Kinds)
    _anchors: dict[str, Anchors | None] = field(default_factory=dict, repr=False)

    @property
    def home_pages(self) -> tuple[str, ...]:
        """The forms of the names of dictionaries' home pages."""
        return self.kinds.home_pages

    @cached_property
    def by_name(self) -> dict[str, list[str]]:
        """Paths by folded file name, those of notes also by their name without ``.md``."""
        index: dict[str, list[str]] = {}
        for path in self.files:
            name = folded(posixpath.basename(path))
            index.setdefault(name, []).append(path)
            if name.endswith(NOTE_SUFFIX):
                index.setdefault(name.removesuffix(NOTE_SUFFIX), []).append(path)
        return index

    @cached_property
    def folders(self) -> frozenset[str]:
        """The folded paths of all folders that hold a file."""
        paths = map(PurePosixPath, self.files)
        return frozenset(folded(str(parent)) for path in paths for parent in path.parents)

    def anchors(self, path: str) -> Anchors | None:
        """The headings and blocks of a note that links may lead to; None if it cannot be read."""
        if path not in self._anchors:
            self._anchors[path] = self._kept_anchors(path)
        return self._anchors[path]

    def _kept_anchors(self, path: str) -> Anchors | None:
        def read() -> list[Any] | None:
            text = self.read(path)
            return None if text is None else anchors_in(text).as_data()

        def decode(data: Any) -> Anchors | None:
            return None if data is None else Anchors.from_data(data)

        return self._kept("anchors", path, read, decode)

    @cached_property
    def aliases(self) -> dict[str, tuple[str, ...]]:
        """The notes that have an alias, by folded alias."""
        found: dict[str, dict[str, None]] = {}
        for path in filter(is_note, self.files):
            for alias in self._kept("aliases", path, partial(self._read_aliases, path), _strings):
                found.setdefault(folded(alias), {})[path] = None
        return {alias: tuple(paths) for alias, paths in found.items()}

    def _read_aliases(self, path: str) -> list[str]:
        return list(aliases_in(self.read(path) or ""))

    def _kept(
        self, kind: str, path: str, read: Callable[[], Any], decode: Callable[[Any], Kept]
    ) -> Kept:
        """What is kept of a note; what does not look right is read again."""
        try:
            return decode(self.keep(kind, path, read))
        except (TypeError, ValueError):
            return decode(read())

    @cached_property
    def names(self) -> Names:
        """What a misspelt link may have meant: notes without ``.md``, other files whole."""
        listed = (path for path in self.files if path not in self.unlisted)
        return Names(tuple(dict.fromkeys(posixpath.basename(link_text(path)) for path in listed)))

    def path_of(self, name: str) -> str:
        """The path of a file called ``name``; the first where there are several."""
        return self.by_name[folded(name)][0]

    def shortest_target(self, path: str) -> str:
        """How a link is written to a file: by its name alone, where no other has that name."""
        target = link_text(path)
        name = posixpath.basename(target)
        return name if len(self.by_name[folded(name)]) == 1 else target

    def _texts(self) -> Iterator[tuple[str, str]]:
        for path in self.files:
            text = self.read(path) if is_note(path) else None
            if text is not None:
                yield path, text

    @cached_property
    def linked_headings(self) -> frozenset[str]:
        """The headings that some note links to, as compared, whichever note they are in."""
        return frozenset(key for _, text in self._texts() for key in headings_linked(text))

    @cached_property
    def compounds(self) -> Counter[str]:
        """How often the vault's notes write each hyphenated word, letter case aside."""
        return Counter(word for _, text in self._texts() for word in compounds_in(text))

    @cached_property
    def hyphenated(self) -> dict[str, str]:
        """For a word without its hyphen the form with one that the vault writes most."""
        return {word.replace("-", ""): word for word, _ in reversed(self.compounds.most_common())}

    @cached_property
    def joined_words(self) -> Counter[str]:
        """How often they write one of those words without its hyphen."""
        words = (word for _, text in self._texts() for word in words_in(text))
        return Counter(word for word in words if word in self.hyphenated)

    @cached_property
    def written(self) -> Counter[str]:
        """How often they write each word, hyphenated or not, letter case aside."""
        counts = Counter(self.compounds)
        for _, text in self._texts():
            counts.update(words_in(text))
        return counts

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that they write in small letters throughout."""
        return frozenset(word for _, text in self._texts() for word in small_words_in(text))
