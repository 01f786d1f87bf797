from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from types import MappingProxyType

from notelint.authoring import (
    Applicability,
    Edit,
    Effect,
    Finding,
    Fix,
    Note,
    Rule,
    SplitLink,
    Trigger,
    Vault,
    dataclass,
)


@dataclass(frozen=True)
class UnescapedBar(Rule):
    """In a table a bar ends the cell, that of a link too: half of the link is shown in one cell and
    half in the next, the last cell of the row is lost, and nothing leads anywhere."""

    name = "unescaped-bar"
    code = "NL310"
    summary = "The bar of a link in a table has a backslash."
    bad = "| A | B |\n| - | - |\n| [[wall|walls]] | x |\n"
    good = "| A | B |\n| - | - |\n| [[wall\\|walls]] | x |\n"
    files = MappingProxyType({"wall.md": ""})
    fixes = (
        "Safe where it is an embed or leads somewhere, or the row then has as many cells as the "
        "table. Else unsafe. None where the table would then be none, as its header is too short."
    )
    trigger = Trigger(facts=("split_links",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for link in filter(attrgetter("is_certain"), note.facts.split_links):
            message = (
                f"the bar of `{note[link.span]}` ends the cell; in a table it is written `\\|`"
            )
            yield Finding(link.span, message, _fix(link, note, vault))


def _fix(link: SplitLink, note: Note, vault: Vault) -> Fix | None:
    if link.is_header and not link.is_fitting:
        return None
    is_embed = note[link.span].startswith("!")
    is_sure = is_embed or link.is_fitting or vault.resolver.target(link.target, note.path)
    applicability = Applicability.SAFE if is_sure else Applicability.UNSAFE
    edits = (Edit(link.span, link.escaped),)
    return Fix("put a backslash before the bar", edits, applicability, frozenset({Effect.CELLS}))
