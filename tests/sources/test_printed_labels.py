"""What is known of the labels that a dictionary prints, and where from."""

from __future__ import annotations

import pytest
from support.vaults import vault_of

from notelint.conventions import DICTIONARIES, Conventions, Dictionary
from notelint.sources import LabelCount, Origin, PrintedLabels
from notelint.sources.printed_labels import labels_printed
from notelint.vault import Vault

WALLS, PSYCHOLOGY, BIOLOGY = (
    "(Home Page) Book of Walls",
    "(Home Page) A Dictionary of Psychology",
    "(Home Page) A Dictionary of Biology",
)


def vault(*items: str, name: str = WALLS, conventions: Conventions | None = None) -> Vault:
    notes = {
        f"{at}.md": f"## S[^1]\n- {item}\n\n[^1]: [[{name}]]\n" for at, item in enumerate(items)
    }
    return vault_of(notes, conventions=conventions)


def test_what_a_table_or_a_configuration_says_comes_with_the_counts() -> None:
    entry = Dictionary("*Walls*", ("n.", "w."))
    conventions = Conventions(dictionaries=(entry, *DICTIONARIES))
    found = labels_printed(vault("$n$. x", "n. y", "$n$ z", conventions=conventions), WALLS)
    counts = (LabelCount("n.", 1, 1, 1), LabelCount("w."))
    assert found == PrintedLabels(Origin.CONFIGURATION, 3, counts)
    found = labels_printed(vault("n. x", name=PSYCHOLOGY), PSYCHOLOGY)
    assert (found.origin, found.labels[0]) == (Origin.TABLE, LabelCount("n.", 1))


def test_a_dictionary_of_the_table_that_prints_none_never_learns_any() -> None:
    found = labels_printed(vault(*["n. x"] * 9, name=BIOLOGY), BIOLOGY)
    assert found == PrintedLabels(Origin.TABLE, 9)


def test_what_is_learnt_stands_before_what_is_not() -> None:
    found = labels_printed(vault(*["n. x"] * 3, "adj. x", "$v b$. y"), WALLS)
    assert found.origin is Origin.LEARNT
    assert found.labels == (LabelCount("n.", 3), LabelCount("adj.", 1), LabelCount("vb.", 0, 1))
    found = labels_printed(vault(*["n. x"] * 3, "art. x"), WALLS)
    assert found.labels == (LabelCount("n.", 3),)
    assert [count.label for count in found.others] == ["art."]


@pytest.mark.parametrize(
    ("items", "least", "reason"),
    [
        (["n. x"], 3, "1 of the 3 sections that it takes"),
        ([], 3, "0 of the 3 sections that it takes"),
        (["n. x", "n. y", "z"], 3, "no label is printed in 3 of 3 sections"),
        (["n. x"] * 3 + ["$n$ y"], 3, "too many sections have variables of the same letters"),
        (["vb to wall"] * 3, 3, "what is printed is no label for certain"),
        (["n. x"] * 9, 0, "nothing is learnt where `learn-labels` is 0"),
    ],
)
def test_it_is_said_why_nothing_was_learnt(items: list[str], least: int, reason: str) -> None:
    found = labels_printed(vault(*items, conventions=Conventions(learn_labels=least)), WALLS)
    assert (found.origin, found.labels, found.reason) == (Origin.NOWHERE, (), reason)
