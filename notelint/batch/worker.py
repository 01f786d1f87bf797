"""A process of a run on one machine.

It is told a task a line, as JSON, and tells what came of it in one. It ends when nobody is left who
could tell it more, whatever it is at: what it would still make is made again by another run.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
import tempfile
import threading
from contextlib import suppress
from queue import SimpleQueue
from typing import BinaryIO

from notelint.batch.steps import perform
from notelint.batch.task import Task

READY = b"ready\n"
_ALLOCATIONS = 200_000  # between collections


def work(copies: str) -> None:
    """Do tasks until there are no more; ``copies`` is the folder for what processes fetch from
    stores, each into one of its own."""
    try:
        tempfile.tempdir = copies = tempfile.mkdtemp(dir=copies)
    except FileNotFoundError:  # who started it is gone, and other processes took it away
        return
    gc.set_threshold(_ALLOCATIONS)
    asked, told = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what is printed by mistake is no outcome
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(asked, lines, copies), daemon=True).start()
    try:
        _tell(told, READY)
        while True:
            outcome = perform(Task.from_data(json.loads(lines.get())))
            _tell(told, json.dumps(outcome).encode("ascii") + b"\n")
    except OSError:  # nobody listens
        _leave(copies)


def _tell(told: BinaryIO, line: bytes) -> None:
    told.write(line)
    told.flush()


def _listen(asked: BinaryIO, lines: SimpleQueue[bytes], copies: str) -> None:
    for line in asked:
        if line.endswith(b"\n"):  # else who started it was killed while it wrote that
            lines.put(line)
    _leave(copies)


def _leave(copies: str) -> None:
    shutil.rmtree(copies, ignore_errors=True)
    with suppress(OSError):
        os.rmdir(os.path.dirname(copies))  # where it was the last one, and who started it is gone
    os._exit(0)
