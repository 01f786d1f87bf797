from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring.rule import Rule
from notelint.notes.anchors import Subpath
from notelint.notes.note import Note
from notelint.values.diagnostic import Finding
from notelint.vault.resolution import anchors_of, malformation, resolve_link
from notelint.vault.vault import Vault


@dataclass(frozen=True)
class UnresolvedBlock(Rule):
    """A link to a block whose id is gone opens the note at its top, and an embed of it is empty."""

    name = "unresolved-block"
    code = "NL303"
    summary = "The block that a link names is in the note."
    bad = "See [[#^18f898]].\n"
    good = "See [[#^18f898]].\n\nWalls hold. ^18f898\n"

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link in note.facts.links:
            if link.kind not in ("wikilink", "embed") or link.is_doubtful or malformation(link):
                continue
            subpath = Subpath.read(link.target)
            if not subpath.block:
                continue
            reached = list(anchors_of(resolve_link(vault, link, note.path), note, vault))
            if reached and all(subpath.is_missing_block(anchors) for anchors in reached):
                yield Finding(link.span, f"the note has no block `^{subpath.block}`")
