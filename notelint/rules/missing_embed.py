from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring.link_edits import nearest_file
from notelint.authoring.rule import Rule
from notelint.notes.note import Note
from notelint.values.diagnostic import Finding
from notelint.vault.resolution import is_inside, malformation, resolve_link
from notelint.vault.unresolved import near_misses
from notelint.vault.vault import Vault


@dataclass(frozen=True)
class MissingEmbed(Rule):
    """An embed of a file that is not there shows an empty frame where the picture should be."""

    name = "missing-embed"
    code = "NL304"
    summary = "Every embedded file is in the vault."
    bad = "![[A picture that is gone.png]]\n"
    good = "![[#Walls]]\n\n# Walls\n"
    fixes = "Unsafe: the embed is given the nearest name; manual where its numbers are others."

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link in note.facts.links:
            if link.kind not in ("embed", "image") or link.is_doubtful or malformation(link):
                continue
            if is_inside(link) and not resolve_link(vault, link, note.path):
                near = near_misses(vault, link)
                message = f"no file of the vault is called `{link.name}`{near.hint}"
                yield Finding(link.span, message, nearest_file(vault, link, near, note.path))
