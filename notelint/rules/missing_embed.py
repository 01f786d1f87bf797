from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Finding,
    Note,
    Rule,
    Trigger,
    Vault,
    aliased,
    dataclass,
    near_misses,
    nearest_file,
)


@dataclass(frozen=True)
class MissingEmbed(Rule):
    """An embed of a file that is not there shows an empty frame where the picture should be."""

    name = "missing-embed"
    code = "NL304"
    summary = "Every embedded file is in the vault."
    bad = "![[A picture that is gone.png]]\n"
    good = "![[#Walls]]\n\n# Walls\n"
    fixes = "Unsafe where the nearest name is as near as unresolved-link asks for. Else manual."
    trigger = Trigger(facts=("links",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link, resolution, flaw in vault.astray(note):
            if not link.is_embed or flaw or resolution:
                continue
            if not aliased(vault, link):  # which is another rule's matter
                near = near_misses(vault, link, note)
                message = f"no file of the vault is called `{link.name}`{near.hint}"
                fix = nearest_file(vault, link, near, note.path)
                yield Finding(link.span, message, fix, target=link.name)
