"""What a link that leads nowhere may have meant."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from urllib.parse import unquote

from notelint.notes import Link
from notelint.vault.names import FileNames, link_text


class NearMisses(NamedTuple):
    """Names that may have been meant, the best first."""

    names: tuple[str, ...] = ()

    @property
    def hint(self) -> str:
        """``; did you mean `a` or `b`?``"""
        if not self.names:
            return ""
        *others, last = [f"`{name}`" for name in self.names]
        return f"; did you mean {', '.join(others)}{' or ' if others else ''}{last}?"


def near_misses(names: FileNames, link: Link) -> NearMisses:
    """The names of files that a link which leads nowhere may have meant."""
    name = link.name if link.is_wiki else unquote(link.name)
    return NearMisses(names.near(link_text(posixpath.basename(name))))
