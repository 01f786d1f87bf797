"""Links pointed to another file: what may have been meant, and the edit that says so.

A link that is led elsewhere shows what it showed: `[[Cell Wall]]` becomes
`[[cell wall|Cell Wall]]`. Where a letter is wrong, it shows the right one: `[[cell wall]]`.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_right
from urllib.parse import quote

from notelint.notes import Link, LinkKind, Note
from notelint.values import Applicability, Edit, Effect, Fix, Span, lazy_pattern
from notelint.vault import Difference, FileNames, NearMisses, Vault, can_be_written, is_slip

_UNLINKABLE = lazy_pattern(r"[#^|]|\[\[|\]\]|%%|\\\Z")
_UNWRITABLE = lazy_pattern(r"%%|[\[\]:#|^\\]")
_QUOTES = lazy_pattern(r"[\"'\\]")


def nearest_file(vault: Vault, link: Link, near: NearMisses, source: str) -> Fix | None:
    """A fix that gives a link of the note at ``source`` the nearest name, where one is near.

    Unsafe where that name is probably the one that was meant, else manual.
    """
    best = near.best
    if best is None:
        return None
    applicability = Applicability.UNSAFE if best.is_probable else Applicability.MANUAL
    return led_to(vault.names, link, best.path, source, applicability, best.likeness.difference)


def led_to(
    names: FileNames,
    link: Link,
    path: str,
    source: str,
    applicability: Applicability,
    difference: Difference = Difference.OTHER,
) -> Fix | None:
    """A fix that leads a link of the note at ``source`` to the file at ``path``; None where none
    can. What was shown stays, unless a letter of it is wrong."""
    if not link.is_wiki:
        return _with_destination(link, path, source, applicability)
    return renamed(link, names.shortest_target(path), applicability, difference)


def _with_destination(
    link: Link, path: str, source: str, applicability: Applicability
) -> Fix | None:
    """A fix that leads a Markdown link to the file at ``path``, from the root if it did so."""
    if not can_be_written(posixpath.basename(path)) or not can_be_written(path):
        return None
    is_rooted = link.target.startswith("/")
    way = "/" + path if is_rooted else posixpath.relpath(path, posixpath.dirname(source) or ".")
    destination = quote(way, safe="/()!,;:@&=+$*'~") + link.target[len(link.path) :]
    return _retargeting(link, destination, f"link to `{path}`", applicability)


def renamed(
    link: Link,
    name: str,
    applicability: Applicability,
    difference: Difference = Difference.OTHER,
) -> Fix | None:
    """A fix that gives a wikilink's file another name, and keeps what is shown but for a letter
    that is wrong.

    None where no wikilink can name that file, where a property's quotes would end inside the name,
    or where what else the brackets may mean is followed.
    """
    is_quoted = link.is_property and _QUOTES.search(name)
    if link.is_rival or not _can_be_linked(name) or is_quoted:
        return None
    subpath = link.target[len(link.path) :]
    is_wikilink = link.kind is LinkKind.WIKILINK and link.alias is None
    is_shown = is_wikilink and not difference.is_of_letters
    shown = f"{link.bar}{link.target.replace('#', ' > ')}" if is_shown else ""
    return _retargeting(link, f"{name}{subpath}{shown}", f"link to `{name}`", applicability)


def linked(
    note: Note, vault: Vault, span: Span, path: str, applicability: Applicability
) -> Fix | None:
    """A fix that makes some words of a note a link to the file at ``path``, which shows them as
    they stand; None where no wikilink can lead there, or a bracket stands right beside them."""
    name, shown, content = vault.names.shortest_target(path), note[span], note.text.content
    is_bracketed = content.endswith(("[", "!"), 0, span.start) or content.startswith("]", span.end)
    if is_bracketed or not _can_be_linked(name):
        return None
    if vault.resolver.target(name, note.path).path != path:
        return None
    text = name if name == shown else f"{name}{_bar_at(note, span.start)}{shown}"
    edits = (Edit(span, f"[[{text}]]"),)
    return Fix(f"link to `{name}`", edits, applicability, frozenset({Effect.ADDITIONS}))


def _bar_at(note: Note, offset: int) -> str:
    """How the bar of a link is written at a place."""
    if "|" not in note.text.content:  # no table
        return "|"
    node = note.tree.root
    while node.type != "table":
        index = bisect_right(node.children, offset, key=lambda child: child.start) - 1
        if index < 0:
            return "|"
        node = node.children[index]
    return "\\|"


def _can_be_linked(name: str) -> bool:
    return can_be_written(name) and not _UNLINKABLE.search(name)


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
