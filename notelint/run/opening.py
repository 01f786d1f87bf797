"""A vault opened: its files listed, its notes summarized, its settings loaded."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from notelint.config import Options, Settings, default_settings, has_config, load_settings
from notelint.disk import NO_CACHE, Cache, Discovery, NoteFile, discover, find_root
from notelint.notes import NoteSummary
from notelint.run.reading import (
    NotesOnDisk,
    Tell,
    read_note_file,
    stamps_of,
    summarized,
    summary_of_file,
    untold,
)
from notelint.run.snapshot import Snapshot
from notelint.run.workers import processes_for
from notelint.values import Place, UsageError, dataclass, field
from notelint.vault import Vault, notes_among


@dataclass(frozen=True)
class OpenVault(Vault):
    """A vault as it was when it was opened: ``notes`` are those to check, by path, each read when
    it is asked for; ``problems`` say what of the vault could not be read or listed; ``snapshot`` is
    what is known of it."""

    root: Path = Path()
    notes: Mapping[str, NoteFile] = field(default_factory=dict)
    settings: Settings = field(default_factory=default_settings)
    problems: tuple[str, ...] = ()
    snapshot: Snapshot = field(default_factory=Snapshot)
    read: tuple[str, ...] = ()

    def file(self, path: str) -> NoteFile:
        """A note as it stands on disk, be it one of those to check or not."""
        return read_note_file(self.root, path, self.settings.max_note_bytes)

    def text(self, path: str) -> str:
        """What a note to check says by now; nothing where it cannot be read."""
        text = self.notes[path].text
        return text.content if text else ""


def open_vault(
    root: str | Path, config: str | Path | None = None, *, settings: Settings | None = None
) -> OpenVault:
    """Open the vault at ``root``, or the one that this folder stands in, and read what its notes
    hold for one another.

    ``config`` is a configuration file to take in place of the vault's own, ``settings`` are taken
    in place of any file.

    Raises:
        UsageError: there is no such folder.
        ConfigError: the configuration says what it may not.
    """
    folder = Path(root).expanduser().absolute()
    if not folder.is_dir():
        raise UsageError("no such folder", "check the path", Place(str(root)))
    top = find_root(folder, has_config)
    if settings is None:
        settings = load_settings(top, Options(file=None if config is None else Path(config)))
    return opened(
        discover(top, [folder], settings.respect_gitignore, settings.leaves_out), settings
    )


def opened(
    discovery: Discovery,
    settings: Settings,
    cache: Cache = NO_CACHE,
    processes: int | None = 1,
    tell: Tell = untold,
) -> OpenVault:
    """The vault that a discovery found, all of whose notes are known: from the cache those that
    have not changed, and the others are read, by some processes; ``tell`` hears how it goes on."""
    root, most = discovery.root, settings.max_note_bytes
    known = Snapshot.kept_in(cache, partial(_summary_on_disk, root, most))
    return reopened(known, discovery, settings, processes, tell)


def _summary_on_disk(root: Path, most: int, path: str) -> NoteSummary | None:
    return summary_of_file(read_note_file(root, path, most))


def reopened(
    known: Snapshot,
    discovery: Discovery,
    settings: Settings,
    processes: int | None = 1,
    tell: Tell = untold,
) -> OpenVault:
    """The same, where it is known what the vault was like before."""
    root, most = discovery.root, settings.max_note_bytes
    notes = notes_among(discovery.files)
    if discovery.closed:
        notes = [path for path in notes if path not in discovery.closed]
    # One that is larger than these settings have it is not known, though others may have read it.
    stamps = stamps_of(root, notes, most)
    outdated = known.outdated(stamps)
    known = known.sound_for(outdated)
    new = {*known.lacking(notes), *outdated}
    changed = [path for path in notes if path in new] if new else []
    processes = processes_for(len(changed), processes)
    parts = summarized(NotesOnDisk(root, changed, most), stamps, processes, tell)
    now = known.updated(parts, stamps, outdated, discovery)
    return OpenVault(
        names=now.names,
        index=now.index,
        conventions=settings.conventions,
        root=root,
        notes=NotesOnDisk(root, discovery.notes, most),
        settings=settings,
        problems=discovery.problems,
        snapshot=now,
        read=tuple(changed),
    )
