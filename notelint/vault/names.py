"""The names of a vault's files: what links look up, and what a misspelt one may have meant."""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from notelint.values import dataclass, field, fields, file_key, lazy_pattern, words_key
from notelint.vault.layered import Layered, counted, regrouped

if TYPE_CHECKING:
    from notelint.vault.near_names import NearNames

NOTE_SUFFIX = ".md"
SIGNS = "#|"  # at which what a link gives as a name ends
_UNWRITABLE = lazy_pattern("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


def is_note(path: str) -> bool:
    """Whether a file is a note, by its ending."""
    return path.lower().endswith(NOTE_SUFFIX)


def notes_among(files: Iterable[str]) -> list[str]:
    """Those of some files that are notes."""
    size = len(NOTE_SUFFIX)
    return [path for path in files if path[-size:].lower() == NOTE_SUFFIX]


def link_text(path: str) -> str:
    """A file's path as a link gives it: without ``.md``."""
    return path[: -len(NOTE_SUFFIX)] if is_note(path) else path


def shown_name(path: str) -> str:
    """What a file is called where names are suggested: a note without ``.md``."""
    return link_text(path).rpartition("/")[2]


def can_be_written(name: str) -> bool:
    """Whether a link can write a name: blanks at its ends are trimmed, a line's end ends the link,
    and a name that is not UTF-8 cannot stand in a note."""
    is_text = not _UNWRITABLE.search(name)
    return is_text and name == name.strip()


@dataclass(frozen=True)
class FileNames:
    """The files of a vault, by path relative to its root, with ``/``.

    ``by_key`` has paths by the keys of their names, those of notes also by their names without
    ``.md``; ``folders`` the keys of all folders, with how many files are below each. ``unlisted``
    are files that Obsidian does not suggest; links reach them all the same.
    """

    by_key: Layered[str, tuple[str, ...]] = field(default_factory=Layered)
    folders: Layered[str, int] = field(default_factory=Layered)
    unlisted: AbstractSet[str] = frozenset()

    @classmethod
    def of(cls, files: Iterable[str], unlisted: AbstractSet[str] = frozenset()) -> FileNames:
        """The names of some files."""
        by_key: dict[str, tuple[str, ...]] = {}
        shared: dict[str, list[str]] = {}
        files = tuple(sorted(dict.fromkeys(files)))  # in order, mostly, and so it stays
        for path in files:
            for key in name_keys(path):
                if key in by_key:
                    shared.setdefault(key, [*by_key[key]]).append(path)
                else:
                    by_key[key] = (path,)
        by_key.update((key, tuple(found)) for key, found in shared.items())
        names = cls(Layered(by_key), Layered(folder_sizes(files)), unlisted)
        vars(names)["files"] = files
        return names

    def __getstate__(self) -> dict[str, Any]:
        return {item.name: getattr(self, item.name) for item in fields(self)}

    def __contains__(self, path: object) -> bool:
        if not isinstance(path, str):
            return False
        named = self.named(posixpath.basename(path))
        index = bisect_left(named, path)
        return named[index : index + 1] == (path,)

    @cached_property
    def files(self) -> Sequence[str]:
        """All paths, in order."""
        return tuple(sorted({path for paths in self.by_key.values() for path in paths}))

    def has_sign(self, sign: str) -> bool:
        """Whether one of the signs at which a link ends stands in the name of some file."""
        return sign in self.signs

    @cached_property
    def signs(self) -> frozenset[str]:
        """Those of the signs that stand in the name of some file."""
        signs = _signs_in(self.files)  # which are there, while the keys may have to be read
        return signs and _signs_in(self.by_key)

    def named(self, name: str) -> tuple[str, ...]:
        """The files called ``name``, letter case and ``.md`` aside."""
        return self.by_key.get(file_key(name), ())

    def has_folder(self, path: str) -> bool:
        return file_key(path) in self.folders

    def is_folder_name(self, name: str) -> bool:
        """Whether some folder is called so to the letter, wherever it is."""
        return name in self.folder_names

    @cached_property
    def folder_names(self) -> Container[str]:
        """What folders are called, to the letter."""
        return folder_names_of(self.files)

    def begins(self, name: str, word: str) -> bool:
        """Whether the first words of a name, up to ``word`` or more, are all the name of a file:
        then that is its subject, as in `Cells - Flashcards` beside `Cells`."""
        words = words_key(name).split()
        first = words.index(word) + 1 if word in words else len(words)
        return any(" ".join(words[:end]) in self.title_words for end in range(first, len(words)))

    @cached_property
    def title_words(self) -> Container[str]:
        """The names of files without case and punctuation."""
        return frozenset(map(words_key, self.by_key))

    def near(self, wrong: str) -> tuple[str, ...]:
        """At most three names that may be meant: those of notes without ``.md``, others whole."""
        # What was kept of the keys may be broken so that one is not there.
        return tuple(filter(self.named, self.near_names.near(wrong)))

    @cached_property
    def near_names(self) -> NearNames:
        """What may be meant: the names of the files that are suggested."""
        from notelint.vault.near_names import NearNames  # where a link went astray

        listed = (path for path in self.files if path not in self.unlisted)
        names = dict.fromkeys(map(shown_name, listed))
        return NearNames(tuple(filter(can_be_written, names)))

    def path_of(self, name: str) -> str:
        """The path of a file called ``name``; the first where there are several."""
        return self.named(name)[0]

    def shortest_target(self, path: str) -> str:
        """How a link is written to a file: by its name alone, where no other has that name."""
        target = path if self._is_called_as_another(path) else link_text(path)
        name = posixpath.basename(target)
        return name if len(self.named(name)) == 1 else target

    def _is_called_as_another(self, path: str) -> bool:
        """Whether a note without ``.md`` has the whole name of another file: ``x.pdf.md``."""
        return self._count_called(file_key(posixpath.basename(link_text(path)))) > 0

    def _count_called(self, key: str) -> int:
        """How many files have a key for their whole name: those that have it, but for the notes
        that have it without ``.md``."""
        found = len(self.by_key.get(key, ()))
        return found - self._count_called(key + NOTE_SUFFIX) if found else 0

    def with_file(self, path: str) -> FileNames:
        """The names with one more file."""
        return self if path in self else self._changed(path, (), name_keys(path), 1)

    def without_file(self, path: str) -> FileNames:
        """The names with one file less."""
        return self._changed(path, name_keys(path), (), -1) if path in self else self

    def _changed(self, path: str, out: Iterable[str], into: Iterable[str], more: int) -> FileNames:
        return FileNames(
            regrouped(self.by_key, [(path, out, into)]),
            counted(self.folders, dict.fromkeys(folders_of(path), more)),
            self.unlisted,
        )


def folder_sizes(files: Iterable[str]) -> dict[str, int]:
    """The keys of all folders that some files are in, with how many are below each."""
    folders: Counter[str] = Counter()
    for folder, size in Counter(path.rpartition("/")[0] for path in files).items():
        folders.update(dict.fromkeys(_with_parents(folder), size))
    return folders


def _signs_in(names: Iterable[str]) -> frozenset[str]:
    text = "\n".join(names)
    return frozenset(sign for sign in SIGNS if sign in text)


def name_keys(path: str) -> tuple[str, ...]:
    """The keys of a file's name, and of a note's without ``.md``."""
    return _keys_of(path.rpartition("/")[2])


def _keys_of(name: str) -> tuple[str, ...]:
    key = file_key(name)
    return (key, key.removesuffix(NOTE_SUFFIX)) if key.endswith(NOTE_SUFFIX) else (key,)


def folders_of(path: str) -> set[str]:
    """The keys of the folders that a file stands in."""
    return _with_parents(posixpath.dirname(path))


def folder_names_of(files: Iterable[str]) -> frozenset[str]:
    """What the folders of some files are called."""
    folders = set(map(posixpath.dirname, files))
    return frozenset(name for folder in folders for name in folder.split("/"))


def _with_parents(folder: str) -> set[str]:
    """The keys of a folder and of all above it; the vault itself is `.`."""
    whole = PurePosixPath(folder)
    return {file_key(str(path)) for path in (whole, *whole.parents)}
