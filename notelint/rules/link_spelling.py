from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from notelint.authoring.link_edits import renamed
from notelint.authoring.rule import Rule
from notelint.notes.note import Note
from notelint.values.diagnostic import Applicability, Finding
from notelint.vault.resolution import resolve_link, written_name
from notelint.vault.vault import Vault


@dataclass(frozen=True)
class LinkSpelling(Rule):
    """Obsidian follows a link whatever the case of its letters; other readers of the vault, and
    searches for the name, do not."""

    name = "link-spelling"
    code = "NL307"
    summary = "A link is spelt as the file's name is."
    bad = "See [[Cell Wall]].\n"
    good = "See [[cell wall|Cell Wall]].\n"
    files = MappingProxyType({"cell wall.md": ""})
    fixes = "Safe: the target is spelt as the file is, and what is shown stays."
    is_default = False

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link in note.facts.links:
            if link.kind not in ("wikilink", "embed") or link.is_doubtful or not link.name:
                continue
            path = resolve_link(vault, link, note.path).path
            name = written_name(link, path) if path else link.name
            if _differs_in_case(name, link.name):
                fix = renamed(link, name, Applicability.SAFE)
                yield Finding(link.span, f"the file is called `{name}`", fix)


def _differs_in_case(name: str, written: str) -> bool:
    """Whether case alone tells two names apart; another normal form is another rule's matter."""
    if name == written or not unicodedata.is_normalized("NFC", written):
        return False
    return name.casefold() == written.casefold()
