"""A vault in a store: listed once, its notes read from there, its configuration fetched."""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path, PurePosixPath

from notelint.batch.address import reason_of, shown
from notelint.batch.note_at import OUT_OF_REACH, NoteAt, stamp_of
from notelint.batch.object_store import Listed, ObjectStore
from notelint.config import CONFIGURATIONS, Options, Settings, config_in, load_settings, read_file
from notelint.disk import REPOSITORY_MARK, VAULT_MARK, Discovery, Listing, NoteFile, discover_in
from notelint.values import NotelintError, Place, ReadError, UsageError, replace

_AT_ONCE = 32  # notes that are asked for together
_IGNORING = ".gitignore"
_BESIDE = (f"{VAULT_MARK}/app.json", f"{REPOSITORY_MARK}/info/exclude", *CONFIGURATIONS)
_MOST_FETCHED = 100  # files of a configuration
_BEGINNING = 80  # bytes


class StoredVault:
    """A vault at an address. What notelint reads besides notes, it reads from a folder of this
    machine that holds copies of it."""

    def __init__(self, address: str) -> None:
        self._store = ObjectStore.at(address)
        self._shown = shown(address)
        self._known: dict[str, Listed] = {}

    @cached_property
    def _folder(self) -> Path:
        """The folder of this machine that stands for the vault."""
        folder = self._top.joinpath(*self._store.names_above[1:])
        folder.mkdir(parents=True, exist_ok=True)
        for name in _BESIDE:
            _fetch(self._store, name, folder)
        return folder

    @cached_property
    def _top(self) -> Path:
        """The one that stands for the whole bucket."""
        if {"..", "."} & set(self._store.names_above):
            raise UsageError("is no place in a store", "write it without `..`", Place(self._shown))
        folder = Path(tempfile.mkdtemp(prefix="notelint-"))
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return folder

    def settings(self, options: Options) -> Settings:
        try:
            return self._settings(options)
        except NotelintError as error:
            raise ReadError(self._told(str(error))) from error

    def _settings(self, options: Options) -> Settings:
        """Of no file above the bucket: there somebody else's files are, on this machine."""
        if options.file is None and not options.is_isolated:
            file = self._configuration()
            options = replace(options, file=file, is_isolated=file is None)
        return load_settings(self._folder, options)

    def _configuration(self) -> Path | None:
        """A copy of the configuration that governs the vault, in it or in the nearest folder above,
        with copies of all that it names."""
        store: ObjectStore | None = self._store
        folder = self._folder
        while store is not None:
            for name in CONFIGURATIONS if folder != self._folder else ():
                _fetch(store, name, folder)
            if file := config_in(folder):
                self._fetch_what_is_named([file])
                return file
            store, folder = store.around, folder.parent
        return None

    def _fetch_what_is_named(self, waiting: list[Path]) -> None:
        """Fetch what configurations extend and the packs that they name, as far as that is in the
        bucket; what is fetched may name more."""
        asked: set[Path] = set()
        while waiting and len(asked) < _MOST_FETCHED:
            for file in map(_normal, _named_in(waiting.pop())):
                if file not in asked and self._top in file.parents:
                    asked.add(file)
                    _fetch(self._bucket, file.relative_to(self._top).as_posix(), self._top)
                    waiting.append(file)

    @property
    def _bucket(self) -> ObjectStore:
        store = self._store
        while (around := store.around) is not None:
            store = around
        return store

    def discovery(self, settings: Settings) -> Discovery:
        self._known.clear()
        listing = Listing(self._folder)
        waiting = [""]
        while waiting:
            waiting += self._enter(listing, waiting.pop())
        respects = settings.respect_gitignore
        found = discover_in(listing, [self._folder], respects, settings.leaves_out)
        return replace(found, problems=tuple(map(self._told, found.problems)))

    def _enter(self, listing: Listing, folder: str) -> list[str]:
        """Add what is in a folder, as it is done on a disk; the folders in it."""
        entries = self._store.listed(folder)
        marks = {PurePosixPath(entry.path).name for entry in entries if entry.is_folder}
        if folder and VAULT_MARK in marks:
            listing.vaults.append(folder)
            return []
        if REPOSITORY_MARK in marks and folder:
            listing.repositories.append(folder)
        elif REPOSITORY_MARK in marks:
            (listing.root / REPOSITORY_MARK).mkdir(exist_ok=True)
        inner = []
        for entry in entries:
            name = PurePosixPath(entry.path).name
            if name == _IGNORING and not entry.is_folder:
                _fetch(self._store, entry.path, listing.root)
            if name.startswith("."):
                continue
            if entry.is_folder:
                inner.append(entry.path)
            else:
                listing.files.append(entry.path)
                self._known[entry.path] = entry
        return inner

    def stamps(self, notes: Sequence[str], most: int) -> list[str]:
        listed = [self._known[path] for path in notes if path in self._known]
        stamps = {item.path: f"{item.size} {item.mark}" for item in listed}
        unmarked = [NoteAt(item.path, f"{item.size} -") for item in listed if not item.mark]
        for note, file in zip(unmarked, self.files(unmarked, most), strict=True):
            stamps[note.path] = stamp_of(file)
        return [stamps.get(path, OUT_OF_REACH) for path in notes]

    def files(self, notes: Sequence[NoteAt], most: int) -> Iterator[NoteFile]:
        for start in range(0, len(notes), _AT_ONCE):
            some = notes[start : start + _AT_ONCE]
            small = [note.path for note in some if note.size <= most]
            read = dict(zip(small, self._store.read_many(small), strict=True))
            for note in some:
                yield self._file(note, read.get(note.path), most)

    def changed(self, notes: Sequence[NoteAt], most: int) -> Iterator[str]:
        """None that is known of: to ask for each note again would cost as much as to read it."""
        return iter(())

    def _file(self, note: NoteAt, read: bytes | Exception | None, most: int) -> NoteFile:
        if isinstance(read, bytes) and len(read) > most:
            return NoteFile(read[:_BEGINNING], size=len(read))
        if isinstance(read, bytes):
            return NoteFile(read)
        if isinstance(read, Exception):
            return NoteFile(error=f"cannot read {self._shown}/{note.path}: {reason_of(read)}")
        return NoteFile(self._store.read(note.path, 0, _BEGINNING), size=note.size)

    def _told(self, text: str) -> str:
        return text.replace(str(self._folder), self._shown).replace(
            str(self._top), self._bucket.address
        )


def _named_in(file: Path) -> Iterator[Path]:
    """The files that one names, if it is a configuration."""
    located = None
    with suppress(NotelintError):
        located = read_file(file)
    data = located.data if located else None
    if isinstance(data, Mapping):
        packs = data.get("packs")
        named = [data.get("extends"), *(packs if isinstance(packs, list) else [])]
        yield from (file.parent / name for name in named if isinstance(name, str))


def _normal(path: Path) -> Path:
    return Path(os.path.normpath(path))


def _fetch(store: ObjectStore, name: str, folder: Path) -> None:
    """Copy a file that is there."""
    target = folder / name
    with suppress(FileNotFoundError):
        content = store.read(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
