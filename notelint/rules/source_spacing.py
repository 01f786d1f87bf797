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
        gaps = [gap for section in sources(note, vault) if (gap := _gap(note, section))]
        wanted = self._wanted(note, gaps)
        for gap in gaps:
            found = note[gap]
            if found == wanted:
                continue
            place = gap if found else Span(gap.end, gap.end + 1)
            title = "put one space in" if wanted else "take the blank out"
            yield Finding(place, _message(found, wanted), Fix.replacing(gap, wanted, title))

    def _wanted(self, note: Note, gaps: list[Span]) -> str:
        if self.style != "consistent" or not gaps:
            return " " if self.style == "spaced" else ""
        spaced = sum(gap.start < gap.end for gap in gaps)
        tight = len(gaps) - spaced
        if spaced == tight:
            return " " if note[gaps[0]] else ""
        return " " if spaced > tight else ""


def _message(found: str, wanted: str) -> str:
    if not found:
        return "no space between `Source` and its footnote"
    return f"{'more than one' if wanted else 'a'} blank between `Source` and its footnote"


def _gap(note: Note, section: Section) -> Span | None:
    """The blanks between `Source` and its first reference; an empty span where there are none."""
    if not section.references:
        return None
    end = section.references[0].span.start
    before = note.text.content[section.heading.start : end]
    return Span(end - (len(before) - len(before.rstrip())), end)
