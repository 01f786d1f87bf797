"""Formulas that may be misread labels, and the symbols that stand beside them."""

from __future__ import annotations

import pytest
from support.vaults import vault_of

from notelint.notes import Note, read_note
from notelint.sources.misread_form import FormulaSymbols, MisreadForm, misread_forms
from notelint.sources.sections import source_around
from notelint.values import Applicability

LABELS = {"n": "n.", "vt": "vt"}


def note(*items: str) -> Note:
    lines = "".join(f"{item}\n" for item in items)
    return read_note("terms/wall.md", f"## Source[^1]\n{lines}\n[^1]: [[Walls]]\n")


def only_form(*items: str) -> MisreadForm:
    (form,) = misread_forms(note(*items))
    return form


def first_listed(*items: str) -> set[str]:
    """The symbols that begin items beside the first formula."""
    given, vault = note(*items), vault_of()
    form = misread_forms(given)[0]
    section = source_around(given, vault, form.span)
    assert section
    return FormulaSymbols(given, vault).listed_with(form, section)


@pytest.mark.parametrize(
    "item", ["- $n$. a wall", "- $n.$ a wall", "- $n$ . a wall", "- $n$ a wall"]
)
def test_the_stop_is_of_the_form_where_it_has_one(item: str) -> None:
    form = only_form(item)
    assert (form.place.is_stopped, form.place.before) == ("." in item, "")
    assert note(item)[form.span] == item[2:].partition(" a wall")[0]


@pytest.mark.parametrize("item", ["$n$. a wall", "- $n.$. a wall", f"- ${'n' * 61}$. a wall"])
def test_what_is_no_label_anywhere_is_no_form(item: str) -> None:
    assert misread_forms(note(item)) == []


def test_a_stop_behind_a_blank_is_one_at_the_start_of_a_sense_only() -> None:
    assert only_form("- $n$ . a wall").label(LABELS)
    assert only_form("- wall $n$ . a wall").label(LABELS) is None


@pytest.mark.parametrize(
    ("item", "certainty"),
    [
        ("- $n$. a wall", Applicability.SAFE),
        ("- $v t$ to wall in", Applicability.UNSAFE),
        ("- $v t$ : to wall in", Applicability.SAFE),
    ],
)
def test_a_stop_or_what_a_dictionary_prints_behind_makes_it_certain(
    item: str, certainty: Applicability
) -> None:
    form = only_form(item)
    label = form.label(LABELS)
    assert label
    assert form.certainty(label) is certainty


@pytest.mark.parametrize(
    ("items", "symbols"),
    [
        (["- $n$. a wall", "- $h$. its height"], {"n", "h"}),
        (["- $n$. a wall", "- $h_{1}$ its height"], {"n", "h_{1}"}),
        (["- $n$. a wall", "- $\\lambda$. how many"], {"n", "\\lambda"}),
        (["- $n$. a wall", "- $v b$. to wall"], {"n"}),
        (["- $n$. a wall", "  - $h$. its height"], {"n"}),
        (["- $n$. a wall of $h$", "- of $h$"], {"n"}),
        (["- $n$. a wall", "## Source[^2]", "- $h$. its height"], {"n"}),
        (["- wall $n$. one", "- $h$. its height"], set()),
    ],
)
def test_symbols_are_listed_where_items_of_one_column_begin_with_them(
    items: list[str], symbols: set[str]
) -> None:
    assert first_listed(*items) == symbols


def test_a_symbol_is_used_where_it_stands_behind_a_word() -> None:
    given, vault = note("- $n$. a wall of $h$ stones, and $k$"), vault_of()
    section = source_around(given, vault, misread_forms(given)[0].span)
    assert section
    symbols = FormulaSymbols(given, vault)
    assert [letter for letter in "nhk" if symbols.is_used(letter, section)] == ["h", "k"]
