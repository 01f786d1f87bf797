from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from types import MappingProxyType

from notelint.authoring import (
    Applicability,
    Finding,
    Note,
    Rule,
    Trigger,
    Vault,
    dataclass,
    name_key,
    renamed,
    written_name,
)


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
    trigger = Trigger(facts=("links",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link, resolution, _ in vault.followed(note):
            if not link.is_wiki or not link.name:
                continue
            path = resolution.path
            name = written_name(link, path) if path else link.name
            if _differs_in_case(name, link.name):
                fix = renamed(link, name, Applicability.SAFE)
                yield Finding(link.span, f"the file is called `{name}`", fix)


def _differs_in_case(name: str, written: str) -> bool:
    """Whether case alone tells two names apart; another normal form is another rule's matter."""
    if name == written or not unicodedata.is_normalized("NFC", written):
        return False
    return name_key(name) == name_key(written)
