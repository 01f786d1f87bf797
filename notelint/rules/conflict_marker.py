from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Finding,
    Note,
    Rule,
    Severity,
    Span,
    Trigger,
    Vault,
    dataclass,
    lazy_pattern,
)

_OPENING, _BASE, _MIDDLE, _CLOSING = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MARKER = lazy_pattern(r"(<{7}|\|{7}|={7}|>{7})(?=[ \t]|\Z)")
_SAYS = {
    _OPENING: "a merge left two versions from here on: keep what is right",
    _BASE: "what both versions of a merge began as",
    _MIDDLE: "between two versions that a merge left",
    _CLOSING: "the end of two versions that a merge left",
}


@dataclass(frozen=True)
class ConflictMarker(Rule):
    """Where a merge or a sync stopped half-way both versions stand in the note, and so do the lines
    that part them: whoever reads it reads twice, and whoever cites it cites either."""

    name = "conflict-marker"
    code = "NL005"
    summary = "No marker of an unfinished merge stands in the note."
    bad = "<<<<<<< HEAD\nWalls hold.\n=======\nWalls part.\n>>>>>>> other\n"
    good = "Walls hold.\n\nWalls\n=======\n"
    severity = Severity.ERROR
    trigger = Trigger(texts=(_OPENING,))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        if not note.is_parsed or _OPENING not in note.text.content:
            return
        for markers in _complete_sets(note):
            for marker in markers:
                yield Finding(marker, _SAYS[note[marker]])


def _complete_sets(note: Note) -> Iterator[list[Span]]:
    """The markers that belong together: an opening one, perhaps what both began as, a middle one, a
    closing one. A line of seven `=` by itself is an underlined heading."""
    markers: list[Span] = []
    for line in note.text.lines:
        match = _MARKER.match(line.content)
        if match is None:
            continue
        kind, span = match[1], Span(line.start, line.start + len(match[1]))
        if kind == _OPENING:
            markers = [span]
        elif markers and _may_follow(kind, [note[marker] for marker in markers]):
            markers.append(span)
            if kind == _CLOSING:
                yield markers
                markers = []


def _may_follow(kind: str, before: list[str]) -> bool:
    if kind == _CLOSING:
        return before[-1] == _MIDDLE
    return _MIDDLE not in before and kind not in before
