"""What is told of what stands under the cursor: which dictionary a section quotes, where a link
leads or why it leads nowhere, why a rule matters."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lsprotocol import types as lsp

from notelint.conventions import Role
from notelint.notes import Link, Note
from notelint.report import plural
from notelint.server.cursor import allowed_at, definition_at, heading_at, link_at, reference_at
from notelint.server.desk import Desk
from notelint.server.explanation import at_length
from notelint.server.targets import START, target_of
from notelint.sources import Citation, citations_in, sections_for
from notelint.values import Span, label_key
from notelint.vault import is_inside, is_note, lines, link_text, trace

_MOST_LINES, _LONGEST = 8, 600  # of what is shown of a note


def hover(desk: Desk, path: str, place: lsp.Position) -> lsp.Hover | None:
    """What is told of a place in an open note."""
    note = desk.notes[path].note
    positions = desk.positions(note)
    found = _told(desk, note, positions.offset(place))
    if found is None:
        return None
    span, text = found
    content = lsp.MarkupContent(lsp.MarkupKind.Markdown, text)
    return lsp.Hover(content, positions.range(span))


def _told(desk: Desk, note: Note, offset: int) -> tuple[Span, str] | None:
    allowed = allowed_at(note, offset)
    settings = desk.vault.settings
    if allowed is not None and allowed.name in settings.known:
        return allowed.span, at_length(settings.catalogue[settings.known[allowed.name]])
    link = link_at(note, offset)
    if link is not None:
        return (link.span, of_link(desk, note, link)) if is_inside(link) else None
    reference = reference_at(note, offset)
    if reference is not None:
        return reference.span, of_labels(desk, note, [reference.label])
    defined = definition_at(note, offset)
    if defined is not None:
        return defined.marker, of_labels(desk, note, [defined.label])
    return _of_heading(desk, note, offset)


def _of_heading(desk: Desk, note: Note, offset: int) -> tuple[Span, str] | None:
    heading = heading_at(note, offset)
    span = None if heading is None else note.facts.headings[heading].span
    for section in sections_for(Role.SOURCE, note, desk.vault):
        if section.heading == span:
            labels = list(dict.fromkeys(reference.label for reference in section.references))
            return span, of_labels(desk, note, labels) if labels else "it cites nothing"
    return None


def of_labels(desk: Desk, note: Note, labels: list[str]) -> str:
    """What some footnotes cite."""
    return "\n\n".join("\n\n".join(_of_label(desk, note, label)) for label in labels)


def _of_label(desk: Desk, note: Note, label: str) -> Iterator[str]:
    cited = zip(note.facts.definitions, citations_in(note, desk.vault), strict=True)
    key = label_key(label)
    found = next((item for defined, item in cited if label_key(defined.label) == key), None)
    if found is None:
        yield f"`[^{label}]` has no definition"
        return
    yield from _of_citation(desk, found)


def _of_citation(desk: Desk, cited: Citation) -> Iterator[str]:
    work = cited.work
    if cited.names_work:
        edition = [work.edition] if work.edition else ["no edition is named"]
        yield f"**{work.title}** ({', '.join([*edition, *filter(None, [work.publisher])])})"
    elif cited.name:
        yield cited.name
    else:
        yield "it cites nothing"
    if cited.page is not None:
        name = posixpath.basename(link_text(cited.page))
        count = plural(desk.vault.index.notes_linking(name), "note")
        page = "home page" if cited.names_work else "page"
        yield f"{page}: `{cited.page}`, which {count} link{'s' * (count == '1 note')} to"
    elif cited.is_in_vain:
        yield f"its home page is missing: `{cited.target}` leads to no file"
    known = desk.vault.conventions.dictionary(cited.name) if cited.names_work else None
    if known is not None:
        labels = ", ".join(f"*{label}*" for label in known.parts_of_speech)
        yield f"it prints {labels or 'no labels for parts of speech'}"


def of_link(desk: Desk, note: Note, link: Link) -> str:
    """Where a link leads and how that begins, or why it leads nowhere."""
    traced = trace(note, link, desk.vault)
    path = traced["reaches"]
    if path is None or traced["problems"] or traced["is_ambiguous"]:
        return "\n".join(f"- {line.strip()}" for line in lines(traced))
    told = f"`{path}`"
    if not is_note(path):
        return told
    beginning = _beginning(desk, note, link)
    return f"{told}\n\n---\n\n{beginning}" if beginning else told


def _beginning(desk: Desk, note: Note, link: Link) -> str:
    """The first lines of what a link leads to."""
    target = target_of(desk, note, link)
    other = desk.note(target.path) if target else None
    if target is None or other is None:
        return ""
    start = target.span.start if target.span != START else other.facts.first_block.start
    shown = [line for line in other.text.content[start:].splitlines() if line.strip()]
    text = "\n".join(shown[:_MOST_LINES])
    is_cut = len(shown) > _MOST_LINES or len(text) > _LONGEST
    return text[:_LONGEST] + ("\n\n…" if is_cut else "")
