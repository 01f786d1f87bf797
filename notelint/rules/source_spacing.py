from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from notelint.authoring import (
    Finding,
    Fix,
    Note,
    Rule,
    Section,
    Span,
    Trigger,
    Vault,
    dataclass,
    option,
    sources,
)


@dataclass(frozen=True, kw_only=True)
class SourceSpacing(Rule):
    """Where `Source [^1]` and `Source[^1]` both occur, a search for one form misses the other, and
    links to the heading have to guess."""

    name = "source-spacing"
    code = "NL201"
    summary = "Source headings are spaced in one way."
    bad = (
        "## Synthesis\n- What holds it up.\n## Source [^1]\n- A wall.\n"
        "## References\n\n[^1]: a book\n"
    )
    good = bad.replace(" [^1]\n", "[^1]\n")
    fixes = "Safe: one blank is taken out or put in, in front of the reference."
    trigger = Trigger(facts=("sections",))

    style: Literal["tight", "spaced", "consistent"] = option(
        "tight",
        "`tight` is `Source[^1]`, `spaced` is `Source [^1]`, `consistent` what most headings have",
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        cited = [section for section in sources(note, vault) if section.references]
        gaps = [_gap(note, section) for section in cited]
        wanted = self._wanted(note, gaps)
        for section, gap in zip(cited, gaps, strict=True):
            found = note[gap]
            if found == wanted:
                continue
            place = gap if found else Span(gap.end, gap.end + 1)
            title = "put one space in" if wanted else "take the blank out"
            yield Finding(
                place, _message(section.name, found, wanted), Fix.replacing(gap, wanted, title)
            )

    def _wanted(self, note: Note, gaps: list[Span]) -> str:
        if self.style != "consistent" or not gaps:
            return " " if self.style == "spaced" else ""
        spaced = sum(gap.start < gap.end for gap in gaps)
        tight = len(gaps) - spaced
        if spaced == tight:
            return " " if note[gaps[0]] else ""
        return " " if spaced > tight else ""


def _message(name: str, found: str, wanted: str) -> str:
    blanks = "no space" if not found else "more than one blank" if wanted else "a blank"
    return f"{blanks} between `{name}` and its footnote"


def _gap(note: Note, section: Section) -> Span:
    """The blanks between a heading's words and its first reference; an empty span where there are
    none."""
    end = section.references[0].span.start
    before = note.text.content[section.heading.start : end]
    return Span(end - (len(before) - len(before.rstrip())), end)
