"""What a fixing run does to one note, told to whoever writes it."""

from __future__ import annotations

from collections.abc import Callable

from notelint.values import dataclass


@dataclass(frozen=True)
class Rewrite:
    """A note's bytes before and after a run, and the rules that changed them."""

    path: str
    before: bytes
    after: bytes
    rules: tuple[str, ...] = ()


NoteWriter = Callable[[Rewrite], None]  # puts the new bytes in the place of the old ones
