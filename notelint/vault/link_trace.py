"""Why a link leads where it leads: every candidate in order, and what decided."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from notelint.notes import Link, Note, read_note
from notelint.values import plain_spaces
from notelint.vault.resolution import (
    Resolution,
    cut_name,
    is_foreign_id,
    is_inside,
    malformation,
    written_name,
)
from notelint.vault.unresolved import aliased, near_misses
from notelint.vault.vault import Vault


def read_link(written: str) -> Link:
    """A link as somebody types it: with its brackets, or only what stands between them."""
    for content in (written, f"[[{written}]]"):
        links = read_note("link.md", content).facts.links
        if links:
            return links[0]
    return read_note("link.md", "[[#]]").facts.links[0]._replace(target=written)


def trace(note: Note, link: Link, vault: Vault) -> dict[str, Any]:
    """What ``notelint resolve`` knows, as plain data."""
    resolution = Resolution()
    if is_inside(link):
        link, resolution = vault.resolver.link(link, note.path)
    return {
        "target": link.target,
        "reaches": resolution.path,
        "is_ambiguous": resolution.is_tie,
        "candidates": [candidate._asdict() for candidate in resolution.candidates],
        "differences": list(_differences(link, resolution)),
        "problems": list(_problems(note, link, vault, resolution)),
    }


def lines(traced: dict[str, Any]) -> Iterator[str]:
    """The same for people."""
    reached = traced["reaches"]
    yield f"`{traced['target']}` reaches {f'`{reached}`' if reached else 'no file of the vault'}"
    for number, candidate in enumerate(traced["candidates"], 1):
        yield f"  {number}. {candidate['path']}: {candidate['rule']}"
    if traced["is_ambiguous"]:
        yield "  The first two fit equally well; which one opens is chance."
    yield from (f"  {difference}" for difference in traced["differences"])
    yield from (f"  {problem}" for problem in traced["problems"])


def _differences(link: Link, resolution: Resolution) -> Iterator[str]:
    """How the link's spelling differs from the name of the file that it reaches."""
    path = resolution.path
    if path is None or not link.name or not link.is_wiki:
        return
    name = written_name(link, path)
    one, other = (unicodedata.normalize("NFC", text) for text in (link.name, name))
    if (one, other) != (link.name, name):
        yield "The normal forms of the letters differ."
    plain, other_plain = plain_spaces(one), plain_spaces(other)
    if (plain, other_plain) != (one, other) and plain == other_plain:
        yield "One has a no-break space where the other has a plain one."
    if plain != other_plain:
        yield f"The letter case differs: the file is called `{name}`."


def _problems(note: Note, link: Link, vault: Vault, resolution: Resolution) -> Iterator[str]:
    if not is_inside(link):
        yield "It leads out of the vault, and is not followed."
        return
    if not resolution:
        yield from _why_unresolved(note, link, vault)
        return
    subpath = link.place
    for anchors in vault.anchors_reached(note, resolution):
        missing = subpath.missing_heading(anchors)
        if missing:
            yield f"The note has no heading {missing}."
        if subpath.is_missing_block(anchors) and not is_foreign_id(subpath.block):
            yield f"The note has no block `^{subpath.block}`."
        break


def _why_unresolved(note: Note, link: Link, vault: Vault) -> Iterator[str]:
    problem = malformation(link) or cut_name(vault.names, link)
    if problem:
        yield f"It is malformed: {problem}."
    for path in aliased(vault, link):
        yield f"It is only an alias of `{path}`; Obsidian follows names of files alone."
    for name in near_misses(vault, link, note).names:
        yield f"A name that is near: `{name}`."
