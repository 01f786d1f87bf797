"""Patterns of paths as in ``.gitignore``, matched in bounded time.

What a pattern means is what git's own ``wildmatch.c`` and ``dir.c`` say. `*a*a*a*a*ab` against many
`a` takes those minutes; here each piece between two stars is found where it first can be, and never
looked for again, which is as good and takes at most the length of the pattern times that of the
path.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from notelint.values.record import dataclass

_LONGEST = 4096  # characters of a pattern; no system has longer paths
_ANY_CHAR = "[^/]"
_FOLDERS = "(?:[^/]+/)*?"  # as few as will do
_NEVER = "(?!)"
# In the order of the pattern's characters; a bracket that is not closed can match nothing.
_TOKEN = r"""\\(?P<escaped>.)
      | (?P<stars>\*+)
      | (?P<any>\?)
      | \[(?P<negated>[!^]?)
          (?P<members>(?> \[:[^\]]*:\] | \\. | [^\\] )
                      (?> \[:[^\]]*:\] | \\. | [^\\\]] )*+)\]
      | (?P<broken>[\[\\])
      | (?P<plain>.)"""
_MEMBER = r"\[:(?P<set>[^\]]*):\]|(?P<first>\\.|.)(?:-(?P<last>\\.|[^\\]))?"
_SETS = {
    "alnum": "0-9A-Za-z", "alpha": "A-Za-z", "blank": r"\ \t", "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9", "graph": "!-~", "lower": "a-z", "print": r"\ -~",
    "punct": r"!-/:-@\[-`{-~", "space": r"\ \t-\r", "upper": "A-Z", "xdigit": "0-9A-Fa-f",
}  # fmt: skip


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled where a path is matched at all: that takes a moment."""
    return re.compile(pattern, re.X | re.S)


@dataclass(frozen=True)
class PathPattern:
    """One line of a ``.gitignore``. ``body`` is a regular expression for the path that it names,
    ``takes_back`` says that it began with ``!``."""

    body: str
    takes_back: bool = False
    is_for_folders: bool = False

    def names(self, path: str, is_folder: bool) -> bool:
        """Whether the pattern names this very file or folder."""
        return (is_folder or not self.is_for_folders) and bool(self._whole.fullmatch(path))

    def covers(self, path: str) -> bool:
        """Whether the pattern names a file, or a folder that it is in."""
        return not self.takes_back and bool(self._beginning.match(path))

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self.body, re.S)

    @cached_property
    def _beginning(self) -> re.Pattern[str]:
        end = "/" if self.is_for_folders else r"(?:/|\Z)"
        return re.compile(f"(?:{self.body}){end}", re.S)


@lru_cache(maxsize=4096)
def pattern_in(line: str) -> PathPattern | None:
    """The pattern in a line; None where the line is blank, a comment, or can match nothing."""
    if line.startswith("#") or len(line) > _LONGEST:
        return None
    line = _without_last_blanks(line)
    takes_back = line.startswith("!")
    text = line.removeprefix("!") if takes_back else line
    is_for_folders = text.endswith("/")
    text = text.removesuffix("/")
    if not text:
        return None
    is_name = "/" not in text
    body = _body(text.removeprefix("/"))
    if body is None:
        return None
    return PathPattern(_FOLDERS + body if is_name else body, takes_back, is_for_folders)


def _without_last_blanks(line: str) -> str:
    """Blanks at the end count only behind a backslash, which is not one for itself."""
    kept = line.rstrip(" ")
    slashes = len(kept) - len(kept.rstrip("\\"))
    return line[: len(kept) + 1] if slashes % 2 else kept


def _body(text: str) -> str | None:
    """A regular expression for a whole path; None where it would match nothing."""
    groups: list[list[str]] = [[]]  # of segments, between one `**` and the next
    for segment in _segments(text):
        if segment is None:
            groups.append([])
        elif _NEVER in segment:
            return None
        else:
            groups[-1].append(segment)
    first, *others = groups
    if not others:
        return "/".join(first)
    *middle, last = others
    # What stands between two `**` is right where it first fits, and is not tried elsewhere.
    between = "".join(f"(?>{_FOLDERS}{'/'.join(group)}/)" for group in middle if group)
    start = "/".join([*first, ""])
    return start + between + (_FOLDERS + "/".join(last) if last else ".+")


def _segments(text: str) -> Iterator[str | None]:
    """A regular expression for each part between slashes; None for ``**``."""
    chunks: list[list[str]] = [[]]  # of what stands between stars
    is_double = False
    for token in _compiled(_TOKEN).finditer(text):
        if token["plain"] == "/" or token["escaped"] == "/":
            yield _segment(chunks, is_double)
            chunks, is_double = [[]], False
        elif token["stars"]:
            is_double = is_double or len(token["stars"]) > 1
            chunks.append([])
        else:
            chunks[-1].append(_one_char(token))
    yield _segment(chunks, is_double)


def _segment(chunks: list[list[str]], is_double: bool) -> str | None:
    if is_double and chunks == [[], []]:
        return None
    first, *others = ("".join(chunk) for chunk in chunks)
    if not others:
        return first
    *middle, last = others
    found = "".join(f"(?>{_ANY_CHAR}*?{chunk})" for chunk in middle if chunk)
    return f"{first}{found}{_ANY_CHAR}*{last}"


def _one_char(token: re.Match[str]) -> str:
    if token["broken"]:
        return _NEVER
    if token["any"]:
        return _ANY_CHAR
    if token["members"] is not None:
        return _bracket(token["members"], bool(token["negated"]))
    return re.escape(token["escaped"] or token["plain"])


def _bracket(members: str, is_negated: bool) -> str:
    ranges = []
    for member in _compiled(_MEMBER).finditer(members):
        if member["set"] is not None:
            if member["set"] not in _SETS:
                return _NEVER
            ranges.append(_SETS[member["set"]])
            continue
        first, last = member["first"][-1], (member["last"] or member["first"])[-1]
        last = max(first, last)  # of a range that runs backwards, its first character counts
        ranges.append(f"{re.escape(first)}-{re.escape(last)}")
    inside = "".join(ranges)
    return f"[^/{inside}]" if is_negated else f"(?!/)[{inside}]"
