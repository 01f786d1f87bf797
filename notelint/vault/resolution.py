"""Where a link leads, as Obsidian follows it: candidates in order, and what decided.

The order (observed in Obsidian and in what re-implements it): the file whose path from the root is
the target; then files whose path ends in it, those under the link's own folder first, and within
each group the shortest path.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from enum import StrEnum
from itertools import takewhile
from urllib.parse import unquote

from notelint.notes import Link, Linked, Subpath
from notelint.values import NamedTuple, file_key, lazy_pattern
from notelint.vault.names import FileNames, is_note, link_text
from notelint.vault.same_named import SameNamed

_MOST_KEPT = 4096  # answers


class Reason(StrEnum):
    """Why a file is what a link may mean."""

    EXACT = "its path from the root is the target"
    NEAR = "its path ends in the target, in the folder of the link"
    ELSEWHERE = "its path ends in the target"
    ITSELF = "the target names no file, so it is the note itself"
    RELATIVE = "its path from the note is the target"
    FOLDER = "a folder of the vault"


class Candidate(NamedTuple):
    """A file that a link may mean, and why."""

    path: str
    rule: Reason


class Resolution(NamedTuple):
    """The candidates of a link, the one that Obsidian takes first.

    ``is_tie`` where its order leaves two of them equal.
    """

    candidates: tuple[Candidate, ...] = ()
    is_tie: bool = False

    @property
    def path(self) -> str | None:
        """The file that the link reaches; None where there is none, or it is only a folder."""
        first = self.candidates[0] if self.candidates else None
        return first.path if first and first.rule is not Reason.FOLDER else None

    def __bool__(self) -> bool:
        return bool(self.candidates)


LinkFrom = tuple[str, Linked]  # a link to a place in a note, and the path of the note that has it
Places = Mapping[str, Set[Subpath]]  # in notes, by their paths

_RULES = (Reason.EXACT, Reason.NEAR, Reason.ELSEWHERE)


class Resolver:
    """Follows links among the files of one vault, and remembers where they led."""

    def __init__(self, names: FileNames) -> None:
        self._names = names
        self._answers: dict[tuple[str, str, str], Resolution] = {}
        self._by_name: dict[str, SameNamed] = {}
        self._places: dict[str, tuple[Sequence[LinkFrom], Places]] = {}

    def link(self, link: Link, source: str) -> tuple[Link, Resolution]:
        """A link of the note at ``source`` as it is read among these files, and where it leads: of
        several readings the first one that leads somewhere."""
        if not link.is_wiki:
            return link, self.url(link.target, source)
        if not link.rivals:
            return link, self.target(link.target, source)
        led = ((reading, self.target(reading.target, source)) for reading in link.readings)
        return next((found for found in led if found[1]), (link, Resolution()))

    def target(self, target: str, source: str) -> Resolution:
        """Where a wikilink leads. Without a path (only ``#heading``) it means its own note."""
        path = target.partition("#")[0].strip()
        return self._remembered("target", path, source, self._follow)

    def url(self, url: str, source: str) -> Resolution:
        """Where a Markdown link leads: its destination is looked up, percent-escapes resolved or
        not, from the note, from the root, or by name; the first that leads somewhere counts."""
        return self._remembered("url", url.partition("#")[0].strip(), source, self._follow_url)

    def places(self, name: str, links: Sequence[LinkFrom]) -> Places:
        """The places that the links to a name may mean, but for those in their own notes. All are
        followed at once and remembered: each of a thousand folders may hold an ``index.md``, and
        each of these a link to it."""
        known = self._places.get(name)
        if known is None or known[0] is not links:
            known = self._places[name] = links, self._reached(links)
        return known[1]

    def _reached(self, links: Iterable[LinkFrom]) -> Places:
        found: dict[str, set[Subpath]] = {}
        for source, linked in links:
            follow = self.target if linked.is_wiki else self.url
            place = linked.place
            for candidate in follow(linked.target, source).candidates:
                if candidate.path != source:
                    found.setdefault(candidate.path, set()).add(place)
        return found

    def forget(self) -> None:
        """Follow each link anew."""
        self._answers.clear()
        self._by_name.clear()
        self._places.clear()

    def _remembered(
        self, how: str, path: str, source: str, follow: Callable[[str, str], Resolution]
    ) -> Resolution:
        """What depends on the folder of the source alone, unless the link names no file."""
        key = how, path, source.rpartition("/")[0]
        known = self._answers.get(key)
        if known is not None:
            return known
        answer = follow(path, source)
        if answer.path != source:
            if len(self._answers) >= _MOST_KEPT:
                self._answers.clear()
            self._answers[key] = answer
        return answer

    def _follow(self, path: str, source: str) -> Resolution:
        if not path:
            return Resolution((Candidate(source, Reason.ITSELF),))
        if path.startswith("/"):
            return self._exactly(path.strip("/"), Reason.EXACT)
        if path.startswith(("./", "../")):
            beside = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
            return self._exactly(beside, Reason.RELATIVE)
        return self._by_suffix(path.rstrip("/"), posixpath.dirname(source))

    def _follow_url(self, written: str, source: str) -> Resolution:
        bare = written.partition("?")[0]
        for path in dict.fromkeys((unquote(bare), bare, unquote(written), written)):
            folder = "" if path.startswith("/") else posixpath.dirname(source)
            beside = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
            found = self._exactly(beside, Reason.RELATIVE) if path else Resolution()
            found = found or self._follow(path, source)
            if not found and self._names.has_folder(beside):
                found = Resolution((Candidate(beside, Reason.FOLDER),))
            if found:
                return found
        return Resolution()

    def _exactly(self, path: str, rule: Reason) -> Resolution:
        found = self._same_named(path).exactly(path)
        return Resolution(tuple(Candidate(name, rule) for name in found))

    def _by_suffix(self, path: str, folder: str) -> Resolution:
        named = self._names.named(posixpath.basename(path) if "/" in path else path)
        if len(named) < 2 and "/" not in path:  # mostly so
            return Resolution(tuple([Candidate(name, _rule_of(name, folder)) for name in named]))
        found = self._same_named(path).ending_in(path, folder)
        if not found:
            return Resolution()
        first = found[0]
        # Which of two names that differ only in case or normal form is meant nobody could check.
        best = {file_key(other.path) for other in found if other[:2] == first[:2]}
        candidates = tuple(Candidate(other.path, _RULES[other.group]) for other in found)
        return Resolution(candidates, len(best) > 1 and not first.fit.is_partial)

    def _same_named(self, path: str) -> SameNamed:
        name = file_key(posixpath.basename(path))
        if name not in self._by_name:
            self._by_name[name] = SameNamed(self._names.named(name))
        return self._by_name[name]


def _rule_of(path: str, folder: str) -> Reason:
    """Why the only file of a name is what a link in a folder means that gives the name alone."""
    if "/" not in path:
        return Reason.EXACT
    return Reason.NEAR if not folder or path.startswith(f"{folder}/") else Reason.ELSEWHERE


def written_name(link: Link, path: str) -> str:
    """The file's path as the link writes it: as many folders of it, and `.md` only if it does."""
    written = link.name.split("/")
    name = (path if is_note(link.name) else link_text(path)).split("/")
    own = len(list(takewhile(lambda part: part not in _STEPS, reversed(written))))
    return "/".join([*written[: len(written) - own], *name[len(name) - own :]])


_STEPS = ("", ".", "..")  # parts of a path that are no name
_FOREIGN = lazy_pattern(r"[=\s]")
_SEARCHES = ("^^", "##")  # what begins a search in Obsidian's editor, and no link


def malformation(link: Link) -> str | None:
    """Why Obsidian cannot follow a wikilink, whatever files there are, or None where it can."""
    if not link.is_wiki:
        return None
    if not link.target.strip():
        return "a link to nothing"
    if link.target.startswith(_SEARCHES):
        return f"`{link.target}` is a search of the editor, no link"
    wrong = next((sign for sign in ("^", "%%", ":") if sign in link.name), None)
    return f"Obsidian allows no `{wrong}` in a link" if wrong else None


def is_foreign_id(block: str) -> bool:
    """Whether a block's id can be none of Obsidian's, so that a plugin follows it: Excalidraw's
    `frame=my name`, `group=…`, `area=…`."""
    return bool(_FOREIGN.search(block))


def cut_name(names: FileNames, link: Link) -> str | None:
    """Why a link never reaches the file whose name stands there: it ends at a sign of it."""
    is_cut = "#" in link.target and names.has_sign("#")
    may_be_cut = link.alias is not None and names.has_sign("|")
    if not (is_cut or may_be_cut):
        return None
    whole = link.target if link.is_wiki else unquote(link.target)
    signs = [("#", whole, "a heading")] if is_cut else []
    if may_be_cut:
        signs.append(("|", f"{whole}|{link.alias}", "what is shown"))
    for sign, name, meaning in signs:
        found = names.named(posixpath.basename(name)) if sign in posixpath.basename(name) else ()
        if found:
            why = f"`{sign}` cannot be linked: what follows it is taken for {meaning}"
            return f"{why}; `{found[0]}` needs another name"
    return None


def is_inside(link: Link) -> bool:
    """Whether a link is meant to lead into the vault, and not to the web."""
    if link.is_wiki:
        return True
    return not link.is_web and bool(link.target.strip())
