"""What a stranger's pack may have as a pattern, a replacement and a message.

A pattern is what Python's ``re`` and ``regex`` both understand, and understand alike. Its counts
are bounded, as a compiler that writes `(?<=(a{1000}){1000})` out cannot be interrupted.
"""

from __future__ import annotations

import re
import warnings
from string import Formatter

PLACEHOLDERS = frozenset({"found", "replacement"})
MOST_REPEATS = 1_000_000  # all counts of a pattern multiplied
_PIECE = re.compile(
    r"\\N\{[^}]*\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?P<count>\d+(?:,\d*)?|,\d+)\}|(?P<brace>\{)",
    re.S,
)


def check_pattern(pattern: str) -> str:
    """The pattern, if it can be used.

    Raises:
        ValueError: it cannot; the message says why.
    """
    _compile(pattern)
    repeats = 1
    for piece in _PIECE.finditer(pattern):
        if piece["brace"]:
            place = f"the brace at position {piece.start()}"
            raise ValueError(f"should have {place} as `\\{{`, as it counts nothing")
        repeats *= max(map(int, re.findall(r"\d+", piece["count"] or "")), default=1) or 1
    if repeats > MOST_REPEATS:
        raise ValueError(f"should repeat less: its counts come to more than {MOST_REPEATS:,}")
    return pattern


def _compile(pattern: str) -> None:
    import regex  # only loaded where a vault has patterns of its own

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError, FutureWarning) as error:
            raise ValueError(f"should be a regular expression ({error})") from error
        try:
            regex.compile(pattern, regex.VERSION0)
        except (regex.error, RecursionError) as error:
            raise ValueError(f"should be a simpler regular expression ({error})") from error


def check_replacement(find: str, replacement: str) -> None:
    """See that the groups of a replacement are those of its pattern.

    Raises:
        ValueError: they are not.
    """
    try:
        re.compile(find).sub(replacement, "")
    except (re.error, IndexError) as error:
        raise ValueError(f"should refer to groups of `find` ({error})") from error


def placeholders(template: str) -> set[str]:
    """The placeholders of a message or a title.

    Raises:
        ValueError: it has others than there are.
    """
    try:
        parts = list(Formatter().parse(template))
    except ValueError as error:
        raise ValueError("should write a single brace as `{{` or `}}`") from error
    found = {name for _, name, _, _ in parts if name is not None}
    if found - PLACEHOLDERS or any(spec or conversion for _, _, spec, conversion in parts):
        allowed = " and ".join(f"`{{{name}}}`" for name in sorted(PLACEHOLDERS))
        raise ValueError(f"should have no placeholders but {allowed}")
    return found
