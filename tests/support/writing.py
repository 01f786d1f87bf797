"""What tests of writing share: a note before and after, and a disk that has no room for it."""

from __future__ import annotations

import errno
import os

import pytest

OLD, NEW = "A ﬁnite set.\n", "A finite set.\n"
LEFTOVER = ".notelint-a1b2c3_4.tmp"  # of a run that was killed

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")


def full_disk() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
