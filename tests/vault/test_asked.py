"""What is asked of a vault is written down: where none of it has changed, the answers are the same.

This is the law that lets a run leave out checks, for every question that rules ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.vaults import vault_of

from notelint.notes import scan_summary
from notelint.sources.learnt_labels import learnt
from notelint.vault import Asked, Changes, Differences, Vault, asking, differences
from notelint.vault.asked import NAMES, Cell, Kind, number_of, packed
from notelint.wording import notes_named

many = settings(max_examples=120, deadline=None, derandomize=True)
PATHS = st.sampled_from(("a.md", "A.md", "b.md", "x/a.md", "x/y/b.md", "y/cell.md", "pic.png"))
TEXTS = st.lists(
    st.sampled_from(
        (
            *("# One\n", "## Two ^id1\n", "[[a#One]]\n", "[x](../a.md#Two)\n", "[[b]] [[x/a]]\n"),
            *(
                "A side-effect.\n",
                "Sideeffect sideeffect.\n",
                "land-mark landmark\n",
                "mRNA MRNA\n",
            ),
            *("## Source[^1]\n- n. a wall\n", "## S[^1]\n- $n$. a wall\n\n[^1]: Walls\n"),
            *("[^1]: Walls\n", "- adj. walled\n"),
            *("[[cell#^id1]]\n", "cell Cell cell\n", "e-mail email\n"),
        )
    ),
    max_size=3,
).map("".join)
ALIASES = st.sampled_from(("", "---\naliases: [nick]\n---\n", "---\naliases: [cell, Nick]\n---\n"))
NOTES = st.dictionaries(PATHS, st.tuples(ALIASES, TEXTS).map("".join), min_size=1, max_size=5)
QUESTIONS: dict[str, Callable[[Vault], object]] = {
    "named": lambda vault: vault.names.named("a"),
    "named otherwise": lambda vault: vault.names.named("PIC.png"),
    "is there": lambda vault: "x/a.md" in vault.names,
    "folder": lambda vault: vault.names.has_folder("x/y"),
    "folder name": lambda vault: vault.names.is_folder_name("y"),
    "near": lambda vault: vault.names.near("cel"),
    "begins": lambda vault: vault.names.begins("cell - flashcards", "cell"),
    "shortest": lambda vault: vault.names.shortest_target("x/a.md"),
    "is name": lambda vault: vault.is_name("nick"),
    "target": lambda vault: vault.resolver.target("a#One", "x/y/b.md"),
    "target by path": lambda vault: vault.resolver.target("y/b", "a.md"),
    "target itself": lambda vault: vault.resolver.target("a", "a.md"),
    "url": lambda vault: vault.resolver.url("../a.md", "x/b.md"),
    "url of a folder": lambda vault: vault.resolver.url("x", "b.md"),
    "anchors": lambda vault: vault.index.anchors("a.md"),
    "called": lambda vault: vault.index.notes_called("Nick"),
    "linking": lambda vault: vault.index.notes_linking("b"),
    "links to": lambda vault: list(vault.index.links_to("cell")),
    "subpaths": lambda vault: vault.subpaths_into("a.md"),
    "printed": lambda vault: dict(vault.index.printed_by("walls")),
    "learnt": lambda vault: learnt(vault, "Walls", "walls"),
    "count": lambda vault: vault.spelling.count("cell"),
    "written": lambda vault: vault.spelling.is_written("Side-Effect"),
    "small": lambda vault: (vault.spelling.count_small("cell"), vault.spelling.is_small("mrna")),
    "mixed": lambda vault: vault.spelling.count_mixed("mRNA"),
    "hyphenated": lambda vault: vault.spelling.hyphenated({"sideeffect", "landmark", "email"}),
    "names in a text": lambda vault: [notes_named(vault, name) for name in ("NICKS", "Cells")],
    "files": lambda vault: (vault.names.near("a"), vault.files),
}


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> Differences:
    notes = {
        path: scan_summary(after[path]) if path in after else None
        for path in before.keys() | after.keys()
        if before.get(path) != after.get(path)
    }
    files = frozenset(before.keys() ^ after.keys())
    return differences(vault_of(before).index, Changes(notes, files))


def asked_for(vault: Vault, question: Callable[[Vault], object]) -> Asked:
    asked = Asked()
    question(asking(vault, asked))
    return asked


@many
@given(NOTES, NOTES)
def test_where_nothing_asked_is_different_the_answer_is_the_same(
    before: dict[str, str], other: dict[str, str]
) -> None:
    merged = {path: text for path, text in before.items() if path not in other}
    for after in (other, {**before, **other}, merged):
        old, new, different = vault_of(before), vault_of(after), changed(before, after)
        for name, question in QUESTIONS.items():
            asked = asked_for(old, question)
            concerns = asked.cells & different.cells or asked.words & different.words
            assert concerns or question(old) == question(new), name


@many
@given(NOTES)
def test_a_vault_that_writes_down_what_is_asked_answers_as_the_vault(notes: dict[str, str]) -> None:
    vault = vault_of(notes)
    watched = asking(vault, Asked())
    for _ in range(2):
        for name, question in QUESTIONS.items():
            assert question(watched) == question(vault), name


@many
@given(NOTES)
def test_what_was_asked_before_is_written_down_again(notes: dict[str, str]) -> None:
    """The vault remembers answers; who asks next hangs on them all the same."""
    asked = Asked()
    watched = asking(vault_of(notes), asked)
    for name, question in QUESTIONS.items():
        question(watched)
        first = (asked.cells, asked.words)
        asked.take()
        question(watched)
        again = (asked.cells, asked.words)
        asked.take()
        assert NAMES in first[0] & again[0] or first == again, name


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("named", {(Kind.FILE, "a")}),
        ("folder", {(Kind.FOLDER, "x/y")}),
        ("anchors", {(Kind.NOTE, "a.md")}),
        ("called", {(Kind.ALIAS, "nick")}),
        ("linking", {(Kind.NAMING, "b")}),
        ("printed", {(Kind.PRINTING, "walls")}),
        ("learnt", {(Kind.PRINTING, "walls"), (Kind.PRINTING, "home page walls")}),
        ("target", {(Kind.FILE, "a")}),
        ("count", {(Kind.WORD, "cell")}),
        ("small", {(Kind.SMALL, "cell"), (Kind.SMALL, "mrna")}),
        ("mixed", {(Kind.MIXED, "mRNA")}),
        *((question, {NAMES}) for question in ("near", "begins", "folder name", "files")),
    ],
)
def test_no_more_is_written_down_than_is_asked(question: str, cells: set[Cell]) -> None:
    vault = vault_of({"a.md": "# One\n", "b.md": "cell\n"})
    assert asked_for(vault, QUESTIONS[question]).cells == cells


def test_words_that_are_asked_for_at_once_are_written_down_as_words() -> None:
    asked = asked_for(vault_of({"a.md": "A side-effect.\n"}), QUESTIONS["hyphenated"])
    assert asked.words == {"sideeffect", "landmark", "email"}
    assert asked.cells == {(Kind.COMPOUND, "sideeffect"), (Kind.WORD, "side-effect")}


def test_what_was_taken_is_not_taken_again() -> None:
    asked = Asked({(Kind.WORD, "cell")}, {"cell", "wall"})
    numbers, words = asked.take()
    assert numbers == packed([(Kind.WORD, "cell")])
    assert set(words.split(" ")) == {"cell", "wall"}
    assert asked.take() == (b"", "")


def test_what_is_asked_in_turns_is_written_down_for_whose_turn_it_is() -> None:
    asked, one, other = Asked(), Asked(), Asked()
    spelling = asking(vault_of({"a.md": "A cell.\n"}), asked).spelling
    for turn, words in ((one, ["cell"]), (other, ["wall", "door"]), (one, ["room"])):
        asked.go_on_with(turn)
        for word in words:
            spelling.count(word)
    assert one.cells == {(Kind.WORD, "cell"), (Kind.WORD, "room")}
    assert other.cells == {(Kind.WORD, "wall"), (Kind.WORD, "door")}


def test_a_cell_has_the_same_number_in_every_process() -> None:
    assert number_of((Kind.WORD, "cell")) == 3096507153
    assert len({number_of((kind, "cell")) for kind in Kind}) == len(Kind)
    assert len(packed([(Kind.FILE, "\ud800"), NAMES])) == 8


@many
@given(st.lists(NOTES, min_size=2, max_size=4), st.booleans())
def test_the_law_holds_where_what_is_remembered_goes_on_through_several_states(
    states: list[dict[str, str]], keeps_files: bool
) -> None:
    files = {path: "" for notes in states for path in notes} if keeps_files else {}
    asked, watched, vault = Asked(), None, vault_of(files | states[0])
    known: dict[str, tuple[object, Asked]] = {}
    for before, after in zip(states, [*states[1:], states[0]], strict=True):
        watched = asking(vault, asked, watched)
        for name, question in QUESTIONS.items():
            answer = question(watched)
            assert answer == question(vault), name
            known[name] = answer, Asked(set(asked.cells), set(asked.words))
            asked.take()
        different = changed(files | before, files | after)
        vault = moved(vault, files | before, files | after)
        for name, (answer, item) in known.items():
            concerns = item.cells & different.cells or item.words & different.words
            assert concerns or answer == QUESTIONS[name](vault), name


def moved(vault: Vault, before: Mapping[str, str], after: Mapping[str, str]) -> Vault:
    """A vault folded from one state to the next."""
    for path in before.keys() - after.keys():
        vault = vault.without(path)
    return vault.with_notes({path: scan_summary(text) for path, text in after.items()})
