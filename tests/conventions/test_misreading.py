"""Formulas read as the labels that they were, as parts of labels and as pairs of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.conventions import LabelPlace, MisreadLabel, Standing, may_be_label, misread_label

LABELS = {"n": "n.", "vb": "vb.", "npl": "npl.", "nm": "n. m.", "vtr": "v.tr.", "swV": "sw. V."}
BARE = {"n": "n", "adj": "adj", "vb": "vb."}


def read(formula: str, before: str = "", behind: str = " a wall") -> tuple[str, str] | None:
    """What a formula says before its stop, and the letters of the whole label."""
    found = misread_label(formula, LabelPlace(before, behind), LABELS, ["wall"])
    return (found.printed, found.letters) if found else None


@pytest.mark.parametrize(
    ("formula", "printed"),
    [
        ("n", "n."),
        ("v b.", "vb."),
        ("\\mathrm{vb}", "vb."),
        ("n . p l", "n. pl."),
        ("n.pl.", "n. pl."),
        ("n p l", "npl."),
        ("v . t r", "v.tr."),
        ("v t r", "v.tr."),
        ("n . m", "n. m."),
    ],
)
def test_a_label_has_the_stops_of_the_formula_and_else_its_own(formula: str, printed: str) -> None:
    found = read(formula)
    assert found
    assert found[0] == printed


@pytest.mark.parametrize("formula", ["x", "a d j", "V", "n & x", "x & n", "n, v b", "n & vb & n"])
def test_what_the_dictionary_prints_nowhere_is_no_label(formula: str) -> None:
    assert read(formula) is None


@pytest.mark.parametrize(
    ("formula", "before", "behind", "found"),
    [
        ("m", "n. ", " a wall", ("m.", "nm")),
        ("t r", "v.", " a wall", ("tr.", "vtr")),
        ("v", "", " tr. to wall", ("v.", "vtr")),
        ("v", "", "tr. to wall", ("v.", "vtr")),
        ("V", "⟨sw. ", "; hat⟩ to wall", ("V.", "swV")),
        ("V", "sw. ", " to wall", ("V.", "swV")),
        ("V", "", " to wall", None),
        ("m", "in n. ", " a wall", None),
        ("m", "xn. ", " a wall", None),
        ("m", "n. x. ", " a wall", None),
    ],
)
def test_the_other_parts_of_a_label_may_have_been_read_well(
    formula: str, before: str, behind: str, found: tuple[str, str] | None
) -> None:
    assert read(formula, before, behind) == found


@pytest.mark.parametrize("formula", ["n & v b", "n. \\& v b.", "n&\\mathrm{vb}"])
def test_a_pair_stands_as_its_longer_label_does(formula: str) -> None:
    found = misread_label(formula, LabelPlace("It holds. **waller** ", ""), LABELS, [])
    assert found == MisreadLabel("n. & vb.", "vb", Standing.WORD)


def test_without_a_stop_only_what_is_printed_so_is_a_label() -> None:
    place = LabelPlace("", " a wall", is_stopped=False)
    read = [misread_label(letters, place, BARE, []) for letters in ("n", "a d j", "vb", "n & adj")]
    assert read == [
        MisreadLabel("n", "n", Standing.START),
        MisreadLabel("adj", "adj", Standing.START),
        *(None, None),
    ]


def test_what_may_be_a_label_depends_on_its_place() -> None:
    ended, bare = LabelPlace("", " of walls"), LabelPlace("", " of walls", is_stopped=False)
    assert may_be_label("n", ended, [])
    assert may_be_label("n. & adj", ended, [])
    assert not may_be_label("n", bare, [])
    assert may_be_label("n", bare._replace(behind=" a wall"), [])
    assert not may_be_label("V", ended, [])
    assert may_be_label("V", ended._replace(before="sw. "), [])
    assert may_be_label("V", ended._replace(behind=" tr. to wall"), [])


@given(st.text("nvbpl.& \\{}mathr", max_size=70), st.text(max_size=40), st.text(max_size=40))
def test_any_formula_has_an_answer_and_is_a_label_only_where_it_may_be(
    formula: str, before: str, behind: str
) -> None:
    for is_stopped in (True, False):
        place = LabelPlace(before, behind, is_stopped=is_stopped)
        if misread_label(formula, place, LABELS, []):
            assert may_be_label(formula, place, [])
