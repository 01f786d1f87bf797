"""A vault as it is read: on a disk, or in a store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from notelint.batch.address import is_stored, path_of
from notelint.batch.note_at import OUT_OF_REACH, NoteAt, stamp_of
from notelint.batch.task import Job
from notelint.config import Options, Settings, load_settings
from notelint.disk import Discovery, NoteFile, discover
from notelint.run import UNKNOWN, read_note_file, stamps_of


class Source(Protocol):
    """One vault."""

    def settings(self, options: Options) -> Settings:
        """The settings that hold in it.

        Raises:
            ConfigError, ReadError: they cannot be told.
        """

    def discovery(self, settings: Settings) -> Discovery:
        """Its files, and the notes to check."""

    def stamps(self, notes: Sequence[str], most: int) -> list[str]:
        """What the files of notes are known by, in their order. A file that may change and be
        known by the same is known by what is read of it where ``most`` bytes are."""

    def files(self, notes: Sequence[NoteAt], most: int) -> Iterator[NoteFile]:
        """The notes, read one after the other as they are asked for; no more than ``most`` bytes of
        each."""

    def changed(self, notes: Sequence[NoteAt], most: int) -> Iterator[str]:
        """Those of some notes that are not what was listed any more, as far as that costs little
        to know. What was made of them is right for no listing."""


def source_of(job: Job) -> Source:
    """The vault of a job.

    Raises:
        UsageError: it is in a store that is not there.
    """
    return _source(job.vault, job.named)


@lru_cache(maxsize=8)
def _source(vault: str, named: str) -> Source:
    if is_stored(vault):
        from notelint.batch.stored_vault import StoredVault  # with the library that knows stores

        return StoredVault(vault)
    return VaultOnDisk(path_of(vault), path_of(named))


def options_of(job: Job) -> Options:
    """What the command line said of the configuration."""
    file = None if job.config is None else path_of(job.config)
    return Options(file, job.is_isolated, job.overrides)


class VaultOnDisk:
    """A vault with its root, of which the notes in a folder are checked."""

    def __init__(self, root: Path, named: Path) -> None:
        self.root, self.named = root, named

    def settings(self, options: Options) -> Settings:
        return load_settings(self.root, options)

    def discovery(self, settings: Settings) -> Discovery:
        respects = settings.respect_gitignore
        return discover(self.root, [self.named], respects, settings.leaves_out)

    def stamps(self, notes: Sequence[str], most: int) -> list[str]:
        stamps = stamps_of(self.root, notes)
        return [self._stamp(path, stamps.get(path), most) for path in notes]

    def _stamp(self, path: str, known: tuple[int, int] | None, most: int) -> str:
        if known is None:
            return OUT_OF_REACH
        time, size = known
        if time != UNKNOWN[0] or size > most:
            return f"{size} {time}"
        return stamp_of(read_note_file(self.root, path, most))

    def files(self, notes: Sequence[NoteAt], most: int) -> Iterator[NoteFile]:
        for note in notes:
            yield read_note_file(self.root, note.path, most)

    def changed(self, notes: Sequence[NoteAt], most: int) -> Iterator[str]:
        now = self.stamps([note.path for note in notes], most)
        for note, stamp in zip(notes, now, strict=True):
            if stamp != note.stamp and not self._holds_the_same(note, most):
                yield note.path

    def _holds_the_same(self, note: NoteAt, most: int) -> bool:
        """Whether it is one that was young, and known by what it held."""
        return stamp_of(read_note_file(self.root, note.path, most)) == note.stamp


def forget() -> None:
    """Look at vaults anew from now on."""
    _source.cache_clear()
