"""Where a link leads, as Obsidian follows it: candidates in order, and what decided.

The order (observed in Obsidian and in what re-implements it): the file whose path from the root is
the target; then files whose path ends in it, those under the link's own folder first, and within
each group the shortest path.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple
from urllib.parse import unquote

from notelint.notes import Link
from notelint.values import file_key
from notelint.vault.names import NOTE_SUFFIX, FileNames, is_note, link_text

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


class Resolver:
    """Follows links among the files of one vault, and remembers where they led."""

    def __init__(self, names: FileNames) -> None:
        self._names = names
        self._answers: dict[tuple[str, str, str], Resolution] = {}

    def link(self, link: Link, source: str) -> tuple[Link, Resolution]:
        """A link of the note at ``source`` as it is read among these files, and where it leads: of
        several readings the first one that leads somewhere."""
        if not link.is_wiki:
            return link, self.url(link.target, source)
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

    def _remembered(
        self, how: str, path: str, source: str, follow: Callable[[str, str], Resolution]
    ) -> Resolution:
        """What depends on the folder of the source alone, unless the link names no file."""
        key = how, path, posixpath.dirname(source)
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
            return _exactly(self._names, path.strip("/"), Reason.EXACT)
        if path.startswith(("./", "../")):
            beside = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
            return _exactly(self._names, beside, Reason.RELATIVE)
        return _by_suffix(self._names, path.rstrip("/"), source)

    def _follow_url(self, written: str, source: str) -> Resolution:
        bare = written.partition("?")[0]
        for path in dict.fromkeys((unquote(bare), bare, unquote(written), written)):
            folder = "" if path.startswith("/") else posixpath.dirname(source)
            beside = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
            found = _exactly(self._names, beside, Reason.RELATIVE) if path else Resolution()
            found = found or self._follow(path, source)
            if not found and self._names.has_folder(beside):
                found = Resolution((Candidate(beside, Reason.FOLDER),))
            if found:
                return found
        return Resolution()


def written_name(link: Link, path: str) -> str:
    """The file's path as the link writes it: as many folders of it, and `.md` only if it does."""
    written = link.name.split("/")
    name = (path if is_note(link.name) else link_text(path)).split("/")
    own = len(list(takewhile(lambda part: part not in _STEPS, reversed(written))))
    return "/".join([*written[: len(written) - own], *name[len(name) - own :]])


_STEPS = ("", ".", "..")  # parts of a path that are no name
_FOREIGN = re.compile(r"[=\s]")
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
    whole = link.target if link.is_wiki else unquote(link.target)
    signs = [("#", whole, "a heading")] if "#" in link.target else []
    if link.alias is not None:
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


def _exactly(names: FileNames, path: str, rule: Reason) -> Resolution:
    key = file_key(path)
    found = [p for p in _named(names, path) if file_key(p) in (key, key + NOTE_SUFFIX)]
    found.sort(key=lambda candidate: _spelling(candidate, path))
    return Resolution(tuple(Candidate(p, rule) for p in found))


class _Rank(NamedTuple):
    """How well a file fits a link; the lowest is the one that Obsidian takes."""

    group: int  # index of a rule in `_RULES`
    is_partial: bool  # the path ends in the target in the middle of a folder's name
    lacks_ending: bool  # the link leaves `.md` out
    spelling: int
    length: int


_RULES = (Reason.EXACT, Reason.NEAR, Reason.ELSEWHERE)


def _by_suffix(names: FileNames, path: str, source: str) -> Resolution:
    folder, ends = posixpath.dirname(source), (file_key(path), file_key(path) + NOTE_SUFFIX)
    found = (name for name in _named(names, path) if file_key(name).endswith(ends))
    ranked = sorted((_rank(name, path, folder), name) for name in found)
    if not ranked:
        return Resolution()
    first = ranked[0][0]
    # Which of two names that differ only in case or normal form is meant nobody could check.
    best = {file_key(name) for rank, name in ranked if rank == first}
    candidates = tuple(Candidate(name, _RULES[rank.group]) for rank, name in ranked)
    return Resolution(candidates, len(best) > 1 and not first.is_partial)


def _rank(candidate: str, path: str, folder: str) -> _Rank:
    name, key = file_key(candidate), file_key(path)
    is_exact = name in (key, key + NOTE_SUFFIX)
    is_under = not folder or candidate.startswith(folder + "/")
    return _Rank(
        0 if is_exact else 1 if is_under else 2,
        not _ends_at_folder(name, key),
        not name.endswith(key),
        _spelling(candidate, path),
        len(candidate),
    )


def _ends_at_folder(path: str, suffix: str) -> bool:
    """Whether a path ends in whole names. Whether `b/x` also reaches `ab/x` nobody could check: it
    counts as reached, after all others, and is never ambiguous."""
    slashed = "/" + path
    return slashed.endswith((f"/{suffix}", f"/{suffix}{NOTE_SUFFIX}"))


def _spelling(candidate: str, path: str) -> int:
    """0 where the spelling is the file's to the letter, 1 in its normal form, 2 but for case."""
    if candidate.endswith((path, path + NOTE_SUFFIX)):
        return 0
    wanted, given = (unicodedata.normalize("NFC", text) for text in (path, candidate))
    return 1 if given.endswith((wanted, wanted + NOTE_SUFFIX)) else 2


def _named(names: FileNames, path: str) -> tuple[str, ...]:
    return names.named(posixpath.basename(path))
