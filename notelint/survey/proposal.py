"""What a configuration is proposed to say, and what speaks for it."""

from __future__ import annotations

from typing import Any

from notelint.values import NamedTuple


class Proposal(NamedTuple):
    """A value for a key of the configuration, which stands under the keys around it, or one of a
    list there where it ``is_listed``. ``evidence`` is the count that speaks for it. One that
    ``is_offered`` is for a person to decide, and is written as a comment."""

    keys: tuple[str, ...]
    value: Any
    evidence: str
    is_listed: bool = False
    is_offered: bool = False


def some(count: int, thing: str) -> str:
    """``1 note``, ``1,204 notes``."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def share(part: int, whole: int, thing: str) -> str:
    """``980 of 1,204 notes``."""
    return f"{part:,} of {some(whole, thing)}"
