"""Labels in formulas, and the places where a dictionary prints them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.conventions import LabelPlace, Standing, by_letters, label_letters, symbol_letters
from notelint.conventions.label import letters_of

LABELS = ("n", "vb", "adj", "pl")
FONTS = ("{}", "\\mathrm{{{}}}", "\\text{{{}}}", "\\mathit{{~{}}}", "\\operatorname {{{}}}")


@given(
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12),
    st.sampled_from(FONTS),
    st.booleans(),
)
def test_letters_are_read_whatever_their_font_and_spacing(
    letters: str, font: str, is_stopped: bool
) -> None:
    stop = " ." if is_stopped else ""
    for blank in ("", " "):
        formula = font.format(blank.join(letters)) + stop
        assert label_letters(formula) == (letters, is_stopped)


@pytest.mark.parametrize(
    "formula", ["", "N", "n^2", "n_1", "2", "n+m", "\\mathbb{n}", "\\alpha", "v+b", ".", "é"]
)
def test_what_is_no_letters_is_no_label(formula: str) -> None:
    assert label_letters(formula) is None


@pytest.mark.parametrize(
    ("formula", "symbol"),
    [
        ("n", "n"),
        ("N.", "N"),
        ("\\mathrm{n} .", "n"),
        ("\\sigma", "\\sigma"),
        ("n_{10}", "n_{10}"),
        ("n_i", "n_i"),
        ("v b", ""),
        ("n^2", ""),
        ("\\ldots", ""),
        ("\\textemdash", ""),
    ],
)
def test_a_symbol_is_one_letter(formula: str, symbol: str) -> None:
    assert symbol_letters(formula) == symbol


def test_labels_are_found_by_their_bare_letters() -> None:
    assert by_letters(["vb. tr.", "v.t", "Abbr."]) == {
        "vbtr": "vb. tr.",
        "vt": "v.t",
        "Abbr": "Abbr.",
    }


@pytest.mark.parametrize(
    ("formula", "found"),
    [
        ("v . t", ("vt", False)),
        ("v.t.", ("vt", True)),
        ("n \\, p l", ("npl", False)),
        ("n_{.}", ("n", True)),
        ("n . p l", ("npl", False)),
        ("l o c . a d v.", ("locadv", True)),
        ("s w . V", ("swV", False)),
        ("\\mathrm{A d j}.", ("Adj", True)),
        ("V", None),
        ("\\mathrm{N}.", None),
    ],
)
def test_stops_inside_and_a_capital_in_front_are_of_the_label(
    formula: str, found: tuple[str, bool] | None
) -> None:
    assert label_letters(formula) == found


@pytest.mark.parametrize(
    ("form", "letters"),
    [
        ("adj.", "adj"),
        ("Adj.", "adj"),
        ("s. m. pl.", "smpl"),
        ("Präp.", "Präp"),
        ("präp.", ""),
        ("$a d j$.", "adj"),
        ("$A d j$.", ""),
        ("$a d j$", ""),
        ("$x$.", ""),
    ],
)
def test_a_printed_label_may_begin_a_sentence_and_a_formula_may_not(
    form: str, letters: str
) -> None:
    assert letters_of(form, ("adj", "smpl", "Präp")) == letters


@pytest.mark.parametrize("joint", ["&", "&amp;", ",", "et", "y", "e", "o", "ou", "und"])
def test_labels_are_joined_in_many_languages(joint: str) -> None:
    assert LabelPlace(f"adj. {joint} ", " A wall").standing("n", LABELS, []) is Standing.START
    assert LabelPlace(f"$k$. {joint} ", " A wall").standing("n", LABELS, []) is None


SENSES = [
    ("n", " a wall of a cell", True),
    ("n", " (in plants) a wall", False),
    ("n", " wall", False),
    ("n", " is the number of walls", False),
    ("n", " the number of walls", False),
    ("n", " a prime", False),
    ("n", " any positive integer", False),
    ("n", " the wall of $k$", False),
    ("n", ", a wall", False),
    ("vb", " to wall in", True),
    ("vb", " the wall", False),
    ("vt", " to infinity", False),
    ("vt", " to the top of it", True),
    ("adj", " like a wall", True),
    ("adj", " (of a cell) walled", True),
    ("adj", " is a matrix", False),
    ("adj", " = 3", False),
    ("adj", " Like a wall", False),
    ("adj", " of $A$", False),
    ("adj", " of a matrix", False),
    ("adj", " of or like a wall", True),
    ("noun", " a wall", True),
]


@pytest.mark.parametrize(("letters", "behind", "is_label"), SENSES)
def test_what_follows_tells_a_label_without_a_stop(
    letters: str, behind: str, is_label: bool
) -> None:
    def standing(before: str, is_whole: bool = True) -> Standing | None:
        return LabelPlace(before, behind, is_whole, is_stopped=False).standing(
            letters, (), ["wall"]
        )

    assert standing("") is (Standing.START if is_label else None)
    assert standing("wall ") is (Standing.WORD if is_label else None)
    assert standing("", is_whole=False) is None
    assert standing("the length of ") is None


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("La taille ", "taille"),
        ("L'ordre ", "ordre"),
        ("El número ", "Número"),
        ("La masa ", "masa"),
        ("Der Wert ", "Wert"),
        ("Eine Anzahl ", "Anzahl"),
        ("The size ", "size"),
    ],
)
def test_a_quantity_takes_a_variable_in_any_language(before: str, name: str) -> None:
    assert LabelPlace(before, " On prend.").standing("n", ("n", "nf"), [name]) is None


@pytest.mark.parametrize("before", ["mur ", "pared celular ", "Zellwand "])
def test_a_headword_takes_a_label_in_any_language(before: str) -> None:
    place = LabelPlace(before, " Ce qui tient.")
    assert place.standing("n", ("n", "nf"), [before.strip()]) is Standing.WORD


@pytest.mark.parametrize("joint", ["y", "et", "und", "o", "ou", "oder"])
def test_labels_are_joined_in_other_languages_too(joint: str) -> None:
    behind = " Quien la mide."
    assert LabelPlace(f"$m$. {joint} ", behind).standing("f", ("m", "f"), []) is Standing.START
    assert LabelPlace("$m$. xy ", behind).standing("f", ("m", "f"), []) is None


def test_nothing_before_it_is_the_start_of_a_sense() -> None:
    assert LabelPlace("", " A wall.").standing("n", LABELS, []) is Standing.START
    assert LabelPlace("", " A wall.", is_whole=False).standing("n", LABELS, []) is None


@given(
    st.text(max_size=300),
    st.text(max_size=300),
    st.booleans(),
    st.booleans(),
    st.sampled_from(LABELS),
    st.lists(st.text()),
)
def test_any_place_has_an_answer(
    before: str, behind: str, is_whole: bool, is_stopped: bool, letters: str, names: list[str]
) -> None:
    LabelPlace(before, behind, is_whole, is_stopped).standing(letters, LABELS, names)


@pytest.mark.parametrize(
    ("before", "letters", "behind"),
    [
        ("It holds. enclosed ", "adj", " Of walls"),
        ("It holds. wallist ", "n", " One of them"),
        ("It holds. mason ", "n", " enclosed $a d j$."),
        ("It holds. enclosed $a d j$. mason ", "n", ""),
    ],
)
def test_a_derived_form_begins_behind_a_sentence(before: str, letters: str, behind: str) -> None:
    assert LabelPlace(before, behind).standing(letters, LABELS, ["wallism"]) is Standing.WORD
    cut = before.replace("holds. ", "holds e.g. ").replace("$a d j$. ", "of ")
    assert LabelPlace(cut, " is so").standing(letters, LABELS, ["wallism"]) is None


@pytest.mark.parametrize(
    ("before", "letters", "behind", "is_label"),
    [
        ("It holds. ", "vb", " To build", True),
        ("It holds e.g. ", "vb", " To build", False),
        ("to wall.—", "n", " A wall", True),
        ("to wall. ", "n", " A wall", True),
        ("to wall: ", "n", " A wall", False),
        ("to wall; ", "n", " a wall", True),
        ("to wall; ", "n", " the number of walls", False),
        ("to wall; ", "n", " In a wall", False),
        ("to wall; ", "v", " the one that walls", False),
        ("to wall; ", "v", " to wall", True),
        ("to wall ■ ", "n", " a wall", True),
        ("to wall. 2 ", "n", " a wall", False),
        ("to wall. (2) ", "n", " a wall", True),
        ("to wall—", "adj", " of walls", True),
        ("to wall—", "n", " a wall", False),
        ("to wall.—", "n", " is a wall", False),
        ("see fig. ", "n", " A wall", False),
    ],
)
def test_a_sense_within_an_item_has_its_label(
    before: str, letters: str, behind: str, is_label: bool
) -> None:
    standing = LabelPlace(f"adj. of walls, {before}", behind).standing(letters, [*LABELS, "v"], [])
    assert standing is (Standing.WITHIN if is_label else None)
