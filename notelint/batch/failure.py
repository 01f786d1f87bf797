"""What went wrong with a note or a step, in one line."""

from __future__ import annotations

import os
import traceback

from notelint.batch.address import scrubbed, shown
from notelint.values import Place, ReadError


def told_of(address: str, error: ReadError) -> ReadError:
    """An error of a file as one of the address that it was read from, be it of a copy."""
    if error.place is None:
        return error
    return ReadError(error.message, error.remedy, Place(shown(address)))


def described(error: Exception) -> str:
    """An exception of our own code, and where it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({os.path.basename(frames[-1].filename)}:{frames[-1].lineno})" if frames else ""
    return scrubbed(f"failed with {type(error).__name__}: {error}{place}")
