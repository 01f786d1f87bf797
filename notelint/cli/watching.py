"""Waiting for changes in vaults: of notes, of files that links lead to, of configurations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.config import CONFIGURATIONS
from notelint.disk import Ignored, NoAnswerError, ignored_in, is_note, repository_of
from notelint.values import UsageError, dataclass

if TYPE_CHECKING:
    from watchfiles import Change

_QUIET = 100  # milliseconds without a change that end a burst
_TICK = 100  # milliseconds after which a watcher tells that it is there
_CONFIGURING = frozenset((".gitignore", *CONFIGURATIONS))


@dataclass(frozen=True)
class Watched:
    """Folders of vaults, and files that configure how they are checked, wherever these are.
    ``unheard`` are folders in a vault that nobody cares for, such as that of the cache."""

    roots: tuple[Path, ...]
    files: frozenset[Path] = frozenset()
    unheard: tuple[Path, ...] = ()

    def paths(self) -> list[Path]:
        """What to watch: a file in a vault is watched with it."""
        outside = (path for path in self.files if not self._root_of(path) and path.exists())
        return [*self.roots, *sorted(outside)]

    def matters(self, path: Path, is_new_or_gone: bool, ignored: dict[Path, Ignored]) -> bool:
        """Whether a change of a file may change what is found."""
        if path in self.files or path.name in _CONFIGURING:
            return True
        root = self._root_of(path)
        if root is None or any(path.is_relative_to(folder) for folder in self.unheard):
            return False
        inside = path.relative_to(root)
        if any(part.startswith(".") for part in inside.parts):
            return False  # Obsidian's own, git's, and what editors write on the way
        is_heard = is_new_or_gone or is_note(path.name)
        return is_heard and inside.as_posix() not in ignored.get(root, _NOTHING)

    def _root_of(self, path: Path) -> Path | None:
        return next((root for root in self.roots if path.is_relative_to(root)), None)


_NOTHING = Ignored(frozenset())


def changes(watched: Watched) -> Iterator[tuple[Path, ...]]:
    """Nothing at first, once nothing can be missed any more; then the files of each burst of
    changes that matters.

    Raises:
        UsageError: the library that watches is not there.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        problem = "--watch needs the library watchfiles"
        raise UsageError(problem, "`pip install 'notelint[watch]'` installs it") from error
    ignored = {root: _ignored(root) for root in watched.roots}
    is_first = True
    for burst in watch(
        *watched.paths(),
        watch_filter=None,
        step=_QUIET,
        rust_timeout=_TICK,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    ):
        found = tuple(_mattering(watched, burst, ignored))
        if found or is_first:
            is_first = False
            yield found


def _mattering(
    watched: Watched, burst: Iterable[tuple[Change, str]], ignored: dict[Path, Ignored]
) -> Iterator[Path]:
    """The files of a burst that matter, in order; a folder only where nothing in it is told of and
    something is there, as when it was moved here, or where it is gone."""
    found = [
        Path(name)
        for name, change in sorted({name: change for change, name in burst}.items())
        if watched.matters(Path(name), change.name != "modified", ignored)
    ]
    for path, following in zip_longest(found, found[1:]):
        is_told = following is not None and path in following.parents
        if not is_told and not (path.is_dir() and not any(path.iterdir())):
            yield path


def _ignored(root: Path) -> Ignored:
    """What git ignores in a vault, as far as it says."""
    with suppress(NoAnswerError):
        if repository_of(root) is not None:
            return ignored_in(root)
    return _NOTHING


def watch(plan: Callable[[], Watched], check: Callable[[tuple[Path, ...]], None]) -> None:
    """Check, and check again after each burst of changes, until somebody interrupts. ``plan`` says
    what to watch, anew each time; ``check`` is told what has changed."""
    changed: tuple[Path, ...] = ()
    while True:
        waiting = changes(plan())
        next(waiting)  # from here on nothing is missed
        check(changed)
        changed = next(waiting)
