"""A vault opened: its files listed, its notes read, its settings loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from notelint.config import Options, Settings, default_settings, has_config, load_settings
from notelint.disk import NO_CACHE, Cache, Discovery, NoteFile, discover, find_root
from notelint.run.reading import BYTES_OF_A_CHARACTER, read_notes
from notelint.values import Place, UsageError
from notelint.vault import FileNames, Vault, fold, is_note


@dataclass(frozen=True)
class OpenVault(Vault):
    """A vault as it was when it was opened: ``notes`` are those to check, as they were read, by
    path; ``problems`` say what of it could not be read or listed."""

    root: Path = Path()
    notes: Mapping[str, NoteFile] = field(default_factory=dict)
    settings: Settings = field(default_factory=default_settings)
    problems: tuple[str, ...] = ()


def open_vault(
    root: str | Path, config: str | Path | None = None, *, settings: Settings | None = None
) -> OpenVault:
    """Open the vault at ``root``, or the one that this folder stands in, and read all its notes.

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


def opened(discovery: Discovery, settings: Settings, cache: Cache = NO_CACHE) -> OpenVault:
    """The vault that a discovery found, with all its notes read."""
    notes = (path for path in discovery.files if is_note(path) and path not in discovery.closed)
    most = settings.max_note_size * BYTES_OF_A_CHARACTER
    readings = read_notes(discovery.root, notes, frozenset(discovery.notes), cache, most)
    return OpenVault(
        names=FileNames.of(discovery.files, discovery.unlisted),
        index=fold(readings.summaries),
        conventions=settings.conventions,
        root=discovery.root,
        notes=readings.files,
        settings=settings,
        problems=discovery.problems,
    )
