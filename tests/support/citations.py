"""Notes that cite dictionaries, and what is counted of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hypothesis import strategies as st
from support.vaults import vault_of

from notelint.conventions import Conventions
from notelint.notes import read_note
from notelint.sources import Bibliography, citations_in, count_citations

WALLS = "A Book of Walls 2nd Edition by Brick"
ROOFS = "A Book of Roofs 5th Edition by Brick"
NEWER, OLDER = f"(Home Page) {WALLS}", f"Home Page - {WALLS}"

NAMES = st.sampled_from(
    [NEWER, OLDER, NEWER.lower(), NEWER.replace("2nd", "3rd"), NEWER.removesuffix(" by Brick"),
     f"(Home Page) {ROOFS}", "(Home Page) Glossary by Brick", "x", "A Dictionary of Biology"]
)  # fmt: skip
DEFINITIONS = st.one_of(
    NAMES.map("[[{}]]".format), NAMES, st.sampled_from(["", "https://example.org"])
)
NOTES = st.lists(
    st.tuples(st.lists(st.sampled_from("1234"), max_size=4), st.lists(DEFINITIONS, max_size=4)),
    max_size=6,
)


def term(*definitions: str) -> str:
    """A term note with a Source for each definition."""
    labels = range(1, len(definitions) + 1)
    quoted = "".join(f"## Source[^{label}]\n- A wall.\n" for label in labels)
    defined = zip(labels, definitions, strict=True)
    references = "".join(f"[^{label}]: {definition}\n" for label, definition in defined)
    return f"## Synthesis\n- Mine.\n{quoted}## References\n\n{references}"


def linked(name: str) -> str:
    return term(f"[[{name}]]")


def written(notes: Iterable[tuple[list[str], list[str]]]) -> Iterator[tuple[str, str]]:
    """Notes whose Source headings and definitions need not fit each other."""
    for number, (labels, definitions) in enumerate(notes):
        sources = "".join(f"## Source[^{label}]\n- A wall.\n" for label in labels)
        defined = (f"[^{at % 3 + 1}]: {what}\n" for at, what in enumerate(definitions))
        yield f"{number}.md", f"{sources}## References\n\n{''.join(defined)}"


def counted(
    notes: dict[str, str], *files: str, conventions: Conventions | None = None
) -> Bibliography:
    """The bibliography of some notes, in a vault that has other files too."""
    vault = vault_of(notes, files, conventions=conventions)
    read = (read_note(path, text) for path, text in notes.items())
    return count_citations((one for note in read for one in citations_in(note, vault)), vault)


def rows(found: Bibliography) -> list[tuple[str, str | None, int, int]]:
    """Each edition: its work, its name, and how many notes and sections cite it."""
    return [
        (work.name, edition.name, edition.uses.notes, edition.uses.sections)
        for work in found.works
        for edition in work.editions
    ]
