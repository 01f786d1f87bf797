"""What a link that leads nowhere may have meant, and how probable that is."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from notelint.notes import Link, Note, link_name
from notelint.values import NamedTuple, file_key, lazy_pattern
from notelint.vault.likeness import (
    Difference,
    Likeness,
    has_slips,
    is_abbreviated,
    liken,
    shares_most,
)
from notelint.vault.names import FileNames, is_note, link_text
from notelint.vault.resolution import is_foreign_id
from notelint.vault.vault import Vault

_ADDRESS = "://"
_QUOTES = "\"'“”„‘’‚«»"
_PICTURES = frozenset((".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"))
# The other formats that Obsidian shows, by its help.
_FORMATS = _PICTURES | {
    *(".3gp", ".base", ".canvas", ".flac", ".m4a", ".mkv", ".mov", ".mp3"),
    *(".mp4", ".ogg", ".ogv", ".pdf", ".wav", ".webm"),
}
_ORDINAL = lazy_pattern(r"\d(?:st|nd|rd|th|[ªº]|\.(?=\s))", re.I)
_STEPS = lazy_pattern(r"(?:\.{1,2}/)+")
_EVERYWHERE = frozenset(("index", "readme", "license", "changelog"))  # a folder has its own


class NearMiss(NamedTuple):
    """A file that may be meant. ``is_moved`` where another folder is written than its own,
    ``is_probable`` where a fix may lead the link there unless somebody objects."""

    name: str
    path: str
    likeness: Likeness
    is_moved: bool = False
    is_probable: bool = False


class NearMisses(NamedTuple):
    """Names that may have been meant, the best first, and the file that the best of them is; or
    what else is wrong with the link."""

    names: tuple[str, ...] = ()
    best: NearMiss | None = None
    remark: str = ""

    def has(self, written: str) -> bool:
        """Whether a name that is written is that of a file but for its letter case, punctuation,
        plural, slips, or an abbreviation beside it."""
        is_close = self.best is not None and self.best.likeness.is_close and not self.best.is_moved
        return is_close or any(
            is_abbreviated(written, name) or has_slips(written, name) for name in self.names
        )

    @property
    def hint(self) -> str:
        """``; did you mean `a` or `b`?``"""
        if not self.names:
            return f"; {self.remark}" if self.remark else ""
        *others, last = [f"`{name}`" for name in self.names]
        return f"; did you mean {', '.join(others)}{' or ' if others else ''}{last}?"


def near_misses(vault: Vault, link: Link, note: Note) -> NearMisses:
    """The files that a link of a note which leads nowhere may have meant."""
    if _ADDRESS in link.target:
        is_quoted = link.target.lstrip()[:1] in _QUOTES
        return NearMisses(remark="the address stands in quotes" if is_quoted else "")
    written = link.name if link.is_wiki else unquote(link.name)
    base = link_text(posixpath.basename(written))
    near = [
        (name, _alike(link, base, vault.names.path_of(name))) for name in vault.names.near(base)
    ]
    near = [(name, like) for name, like in near if _is_worth_a_word(base, name, like)]
    near.sort(key=lambda item: (not item[1].is_close, item[1].difference.rank))
    if not near:
        return NearMisses()
    best = _judged(vault, link, note, written, near)
    return NearMisses(tuple(name for name, _ in near), best)


def is_attachment(name: str) -> bool:
    """Whether a name ends as those of pictures, recordings and the like, and is no note's."""
    return posixpath.splitext(name)[1].lower() in _FORMATS


def aliased(vault: Vault, link: Link) -> tuple[str, ...]:
    """The notes that have for an alias what a link gives for a file's name, in order."""
    name = link.name if link.is_wiki else unquote(link.name)
    bare = _STEPS.sub("", name, count=1) if name.startswith(".") else name
    forms = dict.fromkeys((name, link_text(name), bare, link_text(bare)))
    found = (vault.index.notes_called(form) for form in forms if form)
    return next(filter(None, found), ())


def _alike(link: Link, base: str, path: str) -> Likeness:
    """How the name that is written differs from that of a file; another type is another thing."""
    stem, ending = posixpath.splitext(base)
    own_stem, own_ending = posixpath.splitext(posixpath.basename(path))
    if is_note(path):
        is_other = ending.lower() in _FORMATS
        return Likeness(Difference.OTHER) if is_other else liken(base, own_stem)
    if ending.lower() == own_ending.lower():
        return liken(stem, own_stem)
    has_format = ending.lower() in _FORMATS
    like = liken(stem if has_format else base, own_stem)
    if not like.is_set_otherwise:
        return Likeness(Difference.OTHER)
    is_picture = {ending.lower(), own_ending.lower()} <= _PICTURES
    is_shown = link.is_embed and not has_format and own_ending.lower() in _FORMATS
    return Likeness(Difference.ENDING, is_close=is_picture or is_shown)


def _is_worth_a_word(written: str, name: str, like: Likeness) -> bool:
    """Whether it helps to name it. One number is as near as the next, but for editions; nor is a
    picture a note that is called nearly so."""
    if like.difference is Difference.NUMBER:
        return bool(_ORDINAL.search(written) and _ORDINAL.search(name))
    if like.difference is not Difference.OTHER:
        return True
    endings = {posixpath.splitext(text)[1].lower() for text in (written, name)}
    is_of_one_type = len(endings) == 1 or not endings & _FORMATS
    return is_of_one_type and shares_most(written, name)


def _judged(
    vault: Vault, link: Link, note: Note, written: str, near: list[tuple[str, Likeness]]
) -> NearMiss:
    """The best of the near names, and whether it is what was meant."""
    name, like = near[0]
    base = link_name(written)
    path = vault.names.path_of(name)
    is_moved = _is_moved(vault.names, link, note, written, path)
    is_only = len(vault.names.named(name)) == 1 and all(
        other.difference.rank > like.difference.rank for _, other in near[1:]
    )
    is_probable = (
        like.is_close
        and is_only
        and not (is_moved and not _may_have_moved(vault.names, link, written, path, like))
        and not (like.difference.may_be_planned and _is_planned(vault, note, base, path, like))
        and _has_subpath(vault, link, path)
    )
    return NearMiss(name, path, like, is_moved, is_probable)


def _is_moved(names: FileNames, link: Link, note: Note, written: str, path: str) -> bool:
    """Whether a link writes another folder than that of the file."""
    folder, own = posixpath.dirname(written), posixpath.dirname(path)
    if not folder:
        return False
    if link.is_wiki and not written.startswith((".", "/")):
        return not f"/{file_key(own)}".endswith(f"/{file_key(folder)}")
    start = "" if written.startswith("/") else posixpath.dirname(note.path)
    beside = posixpath.normpath(posixpath.join(start, folder.lstrip("/")))
    return file_key(beside) != file_key(posixpath.normpath(own))


def _may_have_moved(names: FileNames, link: Link, written: str, path: str, like: Likeness) -> bool:
    """Whether what stands before the name was the file's folder once, and no other word or site:
    `TLS/HTTPS` may be two names, `/react/guide` a page of the web."""
    folder, base = posixpath.split(written)
    if not like.is_set_otherwise or link_text(base).lower() in _EVERYWHERE:
        return False
    folders = [part for part in folder.split("/") if part.strip(".")]
    is_known = any(map(names.is_folder_name, folders))
    if link.is_wiki:
        return is_known or link.alias is not None or not _is_alternative(names, folders, base)
    is_gone = not is_known and not written.startswith("/")
    is_shared = not set(folders).isdisjoint(posixpath.dirname(path).split("/"))
    return bool(posixpath.splitext(base)[1]) and (is_gone or is_shared or not folders)


def _is_alternative(names: FileNames, folders: list[str], base: str) -> bool:
    """Whether a slash may stand for `or`: `client/server`, `File Read/Write`, `NX bit / DEP`."""
    if any(part != part.strip() for part in (*folders, base)):
        return True
    if len(folders) != 1:
        return all(part.isupper() for part in (*folders, base))
    around = folders[0].split()[-1], base.split()[0]
    return bool(names.named(folders[0])) or all(word.lstrip("([")[:1].isupper() for word in around)


def _is_planned(vault: Vault, note: Note, name: str, path: str, like: Likeness) -> bool:
    """Whether a name may be meant as it is written: since other notes link to it too, since the
    note links to the other file by its own name, or since the word that differs is one."""
    if _is_linked_elsewhere(vault, note, name) or path in vault.remembered(note, _reached):
        return True
    if like.difference is Difference.PLURAL:
        return vault.names.begins(name, like.misspelt)
    return vault.written_beside_links(note, like.misspelt) > 0


def _reached(note: Note, vault: Vault) -> frozenset[str | None]:
    return frozenset(followed.path for followed in vault.followed(note))


def _is_linked_elsewhere(vault: Vault, note: Note, name: str) -> bool:
    """Whether other notes link to that name too: then it is that of a note that is planned."""
    own = vault.index.summaries.get(note.path)
    return vault.index.notes_linking(name) > (own is not None and name in own.names)


def _has_subpath(vault: Vault, link: Link, path: str) -> bool:
    """Whether the heading or the block that a link names is in the file, if it is a note."""
    anchors = vault.index.anchors(path)
    if not link.subpath or anchors is None:
        return True
    place = link.place
    is_block = not place.is_missing_block(anchors) or is_foreign_id(place.block)
    return is_block and not place.missing_heading(anchors)
