from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Finding,
    Note,
    Rule,
    Span,
    Trigger,
    Vault,
    dataclass,
    lazy_pattern,
    option,
)
from notelint.wording import HANGING, HYPHENS, PartedWord, broken_at, evidence_of_broken, moved_up

_BREAKS = {
    hyphen: lazy_pattern(
        rf"{hyphen}(?<=[^\W\d_]{hyphen}|[\u0300-\u036f]{hyphen})(?=[ \t]*+(?:[\r\n]|\Z))"
    )
    for hyphen in HYPHENS
}


@dataclass(frozen=True, kw_only=True)
class BrokenWord(Rule):
    """A word that was broken at the end of a printed line stays in two pieces, and no search finds
    it. The evidence is that the note or the vault writes the whole word elsewhere; a hyphen that
    hangs, as in `two-` above `and three-dimensional`, is right. A soft hyphen is invisible, and
    told of as such (NL404)."""

    name = "broken-word"
    code = "NL411"
    summary = "A word stands on one line."
    bad = "All haemopoietic cells: the haemo-\npoietic ones.\n"
    good = "All haemopoietic cells: the haemopoietic\nones, haemo-\nand lymphopoietic.\n"
    fixes = (
        "Unsafe: the second piece moves up to the first, with the hyphen or without, whichever is "
        "written more often. Both lines keep their beginnings."
    )
    is_default = False
    trigger = Trigger(texts=HYPHENS)

    hanging: tuple[str, ...] = option(
        HANGING, "words behind which a hyphen hangs: they never go on a broken word"
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        content = note.text.content
        breaks = [found for mark, found in _BREAKS.items() if mark in content]
        hyphens = (match for found in breaks for match in found.finditer(content))
        for hyphen in hyphens:
            broken = broken_at(note, Span(*hyphen.span()))
            if broken and broken.rest["word"].lower() not in self.hanging:
                yield from _judge(note, vault, broken)


def _judge(note: Note, vault: Vault, broken: PartedWord) -> Iterator[Finding]:
    found = evidence_of_broken(note, vault, broken)
    if found is None:
        return
    whole, evidence = found
    first, second = note[whole.first], whole.rest["word"]
    span = Span(whole.first.start, whole.rest.end("word"))
    fix = moved_up(note, whole, evidence.word) if evidence.is_sure else None
    yield Finding(span, evidence.told_of(f"`{first}-` and `{second}`"), fix)
