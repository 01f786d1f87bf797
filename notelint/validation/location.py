"""Where a key or an item of a configuration stands: the keys and indexes that lead to it."""

from __future__ import annotations

Location = tuple[str | int, ...]

MOST_NESTED = 100  # what is deeper is made to exhaust whoever reads it


def dotted(location: Location) -> str:
    """A key with those around it."""
    return ".".join(map(str, location))
