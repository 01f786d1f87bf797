from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from notelint.authoring.link_edits import nearest_file
from notelint.authoring.rule import Rule, option
from notelint.notes.facts import Link
from notelint.notes.note import Note
from notelint.values.diagnostic import Finding
from notelint.vault.resolution import is_inside, malformation, resolve_link
from notelint.vault.unresolved import near_misses
from notelint.vault.vault import Vault, folded


@dataclass(frozen=True, kw_only=True)
class UnresolvedLink(Rule):
    """A link to a note that is not there leads the reader nowhere, and a definition that links to a
    missing home page cites nothing. Aliases do not count: Obsidian follows only names of files."""

    name = "unresolved-link"
    code = "NL301"
    summary = "Every link leads to a file of the vault."
    bad = "See [[A note that nobody wrote]].\n"
    good = "See [[#Walls]].\n\n# Walls\n"
    fixes = (
        "Unsafe: the link is given the nearest name, what is shown stays. Manual where that name "
        "has other numbers, as another edition has, or several files have it."
    )

    planned: tuple[str, ...] = option(
        (), "targets that may be missing, as patterns in shell style: `[Projects/*]`"
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link in note.facts.links:
            if link.kind in ("embed", "image") or link.is_doubtful or not is_inside(link):
                continue
            if malformation(link) or self._is_planned(link):
                continue
            if not resolve_link(vault, link, note.path) and not _is_alias(link, vault):
                near = near_misses(vault, link)
                message = f"no file of the vault is called `{link.name}`{near.hint}"
                yield Finding(link.span, message, nearest_file(vault, link, near, note.path))

    def _is_planned(self, link: Link) -> bool:
        return any(fnmatchcase(link.name, pattern) for pattern in self.planned)


def _is_alias(link: Link, vault: Vault) -> bool:
    """An alias is another rule's matter."""
    return link.kind == "wikilink" and folded(link.name) in vault.aliases
