"""What a definition of a note cites, and where that is found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from urllib.parse import unquote

from notelint.conventions import title_in
from notelint.notes import Definition, Link, LinkKind, Note
from notelint.values import NamedTuple, Position, Span, file_key, lazy_pattern
from notelint.vault import Vault, is_inside, link_text

_CITING = (LinkKind.WIKILINK, LinkKind.LINK)
_URL = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*://\S+|www\.\S+")


class Form(StrEnum):
    """How a definition says what it cites."""

    WIKILINK = "wikilink"
    LINK = "link"  # of Markdown
    URL = "url"
    WORDS = "words"
    NOTHING = "nothing"


class Cited(NamedTuple):
    """What a definition cites: ``name`` is a file's without folder, heading and ending, or what
    is written where no file is linked; ``shown`` what is read of it, links by their texts."""

    form: Form
    name: str = ""
    link: Link | None = None
    shown: str = ""


class WrittenPlace(NamedTuple):
    """Where a definition says what it cites: the target of its ``link``, else its label; ``line``
    is the line that this stands on."""

    start: Position
    end: Position
    line: str
    link: Link | None = None

    def reads(self, text: str) -> str:
        """What the line would read if ``text`` stood in that place."""
        before, behind = self.line[: self.start.column - 1], self.line[self.end.column - 1 :]
        return f"{before}{text}{behind}"


def written_place(note: Note, definition: Definition) -> WrittenPlace:
    link = _citing(definition)
    inner = link if link is not None and is_inside(link) else None
    span = inner.target_span if inner else definition.marker
    start, end = map(note.text.position, span)
    return WrittenPlace(start, end, note.text.line_at(span.start).content, inner)


def cited_by(note: Note, definition: Definition) -> Cited:
    """What a definition cites: its first link, its URL or its words."""
    if definition.content is None:
        return Cited(Form.NOTHING)
    link = _citing(definition)
    if link is not None:
        form = Form.WIKILINK if link.is_wiki else Form.LINK
        name = _file_name(link) if is_inside(link) else link.target
        return Cited(form, name, link, _shown(note, definition.content, definition.links))
    words = note[definition.content].strip()
    form = Form.URL if _URL.fullmatch(words.strip("<>")) else Form.WORDS
    return Cited(form, words, shown=words if form is Form.WORDS else "")


def _citing(definition: Definition) -> Link | None:
    """The first link that cites something."""
    for link in definition.links:
        if link.kind in _CITING:
            return link
    return None


def _shown(note: Note, content: Span, links: Iterable[Link]) -> str:
    """What is read of a definition: its words, and in place of each link what that shows."""
    parts, end = [], content.start
    for link in links:
        if link.kind not in _CITING or link.span.start < end:
            continue
        parts += [note[Span(end, link.span.start)], _text_of(note, link)]
        end = link.span.end
    return "".join((*parts, note[Span(end, content.end)])).strip()


def _text_of(note: Note, link: Link) -> str:
    if link.is_wiki:
        return link.target if link.alias is None else link.alias
    before = note[Span(link.span.start + 1, max(link.target_span.start, link.span.start + 1))]
    return before.rpartition("](")[0]


def _file_name(link: Link) -> str:
    path = link.name if link.is_wiki else unquote(link.name)
    return link_text(path).rpartition("/")[2]


def names_of(cited: Cited) -> tuple[str, ...]:
    """What a dictionary may be recognised by: the file that is linked, then what is shown. A place
    of the note itself is none."""
    if cited.link is not None and not cited.name:
        return ()
    return tuple(filter(None, dict.fromkeys((cited.name, cited.shown))))


def home_page(note: Note, definition: Definition, vault: Vault) -> str | None:
    """The path of the note that a definition leads to, or None where it leads to none."""
    link = _citing(definition)
    return vault.reached(link, note.path).path if link and is_inside(link) else None


class CitedPlace(NamedTuple):
    """What a definition points to: a dictionary or a target, a heading or block in it, and what is
    said beside the link, such as a page."""

    target: str
    subpath: str = ""
    beside: str = ""


def cited_place(note: Note, definition: Definition, vault: Vault) -> CitedPlace | None:
    """The place that a definition points to. The two spellings of a dictionary's home page are one,
    whatever page is cited of it. None for words, which name no target."""
    link = _citing(definition)
    if link is not None and is_inside(link):
        subpath = file_key(link.subpath)
        title = title_in(vault.home_pages, _file_name(link))
        if title:
            return CitedPlace(_one_name(title), subpath)
        path = home_page(note, definition, vault)
        return CitedPlace(file_key(path or link.name), subpath, _beside(note, definition, link))
    cited = cited_by(note, definition)
    if link is not None or cited.form is Form.URL:
        beside = _beside(note, definition, link)
        return CitedPlace(cited.name.strip("<>").rstrip("/"), beside=beside)
    return None


@lru_cache(maxsize=1024)  # the notes of a vault cite the same few works
def _one_name(title: str) -> str:
    """What is the same for all spellings of an edition in the title of a home page."""
    from notelint.conventions import work_of  # for notes that cite home pages

    work = work_of(title)
    return file_key(f"{work.name}, {work.edition_key}" if work.edition else title)


def _beside(note: Note, definition: Definition, link: Link | None) -> str:
    """The words of a definition outside its link."""
    if link is None or definition.content is None:
        return ""
    before = note[Span(definition.content.start, link.span.start)]
    behind = note[Span(link.span.end, definition.content.end)]
    return " ".join(re.findall(r"\w+", file_key(f"{before} {behind}")))
