"""What is cited as ``full``, for people: the most cited first, then what needs a look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from notelint.report.renewal import Renewal
from notelint.report.sources_report import SourcesReport
from notelint.report.summary import plural
from notelint.report.terminal import columns, printable
from notelint.sources import (
    CitedWork,
    Edition,
    Form,
    LabelCount,
    MissingHomePage,
    Origin,
    PrintedLabels,
    Uses,
)

_MOST = 3  # names of notes in a line
_FORMS = {
    Form.WIKILINK: "wikilinks to other notes",
    Form.LINK: "Markdown links",
    Form.URL: "bare URLs",
    Form.WORDS: "words",
    Form.NOTHING: "nothing at all",
}
_NUMBERS = "{:>5}  {:>8}  "
_INDENT = " " * len(_NUMBERS.format("", ""))


def render(report: SourcesReport) -> Iterator[str]:
    """The whole report, parts that have nothing to say left out."""
    yield from (f"{line}\n" for line in _lines(report))


def _lines(report: SourcesReport) -> Iterator[str]:
    found = report.bibliography
    if not report.notes:
        return
    works = plural(len(found.works), "work")
    yield f"{works}. {found.total.notes} of {plural(report.notes, 'note')} cite something."
    yield from _table(found.works)
    others = (_numbers(other.uses) + _FORMS[other.form] for other in found.others)
    yield from _part(_NUMBERS.format("notes", "sections") + "cited otherwise", others)
    yield from _part("Home pages that are missing", _missing(found.missing))
    yield from _part("Home pages that nothing cites", (f"  {path}" for path in found.uncited))
    yield from _part("Editions side by side", map(_editions, found.mixed))
    yield from _part("Older editions, where a newer one has a home page", _older(report.renewals))


def _part(title: str, entries: Iterable[str]) -> Iterator[str]:
    listed = [printable(entry) for entry in entries]
    if listed:
        yield from ("", title, *listed)


def _table(works: Sequence[CitedWork]) -> Iterator[str]:
    names = [edition.name or "" for work in works for edition in work.editions]
    width = max(map(columns, ["edition", *names]))
    head = _NUMBERS.format("notes", "sections") + _padded("edition", width) + "  work"
    yield from _part(head, (row for work in works for row in _rows(work, width)))


def _rows(work: CitedWork, width: int) -> Iterator[str]:
    for edition in work.editions:
        yield f"{_numbers(edition.uses)}{_padded(edition.name or '', width)}  {work.name}"
        yield from (f"{_INDENT}{' ' * width}    {remark}" for remark in _remarks(edition))


def _remarks(edition: Edition) -> Iterator[str]:
    yield from _labels(edition.labels)
    if len(edition.spellings) > 1:
        yield from (f"{uses.notes} × {name}" for name, uses in edition.spellings)
    if edition.uses.unused:
        yield f"and {plural(edition.uses.unused, 'definition')} that no reference reaches"


def _labels(printed: PrintedLabels) -> Iterator[str]:
    if printed.origin is Origin.NOWHERE:
        yield f"not in the table of dictionaries, and no label learnt: {printed.reason}"
    elif printed.labels:
        labels = " ".join(count.label for count in printed.labels)
        yield f"prints {labels} ({printed.origin})"
    is_learnt = printed.origin is Origin.LEARNT
    counts = (count for count in printed.labels if is_learnt or count.variables)
    yield from (_count(count, printed.sections) for count in (*counts, *printed.others))


def _count(count: LabelCount, sections: int) -> str:
    """In how many sections a label stands, and what else stands there."""
    letters = count.label.rstrip(".")
    formulas = f", as a formula in {count.formulas}" if count.formulas else ""
    variables = f", a variable `{letters}` in {count.variables}" if count.variables else ""
    whole = plural(sections, "section")
    return f"{count.label} in {count.printed} of {whole}{formulas}{variables}"


def _missing(missing: Iterable[MissingHomePage]) -> Iterator[str]:
    for entry in missing:
        more = f" and {len(entry.notes) - _MOST} more" if len(entry.notes) > _MOST else ""
        yield f"  {entry.name}"
        yield f"    cited in {', '.join(entry.notes[:_MOST])}{more}"
        yield from (f"    near: {path}" for path in entry.near)


def _editions(work: CitedWork) -> str:
    named = (edition for edition in work.editions if edition.name)
    editions = (f"{edition.name} ({plural(edition.uses.notes, 'note')})" for edition in named)
    return f"  {work.name}: {', '.join(editions)}"


def _older(renewals: Iterable[Renewal]) -> Iterator[str]:
    for renewal in renewals:
        older = renewal.older
        place = f"{older.note}:{older.place.start.line}"
        yield f"  {place}: {older.work.name}, {older.work.edition}; there is the {older.newer}"
        if renewal.reads is not None:
            yield f"    by hand: {renewal.reads.strip()}"


def _numbers(uses: Uses) -> str:
    return _NUMBERS.format(uses.notes, uses.sections)


def _padded(words: str, width: int) -> str:
    return words + " " * (width - columns(words))
