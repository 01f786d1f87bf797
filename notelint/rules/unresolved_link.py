from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from notelint.authoring import (
    Finding,
    Link,
    LinkKind,
    Note,
    Rule,
    Vault,
    near_misses,
    nearest_file,
    option,
)


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
        for link, resolution, flaw in vault.followed(note):
            if link.is_embed or resolution or flaw or self._is_planned(link):
                continue
            if not _is_alias(link, vault):
                near = near_misses(vault.names, link)
                message = f"no file of the vault is called `{link.name}`{near.hint}"
                fix = nearest_file(vault.names, link, near, note.path)
                yield Finding(link.span, message, fix, target=link.name)

    def _is_planned(self, link: Link) -> bool:
        return any(fnmatchcase(link.name, pattern) for pattern in self.planned)


def _is_alias(link: Link, vault: Vault) -> bool:
    """An alias is another rule's matter."""
    is_wikilink = link.kind is LinkKind.WIKILINK
    return is_wikilink and bool(vault.index.notes_called(link.name))
