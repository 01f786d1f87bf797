"""The work of all notes put in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from notelint.worklist import Item, NoteWork, Want, Worklist, worklist_of


def empty(path: str, sources: int = 0, *links: str) -> NoteWork:
    return NoteWork(path, Want.EMPTY, sources, frozenset(links), has_synthesis=True)


def page(path: str, *links: str, missing: tuple[str, ...] = ()) -> NoteWork:
    return NoteWork(path, links=frozenset(links), missing=missing)


def test_what_most_notes_link_to_comes_first_then_what_most_sources_wait_in() -> None:
    works = [empty("a", 1), empty("b", 3), empty("c", 2), page("d", "c"), page("e", "c", "a")]
    found = worklist_of(works)
    assert [(item.name, item.links, item.sources) for item in found.items] == [
        ("c", 2, 2), ("a", 1, 1), ("b", 0, 3),
    ]  # fmt: skip
    assert (found.notes, found.terms) == (5, 3)


def test_the_oldest_of_equals_comes_first_and_one_without_a_day_last() -> None:
    days = {"b": "2025-01-31", "c": "2024-12-01"}
    found = worklist_of([empty("a"), empty("b"), empty("c")], days)
    assert [(item.name, item.since) for item in found.items] == [
        ("c", "2024-12-01"), ("b", "2025-01-31"), ("a", None),
    ]  # fmt: skip


def test_a_note_is_wanted_where_two_others_name_it_under_its_commonest_name() -> None:
    works = [
        page("a", missing=("Roof", "roof", "gate")),
        page("b", missing=("roof",)),
        page("c", missing=("ROOF",)),
    ]
    assert worklist_of(works).items == (Item(Want.MISSING, "roof", 3),)


def test_a_note_is_wanted_where_sources_of_two_others_refer_to_it() -> None:
    works = [
        NoteWork("a", referred=("GABLE", "GABLE", "ROOF")),
        NoteWork("b", referred=("GABLE",), missing=("gable",)),
    ]
    assert worklist_of(works).items == (Item(Want.MISSING, "GABLE", 2, 3),)


def test_notes_to_write_stand_behind_the_syntheses() -> None:
    works = [empty("a"), page("b", missing=("x",)), page("c", missing=("x",))]
    found = worklist_of(works)
    assert [item.want for item in found.items] == [Want.EMPTY, Want.MISSING]
    assert found.syntheses + found.missing == found.items
    assert found.first(1) == Worklist(3, 1, found.syntheses)


NAMES = st.sampled_from("abcd")
WORKS = st.dictionaries(
    NAMES,
    st.tuples(st.sampled_from([None, Want.EMPTY]), st.integers(0, 3), st.frozensets(NAMES),
              st.lists(st.sampled_from(["x", "X", "y"]), max_size=3).map(tuple)),
)  # fmt: skip


@given(WORKS, st.randoms(use_true_random=False))
def test_the_order_of_the_notes_is_of_no_account(works, random) -> None:  # type: ignore[no-untyped-def]
    found = [NoteWork(path, *values) for path, values in works.items()]
    shuffled = random.sample(found, len(found))
    assert worklist_of(found) == worklist_of(shuffled)
