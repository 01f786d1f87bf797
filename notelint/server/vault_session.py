"""One vault while an editor is at it: what has changed, and what is found in its notes by now."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping

from notelint.config import ActiveRule, digest_of
from notelint.lint import KeptResult, Result, can_be_kept, is_line, line_of
from notelint.notes import NoteSummary
from notelint.run import Check, CheckTable, OpenVault, Treatment, summary_of_file
from notelint.server.client import Client
from notelint.server.desk import Desk, OpenNote
from notelint.server.documents import Document
from notelint.values import NamedTuple
from notelint.vault import Asked, Cell, Changes, Differences, Vault, asking, differences, is_note

_NOTHING_KNOWN = CheckTable({})
_MOST_STALE = 200_000  # notes, answers and words
_NUMBERS = "I"


class Checked(NamedTuple):
    """What is found in an open note, and what of the vault that rests on."""

    result: Result
    cells: frozenset[int]
    words: frozenset[str]

    def rests_on(self, numbers: frozenset[int], words: frozenset[str]) -> bool:
        """Whether it was asked for one of some answers."""
        return not (self.cells.isdisjoint(numbers) and self.words.isdisjoint(words))


class Found(NamedTuple):
    """What is found in a note of the vault; ``line`` says the same of one that is not open."""

    path: str
    result: Result
    line: str = ""


class VaultSession:
    """``disk`` is the vault without what is open. All of this belongs to one thread."""

    def __init__(self, disk: OpenVault, client: Client) -> None:
        self.disk, self.desk = disk, Desk(disk, client)
        self._checked: dict[str, Checked] = {}
        self._asked = Asked()
        self._asking: Vault | None = None
        self._table, self._stale = self._kept_table(), _Stale()

    @property
    def vault(self) -> OpenVault:
        """The vault with what is open."""
        return self.desk.vault

    @property
    def has_files(self) -> bool:
        """Whether it is a folder, and not a note all by itself."""
        return bool(self.disk.root.parts)

    def is_left_out(self, path: str) -> bool:
        """Whether a note is not checked: it is excluded, or hidden, or git ignores it."""
        if any(part.startswith(".") for part in path.split("/")):
            return True
        if self.has_files and path in self.disk.names:
            return path not in self.disk.notes
        return self.vault.settings.leaves_out(path)

    def change(self, documents: Mapping[str, Document | None]) -> None:
        """Take new texts from the editor; None where one was closed."""
        opened = {path: self._read(path, document) for path, document in documents.items()}
        told = (path for path, item in opened.items() if item is None or item.summary is None)
        self._fold(opened, {path: self._on_disk(path) for path in told})

    def touch(self, path: str) -> bool:
        """Look at a note again that has changed on disk; whether that is of any interest: the text
        of one that is open is the editor's."""
        if path in self.desk.notes:
            return False
        self._fold({}, {path: self._on_disk(path)})
        return True

    def _read(self, path: str, document: Document | None) -> OpenNote | None:
        return None if document is None else self.desk.read(path, document)

    def _on_disk(self, path: str) -> NoteSummary | None:
        is_there = self.has_files and is_note(path)
        return summary_of_file(self.disk.file(path)) if is_there else None

    def _fold(
        self, opened: Mapping[str, OpenNote | None], on_disk: Mapping[str, NoteSummary | None]
    ) -> None:
        changed = opened.keys() | on_disk.keys()
        self.desk, different = self.desk.with_notes(opened, on_disk)
        self._outdate(changed, different)
        numbers = frozenset(array(_NUMBERS, different.numbers()))
        for path, known in list(self._checked.items()):
            if path in changed or known.rests_on(numbers, different.words):
                del self._checked[path]

    def adopt(self, disk: OpenVault) -> None:
        """Take another state of the disk, with what is open over it."""
        before, is_other = self.vault, digest_of(self.disk.settings) != digest_of(disk.settings)
        documents = {path: item.document for path, item in self.desk.notes.items()}
        self.disk, self.desk = disk, Desk(disk, self.desk.client)
        if is_other:
            self._table, self._stale, before = self._kept_table(), _Stale(), disk
        self.change(documents)
        self._checked.clear()
        moved = frozenset(before.files) ^ frozenset(self.vault.files)
        changed = {*disk.read, *documents, *moved}
        now = {path: self.vault.index.summaries.get(path) for path in changed}
        self._outdate(changed, differences(before.index, Changes(now, moved)))

    def unchecked(self) -> list[str]:
        """The open notes of which it is not known what is found in them."""
        return [path for path in self.desk.notes if path not in self._checked]

    def result(self, path: str) -> Result:
        """What is found in an open note."""
        if path not in self._checked:
            result, numbers, words = self._check(path)
            asked = frozenset(array(_NUMBERS, numbers))
            self._checked[path] = Checked(result, asked, frozenset(words.split()))
        return self._checked[path].result

    def _check(self, path: str) -> tuple[Result, bytes, str]:
        """What is found in a note, and what was asked of the vault meanwhile."""
        self._asking = asking(self.vault, self._asked, self._asking)
        treatment = Treatment(self.vault.settings)
        if path in self.desk.notes:
            result = treatment.of(self.desk.notes[path].note, self._asking)
        else:
            result = treatment.of_file(path, self.disk.notes[path], self._asking)
        return result, *self._asked.take()

    def everything(self) -> Iterator[Found]:
        """What is found in all notes to check, in order. Other things may be done before it goes
        on."""
        stale, self._stale = self._stale, _Stale()
        kept = self._table.still_right(stale.paths, lambda: stale.different)
        # From here on it must be known what changes, be it that nothing was kept.
        self._table = CheckTable({}) if kept is _NOTHING_KNOWN else kept
        rules = {active.rule.code: active for active in self.vault.settings.rules}
        made: dict[str, Check] = {}
        try:
            for path in sorted({*self.disk.notes, *self.desk.notes}):
                if path not in self.desk.notes:
                    yield self._found(path, rules, made)
                elif not self.is_left_out(path):
                    yield Found(path, self.result(path))
        finally:
            if self._table is not _NOTHING_KNOWN:
                self._table = self._table.updated(made)

    def _found(self, path: str, rules: Mapping[str, ActiveRule], made: dict[str, Check]) -> Found:
        """What is found in a note that is not open; ``made`` takes what may be of use again."""
        line = self._table.lines.get(path)
        if line is None or not is_line(line, rules):
            result, asked, words = self._check(path)
            if not can_be_kept(result):
                return Found(path, result)
            line = line_of(result)
            made[path] = Check(line, asked, words)
        return Found(path, KeptResult(path, line, rules, self.disk.text), line)

    def _outdate(self, paths: Iterable[str], different: Differences) -> None:
        """Some notes have changed, and some answers. Where nobody asks about all notes for long,
        what was found in them is forgotten rather than all that has changed kept."""
        if self._table is _NOTHING_KNOWN:
            return
        self._stale.add(paths, different)
        if len(self._stale) > _MOST_STALE:
            self._table, self._stale = _NOTHING_KNOWN, _Stale()

    def _kept_table(self) -> CheckTable:
        """What an earlier run found under the same settings."""
        tables = self.disk.snapshot.tables if self.desk.client.pulls else {}
        return tables.get(digest_of(self.disk.settings) if tables else "", _NOTHING_KNOWN)


class _Stale:
    """What has changed since all notes were looked at."""

    def __init__(self) -> None:
        self.paths: set[str] = set()
        self._cells: set[Cell] = set()
        self._words: set[str] = set()

    def __len__(self) -> int:
        return len(self.paths) + len(self._cells) + len(self._words)

    @property
    def different(self) -> Differences:
        return Differences(frozenset(self._cells), frozenset(self._words))

    def add(self, paths: Iterable[str], different: Differences) -> None:
        self.paths.update(paths)
        self._cells |= different.cells
        self._words |= different.words
