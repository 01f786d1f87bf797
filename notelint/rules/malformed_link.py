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
        for brackets in note.facts.stray_brackets:
            written = note[brackets]
            if not written.endswith("]]"):
                yield Finding(brackets, f"`{written}` is not closed on its line")
            elif not written.strip("![] \t"):
                yield Finding(brackets, "a link to nothing")
