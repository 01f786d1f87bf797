"""What a note and a vault are made of: headings, definitions, notes and their other names."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import islice

from lsprotocol import types as lsp

from notelint.notes import Heading, Note, NoteSummary
from notelint.server.desk import Desk
from notelint.server.targets import NOWHERE, START, Target, locations
from notelint.values import Span, name_key
from notelint.vault import link_text

_MOST = 100  # symbols of a vault that are told at once
_DEEPEST = 7  # below all headings
_NAMELESS = "(no title)"

Symbols = list[lsp.DocumentSymbol] | list[lsp.SymbolInformation]


def document_symbols(
    desk: Desk, path: str
) -> list[lsp.DocumentSymbol] | list[lsp.SymbolInformation]:
    """The headings of an open note, each with what is under it, and its definitions."""
    note = desk.notes[path].note
    tree = _tree(desk, note)
    return tree if desk.client.nests_symbols else list(_flat(tree, desk.uri(path)))


def _tree(desk: Desk, note: Note) -> list[lsp.DocumentSymbol]:
    top: list[lsp.DocumentSymbol] = []
    above: list[tuple[int, Span, lsp.DocumentSymbol]] = []
    for depth, whole, symbol in sorted(_symbols(desk, note), key=lambda item: item[1]):
        while above and (above[-1][0] >= depth or above[-1][1].end < whole.end):
            above.pop()
        siblings = above[-1][2].children if above else top
        assert isinstance(siblings, list)
        siblings.append(symbol)
        above.append((depth, whole, symbol))
    return top


def _symbols(desk: Desk, note: Note) -> Iterator[tuple[int, Span, lsp.DocumentSymbol]]:
    """The symbols of a note with their depths and all that belongs to them."""
    positions = desk.positions(note)
    for heading, end in _with_ends(note):
        whole, name = Span(heading.span.start, end), heading.source.strip() or _NAMELESS
        places = positions.range(whole), positions.range(heading.span)
        symbol = lsp.DocumentSymbol(name, lsp.SymbolKind.String, *places, children=[])
        yield heading.depth, whole, symbol
    for item in note.facts.definitions:
        detail = "" if item.content is None else note[item.content].strip().partition("\n")[0]
        places = positions.range(item.span), positions.range(item.marker)
        symbol = lsp.DocumentSymbol(f"[^{item.label}]", lsp.SymbolKind.Key, *places, detail)
        symbol.children = []
        yield _DEEPEST, item.span, symbol


def _with_ends(note: Note) -> list[tuple[Heading, int]]:
    """The headings of a note, and where what is under each of them ends."""
    found: list[tuple[Heading, int]] = []
    following: list[Heading] = []
    for heading in reversed(note.facts.headings):
        while following and following[-1].depth > heading.depth:
            following.pop()
        end = following[-1].span.start if following else len(note.text.content)
        found.append((heading, end))
        following.append(heading)
    return found[::-1]


def _flat(
    symbols: list[lsp.DocumentSymbol], uri: str, around: str | None = None
) -> Iterator[lsp.SymbolInformation]:
    for symbol in symbols:
        location = lsp.Location(uri, symbol.selection_range)
        yield lsp.SymbolInformation(location, symbol.name, symbol.kind, container_name=around)
        yield from _flat(list(symbol.children or ()), uri, symbol.name)


def workspace_symbols(desk: Desk, query: str) -> list[lsp.WorkspaceSymbol]:
    """The notes, their aliases and their headings whose names have all words of a query."""
    words = name_key(query).split()
    found = (
        symbol
        for path, summary in desk.vault.index.summaries.items()
        for symbol in _of_note(desk, path, summary, words)
    )
    return list(islice(found, _MOST))


def _of_note(
    desk: Desk, path: str, summary: NoteSummary, words: list[str]
) -> Iterator[lsp.WorkspaceSymbol]:
    title = posixpath.basename(link_text(path))
    start = lsp.Location(desk.uri(path), NOWHERE)
    for name in (title, *summary.aliases):
        if _has(name, words):
            around = None if name == title else title
            yield lsp.WorkspaceSymbol(start, name, lsp.SymbolKind.File, container_name=around)
    headings = [(at, item.text) for at, item in enumerate(summary.anchors.headings)]
    found = [(at, name) for at, name in headings if _has(name, words)]
    note = desk.note(path) if found else None
    spans = [item.span for item in note.facts.headings] if note else []
    targets = [Target(path, spans[at] if at < len(spans) else START) for at, _ in found]
    for where, (_, name) in zip(locations(desk, targets), found, strict=True):
        yield lsp.WorkspaceSymbol(where, name, lsp.SymbolKind.String, container_name=title)


def _has(name: str, words: list[str]) -> bool:
    key = name_key(name)
    return all(word in key for word in words)
