"""Rules by what people type for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.on_disk import VaultOnDisk
from support.packs import HOUSE, using

from notelint.config import select, shipped_rules
from notelint.values import ConfigError, Place

CATALOGUE = shipped_rules()
NAMES = {rule.code: name for name, rule in CATALOGUE.items()}
OPTION = Place("--select")


@given(st.sampled_from(sorted(NAMES)), st.integers(2, 5))
def test_a_code_with_some_of_its_digits_selects_all_that_begin_with_it(
    code: str, length: int
) -> None:
    selector = code[:length]
    assert select(CATALOGUE, [selector], OPTION) == {
        name for other, name in NAMES.items() if other.startswith(selector)
    }


@given(st.lists(st.sampled_from([*CATALOGUE, *NAMES])))
def test_selectors_select_what_each_of_them_does(selectors: list[str]) -> None:
    expected = {NAMES.get(selector, selector) for selector in selectors}
    assert select(CATALOGUE, selectors, OPTION) == expected


@pytest.mark.parametrize("selector", ["HOUS", "H", "HOUSE003", "HOUSE0011", "001", "house"])
def test_no_rule_is_selected_by_less_or_more_than_its_code(
    vault: VaultOnDisk, selector: str
) -> None:
    using(vault, HOUSE)
    assert f"`{selector}`" in vault.refusal("--select", selector)


@pytest.mark.parametrize(
    ("selector", "said"),
    [
        ("ligatures", "--select: no rule is called `ligatures`; did you mean `ligature`?"),
        ("0", "--select: no rule is called `0`; `notelint explain --all` lists them"),
        ("", "--select: no rule is called ``; `notelint explain --all` lists them"),
    ],
)
def test_what_selects_nothing_is_told_the_near_miss_or_where_all_rules_are(
    selector: str, said: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        select(CATALOGUE, ["ALL", selector], OPTION)
    assert str(caught.value) == said
