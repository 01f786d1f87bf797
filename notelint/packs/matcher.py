"""What runs the patterns of a pack. The shipped ones are known to end; a stranger's are watched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from notelint.packs.where import Stretch


class Watch:
    """Runs the patterns of one rule on one note; a stranger's stands under a budget instead."""

    def find(self, pattern: Any, stretch: Stretch) -> Iterable[re.Match[str]]:
        """All that a pattern matches in a stretch; nothing is no match."""
        found = pattern.finditer(stretch.seen, stretch.start, stretch.end)
        return (match for match in found if match[0])

    def fits(self, pattern: Any, stretch: Stretch) -> bool:
        """Whether a pattern matches a stretch from end to end."""
        return pattern.fullmatch(stretch.seen, stretch.start, stretch.end) is not None

    def expand(self, match: re.Match[str], replacement: str) -> str:
        """What is to stand in place of a match, ``\\1`` being its first group."""
        return match.expand(replacement)


class Engine(NamedTuple):
    """How the patterns of a pack are compiled, and what watches them."""

    compile: Callable[[str], Any]
    watch: Callable[[], Watch]


SHIPPED = Engine(re.compile, Watch)
