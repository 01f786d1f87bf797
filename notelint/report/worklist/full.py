"""What to write next as ``full``, for people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from notelint.report.history import Entry
from notelint.report.names import shown_name
from notelint.report.summary import plural
from notelint.report.worklist_report import WorklistReport
from notelint.worklist import Item, Want, Worklist

_SHOWN = 25  # items of a part, unless a number is asked for
_SYNTHESIS = "{:>5}  {:>7}  {:<10}  {}"
_NOTE = "{:>5}  {:>7}  {}"


def render(report: WorklistReport) -> Iterator[str]:
    """How much there is, and the most urgent of it."""
    yield from (f"{line}\n" for line in _lines(report))


def _lines(report: WorklistReport) -> Iterator[str]:
    found, told = report.worklist, report.told
    if not found.notes:
        return
    yield _summary(found)
    if report.last is not None:
        now = Entry("", syntheses=len(found.syntheses), missing=len(found.missing))
        yield now.since(report.last, ("syntheses", "missing"))
    most = _SHOWN if report.most is None else report.most
    head = _SYNTHESIS.format("links", "sources", "since", "a Synthesis to write")
    yield from _part(head, told.syntheses[:most], len(found.syntheses), _synthesis)
    head = _NOTE.format("links", "sources", "a note to write")
    yield from _part(head, told.missing[:most], len(found.missing), _note)


def _summary(found: Worklist) -> str:
    count = len(found.missing)
    missing = (
        f"{plural(count, 'note')} that others link to {'is' if count == 1 else 'are'} not there"
    )
    if not found.terms:
        return f"{missing}."
    have = "has" if found.terms == 1 else "have"
    terms = f"{len(found.syntheses):,} of {plural(found.terms, 'term note')} {have} no Synthesis of"
    return f"{terms} their own; {missing}."


def _part(
    head: str, shown: Sequence[Item], whole: int, line: Callable[[Item], str]
) -> Iterator[str]:
    if shown:
        yield from ("", head, *map(line, shown))
        if len(shown) < whole:
            yield f"       and {whole - len(shown):,} more"


def _synthesis(item: Item) -> str:
    remark = " (copied)" if item.want is Want.COPIED else ""
    name = shown_name(item.name) + remark
    return _SYNTHESIS.format(item.links, item.sources, item.since or "", name)


def _note(item: Item) -> str:
    return _NOTE.format(item.links, item.sources, shown_name(item.name))
