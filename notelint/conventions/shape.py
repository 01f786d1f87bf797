"""What a note is by its kind: each of its sections with the slot that it belongs to."""

from __future__ import annotations

from functools import cached_property

from notelint.conventions.dictionary import DICTIONARIES, HOME_PAGES, Dictionary, find_dictionary
from notelint.conventions.heading import HeadingPattern, Role
from notelint.conventions.kind import TERM, Kind, Slot
from notelint.notes import Note, Section
from notelint.values import dataclass

_MOST_KEPT = 1024  # answers


@dataclass(frozen=True)
class Shape:
    """A note of a kind: each section of the kind's depth, in order, with its slot if it has one."""

    kind: Kind
    placed: tuple[tuple[Section, Slot | None], ...]

    def sections(self, role: Role) -> tuple[Section, ...]:
        """The sections with some role."""
        return self._by_role.get(role, ())

    @cached_property
    def _by_role(self) -> dict[Role, tuple[Section, ...]]:
        found: dict[Role, list[Section]] = {}
        for section, slot in self.placed:
            if slot is not None:
                found.setdefault(slot.role, []).append(section)
        return {role: tuple(sections) for role, sections in found.items()}

    def in_slot(self, wanted: Slot) -> tuple[Section, ...]:
        return tuple([section for section, slot in self.placed if slot is wanted])


@dataclass(frozen=True)
class Conventions:
    """What a house has agreed on: the kinds of its notes in the order in which they are tried, how
    the home pages of dictionaries are called, and what the dictionaries print. Of others a label
    is learnt that ``learn_labels`` sections print; none where that is 0."""

    kinds: tuple[Kind, ...] = (TERM,)
    home_pages: tuple[str, ...] = HOME_PAGES
    dictionaries: tuple[Dictionary, ...] = DICTIONARIES
    learn_labels: int = 3

    def dictionary(self, name: str) -> Dictionary | None:
        """The dictionary that the name of a home page means, as ``find_dictionary`` has it."""
        if name not in self._found:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            self._found[name] = find_dictionary(self.dictionaries, name)
        return self._found[name]

    @cached_property
    def _found(self) -> dict[str, Dictionary | None]:
        return {}

    def is_references(self, section: Section) -> bool:
        """Whether a section is called as that for References is in one of the kinds."""
        return any(heading.names(section) for heading in self._references)

    @cached_property
    def _references(self) -> tuple[HeadingPattern, ...]:
        slots = (slot for kind in self.kinds for slot in kind.slots)
        return tuple(slot.heading for slot in slots if slot.role is Role.REFERENCES)

    def shape(self, note: Note) -> Shape | None:
        """What a note is by the first kind that it is of; None for a note of no kind."""
        held = (kind for kind in self.kinds if kind.holds(note, self.home_pages))
        kind = next(held, None)
        if kind is None:
            return None
        sections = [section for section in note.facts.sections if section.depth == kind.depth]
        return Shape(kind, tuple([(section, kind.slot_of(section)) for section in sections]))
