from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Finding,
    NearMisses,
    Note,
    Rule,
    Trigger,
    Vault,
    cut_name,
    dataclass,
    near_misses,
)

_NOTHING = "![] \t"  # what stands in a link to nothing


@dataclass(frozen=True)
class MalformedLink(Rule):
    """`[[` that is not closed on its line, a link to nothing, or a name that no link can hold: all
    are shown, and none leads anywhere."""

    name = "malformed-link"
    code = "NL308"
    summary = "A link is closed, and names what a link can name."
    bad = "See [[wall and more.\n"
    good = "See [[#Walls]] and more.\n\n# Walls\n"
    trigger = Trigger(facts=("links", "stray_brackets"))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link, resolution, flaw in vault.astray(note):
            if flaw:
                near = (
                    NearMisses()
                    if resolution or cut_name(vault.names, link)
                    else near_misses(vault, link, note)
                )
                yield Finding(link.span, f"{flaw}{near.hint}")
        yield from _stray(note)


def _stray(note: Note) -> Iterator[Finding]:
    """Brackets that begin no link. Of those that one `]]` closes, the first that hold nothing stand
    for all inside them."""
    closing, nothing_from = -1, -1
    for brackets in note.facts.stray_brackets:
        start, end = brackets
        if not note.text.content.startswith("]]", end - 2):
            yield Finding(brackets, f"`{note[brackets]}` is not closed on its line")
            continue
        if end != closing:
            closing, nothing_from = end, start + len(note[brackets].rstrip(_NOTHING))
        if start >= nothing_from:
            yield Finding(brackets, "a link to nothing")
            nothing_from = end
