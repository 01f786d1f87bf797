from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring import Finding, Note, Rule, Vault


@dataclass(frozen=True)
class MalformedLink(Rule):
    """`[[` that is not closed on its line, a link to nothing, or a name that no file can have: all
    are shown, and none leads anywhere."""

    name = "malformed-link"
    code = "NL308"
    summary = "A link is closed, and names what a file can be called."
    bad = "See [[wall and more.\n"
    good = "See [[#Walls]] and more.\n\n# Walls\n"

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link, resolution, flaw in vault.followed(note):
            if flaw and not (link.name and (resolution or vault.index.notes_called(link.name))):
                yield Finding(link.span, flaw)
        for brackets in note.facts.stray_brackets:
            written = note[brackets]
            if not written.endswith("]]"):
                yield Finding(brackets, f"`{written}` is not closed on its line")
            elif not written.strip("![] \t"):
                yield Finding(brackets, "a link to nothing")
