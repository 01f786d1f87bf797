"""Whole lines of a note: those that something stands on, and edits that put new ones in."""

from __future__ import annotations

from collections.abc import Sequence

from notelint.notes import Note, Section
from notelint.values import Edit, Span, lazy_pattern

_MARKS = r"(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*"
_WAITING = lazy_pattern(_MARKS + r"(?:[-*+]|\d{1,9}[.)]|#{1,6}|\[.\])[ \t]*")
_ENDS_PARAGRAPH = lazy_pattern(r"[ \t>]*(?:[-*+|#]|\d{1,9}[.)][ \t]|```|~~~|\Z)")
_BLANKS = " \t"


def whole_lines(note: Note, span: Span) -> Span:
    """The lines that a span stands on, without the line ending of the last."""
    last = span.start + len(note[span].rstrip())
    return Span(note.text.line_at(span.start).start, note.text.line_at(last).end)


def next_line(note: Note, offset: int) -> int:
    """Where the line behind the one at ``offset`` starts; the note's end where there is none."""
    end = note.text.line_at(offset).end
    ending = note.text.content[end : end + 2]
    return end + (2 if ending == "\r\n" else len(ending[:1]))


def is_blank(note: Note, offset: int) -> bool:
    """Whether nothing but blanks stands on the line at ``offset``."""
    return not note.text.line_at(offset).content.strip("\ufeff \t")


def is_after_blank(note: Note, start: int) -> bool:
    """Whether a blank line, or none at all, stands above the line that starts at ``start``."""
    return start == 0 or is_blank(note, start - 1)


def ending_of(note: Note) -> str:
    """The line ending of the note's first line."""
    first = note.text.lines[0]
    return note.text.content[first.end : next_line(note, 0)] or "\n"


def waits_for_words(text: str) -> bool:
    """Whether a line has only the mark of a bullet, a number, a task or a heading, which is one
    by the blank behind it."""
    return _WAITING.fullmatch(text) is not None


def taken_out(note: Note, span: Span) -> Edit:
    """An edit that takes out what stands in a line, the blanks before it, and the line itself where
    nothing else is left; an empty one stays where two paragraphs would become one."""
    start, end = note.text.line_at(span.start).start, note.text.line_at(span.end).end
    before, after = note[Span(start, span.start)].removeprefix("\ufeff"), note[Span(span.end, end)]
    text = before.rstrip(_BLANKS)
    is_waiting, is_first = waits_for_words(before), not text.strip(_BLANKS + ">")
    if after.strip(_BLANKS) and (is_first or is_waiting):
        return Edit(Span(span.start, end - len(after.lstrip(_BLANKS))), "")
    if is_waiting:
        return Edit(Span(span.start - max(len(before) - len(text) - 1, 0), end), "")
    if after.strip(_BLANKS) or not is_first:
        return Edit(Span(span.start - (len(before) - len(text)), span.end), "")
    return _line_taken_out(note, Span(span.start - len(before), end), len(text))


def _line_taken_out(note: Note, line: Span, marks: int) -> Edit:
    """The same of a whole line, which begins with so many marks of quotes."""
    following = next_line(note, line.end)
    is_between = line.start > 1 and not is_after_blank(note, line.start)
    if is_between and not _ENDS_PARAGRAPH.match(note.text.line_at(following).content):
        return Edit(Span(line.start + marks, line.end), "")
    return Edit(Span(line.start, following), "")


def put_lines(note: Note, offset: int, lines: Sequence[str]) -> Edit:
    """An edit that puts lines in at the start of a line or at the end of the note, which goes on
    ending as it did."""
    ending = ending_of(note)
    text = "".join(line + ending for line in lines)
    is_open = offset == len(note.text.content) and note.text.lines[-1].content.strip("\ufeff")
    if is_open:
        text = ending + text.removesuffix(ending)
    if offset == 0 and note.text.content.startswith("\ufeff"):
        offset = 1
    return Edit(Span(offset, offset), text)


def put_definitions(note: Note, references: Section, definitions: Sequence[str]) -> Edit:
    """An edit that puts definitions in below all that stands under References."""
    end = references.heading.start + len(note[references.span].rstrip())
    last = note.text.line_at(end)
    ends = (whole_lines(note, definition.span).end for definition in note.facts.definitions)
    gap = [] if last.end in ends else [""]
    return put_lines(note, next_line(note, last.start), [*gap, *definitions])
