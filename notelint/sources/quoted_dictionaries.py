"""The dictionaries that a note quotes: what each of its sections can be expected to hold."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from notelint.conventions import Dictionary
from notelint.notes import Note, Section, cited_name
from notelint.sources.citation import Cited, cited_by, names_of
from notelint.values import label_key
from notelint.vault import Vault

if TYPE_CHECKING:
    from notelint.sources.learnt_labels import Learnt


class QuotedDictionaries:
    """The dictionaries that a note quotes, by the labels of its definitions."""

    def __init__(self, note: Note, vault: Vault) -> None:
        self._vault = vault
        self._dictionary = vault.conventions.dictionary
        self._homes: dict[str, set[str]] = {}
        self._keys: dict[str, set[str]] = {}  # of the names by which sections are counted
        for definition in note.facts.definitions:
            label, cited = label_key(definition.label), cited_by(note, definition)
            key = cited_name(note[definition.content]) if definition.content else ""
            self._homes.setdefault(label, set()).add(self._home(cited))
            self._keys.setdefault(label, set()).add(key)

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

    def learnt_by(self, section: Section) -> Learnt | None:
        """What is learnt of the dictionary that a section quotes, if it is no known one."""
        home = self.home_of(section)
        if home is None or self._dictionary(home) is not None:
            return None
        keys = self._keys[label_key(section.references[0].label)]
        key = next(iter(keys)) if len(keys) == 1 else ""
        if not key:
            return None
        from notelint.sources.learnt_labels import learnt  # with a long list of labels

        return learnt(self._vault, home, key)
