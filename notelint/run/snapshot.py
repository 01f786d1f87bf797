"""A vault as an earlier run saw it: its files, what its notes hold, and what was found in them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from notelint.disk import NO_CACHE, Cache, KeptTexts, joined, parted
from notelint.notes import NoteSummary
from notelint.run.check_table import Check, CheckTable, KeptChecks
from notelint.run.reading import UNKNOWN, Stamp
from notelint.values import dataclass, field, replace
from notelint.vault import (
    Changes,
    IndexParts,
    Layered,
    Summarize,
    VaultIndex,
    differences,
    kept_index,
    sections_of,
    summary_of,
)

MOST_TABLES = 4  # settings whose checks are kept
_TIMES = "q"


@dataclass(frozen=True)
class Snapshot:
    """``rows`` are the summaries of the notes by path, each as a line of JSON, and ``stamps`` say
    of which files; ``files`` are all that links lead to, ``unlisted`` those that are not suggested.
    ``tables`` are what was found, by the digest of the settings, those of the last run first."""

    rows: Layered[str, str] = field(default_factory=Layered)
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    unlisted: frozenset[str] = frozenset()
    index: VaultIndex = field(default_factory=VaultIndex)
    tables: Mapping[str, CheckTable] = field(default_factory=dict)
    is_kept: bool = False  # the cache has it just so

    @classmethod
    def kept_in(cls, cache: Cache, anew: Summarize) -> Snapshot:
        """What a cache has; nothing where it is broken. ``anew`` tells what a note holds."""
        try:
            paths = parted(cache.section("notes"))
            stamps = array(_TIMES, cache.section("stamps") or b"").tolist()
            rows = KeptTexts(paths, partial(cache.section, "rows"))
            pairs = map(Stamp, stamps[: len(paths)], stamps[len(paths) :])
            names = [name.partition(" ")[2] for name in cache.names if name.startswith("found ")]
            order = [name for name in parted(cache.section("tables")) if name in names]
            return cls(
                Layered(rows),
                dict(zip(paths, pairs, strict=True)),
                frozenset(parted(cache.section("files"))),
                frozenset(parted(cache.section("unlisted"))),
                kept_index(rows, cache.section, anew),
                {name: KeptChecks(cache.section, name) for name in order},
                is_kept=bool(paths),
            )
        except ValueError:
            return cls()

    def outdated(self, stamps: Mapping[str, Stamp]) -> frozenset[str]:
        """Those of its notes that hold something else by now, or are gone."""
        now, never = stamps.get, UNKNOWN.time
        known = self.stamps.items()
        return frozenset(path for path, was in known if now(path) != was or was.time == never)

    def sound_for(self, outdated: Iterable[str]) -> Snapshot:
        """The same; nothing where it is broken what a note held that is another by now."""
        try:
            for path in (*outdated, *list(self.rows)[:1]):  # of one at least, as all may be broken
                summary_of(self.rows[path])
        except (TypeError, ValueError):
            return Snapshot()
        return self

    def updated(
        self,
        parts: IndexParts,
        stamps: Mapping[str, Stamp],
        outdated: Collection[str],
        files: Collection[str],
        unlisted: Collection[str],
    ) -> Snapshot:
        """The vault as it is now: ``parts`` are what the notes hold that are not known, or are
        ``outdated``; a note that is not among them and has no stamp cannot be read."""
        everything, unlisted = frozenset(files), frozenset(unlisted)
        if not self.rows:
            rows = Layered(parts.rows)
            return Snapshot(rows, stamps, everything, unlisted, parts.as_index())
        are_known = not outdated and len(self.rows) == len(stamps)
        if are_known and (everything, unlisted) == (self.files, self.unlisted):
            return self
        changed: dict[str, NoteSummary | None] = dict.fromkeys(outdated)
        changed |= {path: summary_of(row) for path, row in parts.rows.items()}
        moved = (everything ^ self.files) | (unlisted ^ self.unlisted)
        different = differences(self.index, Changes(changed, moved))
        tables = {
            name: table.still_right(changed.keys(), different)
            for name, table in self.tables.items()
        }
        rows = self.rows.updated({**dict.fromkeys(outdated), **parts.rows})
        return Snapshot(rows, stamps, everything, unlisted, self.index.updated(changed), tables)

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
        yield "rows", joined(self.rows.values())
        yield "stamps", [array(_TIMES, chain(*zip(*stamps, strict=True))).tobytes()]
        yield "files", joined(sorted(self.files))
        yield "unlisted", joined(sorted(self.unlisted))
        yield "tables", joined(tables)
        yield from ((name, [data]) for name, data in sections_of(self.index))
        for name, table in tables.items():
            yield from table.sections(name)
