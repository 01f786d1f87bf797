from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from notelint.authoring import (
    Applicability,
    Edit,
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    Vault,
    compounds_in,
    next_line,
    option,
    times,
    words_in,
)

_BREAK = re.compile(r"-(?<=[^\W\d_][^\W\d_]-)(?=[ \t]*+(?:[\r\n]|\Z))")
_FIRST = re.compile(r"(?<![\w-])[^\W\d_]{2,}\Z")
_PREFIX = " \t>"
_TITLE = re.compile(r"[ \t>*+\-0-9.)]*(?:#{1,6}[ \t]|\[!)")
_REST = re.compile(r"(?P<word>[^\W\d_]{2,})(?P<marks>[’”'\".,;:!?)]*)(?P<gap>[ \t]*)")
_FIRST_OF_LINE = re.compile(r"[^\W\d_]|[(“‘]")  # with others a block may begin


@dataclass(frozen=True, kw_only=True)
class BrokenWord(Rule):
    """A word that was broken at the end of a printed line stays in two pieces, and no search finds
    it. The evidence is that the note or the vault writes the whole word elsewhere; a hyphen that
    hangs, as in `two-` above `and three-dimensional`, is right."""

    name = "broken-word"
    code = "NL411"
    summary = "A word stands on one line."
    bad = "All haemopoietic cells: the haemo-\npoietic ones.\n"
    good = "All haemopoietic cells: the haemopoietic\nones, haemo-\nand lymphopoietic.\n"
    fixes = (
        "Unsafe: the second piece moves up to the first, with the hyphen or without, whichever is "
        "written more often. Both lines keep their beginnings."
    )
    is_default = False

    hanging: tuple[str, ...] = option(
        ("and", "or", "to", "versus", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "of"),
        "words behind which a hyphen hangs: they never go on a broken word",
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        if not _BREAK.search(note.text.content):
            return
        here: Counter[str] | None = None
        for broken in _broken_words(note):
            if broken.rest["word"].lower() in self.hanging:
                continue
            here = here or _counts(note)
            yield from _judge(note, vault, here, broken)


class _Broken(NamedTuple):
    """The first piece without its hyphen, and what goes on on the next line."""

    first: Span
    rest: re.Match[str]


def _broken_words(note: Note) -> Iterator[_Broken]:
    content = note.text.content
    for words in note.facts.prose:
        for hyphen in _BREAK.finditer(content, *words):
            first = _FIRST.search(content, max(words.start, hyphen.start() - 100), hyphen.start())
            rest = _rest(note, hyphen.start()) if first else None
            if first and rest:
                yield _Broken(Span(*first.span()), rest)


def _counts(note: Note) -> Counter[str]:
    """How often the note writes each word and each hyphenated word."""
    texts = [note[span] for span in note.facts.prose]
    return Counter(word for text in texts for word in (*words_in(text), *compounds_in(text)))


def _rest(note: Note, hyphen: int) -> re.Match[str] | None:
    """What goes on in the same paragraph on the next line."""
    content, line = note.text.content, note.text.line_at(hyphen)
    below = note.text.line_at(next_line(note, hyphen))
    is_last = not content[hyphen + 1 : line.end].strip(" \t")
    if not is_last or not _may_go_on(line.content, below.content):
        return None
    if note.facts.heading_around(Span(hyphen, hyphen + 1)):
        return None
    start = below.end - len(below.content.lstrip(_PREFIX))
    index = bisect_right(note.facts.prose, start, key=lambda span: span.start) - 1
    is_text = index >= 0 and note.facts.prose[index].end > start
    return _REST.match(content, start, note.facts.prose[index].end) if is_text else None


def _may_go_on(line: str, below: str) -> bool:
    """Whether a line may belong to the paragraph of the one above: neither is a row of a table,
    the upper one is no title, and no quote begins in between."""
    if "|" in line or "|" in below or _TITLE.match(line):
        return False
    prefix = below[: len(below) - len(below.lstrip(_PREFIX))]
    return prefix.count(">") <= line.count(">")


def _judge(note: Note, vault: Vault, here: Counter[str], broken: _Broken) -> Iterator[Finding]:
    first, second = note[broken.first], broken.rest["word"]
    joined, compound = (first + second).lower(), f"{first}-{second}".lower()
    for place, count in (("note", here.__getitem__), ("vault", vault.spelling.count)):
        often = max(count(joined), count(compound))
        if not often:
            continue
        whole = first + second if count(joined) == often else f"{first}-{second}"
        evidence = f"the {place} writes it {times(often)}"
        message = f"`{first}-` and `{second}` may be `{whole}`: {evidence}"
        span = Span(broken.first.start, broken.rest.end("word"))
        yield Finding(span, message, _fix(note, broken, whole))
        return


def _fix(note: Note, broken: _Broken, whole: str) -> Fix | None:
    """The second piece moved up with the marks behind it; none where that would leave a line that
    begins in another way, or part what belongs together."""
    rest, text = broken.rest, whole + broken.rest["marks"]
    line = note.text.line_at(rest.start())
    if rest.end() == line.end:  # which leaves nothing of that line
        up = Edit(Span(broken.first.start, line.end), text)
        return Fix(f"write `{whole}`", (up,), Applicability.UNSAFE)
    if not rest["gap"] or not _FIRST_OF_LINE.match(note.text.content, rest.end()):
        return None
    up = Edit(Span(broken.first.start, broken.first.end + 1), text)
    return Fix(f"write `{whole}`", (up, Edit(Span(*rest.span()), "")), Applicability.UNSAFE)
