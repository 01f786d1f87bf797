"""What is wrong with front matter that does not load, in the words of somebody who keeps notes.

The parser tells where it gave up and what it had hoped for there; what its reader wants to know is
which character of which line is not right, and what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from notelint.values import NamedTuple, lazy_pattern

_ENTRY = lazy_pattern(  # `key: value`, `- value`, `- key: value`, as somebody means it
    r"""(?P<indent>[ \t]*+)(?:-[ \t]++)*+
        (?:(?P<key>"[^"]*"|'[^']*'|[^\s"'\[{#&*!|>%@`,].*?)[ \t]*:(?:[ \t]+|$))?
        (?P<value>.*)""",
    re.X | re.S,
)
_LINK = lazy_pattern(r"!?\[\[[^\[\]]*\]\]")
_QUOTED_LIST = lazy_pattern(r"""(?:"[^"]*"|'[^']*')(?:[ \t]*,[ \t]*(?:"[^"]*"|'[^']*'))+""")
_FORBIDDEN = lazy_pattern("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 60


class Problem(NamedTuple):
    """What is wrong, from ``offset`` of the YAML to its line's end."""

    offset: int
    message: str


class _Failure(NamedTuple):
    """Where the parser gave up (``at``), where what it was reading began (``begin``), and what it
    said; ``line`` is the one at ``at``, from ``start`` on, ``above`` those before it."""

    at: int
    begin: int
    said: str
    line: str
    start: int
    above: str

    @property
    def entry(self) -> re.Match[str]:
        match = _ENTRY.fullmatch(self.line)
        assert match  # its parts may all be empty
        return match

    @property
    def value(self) -> str:
        """What stands behind the key or the dash."""
        return self.entry["value"].rstrip()

    @property
    def value_at(self) -> int:
        return self.start + self.entry.start("value")


def problem_in(body: str, error: Exception) -> Problem:
    """What is wrong with the YAML that a parser raised ``error`` for."""
    bad = _FORBIDDEN.search(body)
    if bad:
        code = f"U+{ord(bad[0]):04X}"
        return Problem(bad.start(), f"the control character {code} stands here; delete it")
    failures = _failures(body, error)
    found = (Problem(at, told) for failure in failures for at, told in _explained(failure))
    first = failures[0].at if failures else 0
    return next(found, Problem(first, "it breaks off here; put the value of this line in quotes"))


def _failures(body: str, error: Any) -> list[_Failure]:
    """The failure as seen from where the parser gave up, and from where it began."""
    last = max(len(body.rstrip()) - 1, 0)
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    places = [min(mark.index, last) for mark in marks if mark]
    if not places:
        return []
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    at, begin = places[0], places[-1]
    if "simple key" in said or "quoted scalar" in said or "flow" in said:
        at = begin  # a line without its colon, a quote or a bracket without its end
    starts = [at] if at == begin or "block" in said else [at, begin]
    return [_failure(body, place, begin, said) for place in starts]


def _failure(body: str, at: int, begin: int, said: str) -> _Failure:
    start = max(body.rfind("\n", 0, at), body.rfind("\r", 0, at)) + 1
    line = re.match(r"[^\r\n]*", body[start:])
    return _Failure(at, begin, said, line[0] if line else "", start, body[:start])


def _explained(failure: _Failure) -> Iterator[tuple[int, str]]:
    for explain in _EXPLANATIONS:
        yield from explain(failure)


def _tab(failure: _Failure) -> Iterator[tuple[int, str]]:
    if "\t" in failure.entry["indent"]:
        yield failure.start, "a tab stands at the line's start; indent with blanks"


def _links(failure: _Failure) -> Iterator[tuple[int, str]]:
    value = failure.value
    links = _LINK.findall(value)
    if not links or not value.startswith(("[[", "![[")):
        return
    if not _LINK.sub("", value).strip(" ,;"):
        quoted = ", ".join(f'"{link}"' for link in links)
        right = f"[{quoted}]" if len(links) > 1 else quoted
        yield failure.value_at, f"links in a property have to be quoted: `{_short(right)}`"
    else:
        yield failure.value_at, "a value that begins with a link has to be quoted as a whole"


def _open_quote(failure: _Failure) -> Iterator[tuple[int, str]]:
    if "quoted scalar" not in failure.said:
        return
    if "end of stream" in failure.said or "document" in failure.said:
        yield failure.begin, "the quote that begins here does not end; close it"
    else:
        yield (
            failure.begin,
            "a backslash inside `\"` is the start of an escape; write it twice, or quote with `'`",
        )


def _text_behind_quote(failure: _Failure) -> Iterator[tuple[int, str]]:
    quote = failure.value[:1]
    if "expected key" not in failure.said or quote not in ("'", '"'):
        return
    if _QUOTED_LIST.fullmatch(failure.value):
        right = _short(f"[{failure.value}]")
        yield failure.value_at, f"several values are a list, which stands in brackets: `{right}`"
    elif quote == "'" and failure.value.count("'") > 2:
        yield failure.at, "an apostrophe inside `'` ends the quote; quote with `\"`"
    elif failure.value.count('"') > 2:
        yield failure.at, 'a `"` inside the quote ends it; write it as `\\"`'
    else:
        yield failure.at, "text stands behind the closing quote; quote the value as a whole"


def _open_bracket(failure: _Failure) -> Iterator[tuple[int, str]]:
    for opening, closing, kind in (("[", "]", "sequence"), ("{", "}", "mapping")):
        if f"flow {kind}" not in failure.said:
            continue
        if closing in failure.line[failure.at - failure.start :]:
            yield (
                failure.at,
                f"between `{opening}` and `{closing}` something is not as it should be; put what"
                " holds a colon, a bracket or a quote in quotes",
            )
        else:
            end = failure.start + max(len(failure.line.rstrip()) - 1, 0)
            yield end, f"the `{opening}` of this line is not closed; add `{closing}`"


def _first_character(failure: _Failure) -> Iterator[tuple[int, str]]:
    value = failure.value
    here = failure.line[failure.at - failure.start :][:1]
    if value[:1] in ("|", ">") and "block scalar" in failure.said:
        yield failure.at, f"text behind `{value[:1]}` starts in the next line, indented"
    elif "block sequence entries" in failure.said:
        yield failure.at, "a list starts in the line below its key, or is written `[a, b]`"
    elif "cannot start any token" in failure.said and here:
        yield failure.at, f"{_named(here)} cannot begin a value; put it in quotes"
    elif value[:1] in ("[", "{") and "expected key" in failure.said:
        yield failure.at, "text stands behind the closing bracket; quote the value as a whole"
    elif value[:1] in tuple("@`%*&!|>,?]}{["):
        yield failure.value_at, f"{_named(value[0])} cannot begin a value; put it in quotes"


def _named(char: str) -> str:
    return "a backtick" if char == "`" else f"`{char}`"


def _colons(failure: _Failure) -> Iterator[tuple[int, str]]:
    if "mapping values" not in failure.said:
        return
    above = failure.above.rstrip().rpartition("\n")[2].rpartition("\r")[2]
    key = re.match(r"[ \t]*([^\s:\[\]{}\"'#-][^\s:]*):[^\s:/]", above)
    if key and re.search(r":(?:[ \t]|$)", above) is None:
        at = len(failure.above.rstrip()) - len(above)
        yield at, f"a blank is missing behind the colon of `{_short(key[1])}:`"
    elif re.search(r":(?:[ \t]|$)", failure.value):
        entry = failure.entry
        right = f'{entry["key"]}: "{failure.value}"' if entry["key"] else f'"{failure.value}"'
        example = f": `{_short(right)}`" if '"' not in failure.value else ""
        yield failure.at, f"the value has a colon and a blank in it; put it in quotes{example}"
    else:
        yield failure.start, "the line is indented, and what stands above it is a value already"


def _no_colon(failure: _Failure) -> Iterator[tuple[int, str]]:
    if "simple key" not in failure.said:
        return
    text = failure.line.strip()
    if re.match(r"[^\s:]+:[^\s:/]", text):
        key = text.partition(":")[0]
        yield failure.start, f"a blank is missing behind the colon of `{_short(key)}:`"
    else:
        yield failure.start, "this line is no property: it has no colon behind a key"


def _indentation(failure: _Failure) -> Iterator[tuple[int, str]]:
    if "another document" in failure.said or "document start" in failure.said:
        yield failure.start, "the properties end above this line; indent all of them alike"
    elif "'-' indicator" in failure.said:
        yield (
            failure.start,
            "this line is no item (`- `) of the list above it",
        )
    elif "expected key" in failure.said and not failure.line[: failure.at - failure.start].strip():
        yield failure.start, "this line is not indented as those above it"
    elif "violates indentation" in failure.said:
        yield failure.start, "a tab stands at the line's start; indent with blanks"
    elif "expected key" in failure.said:
        yield failure.at, "text stands behind the end of the value; quote the value as a whole"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


_EXPLANATIONS: tuple[Callable[[_Failure], Iterator[tuple[int, str]]], ...] = (
    _tab,
    _links,
    _open_quote,
    _text_behind_quote,
    _open_bracket,
    _colons,
    _no_colon,
    _first_character,
    _indentation,
)
