"""Runs notelint as on a system that has less than this one: what is only here is taken away before
it is imported. `python elsewhere.py SYSTEM` reads commands as JSON, and prints what they say."""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import pkgutil
import signal
import sys

# What others need of this system whatever notelint does, loaded while it is whole.
_NEEDED = (
    *(
        "asyncio",
        "shutil",
        "ssl",
        "subprocess",
        "tempfile",
        "zoneinfo",
        "sysconfig",
        "urllib.request",
    ),
    *("platformdirs.unix", "filelock", "pydantic.type_adapter", "pydantic.json_schema"),
)
_MODULES = ("fcntl", "resource", "termios", "pwd", "grp", "tty", "pty", "readline", "posix")
_OF_LINUX = (
    *("sched_getaffinity", "sched_setaffinity", "listxattr", "getxattr", "setxattr"),
    *("removexattr", "O_NOATIME", "O_TMPFILE", "O_PATH", "memfd_create", "copy_file_range"),
    *("pidfd_open", "splice", "eventfd", "getrandom", "posix_fadvise", "fdatasync"),
)
_OF_UNIX = (
    *("fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "setuid", "O_NONBLOCK"),
    *("O_NOFOLLOW", "O_CLOEXEC", "O_NOCTTY", "O_DIRECTORY", "O_SYNC", "chown", "lchown", "fchown"),
    *("killpg", "getpgid", "setpgid", "uname", "getloadavg", "mkfifo", "mknod", "sysconf"),
    *("nice", "wait4", "waitid", "WNOHANG", "posix_spawn", "register_at_fork", "ttyname"),
    *("openpty", "pread", "pwrite", "sendfile", "statvfs", "set_blocking", "sync"),
)
_SIGNALS = ("SIGKILL", "SIGHUP", "SIGPIPE", "SIGALRM", "SIGUSR1", "SIGQUIT", "SIGCHLD", "setitimer")


class Locks:
    """In the place of filelock, whose locks for Windows are calls of Windows."""

    Timeout = TimeoutError

    class FileLock:
        def __init__(self, file: object, **_: object) -> None:
            self.acquire = self.release = lambda: None


def become(system: str) -> None:
    """Take away what ``system`` has not, `win32` or `darwin`."""
    for name in _NEEDED:
        importlib.import_module(name)
    _take_away(os, _OF_LINUX)
    if system == "win32":
        sys.modules.update(dict.fromkeys(_MODULES))
        _take_away(os, _OF_UNIX)
        _take_away(signal, _SIGNALS)
        sys.modules["filelock"] = Locks  # type: ignore[assignment]
    sys.platform = system


def _take_away(module: object, names: tuple[str, ...]) -> None:
    for name in names:
        if hasattr(module, name):
            delattr(module, name)


def import_all() -> None:
    import notelint

    for module in pkgutil.walk_packages(notelint.__path__, "notelint."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def ran(arguments: list[str]) -> tuple[int, str, str]:
    from notelint.cli import main

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
    return code, out.getvalue(), err.getvalue()


if __name__ == "__main__":
    if sys.argv[1] != "here":
        become(sys.argv[1])
    import_all()
    print(json.dumps([ran(command) for command in json.load(sys.stdin)]))
