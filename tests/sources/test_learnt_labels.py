"""Which labels a dictionary prints, learnt of the sections that quote it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from support.vaults import vault_of

from notelint.conventions import PARTS_OF_SPEECH, Conventions
from notelint.sources.learnt_labels import Learnt, learnable, learnt
from notelint.values import Applicability, words_key
from notelint.vault import Vault

NAME = "(Home Page) Book of Walls"
SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE


def quoting(*items: str, name: str = NAME) -> str:
    listed = "".join(f"- {item}\n" for item in items)
    return f"## Source[^1]\n{listed}## References\n\n[^1]: [[{name}]]\n"


def vault(*sections: Sequence[str], least: int = 3) -> Vault:
    notes = {f"{number}.md": quoting(*items) for number, items in enumerate(sections)}
    return vault_of(notes, conventions=Conventions(learn_labels=least))


def learnt_of(vault: Vault, name: str = NAME) -> Learnt | None:
    return learnt(vault, name, words_key(name))


NOUN, BOTH, VARIABLE = ["n. a wall"], ["n. a wall", "adj. walled"], ["a wall of $n$ stones"]


@pytest.mark.parametrize(
    ("sections", "labels"),
    [
        ([NOUN] * 3, ["n."]),
        ([BOTH] * 3, ["adj.", "n."]),
        ([BOTH] * 2 + [NOUN], ["n."]),
        ([NOUN] * 2, None),
        ([NOUN] * 8 + [VARIABLE] * 2, ["n."]),
        ([NOUN] * 8 + [VARIABLE] * 3, None),
        ([["$n$. a wall"]] * 9, None),
        ([["e.g. a wall"]] * 9 + [["a. a wall"]] * 9, None),
        ([["n. a wall", "v.t. to wall"]] * 3, ["n.", "v.t."]),
        ([["n. a wall", "v.t. to wall"]] * 3 + [["v. t. to wall"]] * 4, ["n.", "v. t.", "v."]),
    ],
)
def test_what_enough_sections_print_is_learnt(
    sections: list[list[str]], labels: list[str] | None
) -> None:
    found = learnt_of(vault(*sections))
    assert (sorted(found.labels.values()) if found else None) == (
        sorted(labels) if labels else None
    )


def test_how_many_are_enough_is_agreed_on_and_nothing_is_learnt_of_none() -> None:
    assert learnt_of(vault(NOUN, least=1))
    assert not learnt_of(vault(*[NOUN] * 3, least=4))
    assert not learnt_of(vault(*[NOUN] * 3, least=0))


@pytest.mark.parametrize(
    ("sections", "applicability"),
    [
        ([BOTH] * 3, SAFE),
        ([NOUN] * 9, UNSAFE),
        ([NOUN] * 9 + [["a wall (pl. walls)", "n. pl. walls"]] * 9, UNSAFE),
        ([BOTH] * 4 + [VARIABLE], UNSAFE),
        ([BOTH] * 20 + [VARIABLE], SAFE),
        ([BOTH] * 39 + [VARIABLE] * 2, UNSAFE),
    ],
)
def test_a_label_is_certain_where_mathematics_is_out_of_the_question(
    sections: list[list[str]], applicability: Applicability
) -> None:
    found = learnt_of(vault(*sections))
    assert found
    assert found.applicability("n") is applicability


def test_the_evidence_is_told_with_what_stands_against_it() -> None:
    found = learnt_of(vault(*[BOTH] * 4, VARIABLE))
    assert found
    told = "of 5 sections that quote `Book of Walls` print it"
    assert found.evidence("n") == f"4 {told}, 1 has a variable `n`"
    assert found.evidence("adj") == f"4 {told}"
    more = learnt_of(vault(*[NOUN] * 8, *[VARIABLE] * 2))
    assert more
    assert more.evidence("n").endswith(", 2 have a variable `n`")


def test_all_names_of_a_home_page_are_one_and_another_edition_is_not() -> None:
    names = [NAME, "Home Page - Book of Walls", "Home pages/Home Page: Book of Walls#x"]
    spelled = vault_of({f"{name[-20:]}.md": quoting("n. x", name=name) for name in names})
    for name in ("Home Page - Book of Walls", "Book of Walls"):
        assert learnt_of(spelled, name=name)
    assert not learnt_of(spelled, name=f"{NAME} 2nd Edition")


def test_what_can_be_learnt_is_a_label_with_its_stop() -> None:
    labels = learnable().keys()
    assert labels <= set(PARTS_OF_SPEECH)
    assert {label for label in labels if len(label) == 2} == {"n.", "v."}
    assert all(label.endswith(".") for label in labels)
    assert {"adj.", "vb.", "npl.", "v.t.", "n. pl."} <= labels
