"""A unified diff of what fixing would change, which ``git apply`` takes."""

from __future__ import annotations

import os
from collections.abc import Iterator

from notelint.report.line_matches import LineMatcher
from notelint.report.results import Options, Report

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NO_NEWLINE = "\n\\ No newline at end of file\n"


def render(report: Report, options: Options) -> Iterator[str]:
    """The diff of every changed note."""
    for result in report.results:
        if result.after != result.before:
            path = options.repository_prefix + result.path
            yield f"diff --git {_name('a/' + path)} {_name('b/' + path)}\n"
            yield from _hunks(path, result.before.content, result.after.content)


def _hunks(path: str, before: str, after: str) -> Iterator[str]:
    # Only "\n" ends a line here, as for git: "\r" is a character like any other.
    old, new = (_git_lines(text) for text in (before, after))
    yield f"--- {_header('a/' + path)}\n+++ {_header('b/' + path)}\n"
    for group in LineMatcher(old, new).get_grouped_opcodes():
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
        for tag, a, b, c, d in group:
            gone = "" if tag == "equal" else "-"
            yield from (_line(gone or " ", line) for line in old[a:b])
            yield from (_line("+", line) for line in (new[c:d] if gone else ()))


def _range(start: int, end: int) -> str:
    """Lines as a hunk counts them."""
    if end - start == 1:
        return str(start + 1)
    return f"{start + 1 if start < end else start},{end - start}"


def _line(sign: str, line: str) -> str:
    return f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}{_NO_NEWLINE}"


def _git_lines(text: str) -> list[str]:
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _header(name: str) -> str:
    """Git ends a name that holds a space with a tab."""
    quoted = _name(name)
    return quoted + "\t" if " " in quoted and not quoted.startswith('"') else quoted


def _name(name: str) -> str:
    """A name as git writes it: quoted, byte by byte, unless it is plain text."""
    if all(_is_plain(char) for char in name):
        return name
    return '"' + "".join(map(_escaped, os.fsencode(name))) + '"'


def _is_plain(char: str) -> bool:
    """No quote, backslash or control character, and no byte that is not UTF-8."""
    return char not in '"\\\x7f' and char >= " " and not "\ud800" <= char <= "\udfff"


def _escaped(byte: int) -> str:
    char = chr(byte)
    if char in _ESCAPES:
        return _ESCAPES[char]
    return char if " " <= char <= "~" else f"\\{byte:03o}"
