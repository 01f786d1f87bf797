"""A process of a run on one machine.

It is told a task a line, as JSON, and tells what came of it in one. It ends when nobody is left who
could tell it more, whatever it is at: what it would still make is made again by another run.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import threading
from queue import SimpleQueue
from typing import BinaryIO

from notelint.batch.steps import perform
from notelint.batch.task import Task

READY = b"ready\n"
_ALLOCATIONS = 200_000  # between collections


def work() -> None:
    """Do tasks until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it decides what ctrl-c ends
    gc.set_threshold(_ALLOCATIONS)
    asked, told = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what is printed by mistake is no outcome
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(asked, lines), daemon=True).start()
    try:
        _tell(told, READY)
        while True:
            outcome = perform(Task.from_data(json.loads(lines.get())))
            _tell(told, json.dumps(outcome).encode("ascii") + b"\n")
    except OSError:  # nobody listens
        os._exit(0)


def _tell(told: BinaryIO, line: bytes) -> None:
    told.write(line)
    told.flush()


def _listen(asked: BinaryIO, lines: SimpleQueue[bytes]) -> None:
    for line in asked:
        lines.put(line)
    os._exit(0)
