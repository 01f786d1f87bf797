from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from notelint.authoring.link_edits import renamed
from notelint.authoring.rule import Rule
from notelint.notes.note import Note
from notelint.values.diagnostic import Applicability, Finding
from notelint.vault.resolution import resolve_link
from notelint.vault.vault import Vault, folded


@dataclass(frozen=True)
class AliasLink(Rule):
    """Obsidian offers aliases while a link is typed, and writes `[[Real name|alias]]`. A bare
    `[[alias]]` leads nowhere, and a click makes a second, empty note of that name."""

    name = "alias-link"
    code = "NL306"
    summary = "A link names the file, and shows the alias."
    bad = "See [[PNS]].\n"
    good = "See [[peripheral nervous system|PNS]].\n"
    files = MappingProxyType({"peripheral nervous system.md": "---\naliases: [PNS]\n---\n"})
    fixes = "Safe where one note has the alias: `[[Real name|alias]]`. Manual where several have."

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link in note.facts.links:
            if link.kind != "wikilink" or link.is_doubtful:
                continue
            if resolve_link(vault, link, note.path):
                continue
            paths = vault.aliases.get(folded(link.name), ())
            if paths:
                applicability = Applicability.SAFE if len(paths) == 1 else Applicability.MANUAL
                names = " and of ".join(f"`{path}`" for path in paths)
                message = f"`{link.name}` is only an alias, of {names}"
                fix = renamed(link, vault.shortest_target(paths[0]), applicability)
                yield Finding(link.span, message, fix)
