"""What became of a vault since a commit: the notes that differ from it, and those whose links a
change leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from notelint.config import Settings
from notelint.disk import Cache, Discovery, GitTree, NoteFile, files_then
from notelint.lint import Result
from notelint.run.opening import OpenVault, opened
from notelint.run.reading import NotesOnDisk, read_note_file, summary_of_file
from notelint.run.treatment import Treatment
from notelint.run.workers import in_order, processes_for
from notelint.values import NamedTuple, replace
from notelint.vault import FileNames, Vault, fold, is_note, notes_asking


class Since(NamedTuple):
    """A vault of whose notes only those are checked that changed, by path: the ``differing`` ones,
    and those that are ``reached`` by what became of others."""

    vault: OpenVault
    differing: tuple[str, ...]
    reached: tuple[str, ...]


def changed_since(
    base: GitTree,
    discovery: Discovery,
    settings: Settings,
    cache: Cache,
    processes: int | None = None,
) -> Since:
    """The vault that a discovery found, with those of its notes that differ from a commit, and
    those in which other things are found than as of then since a link of theirs leads to what came
    or went: a file, an alias, a heading, a block.

    Raises:
        UsageError: git does not give what is asked.
    """
    past = _Past(base, discovery, settings.max_note_bytes)
    if past.is_today:  # nothing has to be read
        return Since(OpenVault(root=discovery.root, settings=settings), (), ())
    differing = tuple(sorted(past.differing.intersection(discovery.notes)))
    now = opened(replace(discovery, notes=differing), settings, cache, processes)
    then = past.vault(now)
    asking = set(notes_asking(then, now)).intersection(discovery.notes) - past.differing
    most = settings.max_note_bytes
    notes = NotesOnDisk(discovery.root, sorted(asking), most)
    reached = tuple(_reached(notes, settings, (then, now), processes))
    chosen = NotesOnDisk(discovery.root, sorted({*differing, *reached}), most)
    return Since(replace(now, notes=chosen), differing, reached)


def _reached(
    files: Mapping[str, NoteFile],
    settings: Settings,
    vaults: tuple[Vault, Vault],
    processes: int | None,
) -> Iterator[str]:
    """The notes of which other things are said in one vault than in the other."""
    paths = tuple(files)
    is_reached = partial(_is_reached, files, settings, vaults)
    together = processes_for(len(paths), processes)
    answers = in_order(is_reached, paths, together, prepare=settings.load)
    return (path for path, answer in zip(paths, answers, strict=True) if answer)


def _is_reached(
    files: Mapping[str, NoteFile], settings: Settings, vaults: tuple[Vault, Vault], path: str
) -> bool:
    note = Treatment(settings).read_file(path, files[path])
    if isinstance(note, str):
        return False
    then, now = (_told(Treatment(settings).of(note, vault)) for vault in vaults)
    return then != now


def _told(result: Result) -> list[tuple[object, ...]]:
    """What is said of a note, and where."""
    return [(item.code, item.span, item.message) for item in result.findings]


class _Past:
    """The vault as of a commit, told from the one on disk. ``differing`` are the notes of today
    that it does not have as they are."""

    def __init__(self, base: GitTree, discovery: Discovery, most: int) -> None:
        self._base, self._root, self._most = base, discovery.root, most
        self._unlisted = discovery.unlisted
        self._now = discovery.files
        self._files = files_then(base, discovery.root, discovery.files)
        notes = filter(is_note, set(discovery.files).difference(discovery.closed))
        self.differing = frozenset(path for path in notes if self._differs(path))

    @property
    def is_today(self) -> bool:
        """Whether nothing came, went or changed."""
        return not self.differing and self._files == set(self._now)

    def file(self, path: str) -> NoteFile:
        return read_note_file(self._root, path, self._most)

    def vault(self, now: Vault) -> Vault:
        """The vault as it was, made of the one that is there now."""
        summaries = {
            path: summary
            for path, summary in now.index.summaries.items()
            if path in self._files and not self._is_other(path)
        }
        changed = [path for path in sorted(self._files - summaries.keys()) if is_note(path)]
        for path, file in self._base.contents(changed, self._most):
            summary = summary_of_file(file)
            if summary is not None:
                summaries[path] = summary
        return Vault(FileNames.of(self._files, self._unlisted), fold(summaries), now.conventions)

    def _is_other(self, path: str) -> bool:
        """Whether the commit has a note of that path, and with another text."""
        return path in self.differing and path in self._base.files

    def _differs(self, path: str) -> bool:
        if self._base.is_foreign(path):
            return False
        if path not in self._base.files:
            return True
        file = self.file(path)
        is_whole = file.error is None and file.size is None
        return not (is_whole and self._base.has(path, file.content))
