"""The lines that a fix makes, so that people see what would be written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from notelint.report.terminal import columns, leading, trailing
from notelint.values import Edit, Fix, NamedTuple, Span, Text, apply_edits, split_lines

MOST_LINES = 6  # that are shown of one fix
_BOTTOM = "…"


class PreviewLine(NamedTuple):
    """A line that the fix makes, or one that it takes away and puts nothing in its place."""

    is_made: bool
    content: str


def preview(fix: Fix, text: Text, width: int) -> Iterator[PreviewLine]:
    """What a fix makes of the lines that it touches, each in at most about ``width`` columns."""
    lines = (line for edits in _runs(fix.edits, text) for line in _lines(edits, text, width))
    shown = list(islice(lines, MOST_LINES + 1))
    yield from shown[:MOST_LINES]
    if len(shown) > MOST_LINES:
        yield PreviewLine(True, _BOTTOM)


def _runs(edits: Sequence[Edit], text: Text) -> Iterator[list[Edit]]:
    """The edits in order, those of one line or of lines that follow each other together."""
    run: list[Edit] = []
    for edit in sorted(edits):
        if run and _line(text, edit.span.start) > _line(text, run[-1].span.end) + 1:
            yield run
            run = []
        run.append(edit)
    yield run


def _line(text: Text, offset: int) -> int:
    return text.position(offset).line


def _lines(edits: Sequence[Edit], text: Text, width: int) -> Iterator[PreviewLine]:
    window = _window(edits, text, near=6 * width)
    inside = (edit._replace(span=_moved(edit.span, -window.start)) for edit in edits)
    whole, was = apply_edits(text[window], inside), text[window]
    made = whole.strip("\r\n")
    if not made and was and not was.strip("\r\n"):  # ends of lines in the place of ends of lines
        more = len(split_lines(whole)) - len(split_lines(was))
        yield from [PreviewLine(more > 0, "")] if more else ()
        return
    focus = edits[0].span.start - window.start
    if made or not text[window]:
        for line in split_lines(made):
            at = min(max(focus - line.start, 0), len(line.content))
            yield PreviewLine(True, _cut(line.content, at, width))
        return
    for line in split_lines(text[window].strip("\r\n")):
        yield PreviewLine(False, _cut(line.content, 0, width))


def _window(edits: Sequence[Edit], text: Text, near: int) -> Span:
    """The lines that edits touch, as far as they are near: a line may have a million letters."""
    first, last = edits[0], edits[-1]
    start, end = first.span.start, last.span.end
    opening, closing = text.line_at(start), text.line_at(end)
    if not (start == opening.end and first.text.startswith(("\r", "\n"))):
        start = max(opening.start, start - near)
    if not (end == closing.start and _ends_a_line(last, text)):
        end = min(closing.end, end + near)
    return Span(start, end)


def _ends_a_line(edit: Edit, text: Text) -> bool:
    """Whether what follows an edit stays a line of its own."""
    if edit.text:
        return edit.text.endswith(("\r", "\n"))
    start, end = edit.span
    return start < end and start == text.line_at(start).start


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _cut(line: str, focus: int, width: int) -> str:
    """The part of a line around a place."""
    if columns(line) <= width:
        return line
    before = trailing(line[:focus], width // 3)
    behind = leading(line[focus:], width - columns(before))
    opening = "…" if len(before) < focus else ""
    return f"{opening}{before}{behind}{'…' if len(behind) < len(line) - focus else ''}"
