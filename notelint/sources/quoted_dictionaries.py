"""The dictionaries that a note quotes: what each of its sections can be expected to hold."""

from __future__ import annotations

from functools import cached_property

from notelint.conventions import Dictionary
from notelint.notes import Note, Section
from notelint.sources.citation import Cited, cited_by, names_of
from notelint.values import label_key
from notelint.vault import Vault


class QuotedDictionaries:
    """The dictionaries that a note quotes, by the labels of its definitions."""

    def __init__(self, note: Note, vault: Vault) -> None:
        self._dictionary = vault.conventions.dictionary
        self._homes: dict[str, set[str]] = {}
        for definition in note.facts.definitions:
            home = self._home(cited_by(note, definition))
            self._homes.setdefault(label_key(definition.label), set()).add(home)

    def _home(self, cited: Cited) -> str:
        """The name by which a dictionary is known, else that of what is linked."""
        names = names_of(cited)
        known = (name for name in names if self._dictionary(name))
        return next(known, cited.name)

    def all(self) -> tuple[Dictionary, ...]:
        """Every dictionary that the note quotes, in the order of the definitions."""
        return self._all

    @cached_property
    def _all(self) -> tuple[Dictionary, ...]:
        homes = dict.fromkeys(home for names in self._homes.values() for home in sorted(names))
        found = map(self._dictionary, homes)
        return tuple(dictionary for dictionary in found if dictionary is not None)

    def home_of(self, section: Section) -> str | None:
        """The name of the home page that a section quotes, if its one reference says so beyond
        doubt."""
        if len(section.references) != 1:
            return None
        homes = self._homes.get(label_key(section.references[0].label), set())
        return next(iter(homes)) if len(homes) == 1 else None

    def by(self, section: Section) -> Dictionary | None:
        """The dictionary that a section quotes, if it is a known one."""
        home = self.home_of(section)
        return None if home is None else self._dictionary(home)
