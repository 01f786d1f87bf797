"""What the configuration of another linter says, in the words of this one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from notelint.values import dataclass, field, pattern_in

MOST_LISTED = 200  # patterns; each is held against all notes
_LONGEST = 200  # characters of a pattern


@dataclass(frozen=True)
class Neighbour:
    """``file`` is its name from the vault's root. ``exclude`` are patterns of notes that it leaves
    out, ``templates`` of those that are still to be filled in; ``has_on`` and ``has_off`` are rules
    of ours by what they are called there; ``ignored`` are pairs of a pattern and a rule of ours
    that does not run on the notes that it matches."""

    file: str
    templates: tuple[str, ...] = field(default=(), kw_only=True)
    exclude: tuple[str, ...] = ()
    has_on: Mapping[str, str] = field(default_factory=dict)
    has_off: Mapping[str, str] = field(default_factory=dict)
    ignored: tuple[tuple[str, str], ...] = ()


def texts(value: Any) -> tuple[str, ...]:
    """The texts in a list, or the one that stands for it; what else there is is passed over, and
    so is what comes behind more than anybody would write."""
    if isinstance(value, str):
        return (value,)
    listed = value[:MOST_LISTED] if isinstance(value, list) else []
    return tuple(item for item in listed if isinstance(item, str))


def table(value: Any) -> dict[str, Any]:
    """A table with names for keys, or an empty one."""
    if not isinstance(value, dict):
        return {}
    return {key: inner for key, inner in value.items() if isinstance(key, str)}


def from_root(patterns: Iterable[str]) -> tuple[str, ...]:
    """Globs that start at the vault's root as patterns of ``.gitignore`` do; one that takes notes
    back in has no counterpart."""
    bare = (pattern.removeprefix("./") for pattern in patterns)
    return tuple(
        pattern if "/" in pattern.rstrip("/") else "/" + pattern
        for pattern in bare
        if pattern.strip("/ ") and not pattern.startswith("!")
    )


def is_usable(pattern: str) -> bool:
    """Whether a pattern of another linter means something here, and the same."""
    matcher = pattern_in(pattern)
    is_short = pattern.isprintable() and len(pattern) <= _LONGEST
    return is_short and matcher is not None and not matcher.takes_back
