"""A report on disk: there when it is whole, and not before."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

_SYSTEM_S_OWN = ("/dev/", "/proc/")  # `/dev/stdout` leads to a file that the shell has open


@contextmanager
def report_file(path: Path) -> Iterator[TextIO]:
    """A file to write a report into, in UTF-8 and with its line endings as they are. It takes the
    place of what stands there when all is written; after an error all is as it was. What is no
    file, such as a pipe, is written as it comes.

    Raises:
        OSError: it cannot be written.
    """
    if os.path.abspath(path).startswith(_SYSTEM_S_OWN) or (path.exists() and not path.is_file()):
        with _opened(path) as out:
            yield out
        return
    import tempfile  # only loaded where a report is written

    target = Path(os.path.realpath(path))
    mode = _mode(target)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".notelint-", suffix=".tmp")
    try:
        with _opened(handle) as out:
            yield out
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def _opened(file: Path | int) -> TextIO:
    return open(file, "w", encoding="utf-8", errors="backslashreplace", newline="")


def _mode(path: Path) -> int:
    """The mode of what stands there, or that of a new file."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
