"""What a stranger's pack may have as a pattern, a replacement and a message.

A pattern is what Python's ``re`` and ``regex`` both understand, and understand alike. It is
measured before it is compiled, as a compiler that writes `(?:(?:a?){1000}){1000}` out cannot be
interrupted, and fills the memory.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Any

PLACEHOLDERS = frozenset({"found", "replacement"})
MOST_OF_PATTERN = 10_000  # pieces; the compiler takes about half a kilobyte for one
MOST_OF_PACK = 200_000
MOST_OF_RUN = 500_000  # of all packs
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_PIECE = re.compile(
    r"\\N\{[^}]*\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?:\d+(?:,\d*)?|,\d+)\}|(?P<brace>\{)", re.S
)


def check_pattern(pattern: str) -> str:
    """The pattern, if it can be used.

    Raises:
        ValueError: it cannot; the message says why.
    """
    if pieces_of(pattern) > MOST_OF_PATTERN:
        most = f"{MOST_OF_PATTERN:,} pieces"
        raise ValueError(f"should repeat less: written out, it has more than {most}")
    _compile(pattern)
    for piece in _PIECE.finditer(pattern):
        if piece["brace"]:
            place = f"the brace at position {piece.start()}"
            raise ValueError(f"should have {place} as `\\{{`, as it counts nothing")
    return pattern


def pieces_of(pattern: str) -> int:
    """How many pieces a pattern has once all its counts are written out.

    Raises:
        ValueError: it is no pattern.
    """
    from re import _parser  # type: ignore[attr-defined]  # it knows comments, flags and classes

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return _pieces(_parser.parse(pattern))
        except (re.error, OverflowError, RecursionError, FutureWarning) as error:
            raise ValueError(f"should be a regular expression ({error})") from error


def _pieces(parsed: Any) -> int:
    """The pieces of what ``re`` has read: operations with their parts, and plain values. What may
    be repeated without end is written out as often as it must be."""
    parts = getattr(parsed, "data", parsed)
    if not isinstance(parts, (list, tuple)):
        return 0
    if not (isinstance(parts, tuple) and str(parts[0]) in _REPEATS):
        return max(sum(map(_pieces, parts)), 1)
    least, most, repeated = parts[1]
    is_open = str(most) == "MAXREPEAT"
    return int(max(least if is_open else most, 1)) * _pieces(repeated)


def pieces_of_entry(entry: Mapping[str, Any]) -> int:
    """How many pieces all patterns and words of an entry have; of what is none, none."""
    pairs, forms, words = (entry.get(key) or () for key in ("patterns", "forms", "words"))
    found = [pair.get("find") for pair in _listed(pairs) if isinstance(pair, Mapping)]
    letters = sum(map(len, filter(_is_text, words if isinstance(words, Mapping) else ())))
    return letters + sum(map(_pieces_or_none, filter(_is_text, [*found, *_listed(forms)])))


def _pieces_or_none(pattern: str) -> int:
    try:
        return min(pieces_of(pattern), MOST_OF_PATTERN)  # what is more is refused by itself
    except ValueError:
        return 0


def _listed(value: object) -> Iterable[Any]:
    return value if isinstance(value, list) else ()


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _compile(pattern: str) -> None:
    import regex  # only loaded where a vault has patterns of its own

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError, FutureWarning) as error:
            raise ValueError(f"should be a regular expression ({error})") from error
        try:
            regex.compile(pattern, regex.VERSION0, cache_pattern=False)
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
