"""What each definition of a note cites, and which work a name stands for."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.conventions import Work, title_in, work_in, work_of
from notelint.notes import Definition, Note
from notelint.sources.citation import (
    Cited,
    Form,
    WrittenPlace,
    cited_by,
    home_page,
    names_of,
    written_place,
)
from notelint.sources.sections import sources
from notelint.values import NamedTuple, label_key
from notelint.vault import Vault, is_inside

NO_WORK = Work("")


class Citation(NamedTuple):
    """A definition of the note at ``note``, and what it cites.

    ``name`` is the home page's, ``work`` what that stands for, ``place`` where it is written in an
    edition; ``target`` is the file that its link
    names, ``page`` the one that it leads to. ``sections`` are the offsets of the Source headings
    that refer to it, ``linked`` all files that any of its links leads to.
    """

    note: str
    form: Form
    name: str = ""
    work: Work = NO_WORK
    target: str | None = None
    page: str | None = None
    linked: tuple[str, ...] = ()
    is_used: bool = False
    sections: tuple[int, ...] = ()
    place: WrittenPlace | None = None

    @property
    def names_work(self) -> bool:
        return self.work is not NO_WORK

    @property
    def is_in_vain(self) -> bool:
        """Whether its link leads to no file."""
        return self.target is not None and self.page is None


def citations_in(note: Note, vault: Vault) -> Iterator[Citation]:
    """What each definition of a note cites."""
    sections: dict[str, list[int]] = {}
    for section in sources(note, vault):
        for label in {label_key(reference.label) for reference in section.references}:
            sections.setdefault(label, []).append(section.heading.start)
    for definition in note.facts.definitions:
        label = label_key(definition.label)
        footnote = note.facts.footnotes[label]
        is_used = bool(footnote.references) and footnote.definitions[0] is definition
        by = tuple(sections.get(label, ()))
        yield _citation(note, definition, vault)._replace(is_used=is_used, sections=by)


def _citation(note: Note, definition: Definition, vault: Vault) -> Citation:
    cited = cited_by(note, definition)
    if cited.form is Form.WORDS:
        cited = cited._replace(name=" ".join(cited.name.split()), shown="")
    paths = (vault.reached(link, note.path).path for link in definition.links)
    name, work = _named(vault, cited)
    return Citation(
        note.path,
        cited.form,
        name,
        work,
        cited.link.name if cited.link else None,
        home_page(note, definition, vault),
        tuple(path for path in paths if path is not None),
        place=written_place(note, definition) if work.edition else None,
    )


def _named(vault: Vault, cited: Cited) -> tuple[str, Work]:
    """The name by which a definition names a work, and the work. An address on the web names none
    by itself, but what is shown of it may."""
    is_address = cited.form is Form.URL or (cited.link is not None and not is_inside(cited.link))
    names = names_of(cited)
    for name in names[1:] if is_address else names:
        work = work_called(vault, name)
        if work is not NO_WORK:
            return name, work
    return cited.name, NO_WORK


def work_called(vault: Vault, name: str) -> Work:
    """The work that a name stands for: a home page's, or one that the table knows."""
    title = title_in(vault.home_pages, name)
    dictionary = vault.conventions.dictionary(name)
    if title is None and dictionary is None:
        return NO_WORK
    work = work_of(title) if title else work_in(name)
    return work._replace(edition=work.edition or (dictionary.edition if dictionary else None))
