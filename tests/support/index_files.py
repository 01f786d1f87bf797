"""Vaults with names of every sort, and what their indexes answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st
from support.notes import PATHS, notes

from notelint.notes import NoteSummary, scan_summary
from notelint.vault import FileNames, VaultIndex, fold, write_facts

NAMES = (
    *("wall", "Wall", "cell wall", "Cell-Wall (home)", "x.md", "md", ".md", "a#b", "a|b", "a^b"),
    *("straße", "STRASSE", "e\u0301tude", "étude", "ΟΔΟΣ", "no\u00a0break", "a\udcffb", "𝒳 🧱"),
    *("wal" * 80, "İi", "ﬁlm", "b.pdf", "b.PDF", "c.MD", "d.Md", "words md", " led", "line\nfeed"),
    *("A Dictionary of Walls 7th", "A Dictionary of Walls 8th", "1999", "a \U0010ffff", "…", "-"),
)
FOLDERS = ("", "", "a/", "A/", "a/b/", "md/", "é/", "e\u0301/", "x y/\udcff/", "long" * 60 + "/")
ENDINGS = (".md", ".md", ".md", "", ".MD", ".png", ".md.md")
NOTE = ".md"


class Made(NamedTuple):
    """The files of a vault: notes with their summaries, others, and those not suggested."""

    notes: dict[str, NoteSummary]
    files: frozenset[str]
    unlisted: frozenset[str]

    @property
    def paths(self) -> list[str]:
        return sorted({*self.notes, *self.files})

    @property
    def names(self) -> FileNames:
        """The names in memory."""
        return FileNames.of(self.paths, self.unlisted)

    @property
    def index(self) -> VaultIndex:
        """The index in memory."""
        return fold(self.notes)

    def part(self, paths: set[str]) -> Made:
        """Some of the files."""
        summaries = {path: self.notes[path] for path in self.notes.keys() & paths}
        return Made(summaries, self.files & paths, self.unlisted & paths)

    def write(self, file: Path) -> Path:
        write_facts(file, sorted(self.notes.items()), self.files, self.unlisted)
        return file


def paths() -> st.SearchStrategy[str]:
    anything = st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=12)
    name = st.one_of(st.sampled_from(NAMES), anything)
    made = st.builds("".join, st.tuples(st.sampled_from(FOLDERS), name, st.sampled_from(ENDINGS)))
    return st.one_of(made, PATHS)


@st.composite
def vaults(draw: st.DrawFn) -> Made:
    files = draw(st.lists(paths(), unique=True, max_size=12))
    known = [path for path in files if path.lower().endswith(NOTE) and draw(st.booleans())]
    summaries = {path: scan_summary(draw(notes())) for path in known[:5]}
    others = frozenset(files) - summaries.keys()
    return Made(
        summaries, others, frozenset(path for path in files if draw(st.integers(0, 3)) == 0)
    )


def mappings(index: VaultIndex) -> list[Mapping[str, object]]:
    """All that is looked up in an index."""
    spelling = index.spelling
    return [
        *(dict(index.summaries), dict(index.aliases), dict(index.linking), dict(index.naming)),
        {key: dict(forms) for key, forms in index.printing.items()},
        *(dict(spelling.words), dict(spelling.small), dict(spelling.mixed)),
        dict(spelling.compounds),
    ]


def told(names: FileNames) -> list[object]:
    """All that is looked up in names."""
    return [
        *(dict(names.by_key), dict(names.folders), frozenset(names.unlisted), tuple(names.files)),
        *(names.signs, len(names.by_key), len(names.folders), len(names.unlisted)),
    ]


def questions(made: Made) -> Iterator[str]:
    """Names to ask for: those of files and their folders, pieces of them, and others."""
    yield from (*NAMES, "", "gone", "wal", "A Dictionary of Walls 6th", "ΟΔΟΣ md", "wall md")
    for path in made.paths:
        folder, _, name = path.rpartition("/")
        yield from (path, folder, name, name[:-3], name.upper(), f"{name} x", name + NOTE)
        yield from folder.split("/")
