"""What may be written on: names of notes in a link, headings and blocks behind them, labels of
footnotes, home pages in definitions, rules in an allow."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from itertools import count, islice

from lsprotocol import types as lsp

from notelint.conventions import title_in
from notelint.notes import Note
from notelint.server.desk import Desk
from notelint.server.relinking import link_words
from notelint.server.targets import blocks_of
from notelint.sources import cited_by
from notelint.values import NamedTuple, Span, lazy_pattern, name_key
from notelint.vault import can_be_written, is_note, link_text

OPTIONS = lsp.CompletionOptions(trigger_characters=["[", "#", "^"], resolve_provider=False)
_MOST = 200  # items of a list, which is asked for again as one goes on typing

_ALLOW = lazy_pattern(r"(?:%%|<!--)\s*notelint:\s*allow\s+(?:[\w-]+,\s*)*(?P<word>[\w-]*)$")
_LINK = lazy_pattern(r"\[\[(?P<name>[^\[\]#|]*)$")
_PLACE = lazy_pattern(r"\[\[(?P<name>[^\[\]#|]*)#(?:[^\[\]|^#]*#)*(?P<word>\^?[^\[\]|^#]*)$")
_DEFINES = lazy_pattern(r"\[\^[^\s\[\]^]+\]:")
_LABEL = lazy_pattern(r"(?<!\[)\[\^(?P<word>[^\s\[\]^]*)$")
_DEFINITION = lazy_pattern(r"^\[\^[^\s\[\]^]+\]:[ \t]+(?P<word>[^\[\]]*)$")


class _Typed(NamedTuple):
    """What is typed so far, from where on it is replaced, and what follows it in its line."""

    word: str
    start: int
    offset: int
    behind: str

    def closed(self, text: str, closing: str) -> str:
        """A text with what closes it, unless that is there."""
        return text if self.behind.startswith(closing) else text + closing


class _Item(NamedTuple):
    """``name`` is what is typed to find it, ``text`` what is written."""

    name: str
    text: str
    kind: lsp.CompletionItemKind
    detail: str = ""
    is_first: bool = False


def completion(desk: Desk, path: str, place: lsp.Position) -> lsp.CompletionList | None:
    """What may be written on at a place of an open note."""
    note = desk.notes[path].note
    positions = desk.positions(note)
    offset = positions.offset(place)
    line = positions.line(offset)
    before, behind = note.text.content[line.start : offset], note.text.content[offset : line.end]
    for pattern, offers in _OFFERS:
        match = pattern.search(before)
        if match is None or (pattern is not _ALLOW and _is_verbatim(note, offset)):
            continue
        group = "word" if "word" in match.re.groupindex else "name"
        typed = _Typed(match[group], line.start + match.start(group), offset, behind)
        items = list(islice(_matching(offers(desk, note, match, typed), typed.word), _MOST + 1))
        where = positions.range(Span(typed.start, offset))
        shown = [_shown(item, where, number) for number, item in enumerate(items[:_MOST])]
        return lsp.CompletionList(len(items) > _MOST, shown)
    return None


def _is_verbatim(note: Note, offset: int) -> bool:
    """Whether what is typed is no text: in code, say, but not in a property of the front matter."""
    front_matter = note.facts.front_matter
    is_property = front_matter is not None and offset <= front_matter.span.end
    return not is_property and note.facts.is_verbatim(offset - 1)


def _matching(items: Iterable[_Item], word: str) -> Iterator[_Item]:
    """The items whose names have all that was typed, those that begin so and those that come first
    before the others."""
    key = name_key(word.strip())
    found = [(item, name_key(item.name)) for item in items]
    kept = [(item, name) for item, name in found if key in name]
    kept.sort(key=lambda pair: (not pair[0].is_first, not pair[1].startswith(key)))
    yield from (item for item, _ in kept)


def _shown(item: _Item, where: lsp.Range, number: int) -> lsp.CompletionItem:
    return lsp.CompletionItem(
        item.name,
        kind=item.kind,
        detail=item.detail or None,
        sort_text=f"{number:04d}",
        filter_text=item.name,
        text_edit=lsp.TextEdit(where, item.text),
    )


def _rules(desk: Desk, note: Note, match: re.Match[str], typed: _Typed) -> Iterator[_Item]:
    for name, rule in desk.vault.settings.catalogue.items():
        yield _Item(name, name, lsp.CompletionItemKind.Value, f"{rule.code}: {rule.summary}")


def _files(desk: Desk, note: Note, match: re.Match[str], typed: _Typed) -> Iterator[_Item]:
    vault, in_definition = desk.vault, _DEFINES.match(_line_before(note, typed)) is not None
    key, kind = name_key(typed.word.strip()), lsp.CompletionItemKind.File
    for path in vault.files:
        name = posixpath.basename(link_text(path))
        if key not in name_key(name) or path in vault.names.unlisted or not can_be_written(name):
            continue
        text = typed.closed(vault.names.shortest_target(path), "]]")
        is_first = in_definition and title_in(vault.home_pages, name) is not None
        yield _Item(name, text, kind, path, is_first)
    for alias, path in _aliases(desk):
        text = f"{vault.names.shortest_target(path)}|{alias}"
        yield _Item(alias, typed.closed(text, "]]"), lsp.CompletionItemKind.Reference, path)


def _line_before(note: Note, typed: _Typed) -> str:
    line = note.text.line_at(typed.start)
    return note.text.content[line.start : typed.start]


def _aliases(desk: Desk) -> Iterator[tuple[str, str]]:
    index = desk.vault.index
    for path in sorted({path for paths in index.aliases.values() for path in paths}):
        for alias in index.summaries[path].aliases:
            yield alias, path


def _places(desk: Desk, note: Note, match: re.Match[str], typed: _Typed) -> Iterator[_Item]:
    other = _named(desk, note, match["name"])
    if other is None:
        return
    if typed.word.startswith("^"):
        yield from _blocks(other, typed)
        return
    for heading in other.facts.headings:
        words = link_words(heading.source)
        if words:
            text = typed.closed(words, "]]")
            yield _Item(words, text, lsp.CompletionItemKind.Reference, "#" * heading.depth)


def _named(desk: Desk, note: Note, name: str) -> Note | None:
    if not name.strip():
        return note
    path = desk.vault.resolver.target(name, note.path).path
    return desk.note(path) if path is not None and is_note(path) else None


def _blocks(note: Note, typed: _Typed) -> Iterator[_Item]:
    for name, span in blocks_of(note):
        text = typed.closed(f"^{name}", "]]")
        yield _Item(f"^{name}", text, lsp.CompletionItemKind.Reference, note[span].strip()[:80])


def _labels(desk: Desk, note: Note, match: re.Match[str], typed: _Typed) -> Iterator[_Item]:
    kind, known = lsp.CompletionItemKind.Reference, note.facts.footnotes
    for footnote in known.values():
        for item in footnote.definitions[:1]:
            told = cited_by(note, item)
            yield _Item(item.label, typed.closed(item.label, "]"), kind, told.name or told.shown)
    new = next(str(number) for number in count(1) if str(number) not in known)
    yield _Item(new, typed.closed(new, "]"), lsp.CompletionItemKind.Value, "a new footnote")


def _home_pages(desk: Desk, note: Note, match: re.Match[str], typed: _Typed) -> Iterator[_Item]:
    vault = desk.vault
    for path in filter(is_note, vault.files):
        name = posixpath.basename(link_text(path))
        if title_in(vault.home_pages, name) is not None:
            text = f"[[{vault.names.shortest_target(path)}]]"
            yield _Item(name, text, lsp.CompletionItemKind.File, path)


_OFFERS = (
    (_ALLOW, _rules),
    (_LINK, _files),
    (_PLACE, _places),
    (_LABEL, _labels),
    (_DEFINITION, _home_pages),
)
