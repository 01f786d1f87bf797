"""Names that stand in a text: the notes that have them, by the file's name or an alias."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from notelint.notes import Note
from notelint.values import MOST_RELATED, file_key
from notelint.vault import Vault, is_note

_NO_PLURALS = ("ss", "us", "is", "ics")  # `mass`, `virus`, `lysis`, `physics`
_LEAST = 5  # letters of a plural: `AIDS` is no aid


def spellings(name: str) -> tuple[str, ...]:
    """A name with its apostrophes as they are, and as either sort of them."""
    return tuple(dict.fromkeys((name, name.replace("'", "’"), name.replace("’", "'"))))


def notes_named(vault: Vault, written: str) -> tuple[str, ...]:
    """The notes that have a name or an alias, letter case and the sort of apostrophes aside; where
    there are none, those that have its singular. One more than a finding names, at most: each of
    many notes may ask for what all of them are called."""
    found = _named(vault, written)
    return found or next(filter(None, (_named(vault, name) for name in _singulars(written))), ())


def _named(vault: Vault, written: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for name in spellings(written):
        for paths in (filter(is_note, vault.names.named(name)), vault.index.notes_called(name)):
            listed = (path for path in paths if path not in vault.names.unlisted)
            found |= dict.fromkeys(islice(listed, MOST_RELATED + 1))
    return tuple(found)[: MOST_RELATED + 1]


def is_called(note: Note, written: str) -> bool:
    """Whether a note has a name or an alias, or its singular."""
    front_matter = note.facts.front_matter
    own = {file_key(name) for name in (note.title, *(front_matter.aliases if front_matter else ()))}
    return any(file_key(name) in own for name in (*spellings(written), *_singulars(written)))


def _singulars(written: str) -> Iterator[str]:
    """What English words in the plural may be in the singular."""
    last = written.lower().rpartition(" ")[2]
    if len(last) < _LEAST or not last.endswith("s") or last.endswith(_NO_PLURALS):
        return
    if last.endswith("ies"):
        yield f"{written[:-3]}y"
    if last.endswith(("ses", "xes", "zes", "ches", "shes")):
        yield written[:-2]
    yield written[:-1]
