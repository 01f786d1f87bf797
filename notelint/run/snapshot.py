"""A vault as an earlier run saw it: its files, what its notes hold, and what was found in them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache as once
from functools import partial
from itertools import chain, islice

from notelint.disk import (
    NO_CACHE,
    Cache,
    Discovery,
    FolderTimes,
    KeptTexts,
    in_slices,
    joined,
    parted,
    records_of,
    sections_of_folders,
)
from notelint.notes import NoteSummary
from notelint.run.check_table import Check, CheckTable, KeptChecks
from notelint.run.reading import UNKNOWN, Stamp
from notelint.values import dataclass, field, replace
from notelint.vault import (
    Changes,
    FileNames,
    IndexParts,
    Layered,
    Summarize,
    VaultIndex,
    differences,
    kept_index,
    kept_names,
    records_of_names,
    sections_of,
    summary_of,
)

MOST_TABLES = 4  # settings whose checks are kept
_TIMES = "q"


@dataclass(frozen=True)
class Snapshot:
    """``rows`` are the summaries of the notes by path, each as a line of JSON, and ``stamps`` say
    of which files; ``names`` are those of all that links lead to. ``tables`` are what was found, by
    the digest of the settings, those of the last run first. ``folders`` are those that were listed,
    with their times; none where the files hang on more."""

    rows: Layered[str, str] = field(default_factory=Layered)
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    names: FileNames = field(default_factory=FileNames)
    index: VaultIndex = field(default_factory=VaultIndex)
    tables: Mapping[str, CheckTable] = field(default_factory=dict)
    folders: Mapping[str, FolderTimes] = field(default_factory=dict)
    is_kept: bool = False  # the cache has it just so

    @classmethod
    def kept_in(cls, cache: Cache, anew: Summarize) -> Snapshot:
        """What a cache has; nothing where it is broken. ``anew`` tells what a note holds."""
        try:
            paths = parted(cache.section("notes"))
            stamps = array(_TIMES, cache.section("stamps") or b"").tolist()
            rows = KeptTexts(paths, partial(_slice_in, cache))
            pairs = zip(stamps[: len(paths)], stamps[len(paths) :], strict=True)
            files, unlisted = parted(cache.section("files")), parted(cache.section("unlisted"))
            names = [name.partition(" ")[2] for name in cache.names if name.startswith("found ")]
            order = [name for name in parted(cache.section("tables")) if name in names]
            return cls(
                Layered(rows),
                dict(zip(paths, pairs, strict=True)),
                kept_names(tuple(files), frozenset(unlisted), partial(cache.section, "names")),
                kept_index(rows, cache.section, anew),
                {name: KeptChecks(cache.section, name) for name in order},
                is_kept=bool(paths),
            )
        except ValueError:
            return cls()

    def outdated(self, stamps: Mapping[str, Stamp]) -> frozenset[str]:
        """Those of its notes that hold something else by now, or are gone."""
        now, (never, _) = stamps.get, UNKNOWN
        known = self.stamps.items()
        return frozenset([path for path, was in known if now(path) != was or was[0] == never])

    def lacking(self, notes: Sequence[str]) -> list[str]:
        """Those of some notes of which it does not know what they hold."""
        known = self.rows.among(dict.fromkeys(notes).keys())
        return [path for path in notes if path not in known] if len(known) < len(notes) else []

    def sound_for(self, outdated: Iterable[str]) -> Snapshot:
        """The same; nothing where it is broken what a note held that is another by now."""
        try:
            for path in (*outdated, *islice(self.rows, 1)):  # of one at least: all may be broken
                summary_of(self.rows[path])
        except (TypeError, ValueError):
            return Snapshot()
        return self

    def updated(
        self,
        parts: IndexParts,
        stamps: Mapping[str, Stamp],
        outdated: Collection[str],
        discovery: Discovery,
    ) -> Snapshot:
        """The vault as it was found now: ``parts`` are what the notes hold that are not known, or
        are ``outdated``; a note that is not among them and has no stamp cannot be read."""
        files, unlisted, folders = discovery.files, discovery.unlisted, discovery.folders
        are_same = (files, unlisted) == (self.names.files, self.names.unlisted)
        names = self.names if are_same else FileNames.of(files, unlisted)
        if not self.rows:
            index = parts.as_index()
            return Snapshot(Layered(parts.rows), stamps, names, index, folders=folders)
        if are_same and not outdated and len(self.rows) == len(stamps):
            return self
        changed: dict[str, NoteSummary | None] = dict.fromkeys(outdated)
        changed |= {path: summary_of(row) for path, row in parts.rows.items()}
        moved = frozenset[str]()
        if not are_same:
            moved = (unlisted ^ self.names.unlisted) | {*files} ^ {*self.names.files}
        different = once(partial(differences, self.index, Changes(changed, moved)))
        tables = {
            name: table.still_right(frozenset(changed), different)
            for name, table in self.tables.items()
        }
        rows = self.rows.updated({**dict.fromkeys(outdated), **parts.rows})
        index = self.index.updated(changed)
        return Snapshot(rows, stamps, names, index, tables, folders)

    def with_checks(self, name: str, checks: Mapping[str, Check]) -> Snapshot:
        """The same with what was found under some settings, which come first now."""
        table = self.tables.get(name, CheckTable({})).updated(checks)
        others = {other: known for other, known in self.tables.items() if other != name}
        return replace(self, tables={name: table, **others}, is_kept=False)

    def keep_in(self, cache: Cache) -> None:
        """Keep it for runs to come, unless it is there."""
        if self.is_kept or cache is NO_CACHE:
            return
        cache.keep(self._sections())

    def _sections(self) -> Iterator[tuple[str, Iterable[bytes]]]:
        stamps = [self.stamps.get(path, UNKNOWN) for path in self.rows]
        tables = dict(list(self.tables.items())[:MOST_TABLES])
        yield "notes", joined(self.rows)
        for number, pieces in enumerate(in_slices(tuple(self.rows.values()))):
            yield f"rows {number}", pieces
        yield "stamps", [array(_TIMES, chain(*zip(*stamps, strict=True))).tobytes()]
        yield "files", joined(self.names.files)
        yield "unlisted", joined(sorted(self.names.unlisted))
        yield from sections_of_folders(self.folders)
        yield "names", records_of(records_of_names(self.names))
        yield "tables", joined(tables)
        yield from sections_of(self.index)
        for name, table in tables.items():
            yield from table.sections(name)


def _slice_in(cache: Cache, number: int) -> bytes | None:
    return cache.section(f"rows {number}")
