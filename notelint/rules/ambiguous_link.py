from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from notelint.authoring import Finding, Note, Rule, Trigger, Vault, dataclass


@dataclass(frozen=True)
class AmbiguousLink(Rule):
    """Where two files fit a link equally well, which one opens is chance, and may be another one
    on the next device."""

    name = "ambiguous-link"
    code = "NL305"
    summary = "A link means one file."
    bad = "See [[wall]].\n"
    good = "See [[cells/wall]].\n"
    files = MappingProxyType({"cells/wall.md": "", "rooms/wall.md": ""})
    trigger = Trigger(facts=("links",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link, resolution, _ in vault.followed(note):
            if link.is_wiki and resolution.is_tie:
                one, other, *_ = resolution.candidates
                message = f"`{link.name}` may be `{one.path}` or `{other.path}`"
                yield Finding(link.span, message)
