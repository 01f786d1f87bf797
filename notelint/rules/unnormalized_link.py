from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from notelint.authoring.rule import Rule
from notelint.notes.facts import Link
from notelint.notes.note import Note
from notelint.values.diagnostic import Applicability, Change, Edit, Finding, Fix
from notelint.vault.resolution import resolve_link, written_name
from notelint.vault.vault import Vault


@dataclass(frozen=True)
class UnnormalizedLink(Rule):
    """A name can hold `é` as one character or as two, and a space that breaks no line. Both look
    the same, and tools that compare names letter by letter take them for two notes."""

    name = "unnormalized-link"
    code = "NL309"
    summary = "A link has the very characters of the file's name."
    bad = "See [[re\u0301sume\u0301]].\n"
    good = "See [[résumé]].\n"
    files = MappingProxyType({"résumé.md": ""})
    fixes = "Safe: the same name in the file's own characters."

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link in note.facts.links:
            if link.kind not in ("wikilink", "embed") or link.is_doubtful or not link.name:
                continue
            path = resolve_link(vault, link, note.path).path
            name = written_name(link, path) if path else link.name
            if _plain(name) == name and link.name != _plain(link.name):
                yield Finding(link.span, _message(link), _fix(link))


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).replace("\u00a0", " ")


def _message(link: Link) -> str:
    if "\u00a0" in link.name:
        return "a no-break space where the file's name has a plain one"
    return "letters of another normal form than the file's name has"


def _fix(link: Link) -> Fix:
    edit = Edit(link.target_span, link.target.replace(link.name, _plain(link.name), 1))
    title, changes = "write it as the file is written", frozenset({Change.TARGETS})
    return Fix(title, (edit,), Applicability.SAFE, changes)
