"""What a vault cites: dictionaries and other works by edition, what of them is missing, and what
nobody cites. Plain values; ``counting`` makes them.
"""

from __future__ import annotations

from notelint.conventions import Dictionary, Work
from notelint.sources.citation import Form, WrittenPlace
from notelint.sources.printed_labels import PrintedLabels
from notelint.values import NamedTuple, dataclass


class Uses(NamedTuple):
    """How often something is cited: the notes and the Source sections that do it, the definitions
    that name it. No reference reaches the ``unused`` ones of them, which count for no note."""

    notes: int = 0
    sections: int = 0
    definitions: int = 0
    unused: int = 0

    @property
    def rank(self) -> tuple[int, int, int]:
        """Lowest for what is cited most."""
        return -self.notes, -self.sections, -self.definitions


NO_USES = Uses()
NO_LABELS = PrintedLabels()


class Spelling(NamedTuple):
    """A name under which a home page is cited, letter for letter."""

    name: str
    uses: Uses


class OlderEdition(NamedTuple):
    """A definition of a note that cites ``work`` in an edition that is not the newest: that is
    ``newer``, and its home page is a file."""

    note: str
    place: WrittenPlace
    work: Work
    newer: str
    home_page: str

    @property
    def order(self) -> tuple[str, int]:
        """Note after note, from its beginning on."""
        return self.note, self.place.start.offset


class Edition(NamedTuple):
    """One edition of a work; ``name`` is None where no name says which.

    ``home_pages`` are the files that stand for it, ``missing`` what links to it name in vain,
    ``dictionary`` its entry in the table, ``labels`` what it prints.
    """

    name: str | None
    uses: Uses
    spellings: tuple[Spelling, ...]
    home_pages: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    dictionary: Dictionary | None = None
    labels: PrintedLabels = NO_LABELS
    older: tuple[OlderEdition, ...] = ()  # where it is cited, if a newer one has a home page


class CitedWork(NamedTuple):
    """A dictionary, or another work that has a home page."""

    title: str
    publisher: str | None
    uses: Uses
    editions: tuple[Edition, ...]

    @property
    def name(self) -> str:
        return Work(self.title, None, self.publisher).name

    @property
    def is_mixed(self) -> bool:
        """Whether two editions of it stand side by side."""
        return sum(edition.name is not None for edition in self.editions) > 1


class Other(NamedTuple):
    """All that is cited in one form and is no known work."""

    form: Form
    uses: Uses


class MissingHomePage(NamedTuple):
    """A home page that definitions of some notes name and no file is; ``near`` are files that may
    be meant."""

    name: str
    notes: tuple[str, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bibliography:
    """All that the definitions of a vault cite; each of them counts in one edition or one other."""

    total: Uses = NO_USES
    works: tuple[CitedWork, ...] = ()
    others: tuple[Other, ...] = ()
    missing: tuple[MissingHomePage, ...] = ()
    uncited: tuple[str, ...] = ()  # home pages that no definition leads to

    @property
    def mixed(self) -> tuple[CitedWork, ...]:
        return tuple(work for work in self.works if work.is_mixed)

    @property
    def older(self) -> tuple[OlderEdition, ...]:
        """Where older editions are cited, note after note."""
        editions = (edition for work in self.works for edition in work.editions)
        found = (older for edition in editions for older in edition.older)
        return tuple(sorted(found, key=lambda older: older.order))
