from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from types import MappingProxyType

from notelint.authoring import (
    Applicability,
    Edit,
    Effect,
    Finding,
    Fix,
    Link,
    Note,
    Rule,
    Trigger,
    Vault,
    dataclass,
    lazy_pattern,
    plain_spaces,
    written_name,
)

_NO_BREAK = lazy_pattern("[\u00a0\u202f]")


@dataclass(frozen=True)
class UnnormalizedLink(Rule):
    """A name can hold `é` as one character or as two, and a space that is narrow or breaks no line.
    Both look the same, and tools that compare names letter by letter take them for two notes."""

    name = "unnormalized-link"
    code = "NL309"
    summary = "A link has the very characters of the file's name."
    bad = "See [[re\u0301sume\u0301]].\n"
    good = "See [[résumé]].\n"
    files = MappingProxyType({"résumé.md": ""})
    fixes = "Safe: the same name in the file's own characters."
    trigger = Trigger(facts=("links",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link, resolution, _ in vault.followed(note):
            if link.target.isascii() or not link.is_wiki or not link.name:
                continue
            if link.name == _plain(link.name):
                continue
            path = resolution.path
            name = written_name(link, path) if path else link.name
            if _plain(name) == name:
                yield Finding(link.span, _message(link), _fix(link))


def _plain(name: str) -> str:
    return plain_spaces(unicodedata.normalize("NFC", name))


def _message(link: Link) -> str:
    if plain_spaces(link.name) != link.name:
        kind = "a no-break space" if _NO_BREAK.search(link.name) else "another space"
        return f"{kind} where the file's name has a plain one"
    return "letters of another normal form than the file's name has"


def _fix(link: Link) -> Fix | None:
    if link.is_rival:
        return None
    edit = Edit(link.target_span, link.target.replace(link.name, _plain(link.name), 1))
    title, effects = "write it as the file is written", frozenset({Effect.TARGETS})
    return Fix(title, (edit,), Applicability.SAFE, effects)
