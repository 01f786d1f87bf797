"""Numbers of running text, as converters wrap them and as books print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.conventions import Certainty, quantity_of


@pytest.mark.parametrize(
    ("formula", "printed", "certainty"),
    [
        ("3", "3", Certainty.PLAIN),
        ("3-5", "3-5", Certainty.PLAIN),
        ("1939-45", "1939-45", Certainty.PLAIN),
        ("(1 ,2)", "(1, 2)", Certainty.PLAIN),
        ("5\\,\\%", "5%", Certainty.MEASURED),
        ("5 \\mathrm{cm}", "5 cm", Certainty.MEASURED),
        ("5 \\mathrm{e}", "5 e", Certainty.PLAIN),
        ("5 \\mathrm{mg} / \\mathrm{l}", "5 mg/l", Certainty.MEASURED),
        ("5 \\mathrm{~e}", "5 e", Certainty.NEVER_MATH),
        ("5 ~\\mu \\mathrm{g}", "5 μg", Certainty.NEVER_MATH),
        ("3-5 \\%", "3-5%", Certainty.NEVER_MATH),
        ("3\\text{-}5", "3-5", Certainty.RANGED),
        ("346\\text{-}7", "346-7", Certainty.RANGED),
        ("-2", "-2", Certainty.SIGNED),
        ("-2 \\%", "-2%", Certainty.MEASURED),
        ("(1907\\text{-}90)", "(1907-90)", Certainty.PLAIN),
        ("3 : 1", "3:1", Certainty.PLAIN),
        ("140 / 90", "140/90", Certainty.PLAIN),
        ("120/80 \\mathrm{~mmHg}", "120/80 mmHg", Certainty.PLAIN),
        ("7,3,2", "7,3,2", Certainty.PLAIN),
        ("1.", "1.", Certainty.PLAIN),
        ("70 \\mathrm{~m}^{2}", "70 m²", Certainty.NEVER_MATH),
        ("5 \\mathrm{cm}^3", "5 cm³", Certainty.MEASURED),
        ("5 \\mathrm{~m} / \\mathrm{s}^{-2}", "5 m/s⁻²", Certainty.NEVER_MATH),
        ("£ 5", "£5", Certainty.NEVER_MATH),
    ],
)
def test_a_number_is_read_and_printed(formula: str, printed: str, certainty: Certainty) -> None:
    number = quantity_of(formula)
    assert number is not None
    assert (number.printed, number.certainty) == (printed, certainty)


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "x",
        "5-3",
        "5-3 \\%",
        "10\\text{-}3",
        "7,3",
        "3+4",
        "3 x",
        "2^8",
        "(1,n)",
        "\\%",
    ],
)
def test_what_is_computed_is_no_number_of_a_text(formula: str) -> None:
    assert quantity_of(formula) is None


def test_what_a_unit_is_measured_by_may_stand_behind() -> None:
    number = quantity_of("9 \\mathrm{mg} /")
    assert number is not None
    assert (number.printed, number.is_open) == ("9 mg/", True)


@given(st.integers(0, 9999), st.integers(0, 9999), st.sampled_from(["", " \\%", "\\mathrm{kg}"]))
def test_a_range_goes_up(low: int, high: int, unit: str) -> None:
    is_found = quantity_of(f"{low}-{high}{unit}") is not None
    assert is_found or low >= high
    assert not is_found or low < high or len(str(high)) < len(str(low)) == 4


@given(st.text("0123456789.,+-–\\%£() {}~/mug", max_size=12))
def test_what_is_printed_keeps_every_digit(formula: str) -> None:
    number = quantity_of(formula)
    if number is not None:
        assert [c for c in number.printed if c.isdigit()] == [c for c in formula if c.isdigit()]
