"""What has a name that can be another: a heading, a footnote, a note."""

from __future__ import annotations

import posixpath

from notelint.notes import Heading, Link, Note
from notelint.server.cursor import definition_at, heading_at, link_at, reference_at
from notelint.server.desk import Desk
from notelint.server.linking import Goal, goal_of
from notelint.values import NamedTuple, Span, label_key
from notelint.vault import link_text

_MARK = len("[^")  # before a label


class Named(NamedTuple):
    """What has a name that can be another: the place where that stands, and what it means: a note,
    or a heading or a footnote in it."""

    span: Span
    name: str
    goal: Goal


def named_at(desk: Desk, note: Note, offset: int) -> Named | None:
    """What can be renamed at a place."""
    link = link_at(note, offset)
    if link is not None:
        return _in_link(desk, note, link, offset)
    reference, defined = reference_at(note, offset), definition_at(note, offset)
    if reference is not None:
        return _label(note, reference.label, reference.span.start)
    if defined is not None:
        is_at_marker = offset <= defined.marker.end
        return _label(note, defined.label, defined.marker.start) if is_at_marker else None
    heading = heading_at(note, offset)
    if heading is None:
        return None
    span = text_span(note.facts.headings[heading])
    return Named(span, note[span], Goal(note.path, heading))


def _in_link(desk: Desk, note: Note, link: Link, offset: int) -> Named | None:
    goal = goal_of(desk.vault, note, link)
    start, end = link.target_span
    if goal is None or not start <= offset <= end:
        return None
    sign = start + len(link.path)
    if offset <= sign and link.name:
        name = posixpath.basename(link_text(goal.path))
        return Named(Span(start, sign), name, Goal(goal.path))
    other = note if goal.path == note.path else desk.note(goal.path)
    if other is None or not isinstance(goal.place, int):
        return None
    return Named(Span(sign + 1, end), other[text_span(other.facts.headings[goal.place])], goal)


def _label(note: Note, label: str, start: int) -> Named:
    span = Span(start + _MARK, start + _MARK + len(label))
    return Named(span, label, label_goal(note, label))


def label_goal(note: Note, label: str) -> Goal:
    """What links to a footnote lead to."""
    return Goal(note.path, f"[^{label_key(label)}")


def text_span(heading: Heading) -> Span:
    """The text of a heading, without what marks it."""
    lines = heading.lines
    return Span(lines[0].start, lines[-1].end) if lines else heading.span
