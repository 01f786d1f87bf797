from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Finding, Fix, Note, Rule, Span, Vault, dataclass, waits_for_words

_BLANKS = " \t"
_BREAK = 2  # spaces that make one


@dataclass(frozen=True)
class TrailingSpace(Rule):
    """Nobody sees blanks at a line's end, and they stand in the way: they make changes of lines
    that did not change, and two of them break a line where nobody meant it."""

    name = "trailing-space"
    code = "NL501"
    summary = "No line ends in blanks, unless they break it or make a bullet."
    bad = "Walls hold. \nThey stand.\n"
    good = "Walls hold.  \nThey stand.\n- \n"
    fixes = "Safe: the blanks are taken out; a line that they break goes on being broken."
    is_default = False
    trigger = None

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        breaks = {span.start for span in note.facts.breaks}
        for start, line in note.text.lines if note.is_parsed else ():
            text = line.rstrip(_BLANKS)
            if len(text) == len(line) or text.endswith("\\") or _is_verbatim(note, start, line):
                continue
            blanks = Span(start + len(text), start + len(line))
            is_broken = not breaks.isdisjoint(range(*blanks))
            extra = _beyond_break(blanks) if is_broken else _beyond_marker(text, blanks)
            if extra.start < extra.end:
                fix = Fix.replacing(extra, "", "take the blanks out")
                yield Finding(extra, "blanks at the end of the line", fix)


def _is_verbatim(note: Note, start: int, line: str) -> bool:
    """Whether the line's end stands in code or the like, or only in front of its end."""
    return bool(line) and note.facts.is_verbatim(start + len(line) - 1)


def _beyond_break(blanks: Span) -> Span:
    return Span(blanks.start, blanks.end - _BREAK)


def _beyond_marker(text: str, blanks: Span) -> Span:
    """The blanks but for the one that makes a bullet, a number, a task or a heading out of a mark
    behind which nothing is written yet."""
    return Span(blanks.start + waits_for_words(text), blanks.end)
