"""The books that a note quotes: what each of its sections can be expected to hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from notelint.conventions import Dictionary
from notelint.notes import Definition, Note, Section, cited_name
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

    @property
    def is_known(self) -> bool:
        """Whether it is known what it prints, or that it prints nothing."""
        return self.dictionary is not None or bool(self.learnt and self.learnt.counts.has_none)

    @cached_property
    def proven(self) -> Mapping[str, bool]:
        """The letters that are proven to be labels by the sections that quote it; true of those
        that are nothing else. None where nothing is learnt."""
        if not self._key or not self._vault.conventions.learn_labels:
            return {}
        from notelint.sources.learnt_labels import counted_labels  # with a long list of labels

        return counted_labels(self._vault, self._key).proven


class QuotedDictionaries:
    """The dictionaries that a note quotes, by the labels of its definitions."""

    def __init__(self, note: Note, vault: Vault) -> None:
        self._note, self._vault = note, vault
        self._dictionary = vault.conventions.dictionary
        self._homes: dict[str, set[str]] = {}  # of the labels that were asked for
        self._books: dict[str, QuotedBook] = {}

    def _homes_of(self, label: str) -> set[str]:
        """The names of what a label stands for, given by its key."""
        if label not in self._homes:
            cited = (cited_by(self._note, definition) for definition in self._defining(label))
            self._homes[label] = set(map(self._home, cited))
        return self._homes[label]

    def _defining(self, label: str) -> tuple[Definition, ...]:
        footnote = self._note.facts.footnotes.get(label)
        return footnote.definitions if footnote else ()

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
        labels = dict.fromkeys(label_key(item.label) for item in self._note.facts.definitions)
        homes = dict.fromkeys(home for label in labels for home in sorted(self._homes_of(label)))
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
        homes = self._homes_of(label)
        if len(homes) != 1:
            return None
        if label not in self._books:
            home, key = next(iter(homes)), self._key_of(label)
            self._books[label] = QuotedBook(home, key, self._dictionary(home), self._vault)
        return self._books[label]

    def _key_of(self, label: str) -> str:
        """The key of the name by which the sections are counted that quote what a label stands for;
        none where it stands for several things."""
        texts = (self._note[item.content] if item.content else "" for item in self._defining(label))
        keys = set(map(cited_name, texts))
        return keys.pop() if len(keys) == 1 else ""
