"""The books that a note quotes: what each of its sections can be expected to hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from notelint.conventions import Dictionary
from notelint.notes import Note, Section, cited_name
from notelint.sources.citation import Cited, cited_by, names_of
from notelint.values import label_key
from notelint.vault import Vault

if TYPE_CHECKING:
    from notelint.sources.learnt_labels import Learnt


class QuotedBook:
    """A book that is cited under the ``name`` of its home page: an entry of the table of
    dictionaries, or one of which something is learnt."""

    def __init__(self, name: str, key: str, dictionary: Dictionary | None, vault: Vault) -> None:
        self.name, self.dictionary = name, dictionary
        self._key, self._vault = key, vault

    @cached_property
    def learnt(self) -> Learnt | None:
        """What is learnt of the book, if it is no known dictionary."""
        if self.dictionary is not None or not self._key:
            return None
        from notelint.sources.learnt_labels import learnt  # with a long list of labels

        return learnt(self._vault, self.name, self._key)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The labels that it prints, by their letters."""
        if self.dictionary is not None:
            return self.dictionary.labels
        return self.learnt.labels if self.learnt else {}

    @cached_property
    def likely(self) -> Mapping[str, str]:
        """Those that it may print as well where a sense begins."""
        return self.learnt.likely if self.learnt else {}

    @property
    def is_known(self) -> bool:
        """Whether it is known what it prints, or that it prints nothing."""
        return self.dictionary is not None or bool(self.learnt and self.learnt.counts.has_none)

    @cached_property
    def proven(self) -> Mapping[str, bool]:
        """The letters that are proven to be labels by the sections that quote it; true of those
        that are nothing else."""
        if not self._key:
            return {}
        from notelint.sources.learnt_labels import counted_labels  # with a long list of labels

        return counted_labels(self._vault, self._key).proven


class QuotedDictionaries:
    """The dictionaries that a note quotes, by the labels of its definitions."""

    def __init__(self, note: Note, vault: Vault) -> None:
        self._vault = vault
        self._dictionary = vault.conventions.dictionary
        self._homes: dict[str, set[str]] = {}
        self._keys: dict[str, set[str]] = {}  # of the names by which sections are counted
        self._books: dict[str, QuotedBook] = {}
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
        books = self.books(section)
        return books[0].name if len(books) == len(section.references) == 1 else None

    def by(self, section: Section) -> Dictionary | None:
        """The dictionary that a section quotes, if it is a known one."""
        home = self.home_of(section)
        return None if home is None else self._dictionary(home)

    def books(self, section: Section) -> tuple[QuotedBook, ...]:
        """The books that a section quotes; none where a reference does not say beyond doubt."""
        labels = dict.fromkeys(label_key(reference.label) for reference in section.references)
        found = [self._book(label) for label in labels]
        return () if None in found else tuple(book for book in found if book is not None)

    def _book(self, label: str) -> QuotedBook | None:
        """What the definitions with a label cite, if all of them cite the same."""
        homes = self._homes.get(label, set())
        if len(homes) != 1:
            return None
        if label not in self._books:
            home, keys = next(iter(homes)), self._keys[label]
            key = next(iter(keys)) if len(keys) == 1 else ""
            self._books[label] = QuotedBook(home, key, self._dictionary(home), self._vault)
        return self._books[label]
