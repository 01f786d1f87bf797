from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType

from notelint.authoring import (
    MOST_RELATED,
    Applicability,
    Finding,
    Note,
    Rule,
    Trigger,
    Vault,
    dataclass,
    linked,
    option,
)
from notelint.wording import (
    CUES,
    CrossReference,
    Cue,
    is_called,
    notes_named,
    quoted_cues,
    references_behind,
)

_EXAMPLE = "## Synthesis\n- A seam.\n## Source[^1]\n- A seam. {}\n## References\n\n[^1]: a book\n"
_MOST_NAMED = 3  # notes in a message


@dataclass(frozen=True, kw_only=True)
class UnlinkedReference(Rule):
    """A dictionary refers to its other entries, and once these are notes, the reference is a link
    that was never made: a click does not lead there, and the other note does not know who refers to
    it. Only what a Source section quotes is judged, and only the names of notes behind `see` and
    its like. A name in capitals may be the plural of the note's."""

    name = "unlinked-reference"
    code = "NL311"
    summary = "A cross reference is a link where the vault has the note."
    bad = _EXAMPLE.format("See also CYTOKINES, hybrid zone.")
    good = _EXAMPLE.format("See also [[cytokine|CYTOKINES]], [[hybrid zone]].")
    files = MappingProxyType({"cytokine.md": "", "hybrid zone.md": ""})
    fixes = (
        "Unsafe: the name becomes a link, and what is shown stays. Manual where several notes have "
        "the name; none where no link can hold it."
    )
    is_default = False

    cues: tuple[str, ...] = option(
        CUES,
        "words after which a dictionary names other entries, alone or before `also`",
    )
    places: tuple[str, ...] = option(
        (
            *("above", "appendix", "below", "box", "chapter", "diagram", "eq", "equation"),
            *("example", "fig", "figure", "here", "illustration", "index", "it", "map", "note"),
            *("p", "page", "part", "plate", "pp", "reference", "section", "table", "text", "that"),
            *("there", "this", "vol", "volume"),
            *("abb", "abbildung", "abschnitt", "anhang", "kapitel", "oben", "s", "seite"),
            *("tabelle", "unten"),
            *("annexe", "chapitre", "ci-dessous", "ci-dessus", "tableau"),
            *("abajo", "apéndice", "arriba", "capítulo", "figura", "página", "tabla"),
        ),
        "words that say where to look, alone in small letters or with a number, and name no entry",
    )

    @property
    def trigger(self) -> Trigger:
        forms = ((cue.lower(), cue.capitalize(), cue.upper()) for cue in self.cues)
        return Trigger(texts=tuple(form for cue in forms for form in cue))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for cue in quoted_cues(note, vault, self.cues):
            yield from self._unlinked(note, vault, cue)

    def _unlinked(self, note: Note, vault: Vault, cue: Cue) -> Iterator[Finding]:
        for reference in references_behind(note, cue, lambda name: self._named(vault, name)):
            is_inside = note.facts.link_around(reference.span) is not None
            if not is_inside and not _is_own(note, reference):
                yield _finding(note, vault, reference)

    def _named(self, vault: Vault, name: str) -> tuple[str, ...]:
        if _place(self.places).fullmatch(name) and not name.isupper():
            return ()
        return notes_named(vault, name)


@lru_cache(maxsize=8)
def _place(places: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, places)) or "(?!)"
    return re.compile(rf"(?:{words})s?(?:\.?[ \t]*(?:\d+|[ivxlc]+)[a-z]?)?", re.I)


def _is_own(note: Note, reference: CrossReference) -> bool:
    """Whether the note itself has the name, be it among those that are told of or not."""
    if note.path in reference.paths:
        return True
    return len(reference.paths) > MOST_RELATED and is_called(note, note[reference.span])


def _finding(note: Note, vault: Vault, reference: CrossReference) -> Finding:
    span, paths = reference
    applicability = Applicability.UNSAFE if len(paths) == 1 else Applicability.MANUAL
    names = " and ".join(f"`{path}`" for path in paths[:_MOST_NAMED])
    more = f" and {len(paths) - _MOST_NAMED} more" if len(paths) > _MOST_NAMED else ""
    more = " and many more" if len(paths) > MOST_RELATED else more
    message = f"`{note[span]}` names {names}{more}, and is no link"
    return Finding(span, message, linked(note, vault, span, paths[0], applicability))
