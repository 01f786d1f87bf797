"""An older edition that is cited, with what its definition would read for the newer one."""

from __future__ import annotations

import pytest
from support.citations import NEWER, counted, term
from support.vaults import vault_of

from notelint.report import renewal_of
from notelint.values import Applicability

THIRD = NEWER.replace("2nd", "3rd")


@pytest.mark.parametrize(
    ("definition", "reads"),
    [
        (f"[[{NEWER}]]", f"[^1]: [[{THIRD}]]"),
        (f"see [[{NEWER}#Bricks|Walls]], p. 3", f"[^1]: see [[{THIRD}#Bricks|Walls]], p. 3"),
        ("[W](<home/(Home Page) A Book of Walls 2nd Edition by Brick.md>)",
         "[^1]: [W](<home/(Home%20Page)%20A%20Book%20of%20Walls%203rd%20Edition%20by%20Brick.md>)"),
    ],
)  # fmt: skip
def test_a_definition_is_led_to_the_newer_edition_by_hand(definition: str, reads: str) -> None:
    notes, page = {"a.md": term(definition)}, f"home/{THIRD}.md"
    [older] = counted(notes, page).older
    renewal = renewal_of(older, vault_of(notes, (page,)).names)
    assert renewal.reads == reads
    assert renewal.fix is not None
    assert renewal.fix.applicability is Applicability.MANUAL


def test_words_are_led_nowhere() -> None:
    notes = {"a.md": term("*A Dictionary of Biology*, 7th ed.")}
    page = "(Home Page) A Dictionary of Biology 8th Edition.md"
    [older] = counted(notes, page).older
    renewal = renewal_of(older, vault_of(notes, (page,)).names)
    assert (renewal.fix, renewal.reads) == (None, None)
