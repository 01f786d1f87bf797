"""What the page of ``notelint report`` is made from: one run, and the runs before."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from notelint.authoring import Rule
from notelint.notes import Note
from notelint.report.history import Entry
from notelint.report.results import Report
from notelint.report.sources_report import SourcesReport
from notelint.sources import Citation, citations_in, source_around
from notelint.values import Diagnostic, NamedTuple, Span, Text, dataclass
from notelint.vault import Vault
from notelint.worklist import NoteWork, Worklist, work_in


class NoteOnPage(NamedTuple):
    """What the page tells of a note besides its findings: its ``kind``, what it lacks and what it
    cites, and the dictionaries that its sections quote, by where these start; no section is inside
    another."""

    kind: str | None
    work: NoteWork
    citations: tuple[Citation, ...]
    quoting: tuple[tuple[Span, str], ...]

    @property
    def cites_nothing(self) -> bool:
        """Whether it is of a kind, and refers to no definition."""
        return self.kind is not None and not any(cited.is_used for cited in self.citations)

    def quoted_at(self, offset: int) -> str:
        """The dictionary that the section around a place quotes; empty where none is known."""
        index = bisect_right(self.quoting, offset, key=lambda item: item[0].start) - 1
        if index < 0:
            return ""
        span, name = self.quoting[index]
        return name if offset < span.end else ""


def look_at(note: Note, vault: Vault, copied: Rule | None) -> NoteOnPage:
    """A note as the page has it; ``copied`` is the rule that finds what is only copied."""
    shape = vault.shape(note)
    citations = tuple(citations_in(note, vault))
    names = {
        at: cited.work.name for cited in citations if cited.names_work for at in cited.sections
    }
    sections = (source_around(note, vault, Span(start, start)) for start in sorted(names))
    quoting = tuple((found.span, names[found.heading.start]) for found in sections if found)
    return NoteOnPage(
        shape.kind.name if shape else None, work_in(note, vault, copied), citations, quoting
    )


class Placed(NamedTuple):
    """A finding, the text that it stands in, and the dictionary that is quoted there."""

    diagnostic: Diagnostic
    text: Text
    dictionary: str


@dataclass(frozen=True)
class PageReport:
    """The page of a vault called ``name``, made at a time, as ISO 8601 has it. ``history`` are the
    runs before, the oldest first."""

    name: str
    made: str
    findings: Report
    notes: Mapping[str, NoteOnPage]
    sources: SourcesReport
    worklist: Worklist
    history: Sequence[Entry] = ()

    def placed(self) -> Iterator[Placed]:
        """All findings, in order."""
        for diagnostic, text in self.findings.placed():
            note = self.notes.get(diagnostic.path)
            quoted = note.quoted_at(diagnostic.span.start) if note else ""
            yield Placed(diagnostic, text, quoted)

    @cached_property
    def kinds(self) -> Counter[str]:
        """How many notes there are of each kind; of none under an empty name."""
        return Counter(note.kind or "" for note in self.notes.values())

    @cached_property
    def entry(self) -> Entry:
        """What this run adds to the history."""
        rules = Counter(kind.name for kind in self.findings.tally.elements())
        works = {work.name: work.uses.notes for work in self.sources.bibliography.works}
        return Entry(
            self.made,
            notes=len(self.notes),
            terms=self.worklist.terms,
            syntheses=len(self.worklist.syntheses),
            missing=len(self.worklist.missing),
            rules=dict(sorted(rules.items())),
            kinds=dict(sorted(self.kinds.items())),
            dictionaries=dict(sorted(works.items())),
        )
