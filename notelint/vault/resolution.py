"""Where a link leads, as Obsidian follows it: candidates in order, and what decided.

The order (observed in Obsidian and in what re-implements it): the file whose path from the root is
the target; then files whose path ends in it, those under the link's own folder first, and within
each group the shortest path.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple
from urllib.parse import unquote

from notelint.notes.anchors import Anchors, anchors_in
from notelint.notes.facts import Link
from notelint.notes.note import Note
from notelint.vault.vault import NOTE_SUFFIX, Vault, folded, is_note, link_text

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

EXACT, NEAR, ELSEWHERE, ITSELF, RELATIVE, FOLDER = (
    "its path from the root is the target",
    "its path ends in the target, in the folder of the link",
    "its path ends in the target",
    "the target names no file, so it is the note itself",
    "its path from the note is the target",
    "a folder of the vault",
)


class Candidate(NamedTuple):
    """A file that a link may mean, and by which rule."""

    path: str
    rule: str


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
        return first.path if first and first.rule != FOLDER else None

    def __bool__(self) -> bool:
        return bool(self.candidates)


def resolve_link(vault: Vault, link: Link, source: str) -> Resolution:
    """Follow a link of the note at ``source``."""
    if link.kind in ("wikilink", "embed"):
        return resolve(vault, link.target, source)
    return resolve_url(vault, link.target, source)


def resolve(vault: Vault, target: str, source: str) -> Resolution:
    """Follow a wikilink's target. Without a path (only ``#heading``) it means its own note."""
    return _follow(vault, target.partition("#")[0].strip(), source)


@lru_cache(maxsize=4096)
def _follow(vault: Vault, path: str, source: str) -> Resolution:
    if not path:
        return Resolution((Candidate(source, ITSELF),))
    if path.startswith("/"):
        return _exactly(vault, path.strip("/"), EXACT)
    if path.startswith(("./", "../")):
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        return _exactly(vault, beside, RELATIVE)
    return _by_suffix(vault, path.rstrip("/"), source)


@lru_cache(maxsize=4096)
def resolve_url(vault: Vault, url: str, source: str) -> Resolution:
    """Follow a Markdown link's destination, percent-escapes resolved or not, from the note, from
    the root, or by name: Obsidian's ways are not documented, so the first that leads somewhere."""
    written = url.partition("#")[0].strip()
    bare = written.partition("?")[0]
    for path in dict.fromkeys((unquote(bare), bare, unquote(written), written)):
        folder = "" if path.startswith("/") else posixpath.dirname(source)
        beside = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
        found = _exactly(vault, beside, RELATIVE) if path else Resolution()
        found = found or _follow(vault, path, source)
        if not found and folded(beside) in vault.folders:
            found = Resolution((Candidate(beside, FOLDER),))
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
_SEARCHES = ("^^", "##")  # what begins a search in Obsidian's editor, and no link


def malformation(link: Link) -> str | None:
    """Why a wikilink's target cannot be the name of any file, or None where it can."""
    if link.kind not in ("wikilink", "embed"):
        return None
    if not link.target.strip():
        return "a link to nothing"
    if link.target.startswith(_SEARCHES):
        return f"`{link.target}` is a search of the editor, no link"
    wrong = next((sign for sign in ("^", "%%", ":") if sign in link.name), None)
    return f"no file's name can hold `{wrong}`" if wrong else None


def anchors_of(resolution: Resolution, note: Note, vault: Vault) -> Iterator[Anchors]:
    """The anchors of every note that a link of ``note`` may mean, the note itself as it is now."""
    for candidate in resolution.candidates:
        if candidate.path == note.path:
            yield anchors_in(note.text.content)
        elif is_note(candidate.path) and (anchors := vault.anchors(candidate.path)) is not None:
            yield anchors


def is_inside(link: Link) -> bool:
    """Whether a link is meant to lead into the vault, and not to the web."""
    if link.kind in ("wikilink", "embed"):
        return True
    is_web = SCHEME.match(link.target) is not None or link.target.startswith("//")
    return not is_web and bool(link.target.strip())


def _exactly(vault: Vault, path: str, rule: str) -> Resolution:
    key = folded(path)
    found = [p for p in _named(vault, path) if folded(p) in (key, key + NOTE_SUFFIX)]
    found.sort(key=lambda candidate: _spelling(candidate, path))
    return Resolution(tuple(Candidate(p, rule) for p in found))


class _Rank(NamedTuple):
    """How well a file fits a link; the lowest is the one that Obsidian takes."""

    group: int  # index of a rule in `_RULES`
    is_partial: bool  # the path ends in the target in the middle of a folder's name
    lacks_ending: bool  # the link leaves `.md` out
    spelling: int
    length: int


_RULES = (EXACT, NEAR, ELSEWHERE)


def _by_suffix(vault: Vault, path: str, source: str) -> Resolution:
    folder, ends = posixpath.dirname(source), (folded(path), folded(path) + NOTE_SUFFIX)
    found = (name for name in _named(vault, path) if folded(name).endswith(ends))
    ranked = sorted((_rank(name, path, folder), name) for name in found)
    if not ranked:
        return Resolution()
    first = ranked[0][0]
    # Which of two names that differ only in case or normal form is meant nobody could check.
    best = {folded(name) for rank, name in ranked if rank == first}
    candidates = tuple(Candidate(name, _RULES[rank.group]) for rank, name in ranked)
    return Resolution(candidates, len(best) > 1 and not first.is_partial)


def _rank(candidate: str, path: str, folder: str) -> _Rank:
    name, key = folded(candidate), folded(path)
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


def _named(vault: Vault, path: str) -> list[str]:
    return vault.by_name.get(folded(posixpath.basename(path)), [])
