"""Links pointed to another file: what may have been meant, and the edit that says so.

A link that is led elsewhere shows what it showed: `[[Cell Wall]]` becomes
`[[cell wall|Cell Wall]]`.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote, unquote

from notelint.notes import Link, LinkKind
from notelint.values import Applicability, Edit, Effect, Fix
from notelint.vault import FileNames, NearMisses, is_slip, link_text

_UNLINKABLE = re.compile(r"[#^|]|\[\[|\]\]|%%|\\\Z")
_UNWRITABLE = re.compile(r"%%|[\[\]:#|^\\]")
_QUOTES = re.compile(r"[\"'\\]")


def nearest_file(names: FileNames, link: Link, near: NearMisses, source: str) -> Fix | None:
    """A fix that gives a link of the note at ``source`` the nearest name, where one is near."""
    if not near.names:
        return None
    name = near.names[0]
    path, applicability = names.path_of(name), _applicability(names, link, name)
    if link.is_wiki:
        return renamed(link, names.shortest_target(path), applicability)
    return _with_destination(link, path, source, applicability)


def _applicability(names: FileNames, link: Link, name: str) -> Applicability:
    """Unsafe for what looks like a slip of the hand in the name of one file, else manual."""
    written = link_text(posixpath.basename(unquote(link.name)))
    stem, _ = posixpath.splitext(name)
    is_near = is_slip(written, name) or is_slip(written, stem)
    is_probable = is_near and len(names.named(name)) == 1
    return Applicability.UNSAFE if is_probable else Applicability.MANUAL


def _with_destination(link: Link, path: str, source: str, applicability: Applicability) -> Fix:
    """A fix that leads a Markdown link to the file at ``path``, from the root if it did so."""
    is_rooted = link.target.startswith("/")
    way = "/" + path if is_rooted else posixpath.relpath(path, posixpath.dirname(source) or ".")
    destination = quote(way, safe="/()!,;:@&=+$*'~") + link.target[len(link.path) :]
    return _retargeting(link, destination, f"link to `{path}`", applicability)


def renamed(link: Link, name: str, applicability: Applicability) -> Fix | None:
    """A fix that gives a wikilink's file another name, and keeps what is shown.

    None where no wikilink can name that file, where a property's quotes would end inside the name,
    or where what else the brackets may mean is followed.
    """
    if link.is_rival or _UNLINKABLE.search(name) or (link.is_property and _QUOTES.search(name)):
        return None
    subpath = link.target[len(link.path) :]
    is_shown = link.kind is LinkKind.WIKILINK and link.alias is None
    shown = f"{link.bar}{link.target.replace('#', ' > ')}" if is_shown else ""
    return _retargeting(link, f"{name}{subpath}{shown}", f"link to `{name}`", applicability)


def with_subpath(link: Link, subpath: str) -> Fix | None:
    """A fix that leads a link to another heading of the same file.

    What a link cannot hold becomes a space, as Obsidian writes it (`stripHeadingForLink`).
    """
    subpath = " ".join(_UNWRITABLE.sub(" ", subpath).split())
    if link.is_property and _QUOTES.search(subpath):
        return None
    name = link.path
    is_shown = link.kind is LinkKind.WIKILINK and link.alias is None
    shown = f"{link.bar}{link.target.replace('#', ' > ').removeprefix(' > ')}" if is_shown else ""
    text = f"{name}#{subpath}{shown}"
    is_probable = is_slip(link.subpath, subpath)
    applicability = Applicability.UNSAFE if is_probable else Applicability.MANUAL
    return _retargeting(link, text, f"link to `#{subpath}`", applicability)


def _retargeting(link: Link, text: str, title: str, applicability: Applicability) -> Fix:
    edits = (Edit(link.target_span, text),)
    return Fix(title, edits, applicability, frozenset({Effect.TARGETS}))
