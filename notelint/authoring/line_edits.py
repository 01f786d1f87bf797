"""Whole lines of a note: those that something stands on, and edits that put new ones in."""

from __future__ import annotations

from collections.abc import Sequence

from notelint.notes import Note, Section
from notelint.values import Edit, Span


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
