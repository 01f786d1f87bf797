"""Names of files in reports that have to be UTF-8, which a name need not be."""

from __future__ import annotations

import re

from notelint.report.terminal import escaped, printable
from notelint.values import lazy_pattern

_UNSAYABLE = lazy_pattern(r"[\ud800-\udfff]")
_LIKE_ESCAPED = lazy_pattern(r"\\(?=x[0-9a-f]{2}|u[0-9a-f]{4})")
_BYTES = range(0xDC80, 0xDD00)  # how Python spells a byte that is not UTF-8


def readable(name: str) -> str:
    r"""A name with each byte that is not UTF-8 as ``\xNN``. A backslash before what looks like that
    is ``\x5c``, so that no two names become one; every other name stays as it is."""
    return sayable(_LIKE_ESCAPED.sub(r"\\x5c", name) if "\\" in name else name)


def sayable(text: str) -> str:
    r"""A text that quotes names, with each byte that is not UTF-8 as ``\xNN``."""
    return text if text.isascii() else _UNSAYABLE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code - 0xDC00:02x}" if code in _BYTES else f"\\u{code:04x}"


def shown_name(name: str) -> str:
    """A name for people: nothing in it that a terminal obeys, and no two names alike."""
    return escaped(readable(name))


def shown(text: str) -> str:
    """A text that quotes names and notes, for people."""
    return printable(sayable(text))
