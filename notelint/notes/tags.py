"""Tags of HTML in a line of text: what is a link between two of them nobody could check."""

from __future__ import annotations

import re

from notelint.values import lazy_pattern

_OPEN_TAG = lazy_pattern(r"<(?!br|hr|img|wbr|input|col|area)[A-Za-z][^>]*(?<!/)>\Z", re.I)


def opened_tags(tag: str) -> int:
    """1 where a tag opens what another closes, -1 where it closes that."""
    if tag.startswith("</"):
        return -1
    return int(_OPEN_TAG.match(tag) is not None)
