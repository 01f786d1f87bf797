"""What was found in notes under some settings, and what was asked of the vault meanwhile."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property

from notelint.disk import joined, parted
from notelint.values import NamedTuple
from notelint.vault import Differences

Section = Callable[[str], bytes | None]
_NUMBERS = "I"


class Check(NamedTuple):
    """What was found in a note, as a line, and what was asked: the numbers of cells, and words."""

    line: str
    asked: bytes
    words: str


class CheckTable:
    """Checks by the paths of their notes. What is kept of them is read where it is looked at."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._checks = checks

    @cached_property
    def lines(self) -> Mapping[str, str]:
        """What was found, as a line."""
        return {path: check.line for path, check in self._checks.items()}

    def line(self, path: str) -> str | None:
        """What was found in a note, as a line; None where that is not known."""
        return self.lines.get(path)

    def still_right(
        self, changed: Collection[str], different: Callable[[], Differences]
    ) -> CheckTable:
        """The checks of notes that have not changed, and whose questions have the same answers."""
        return _RightChecks(self, changed, different) if changed or different() else self

    def updated(self, checks: Mapping[str, Check]) -> CheckTable:
        """The table with some more checks."""
        return CheckTable({**self._checks, **checks}) if checks else self

    def sections(self, name: str) -> Iterator[tuple[str, Iterable[bytes]]]:
        """The table as it is kept."""
        checks = self._checks.values()
        found = (text for path, check in self._checks.items() for text in (path, check.line))
        yield f"found {name}", joined(found)
        yield f"sizes {name}", [array(_NUMBERS, (len(check.asked) for check in checks)).tobytes()]
        yield f"asked {name}", (check.asked for check in checks)
        yield f"words {name}", joined(check.words for check in checks)


class _RightChecks(CheckTable):
    """Those of some checks that are still right, looked for where somebody asks for another note
    than those that have changed."""

    def __init__(
        self, checks: CheckTable, changed: Collection[str], different: Callable[[], Differences]
    ) -> None:
        self._known, self._changed, self._different = checks, changed, different

    def __reduce__(self) -> tuple[type[CheckTable], tuple[Mapping[str, Check]]]:
        """Another process is told which those are."""
        return CheckTable, (self._checks,)

    def line(self, path: str) -> str | None:
        return None if path in self._changed else super().line(path)

    @cached_property
    def _checks(self) -> Mapping[str, Check]:  # type: ignore[override]
        different = self._different()
        numbers = frozenset(array(_NUMBERS, different.numbers()))
        changed, words = self._changed, different.words
        return {
            path: check
            for path, check in self._known._checks.items()
            if path not in changed
            and numbers.isdisjoint(array(_NUMBERS, check.asked))
            and (not words or words.isdisjoint(check.words.split(" ")))
        }


class KeptChecks(CheckTable):
    """A table that was kept; one that is broken is empty."""

    def __init__(self, section: Section, name: str) -> None:
        self._section, self._name = section, name

    @cached_property
    def lines(self) -> Mapping[str, str]:
        found = parted(self._section(f"found {self._name}"))
        return dict(zip(found[::2], found[1::2], strict=False))

    @cached_property
    def _checks(self) -> Mapping[str, Check]:  # type: ignore[override]
        sizes = _numbers(self._section(f"sizes {self._name}"))
        asked = self._section(f"asked {self._name}") or b""
        words = parted(self._section(f"words {self._name}"))
        is_whole = len(sizes) == len(words) == len(self.lines) and sum(sizes) == len(asked)
        if not is_whole or any(size % sizes.itemsize for size in sizes):
            return {}
        checks, start = {}, 0
        for (path, line), size, asked_words in zip(self.lines.items(), sizes, words, strict=True):
            checks[path] = Check(line, asked[start : start + size], asked_words)
            start += size
        return checks

    def sections(self, name: str) -> Iterator[tuple[str, Iterable[bytes]]]:
        for kind in ("found", "sizes", "asked", "words"):
            yield f"{kind} {name}", [self._section(f"{kind} {self._name}") or b""]


def _numbers(data: bytes | None) -> array[int]:
    return array(_NUMBERS, data if data and len(data) % array(_NUMBERS).itemsize == 0 else b"")
