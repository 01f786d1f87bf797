"""Which files git ignores: as git says, or by its rules where it says nothing."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from notelint.disk.git import Ignored, NoAnswerError, ignored_in, repository_of
from notelint.disk.regular_file import NO_FOLLOW, read_regular
from notelint.values import PathPattern, pattern_in

_LARGEST = 1_000_000  # bytes of a file of patterns


class GitIgnore:
    """Answers for paths relative to ``root``; outside a git repository nothing is ignored.

    ``repositories`` are folders below that are repositories themselves: what is in them is left to
    their own patterns. ``problems`` grow while it is asked.
    """

    def __init__(self, root: Path, repositories: Sequence[str] = ()) -> None:
        self.problems: list[str] = []
        self._says = self._asked(root)
        self._inner = [
            (folder + "/", _Rules(root / folder, root / folder, self.problems))
            for folder in repositories
            if not self._says.ignores_folder(folder)
        ]

    def __contains__(self, path: str) -> bool:
        for prefix, rules in self._inner:
            if path.startswith(prefix):
                return path.removeprefix(prefix) in rules
        # Git for macOS lists names in NFC, however the disk has them.
        names = [path] if path.isascii() else [path, unicodedata.normalize("NFC", path)]
        return any(name in self._says for name in names)

    def _asked(self, root: Path) -> Ignored | _Rules:
        top = repository_of(root)
        if top is None:
            return Ignored(frozenset())
        try:
            says = ignored_in(root)
        except NoAnswerError as error:
            if str(error):
                self.problems.append(f"{error}; .gitignore files are read without it")
            return _Rules(root, top, self.problems)
        self.problems += says.problems
        return says


class _Rules:
    """The patterns of the files that gitignore(5) names, but for what git's settings say."""

    def __init__(self, root: Path, top: Path, problems: list[str]) -> None:
        inside = root.relative_to(top).as_posix()
        self._top = top
        self._prefix = "" if inside == "." else inside + "/"
        self._problems = problems
        self._outer = [
            *self._read(_user_excludes()),
            *self._read(_own_folder(top) / "info" / "exclude"),
        ]
        self._in_folder: dict[str, Sequence[PathPattern]] = {}
        self._folders: dict[str, bool] = {"": False}

    def __contains__(self, path: str) -> bool:
        whole = self._prefix + path
        folder, _, _ = whole.rpartition("/")
        return self._is_ignored_folder(folder) or self._is_ignored(whole, is_folder=False)

    def ignores_folder(self, folder: str) -> bool:
        return self._is_ignored_folder(self._prefix + folder)

    def _is_ignored_folder(self, folder: str) -> bool:
        """A file cannot be taken back in once a folder above it is ignored (gitignore(5))."""
        unknown = []
        while folder not in self._folders:
            unknown.append(folder)
            folder = folder.rpartition("/")[0]
        for inner in reversed(unknown):
            above = self._folders[inner.rpartition("/")[0]]
            self._folders[inner] = above or self._is_ignored(inner, is_folder=True)
        return self._folders[unknown[0] if unknown else folder]

    def _is_ignored(self, path: str, is_folder: bool) -> bool:
        """Whether the last pattern that names this very file or folder ignores it."""
        end = len(path)
        while end >= 0:
            end = path.rfind("/", 0, end)
            folder = path[: max(end, 0)]
            verdict = _verdict(self._patterns(folder), path[end + 1 :], is_folder)
            if verdict is not None:
                return verdict
        return bool(_verdict(self._outer, path, is_folder))

    def _patterns(self, folder: str) -> Sequence[PathPattern]:
        if folder not in self._in_folder:
            file = self._top / folder / ".gitignore"
            self._in_folder[folder] = list(self._read(file, NO_FOLLOW))
        return self._in_folder[folder]

    def _read(self, file: Path, flags: int = 0) -> Iterator[PathPattern]:
        """The patterns of a file. They and the paths are compared byte by byte, as git does."""
        try:
            content = read_regular(file, _LARGEST, flags).removeprefix(b"\xef\xbb\xbf")
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            self._problems.append(f"cannot read {file}: {error.strerror}; it ignores nothing")
            return
        for line in content.split(b"\n"):
            pattern = pattern_in(line.removesuffix(b"\r").decode("latin-1"))
            if pattern is not None:
                yield pattern


def _verdict(patterns: Sequence[PathPattern], path: str, is_folder: bool) -> bool | None:
    if not patterns:
        return None
    name = os.fsencode(path).decode("latin-1")
    for pattern in reversed(patterns):
        if pattern.names(name, is_folder):
            return not pattern.takes_back
    return None


def _user_excludes() -> Path:
    """Where a user's own patterns are unless git's settings name another place."""
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    return Path(home) / "git" / "ignore"


def _own_folder(top: Path) -> Path:
    """Where git keeps what all working trees of a repository share."""
    folder = top / ".git"
    if folder.is_dir():
        return folder
    folder = top / _first_line(folder).removeprefix("gitdir: ")
    common = _first_line(folder / "commondir")
    return folder / common if common else folder


def _first_line(file: Path) -> str:
    try:
        content = os.fsdecode(read_regular(file, _LARGEST))
    except OSError:
        return ""
    return content.partition("\n")[0].removesuffix("\r")
