"""The dictionaries that a note quotes: what each of its sections can be expected to hold."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from notelint.conventions import Dictionary
from notelint.notes import Definition, Note, Section, cited_name
from notelint.sources.citation import Cited, cited_by, names_of
from notelint.values import label_key
from notelint.vault import Vault

if TYPE_CHECKING:
    from notelint.sources.learnt_labels import Learnt


class QuotedDictionaries:
    """The dictionaries that a note quotes, by the labels of its definitions."""

    def __init__(self, note: Note, vault: Vault) -> None:
        self._note, self._vault = note, vault
        self._dictionary = vault.conventions.dictionary
        self._homes: dict[str, set[str]] = {}  # of the labels that were asked for

    def _homes_of(self, label: str) -> set[str]:
        """The names of what a label stands for, given by its key."""
        if label not in self._homes:
            cited = (cited_by(self._note, definition) for definition in self._defining(label))
            self._homes[label] = set(map(self._home, cited))
        return self._homes[label]

    def _home(self, cited: Cited) -> str:
        """The name by which a dictionary is known, else that of what is linked."""
        names = names_of(cited)
        known = (name for name in names if self._dictionary(name))
        return next(known, cited.name)

    def _defining(self, label: str) -> tuple[Definition, ...]:
        footnote = self._note.facts.footnotes.get(label)
        return footnote.definitions if footnote else ()

    def all(self) -> tuple[Dictionary, ...]:
        """Every dictionary that the note quotes, in the order of the definitions."""
        return self._all

    @cached_property
    def _all(self) -> tuple[Dictionary, ...]:
        labels = dict.fromkeys(label_key(item.label) for item in self._note.facts.definitions)
        homes = dict.fromkeys(home for label in labels for home in sorted(self._homes_of(label)))
        found = map(self._dictionary, homes)
        return tuple(dictionary for dictionary in found if dictionary is not None)

    def home_of(self, section: Section) -> str | None:
        """The name of the home page that a section quotes, if its one reference says so beyond
        doubt."""
        if len(section.references) != 1:
            return None
        homes = self._homes_of(label_key(section.references[0].label))
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
        key = self._key_of(label_key(section.references[0].label))
        if not key:
            return None
        from notelint.sources.learnt_labels import learnt  # with a long list of labels

        return learnt(self._vault, home, key)

    def _key_of(self, label: str) -> str:
        """The key of the name by which the sections are counted that quote what a label stands for;
        none where it stands for several things."""
        texts = (self._note[item.content] if item.content else "" for item in self._defining(label))
        keys = set(map(cited_name, texts))
        return keys.pop() if len(keys) == 1 else ""
