"""What one note says of the work to be done: what it lacks itself, and what it waits for."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from enum import StrEnum

from notelint.authoring import Rule
from notelint.conventions import Role
from notelint.notes import Note, Section
from notelint.sources import sections_for, source_around, sources
from notelint.values import NamedTuple, Span, file_key, lazy_pattern
from notelint.vault import FollowedLink, Vault, aliased, is_attachment, link_text, near_misses
from notelint.wording import CUES, notes_named, quoted_cues, references_behind

_EMPTY = ("empty-synthesis", "NL105")
_DAY = lazy_pattern(r"\d{4}-\d{2}(?:-\d{2})?|\d{4}-W\d{2}")  # a note of a day, written on that day
_ENTRY = lazy_pattern(r"[^\W\d_][\w’'-]*(?: [\w’'-]+){0,5}")
_NOBODY = ("",)  # in place of the notes that have the name of an entry


class Want(StrEnum):
    """What is wanted: a Synthesis where there is none or a Source's own words, or a note."""

    EMPTY = "empty"
    COPIED = "copied"
    MISSING = "missing"


class NoteWork(NamedTuple):
    """``want`` is what the note at ``path`` lacks; None where its Synthesis is written, or it is to
    have none. ``sources`` are those that wait in it, ``links`` the other files that it links to,
    ``missing`` the names that its links give in vain, ``referred`` those of no note to which its
    Sources refer, each once a Source."""

    path: str
    want: Want | None = None
    sources: int = 0
    links: frozenset[str] = frozenset()
    missing: tuple[str, ...] = ()
    has_synthesis: bool = False
    referred: tuple[str, ...] = ()


def work_in(note: Note, vault: Vault, copied: Rule | None = None) -> NoteWork:
    """What a note lacks and what it waits for. ``copied`` is the rule that finds what is only
    copied, where it is on."""
    syntheses = sections_for(Role.SYNTHESIS, note, vault)
    filled = [section for section in sources(note, vault) if not section.is_empty]
    reached = {link.path for link in vault.followed(note)} - {note.path}
    return NoteWork(
        note.path,
        _want(note, vault, syntheses, copied) if syntheses else None,
        len(filled),
        frozenset(path for path in reached if path is not None),
        tuple(dict.fromkeys(_missing(note, vault))),
        bool(syntheses),
        tuple(_referred(note, vault)),
    )


def _want(
    note: Note, vault: Vault, syntheses: Sequence[Section], copied: Rule | None
) -> Want | None:
    """What is wrong with a note's Syntheses, but for what an allow speaks of."""
    if any(part.is_empty and _is_judged(note, _EMPTY, part.heading) for part in syntheses):
        return Want.EMPTY
    found = copied.check(note, vault) if copied else ()
    names = (copied.name, copied.code) if copied else ()
    return Want.COPIED if any(_is_judged(note, names, one.span) for one in found) else None


def _is_judged(note: Note, rules: Sequence[str], span: Span) -> bool:
    return not note.facts.is_allowed(rules, span.start)


def _missing(note: Note, vault: Vault) -> Iterator[str]:
    """The names of the notes that links of a note lead to in vain. Of a definition that is a home
    page, which is not for writing; what is nearly the name of a file is a slip."""
    cited = {link.span for entry in note.facts.definitions for link in entry.links}
    for followed in vault.astray(note):
        link = followed.link
        if link.span not in cited and _may_be_wanted(followed):
            name = link_text(posixpath.basename(link.name.rstrip("/"))).strip()
            if name and not aliased(vault, link) and not near_misses(vault, link, note).has(name):
                yield name


def _may_be_wanted(followed: FollowedLink) -> bool:
    link, resolution, flaw = followed
    if link.is_embed or resolution or flaw or is_attachment(link.name):
        return False
    return _DAY.fullmatch(posixpath.basename(link.name)) is None


def _referred(note: Note, vault: Vault) -> Iterator[str]:
    """The names in capitals to which Sources refer as dictionaries do, and that no note has."""
    told: set[tuple[int, str]] = set()
    for cue in quoted_cues(note, vault, CUES):
        section = source_around(note, vault, Span(cue.start, cue.start))
        for reference in references_behind(note, cue, lambda name: _noted(vault, name)):
            name = note[reference.span]
            key = (section.heading.start if section else 0, file_key(name))
            if reference.paths == _NOBODY and key not in told:
                told.add(key)
                yield name


def _noted(vault: Vault, name: str) -> tuple[str, ...]:
    """The notes that have a name; ``_NOBODY`` for the name of an entry that none has."""
    is_entry = name.isupper() and len(name) > 2 and _ENTRY.fullmatch(name)
    return notes_named(vault, name) or (_NOBODY if is_entry else ())
