from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring.rule import Rule
from notelint.notes.facts import Link
from notelint.notes.note import Note
from notelint.values.diagnostic import Finding
from notelint.vault.resolution import malformation, resolve_link
from notelint.vault.vault import Vault, folded


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
        for link in note.facts.links:
            problem = None if link.is_doubtful else malformation(link)
            if problem and not _leads_somewhere(link, note, vault):
                yield Finding(link.span, problem)
        for brackets in note.facts.stray_brackets:
            written = note[brackets]
            if not written.endswith("]]"):
                yield Finding(brackets, f"`{written}` is not closed on its line")
            elif not written.strip("![] \t"):
                yield Finding(brackets, "a link to nothing")


def _leads_somewhere(link: Link, note: Note, vault: Vault) -> bool:
    """Whether there is such a file all the same, or an alias, which is another rule's matter."""
    if not link.name:
        return False
    return bool(resolve_link(vault, link, note.path)) or folded(link.name) in vault.aliases
