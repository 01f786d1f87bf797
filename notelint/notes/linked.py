"""Links of a note to places in other notes: what the vault must know before a place is renamed."""

from __future__ import annotations

from collections.abc import Iterable

from notelint.notes.facts import WEB, Link
from notelint.notes.subpath import Subpath
from notelint.values import NamedTuple, holds, lazy_pattern

_SIGNS = lazy_pattern("##*")  # which is found five times as fast as `#+`
# What stands for a `#` in a destination, and a destination that begins on the next line.
_WRITTEN_OTHERWISE = ("%23", "&num;")
_BROKEN = lazy_pattern(r"\](?:\(|:)[ \t]*\n[ \t>]*+(?:<[^\n]*|[^ \t\n#]+)#")
_BLANKS = " \t"  # other ones may stand in a destination


class Linked(NamedTuple):
    """A link to a place in a note that it names: its target, and whether it has two brackets."""

    target: str
    is_wiki: bool

    @property
    def place(self) -> Subpath:
        """What the subpath says."""
        return Subpath.read(self.target, not self.is_wiki)


def linked_in(links: Iterable[Link]) -> frozenset[Linked]:
    """What links lead to places in notes that they name, be these others or their own. One that
    Obsidian may not see counts too."""
    found = (Linked(_with_sign(link), link.is_wiki) for link in links if not link.is_web)
    return frozenset(linked for linked in found if _names_a_place(linked.target))


def _with_sign(link: Link) -> str:
    """The target, in which Obsidian takes an escaped ``#`` of a URL for a plain one."""
    return link.target if link.is_wiki or "#" in link.target else link.target.replace("%23", "#", 1)


def _names_a_place(target: str) -> bool:
    name, sign, _ = target.partition("#")
    return bool(sign and name.strip())


def may_hold_linked(content: str) -> bool:
    """Whether ``linked_in`` may find something in the links of a text. Costs one pass."""
    if holds(content, *_WRITTEN_OTHERWISE):
        return True
    text, done = content.replace("\r\n", "\n").replace("\r", "\n"), 0
    for signs in _SIGNS.finditer(text):
        start = signs.start()
        if start and text[start - 1] != "\n":
            before = text[max(done, text.rfind("\n", done, start) + 1) : start]
            if _may_be_a_name(before):
                return True
        done = signs.end()
    return "#" in text and _BROKEN.search(text) is not None


def _may_be_a_name(before: str) -> bool:
    """Whether a ``#`` behind these letters of its line may stand in a link, behind a name."""
    opening = before.rfind("[[") + 1
    if opening > before.rfind("]]") + 1:
        name = before[opening + 1 :]
        if name.strip() and "|" not in name:
            return True
    opening = max(before.rfind("]("), before.rfind("]:"))
    if opening < 0:
        return False
    name = before[opening + 2 :].lstrip(_BLANKS)
    if "<" in before:
        return name != "<"
    word = before[max(map(before.rfind, _BLANKS)) + 1 :]
    is_alone = word.count("](") + word.count("]:") <= 1
    is_web = is_alone and WEB.match(name) is not None
    return bool(name) and not is_web and not any(blank in name for blank in _BLANKS)
