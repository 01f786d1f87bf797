"""The files of one name, in the order in which Obsidian takes them for a link.

An answer costs what is near the link and what fits it, and not how many files have the name: each
of a thousand folders may hold an `index.md` that links to `[[index]]`.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from notelint.values import NamedTuple, file_key
from notelint.vault.names import NOTE_SUFFIX

MOST = 50  # files that a link is said to fit; the first one is what counts
_MOST_KEPT = 256  # ways of writing
_HIGHEST = "\U0010ffff"


class Fit(NamedTuple):
    """How well a file fits what a link writes; the lowest is the one that Obsidian takes."""

    is_partial: bool  # the path ends in the target in the middle of a folder's name
    lacks_ending: bool  # the link leaves `.md` out
    spelling: int
    length: int


class Fitting(NamedTuple):
    """A file that fits, and how well; ``group`` is 0 for one whose path from the root is written,
    1 for one under the folder of the link, 2 for others."""

    group: int
    fit: Fit
    path: str


class _Fits(NamedTuple):
    """What fits one way of writing: the exact ones, and all, in the order of their fits and in that
    of their paths."""

    exact: tuple[str, ...]
    in_order: tuple[tuple[Fit, str], ...]
    by_path: tuple[str, ...]


class SameNamed:
    """The files that have one name, given in order."""

    def __init__(self, paths: Sequence[str]) -> None:
        self._by_ending = sorted((file_key(path)[::-1], path) for path in paths)
        self._fits: dict[str, _Fits] = {}

    def exactly(self, path: str) -> list[str]:
        """The files whose path from the root it is, with ``.md`` or without."""
        return sorted(self._fits_of(path).exact, key=lambda found: _spelling(found, path))

    def ending_in(self, path: str, folder: str) -> list[Fitting]:
        """The files whose path ends so, the best first, for a link of a note in a folder."""
        fits = self._fits_of(path)
        exact = sorted((_fit(found, path), found) for found in fits.exact)
        near = fits.in_order
        if folder:
            near = tuple(sorted((_fit(found, path), found) for found in _under(fits, folder)))
        groups = (exact, near, fits.in_order)
        ranked = (
            Fitting(group, fit, found)
            for group, members in enumerate(groups)
            for fit, found in members
        )
        return list(islice(_once(ranked), MOST))

    def _fits_of(self, path: str) -> _Fits:
        if path not in self._fits:
            if len(self._fits) >= _MOST_KEPT:
                self._fits.clear()
            key = file_key(path)
            found = list(chain(self._with_ending(key), self._with_ending(key + NOTE_SUFFIX)))
            exact = (name for name in found if file_key(name) in (key, key + NOTE_SUFFIX))
            in_order = tuple(sorted((_fit(name, path), name) for name in found))
            self._fits[path] = _Fits(tuple(exact), in_order, tuple(sorted(found)))
        return self._fits[path]

    def _with_ending(self, ending: str) -> Iterator[str]:
        start = bisect_left(self._by_ending, (ending[::-1],))
        end = bisect_left(self._by_ending, (ending[::-1] + _HIGHEST,))
        return (path for _, path in self._by_ending[start:end])


def _under(fits: _Fits, folder: str) -> Sequence[str]:
    """Those in a folder or below."""
    start = bisect_left(fits.by_path, folder + "/")
    return fits.by_path[start : bisect_left(fits.by_path, f"{folder}/{_HIGHEST}", start)]


def _once(ranked: Iterator[Fitting]) -> Iterator[Fitting]:
    """Each file in the first of its groups."""
    seen: set[str] = set()
    for fitting in ranked:
        if fitting.path not in seen:
            seen.add(fitting.path)
            yield fitting


def _fit(candidate: str, path: str) -> Fit:
    name, key = file_key(candidate), file_key(path)
    return Fit(
        not _ends_at_folder(name, key),
        not name.endswith(key),
        _spelling(candidate, path),
        len(candidate),
    )


def _ends_at_folder(path: str, suffix: str) -> bool:
    """Whether a path ends in whole names. Whether `b/x` also reaches `ab/x` nobody could check: it
    counts as reached, after all others, and is never ambiguous."""
    slashed = "/" + path
    return slashed.endswith((f"/{suffix}", f"/{suffix}{NOTE_SUFFIX}"))


def _spelling(candidate: str, path: str) -> int:
    """0 where the spelling is the file's to the letter, 1 in its normal form, 2 but for case."""
    if candidate.endswith((path, path + NOTE_SUFFIX)):
        return 0
    wanted, given = (unicodedata.normalize("NFC", text) for text in (path, candidate))
    return 1 if given.endswith((wanted, wanted + NOTE_SUFFIX)) else 2
