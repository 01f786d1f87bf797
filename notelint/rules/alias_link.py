from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from notelint.authoring import (
    Applicability,
    Finding,
    Note,
    Rule,
    Trigger,
    Vault,
    aliased,
    dataclass,
    led_to,
)


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
    fixes = (
        "Safe where one note has the alias: `[[Real name|alias]]`, `![[Real name]]`, "
        "`[alias](Real%20name.md)`. Manual where several have."
    )
    trigger = Trigger(facts=("links",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link, resolution, _ in vault.astray(note):
            paths = () if resolution else aliased(vault, link)
            if paths:
                applicability = Applicability.SAFE if len(paths) == 1 else Applicability.MANUAL
                names = " and of ".join(f"`{path}`" for path in paths)
                message = f"`{link.name}` is only an alias, of {names}"
                fix = led_to(vault.names, link, paths[0], note.path, applicability)
                yield Finding(link.span, message, fix)
