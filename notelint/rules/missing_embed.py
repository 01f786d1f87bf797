from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring import Finding, Note, Rule, Vault, near_misses, nearest_file


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
        for link, resolution, flaw in vault.followed(note):
            if link.is_embed and not flaw and not resolution:
                near = near_misses(vault.names, link)
                message = f"no file of the vault is called `{link.name}`{near.hint}"
                fix = nearest_file(vault.names, link, near, note.path)
                yield Finding(link.span, message, fix, target=link.name)
