"""What went wrong with a note or a step, in one line."""

from __future__ import annotations

import os
import traceback

from notelint.batch.address import scrubbed


def described(error: Exception) -> str:
    """An exception of our own code, and where it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({os.path.basename(frames[-1].filename)}:{frames[-1].lineno})" if frames else ""
    return scrubbed(f"failed with {type(error).__name__}: {error}{place}")
