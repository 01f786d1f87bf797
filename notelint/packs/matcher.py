"""What runs the patterns of a pack. The shipped ones are known to end; a stranger's are watched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from notelint.notes import Note
from notelint.packs.where import Region
from notelint.values import NamedTuple, lazy_pattern
from notelint.vault import Vault


class Matcher:
    """Runs the patterns of one rule on one note; a stranger's stands under a budget instead."""

    def __init__(self, note: Note, vault: Vault) -> None:
        pass

    def find(self, pattern: Any, region: Region) -> Iterable[re.Match[str]]:
        """All that a pattern matches in a region; nothing is no match."""
        seen, start, end, _ = region
        if pattern.search(seen, start, end) is None:  # mostly so
            return ()
        return [match for match in pattern.finditer(seen, start, end) if match[0]]

    def fits(self, pattern: Any, region: Region) -> bool:
        """Whether a pattern matches a region from end to end."""
        return pattern.fullmatch(region.seen, region.start, region.end) is not None

    def expand(self, match: re.Match[str], replacement: str) -> str:
        """What is to stand in place of a match, ``\\1`` being its first group."""
        return match.expand(replacement)


class Patterns(NamedTuple):
    """How the patterns of a pack are compiled, and what runs them."""

    compile: Callable[[str], Any]
    matcher: Callable[[Note, Vault], Matcher]


SHIPPED = Patterns(lazy_pattern, Matcher)
