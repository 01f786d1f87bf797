"""A run told again: the same command where nothing has changed that its report was made of.

Nothing is imported here that takes time to load: on an unchanged vault this is all that a run
does. ``recording`` writes what is read here. It is never trusted: what does not look
right is no recording, and a file that was copied or put there by others says another inode.
"""

from __future__ import annotations

import os
import stat
import sys
import zlib
from array import array

from notelint.values import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 500_000_000  # bytes
_FIELDS = 10
RECORDED = ".replay"  # how the name of a recording ends
_ABSENT = -1
_NEVER = ("--no-cache",)
_FOLDER, _EQUALS = "--cache-dir", "--cache-dir="
# What else has a say in a report; what leads to the cache is among it.
_ENVIRONMENT = (
    "HOME",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "NO_COLOR",
    "CI",
    "GITHUB_STEP_SUMMARY",
)


def replayed(arguments: Sequence[str]) -> int | None:
    """Tell what the same command told before, and give its exit code; None where it must run. The
    version is always the same.

    Raises:
        OSError: it cannot be told.
    """
    if [*arguments] == ["--version"]:
        if sys.stdout is not None:
            _write(1, f"notelint {__version__}{os.linesep}".encode("ascii"))
        return 0
    file = recording_of(arguments)
    try:
        fields = _fields(file) if file else None
        told = _told(fields, arguments) if fields else None
    except (OSError, ValueError):
        return None
    if told is None:
        return None
    out, error, code = told
    for number, stream, text in ((2, sys.stderr, error), (1, sys.stdout, out)):
        if stream is not None:
            _write(number, text)
    return code


def recording_of(arguments: Sequence[str]) -> str | None:
    """The file that a command is recorded in; None where nothing is recorded."""
    if os.name != "posix" or any(argument in _NEVER for argument in arguments):
        return None
    folder = _cache_folder(arguments)
    return folder and f"{folder}/{zlib.crc32(key_of(arguments)):08x}{RECORDED}"


def key_of(arguments: Sequence[str]) -> bytes:
    """All of a command that has a say in what it tells; without a word it is ``check``."""
    if arguments[:1] == ["check"]:
        arguments = arguments[1:]
    try:
        where = os.getcwd()
    except OSError:
        where = ""
    streams = [stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr)]
    environment = [os.environ.get(name) for name in _ENVIRONMENT]
    return repr([list(arguments), where, streams, environment]).encode("utf-8", "surrogatepass")


def state_of(folders: bytes, files: bytes, marks: bytes) -> tuple[bytes, bytes, bytes, int]:
    """What there is by now: the names in some folders, the times and sizes of files, which marks
    are there; and the time of the youngest folder or file, in ns. Paths have a NUL behind them.

    Raises:
        OSError: a folder cannot be listed.
    """
    status_of, names = os.stat, []
    times: list[int] = []
    stamps: list[int] = []
    for folder in folders.split(b"\0")[:-1]:
        times.append(status_of(folder).st_mtime_ns)
        names.append(b"\0".join(sorted(os.listdir(folder))))
    for path in files.split(b"\0")[:-1]:
        try:
            status = status_of(path)
        except OSError:
            stamps += (_ABSENT, _ABSENT)
        else:
            stamps += (status.st_mtime_ns, status.st_size)
    there = bytes(os.path.lexists(path) for path in marks.split(b"\0")[:-1])
    youngest = max([*times, *stamps[::2], 0])
    return b"\0\0".join(names), array("q", [*times, *stamps]).tobytes(), there, youngest


def _cache_folder(arguments: Sequence[str]) -> str | None:
    """The folder of the cache, as the options give it, or that of the user."""
    for index, argument in enumerate(arguments):
        if argument.startswith(_EQUALS):
            return argument[len(_EQUALS) :]
        if argument == _FOLDER:
            return arguments[index + 1] if index + 1 < len(arguments) else None
    caches = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return f"{caches}/notelint" if os.path.isabs(caches) else None


def header_of(inode: int, fields: Sequence[bytes]) -> bytes:
    """The first line of a recording: of which version it is, in which file it stands, how long its
    fields are, and their check sum."""
    sizes = " ".join(str(len(field)) for field in fields)
    check = zlib.crc32(b"".join(fields))
    return f"notelint replay 1 {__version__} {inode} {check} {sizes}\n".encode("ascii")


def _fields(file: str) -> list[bytes] | None:
    """The fields of a recording; None where it is none.

    Raises:
        OSError, ValueError: it cannot be read, or is none.
    """
    handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MOST:
            return None
        content = os.read(handle, status.st_size)
    finally:
        os.close(handle)
    header, _, rest = content.partition(b"\n")
    sizes = [int(size) for size in header.split(b" ")[6:]]
    fields, start = [], 0
    for size in sizes[:_FIELDS]:
        fields.append(rest[start : start + size])
        start += size
    is_whole = len(fields) == _FIELDS and header + b"\n" == header_of(status.st_ino, fields)
    return fields if is_whole else None


def _told(fields: list[bytes], arguments: Sequence[str]) -> tuple[bytes, bytes, int] | None:
    """What a recording tells, where all is as it was."""
    key, folders, files, marks, *state, out, error, code = fields
    if key != key_of(arguments) or list(state_of(folders, files, marks)[:3]) != state:
        return None
    return out, error, code[0]


def _write(stream: int, told: bytes) -> None:
    rest = memoryview(told)
    while rest:
        rest = rest[os.write(stream, rest) :]
