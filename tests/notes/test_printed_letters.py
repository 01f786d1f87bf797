"""Formulas that a scan made of printed letters, read as they were printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.notes import letter_formula, with_plain_formulas


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("n", "$n$"),
        ("a d j .", "$adj.$"),
        ("v . t r .", "$v. tr.$"),
        ("\\mathrm{v} . \\mathrm{t}", "$v. t$"),
        ("\\boldsymbol{v . t}", "$v. t$"),
        ("\\mathrm{n}_{.} \\mathrm{m}_{.}", "$n. m.$"),
        ("\\text{v.\\,i.}", "$v. i.$"),
        ("{\\rm n}", "$n$"),
        ("{f}", "$f$"),
        ("\\mathfrak{n}", "$n$"),
        ("\\mathcal{n}", "$n$"),
        ("\\underline{v b}", "$vb$"),
        ("\\operatorname{adj}", "$adj$"),
        ("n \\cdot", "$n.$"),
        ("n^{.}", "$n.$"),
        ("\\nu . t", "$v. t$"),
        ("a \\; d~j", "$adj$"),
        ("a d j .\\ \\& n .", "$adj. \\& n.$"),
        ("(n\\ p l)", "($npl$)"),
        ("(\\mathrm{adj}.)", "($adj.$)"),
        ("(n.)", "($n.$)"),
        ("- s b", "—$sb$"),
        ("n .,", "$n.$,"),
        ("n .1", "$n.$ 1"),
        ("v .\\&", "$v.$ &"),
    ],
)
def test_what_a_scan_writes_is_undone(formula: str, text: str) -> None:
    found = letter_formula(formula)
    assert found
    assert found.text == text
    assert with_plain_formulas(f"a ${formula}$ b") == f"a {text} b"


@pytest.mark.parametrize(
    "formula",
    [
        *("n^2", "n_1", "n_{i}", "2 n", "n+m", "n, m", "(n)", "-n", "n!", "v \\cdot t", "n 1"),
        *(
            "\\mathbb{n}",
            "\\dot{V}",
            "\\operatorname{adj} A",
            "\\mathrm{adj}[v]",
            "f(x)",
            "\\sin n",
        ),
        *("", ".", "n" * 61),
    ],
)
def test_mathematics_stays_as_it_is(formula: str) -> None:
    assert letter_formula(formula) is None
    assert with_plain_formulas(f"a ${formula}$ b") == f"a ${formula}$ b"


def test_what_stands_between_two_formulas_is_none() -> None:
    text = "$5$ a d j $k$ and $2 n$ or a $\\mathrm{n}$"
    assert with_plain_formulas(text) == text.replace("\\mathrm{n}", "n")


def test_a_letter_that_is_only_like_another_is_told() -> None:
    found = [letter_formula(formula) for formula in ("n", "\\eta", "\\nu . t")]
    assert [one and one.is_alike for one in found] == [False, True, True]


@given(st.text("nvadjpl.&()-,~ \\{}mathrmcdot1", max_size=60))
def test_what_was_read_is_read_again(formula: str) -> None:
    found = letter_formula(formula)
    assert found is None or letter_formula(found.label) is not None
