"""The git repository around a folder, and what git itself says of files in it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from notelint.values import NamedTuple, dataclass

SECONDS = 5.0  # for an answer; git takes minutes for some patterns, and waits for a pipe for ever

# What a stranger's `.git/config` may make git run or wait for is switched off: a monitor of files,
# hooks, a fetch of what is missing. A terminal is never asked.
_SAFELY = (
    *("--no-pager", "--no-optional-locks", "--literal-pathspecs", "-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}", "-c", "core.quotePath=false"),
)
_IGNORED = ("ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z")
_SETTINGS = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
# Set where git runs a hook; they would lead to another repository than that of the vault.
_LEADING_ELSEWHERE = frozenset(
    (
        *("GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_DIR"),
        *("GIT_CONFIG_COUNT", "GIT_CONFIG_PARAMETERS", "GIT_EXTERNAL_DIFF", "GIT_GRAFT_FILE"),
        *("GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_INTERNAL_SUPER_PREFIX"),
        *("GIT_LITERAL_PATHSPECS", "GIT_NAMESPACE", "GIT_NO_REPLACE_OBJECTS"),
        *("GIT_OBJECT_DIRECTORY", "GIT_PREFIX", "GIT_REPLACE_REF_BASE", "GIT_SHALLOW_FILE"),
        "GIT_WORK_TREE",
    )
)


_ALL = "./"  # what git says where the folder itself is ignored


@dataclass(frozen=True)
class Ignored:
    """What git leaves out below a folder: files, and folders with all that is in them, relative to
    it, folders with a ``/`` at the end. ``problems`` is what git could not read."""

    paths: frozenset[str]
    problems: tuple[str, ...] = ()

    def __contains__(self, path: str) -> bool:
        if not self.paths:
            return False
        return path in self.paths or self.ignores_folder(path.rpartition("/")[0])

    def ignores_folder(self, folder: str) -> bool:
        """Whether a folder is left out, or one that it is in."""
        path = folder + "/"
        ends = (at + 1 for at, char in enumerate(path) if char == "/")
        return _ALL in self.paths or any(path[:end] in self.paths for end in ends)


class NoAnswerError(Exception):
    """There is no git, it does not want to answer, or it takes too long; says why where that is
    worth to be told."""


def repository_of(folder: Path) -> Path | None:
    """The root of the nearest repository upward; None outside of any."""
    found = (path for path in (folder, *folder.parents) if os.path.lexists(path / ".git"))
    return next(found, None)


class Answer(NamedTuple):
    """What git said: its exit code, what it printed, and its complaints."""

    code: int
    out: bytes
    complaints: str


def ask(folder: Path, *arguments: str, given: bytes = b"", seconds: float | None = None) -> Answer:
    """What git answers in a folder within some seconds, ``given`` something on standard input.

    It is for commands that read what git keeps. ``diff`` and ``status`` are none: they look at
    files, and run the filters that a stranger's configuration names.

    Raises:
        NoAnswerError: git does not say.
    """
    import subprocess  # only loaded where a vault is in a repository

    git = _program()
    if git is None:
        raise NoAnswerError
    seconds = SECONDS if seconds is None else seconds
    try:
        done = subprocess.run(
            [git, *_SAFELY, *arguments],
            cwd=folder, env=_environment(), timeout=seconds,
            input=given, capture_output=True, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise NoAnswerError(f"git takes longer than {seconds:g} s") from error
    except (OSError, ValueError) as error:
        raise NoAnswerError from error
    return Answer(done.returncode, done.stdout, os.fsdecode(done.stderr))


def ignored_in(folder: Path) -> Ignored:
    """What git ignores below a folder of its working tree: files that ``git ls-files --cached
    --others --exclude-standard`` leaves out.

    Raises:
        NoAnswerError: git does not say.
    """
    answer = ask(folder, *_IGNORED)
    if answer.code:
        raise NoAnswerError
    paths = frozenset(os.fsdecode(path) for path in answer.out.split(b"\0") if path)
    return Ignored(paths, tuple(_problems(answer.complaints.splitlines())))


def _program() -> str | None:
    """Git where the user's path has it, and never one that stands in the current folder."""
    from shutil import which

    found = which("git")
    if found is None or not os.path.isabs(found):
        return None
    return None if os.path.dirname(found) == os.path.realpath(".") else found


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _LEADING_ELSEWHERE}
    return kept | _SETTINGS


def _problems(said: Iterable[str]) -> Iterable[str]:
    """Files with patterns that git could not read."""
    for line in said:
        if line.startswith("warning: unable to access "):
            yield f"git is {line.removeprefix('warning: ')}; it ignores nothing"
