"""The format ``full``: each finding with its line, a caret, and what would mend it."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.report.fix_preview import preview
from notelint.report.names import shown, shown_name
from notelint.report.results import Options, Report
from notelint.report.summary import closing
from notelint.report.terminal import columns, leading, printable, trailing
from notelint.values import Applicability, Diagnostic, Severity, Text, dataclass

WIDTH = 88  # columns of a note's line that are shown
_NEAR = 6 * WIDTH  # characters beside a finding that are looked at; some take no column
_FLAGS = {
    Applicability.SAFE: "--fix would do it",
    Applicability.UNSAFE: "--fix --unsafe-fixes would do it",
    Applicability.MANUAL: "by hand",
}


@dataclass(frozen=True)
class Style:
    """ANSI escapes, or nothing where colour is not wanted."""

    is_coloured: bool = False

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.is_coloured else text

    def bold(self, text: str) -> str:
        return self.paint(text, "1")

    def dim(self, text: str) -> str:
        return self.paint(text, "2")

    def change(self, text: str, is_made: bool) -> str:
        return self.paint(text, "32" if is_made else "31")

    def severity(self, text: str, severity: Severity) -> str:
        return self.paint(text, {Severity.ERROR: "31", Severity.WARNING: "33"}.get(severity, "36"))


def render(report: Report, options: Options) -> Iterator[str]:
    """The whole report."""
    style = Style(options.is_coloured)
    for diagnostic, text in report.placed():
        yield from (f"{line}\n" for line in _block(diagnostic, text, style))
        yield "\n"
    yield from closing(report, options)


def _block(diagnostic: Diagnostic, text: Text, style: Style) -> Iterator[str]:
    at = text.position(diagnostic.span.start)
    name = style.severity(diagnostic.name, diagnostic.severity)
    place = style.bold(f"{shown_name(diagnostic.path)}:{at.line}:{at.column}")
    yield f"{place} {name} ({diagnostic.code})"
    gutter = " " * len(str(at.line))
    line, carets = excerpt(text, diagnostic)
    yield f"{style.dim(f'{at.line} |')} {line}"
    yield f"{style.dim(f'{gutter} |')} {style.severity(carets, diagnostic.severity)}"
    yield f"{gutter}   {shown(diagnostic.message)}"
    for other in diagnostic.finding.related:
        where = text.position(other.span.start) if other.path == diagnostic.path else None
        place = f":{where.line}:{where.column}" if where else ""
        yield f"{gutter}   {style.dim(f'{shown_name(other.path)}{place}: {shown(other.message)}')}"
    if diagnostic.fix:
        flag = _FLAGS[diagnostic.fix.applicability]
        yield f"{gutter}   fix: {shown(diagnostic.fix.title)} {style.dim(f'({flag})')}"
        for is_made, made in preview(diagnostic.fix, text, WIDTH):
            yield f"{gutter} {style.change('+' if is_made else '-', is_made)} {printable(made)}"


def excerpt(text: Text, diagnostic: Diagnostic) -> tuple[str, str]:
    """The part of the line around a finding, and the carets that go under it."""
    line = text.line_at(diagnostic.span.start)
    start = diagnostic.span.start - line.start
    end = max(min(diagnostic.span.end - line.start, len(line.content)), start)
    marked = leading(line.content[start:end], WIDTH)
    after_it = start + len(marked)
    before = line.content[max(start - _NEAR, 0) : start]
    behind = line.content[after_it : after_it + _NEAR]
    if columns(before) + columns(marked) + columns(behind) > WIDTH:
        room = WIDTH - columns(marked)
        after = leading(behind, max(room - columns(before), room * 2 // 3))
        before = _cut(line.content[:start], trailing(before, room - columns(after)))
        behind = after + ("…" if len(after) < len(behind) else "")
    carets = " " * columns(before) + "^" * max(columns(marked), 1)
    return printable(before + marked + behind), carets


def _cut(whole: str, kept: str) -> str:
    return kept if len(kept) == len(whole) else "…" + kept
