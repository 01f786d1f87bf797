from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase

from notelint.diagnostic import Finding
from notelint.facts import Link
from notelint.note import Note
from notelint.rule import Rule, option
from notelint.vault import SCHEME, Vault


@dataclass(frozen=True, kw_only=True)
class UnresolvedLink(Rule):
    """A link to a note that is not there leads the reader nowhere, and a definition that links to a
    missing home page cites nothing. Aliases do not count: Obsidian follows only names of files."""

    name = "unresolved-link"
    code = "NL301"
    summary = "Every link leads to a file of the vault."
    bad = "See [[A note that nobody wrote]].\n"
    good = "See [[#Walls]].\n\n# Walls\n"

    planned: tuple[str, ...] = option(
        (), "targets that may be missing, as patterns in shell style: `[Projects/*]`"
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link in note.facts.links:
            if link.kind in ("embed", "image") or link.is_doubtful or self._is_planned(link):
                continue
            if _name(link).startswith("^"):  # a search of the editor, no file's name
                continue
            if not _is_reached(link, note, vault):
                yield Finding(link.span, f"no file of the vault is called `{_name(link)}`")

    def _is_planned(self, link: Link) -> bool:
        return any(fnmatchcase(_name(link), pattern) for pattern in self.planned)


def _name(link: Link) -> str:
    return link.target.partition("#")[0].strip()


def _is_reached(link: Link, note: Note, vault: Vault) -> bool:
    if link.kind == "wikilink":
        return bool(vault.resolve(link.target, note.path))
    if not _name(link) or link.target.startswith("//") or SCHEME.match(link.target):
        return True
    return bool(vault.resolve_url(link.target, note.path))
