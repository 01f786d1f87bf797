from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Finding, Note, Rule, Trigger, Vault, dataclass, is_foreign_id


@dataclass(frozen=True)
class UnresolvedBlock(Rule):
    """A link to a block whose id is gone opens the note at its top, and an embed of it is empty."""

    name = "unresolved-block"
    code = "NL303"
    summary = "The block that a link names is in the note."
    bad = "See [[#^18f898]].\n"
    good = "See [[#^18f898]].\n\nWalls hold. ^18f898\n"
    trigger = Trigger(facts=("links",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link, resolution, flaw in vault.followed(note):
            if "^" not in link.target or flaw or not link.is_wiki:
                continue
            subpath = link.place
            if not subpath.block or is_foreign_id(subpath.block):
                continue
            reached = list(vault.anchors_reached(note, resolution))
            if reached and all(subpath.is_missing_block(anchors) for anchors in reached):
                yield Finding(link.span, f"the note has no block `^{subpath.block}`")
