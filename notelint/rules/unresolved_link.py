from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

from notelint.authoring import (
    Finding,
    Link,
    Note,
    Rule,
    Trigger,
    Vault,
    aliased,
    dataclass,
    is_attachment,
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
        "Unsafe where case, punctuation, blanks, a plural or the folder tells the names apart, or "
        "one slip in a word of eight letters or more that is written nowhere else; what is shown "
        "stays, but for that slip. Else manual."
    )
    trigger = Trigger(facts=("links",))

    planned: tuple[str, ...] = option(
        (),
        "targets that may be missing, as patterns in shell style: `[Projects/*]`. `*` alone is for "
        "names in the text, not in definitions. What is nearly the name of a file is told of all "
        "the same, and a folder or an ending has to be written",
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        cited = {link.span for entry in note.facts.definitions for link in entry.links}
        for link, resolution, flaw in vault.astray(note):
            if link.is_embed or resolution or flaw or link.name in self.planned:
                continue
            if aliased(vault, link):  # which is another rule's matter
                continue
            near = near_misses(vault, link, note)
            is_planned = self._is_planned(link, link.span in cited)
            if is_planned and not near.has(link.name):
                continue
            message = f"no file of the vault is called `{link.name}`{near.hint}"
            fix = nearest_file(vault, link, near, note.path)
            yield Finding(link.span, message, fix, target=link.name)

    def _is_planned(self, link: Link, is_cited: bool) -> bool:
        return any(
            fnmatchcase(link.name, pattern)
            for pattern in self.planned
            if not (is_cited and pattern == "*")
            if "/" in pattern or "/" not in link.name
            if "." in pattern or not is_attachment(link.name)
        )
