"""A vault on disk that is checked again and again, as runs do that keep what they find."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import NamedTuple

from notelint.config import Settings, default_settings
from notelint.disk import NO_CACHE, Cache, cache_file, discover
from notelint.lint import Result
from notelint.run import Checks, Treatment, opened
from notelint.values import Diagnostic

BASE = default_settings()
ALL_RULES = BASE.selecting(active.rule.name for active in BASE.rules)


class Told(NamedTuple):
    """What a run tells of a note: its findings, and the places of their ends in the note."""

    path: str
    findings: tuple[Diagnostic, ...]
    complaints: tuple[str, ...]
    places: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, result: Result) -> Told:
        offsets = (offset for item in result.findings for offset in item.span)
        places = tuple(map(result.after.position, offsets))
        return cls(result.path, result.findings, result.complaints, places)


@dataclass
class KeptRuns:
    """A vault in a folder, and the cache beside it. Each file is older than the one put after it,
    and all are so old that they are known by their times."""

    top: Path
    settings: Settings = ALL_RULES
    processes: int = 1
    checked: set[str] = field(default_factory=set)  # the notes that the last run had to check
    _clock: count[int] = field(default_factory=lambda: count(1_000_000_000))

    def __post_init__(self) -> None:
        (self.root / ".obsidian").mkdir(parents=True)

    @property
    def root(self) -> Path:
        return self.top / "vault"

    @property
    def notes(self) -> list[Path]:
        return sorted(self.root.rglob("*.md"))

    def put(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        self.touch(path)

    def put_all(self, notes: dict[str, str]) -> None:
        for name, text in notes.items():
            self.put(name, text)

    def touch(self, path: Path) -> None:
        now = next(self._clock)
        os.utime(path, (now, now))

    def move(self, path: Path, name: str) -> None:
        to = self.root / name
        to.parent.mkdir(parents=True, exist_ok=True)
        path.rename(to)

    def cache(self) -> Cache:
        return Cache(lambda: cache_file(self.root, self.top / "kept"))

    def kept(self, paths: Sequence[Path] = (), settings: Settings | None = None) -> list[Told]:
        """What a run tells that uses what was kept, and keeps what it found."""
        cache = self.cache()
        told = self._run(cache, paths, settings or self.settings)
        cache.close()
        return told

    def fresh(self, paths: Sequence[Path] = (), settings: Settings | None = None) -> list[Told]:
        """What a run tells that knows nothing."""
        return self._run(NO_CACHE, paths, settings or self.settings)

    def only_opened(self) -> None:
        """A run that checks nothing, and keeps what it knows of the vault."""
        cache = self.cache()
        opened(discover(self.root, [self.root], False), BASE, cache).snapshot.keep_in(cache)
        cache.close()

    def _run(self, cache: Cache, paths: Sequence[Path], settings: Settings) -> list[Told]:
        vault = opened(discover(self.root, list(paths) or [self.root], False), settings, cache)
        checks = Checks(vault, Treatment(settings), self.processes, cache is not NO_CACHE)
        told = [Told.of(result) for result in checks.results()]
        checks.keep_in(cache)
        if cache is not NO_CACHE:
            self.checked = set(checks.checked)
        return told
