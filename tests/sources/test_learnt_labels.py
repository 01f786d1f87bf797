"""Which labels a dictionary prints, learnt of the sections that quote it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from support.vaults import vault_of

from notelint.conventions import PARTS_OF_SPEECH, UNSTOPPED_PARTS_OF_SPEECH, Conventions
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


def learnt_of(vault: Vault, name: str = NAME) -> Learnt:
    found = learnt(vault, name, words_key(name))
    assert found
    return found


def believed(vault: Vault, name: str = NAME) -> list[str]:
    """The labels that the sections of a vault show."""
    return sorted(count.label for count in learnt_of(vault, name).counts.believed.values())


NOUN, BOTH, VARIABLE = ["n. a wall"], ["n. a wall", "adj. walled"], ["a wall of $n$ stones"]
BARE = ["n a wall", "vb to wall in", "adj walled"]


@pytest.mark.parametrize(
    ("sections", "labels"),
    [
        ([NOUN] * 3, ["n."]),
        ([BOTH] * 3, ["adj.", "n."]),
        ([BOTH] * 2 + [NOUN], ["adj.", "n."]),
        ([NOUN] * 2, []),
        ([NOUN] * 8 + [VARIABLE] * 2, ["n."]),
        ([NOUN] * 8 + [VARIABLE] * 3, []),
        ([["$n$. a wall"]] * 9, []),
        ([["e.g. a wall"]] * 9 + [["a. a wall"]] * 9, []),
        ([["n. a wall", "v.t. to wall"]] * 3, ["n.", "v.t."]),
        ([["n. a wall", "v.t. to wall"]] * 3 + [["v. t. to wall"]] * 4, ["n.", "v. t.", "v."]),
        ([["adj. walled", "a. walled"]] * 3, ["a.", "adj."]),
        ([["adj. walled", "a. walled", "b. stony"]] * 3, ["adj."]),
        ([["adj. walled"], ["$a$. walled", "b. stony"], *[["a. walled"]] * 3], []),
        ([["⟨Adj.⟩ aus Stein"]] * 3, ["Adj."]),
        ([["a wall. **walled**, adj."]] * 3, ["adj."]),
        ([["a wall. —**walled**, adj."]] * 3, ["adj."]),
        ([BARE] * 3, ["adj", "n", "vb"]),
        ([["n a wall", "adj walled"]] * 3, []),
    ],
)
def test_what_enough_sections_print_is_learnt(sections: list[list[str]], labels: list[str]) -> None:
    assert believed(vault(*sections)) == sorted(labels)


def test_how_many_are_enough_is_agreed_on_and_nothing_is_learnt_of_none() -> None:
    assert believed(vault(NOUN, least=1))
    assert not believed(vault(*[NOUN] * 3, least=4))
    assert not learnt(vault(*[NOUN] * 3, least=0), NAME, words_key(NAME))


def test_what_is_a_label_and_nothing_else_needs_no_print_where_others_have_some() -> None:
    found = learnt_of(vault(*[BOTH] * 3))
    assert found.labels["adv"] == "adv."
    assert found.applicability("adv") is SAFE
    assert found.evidence("adv") == "3 of 3 sections that quote `Book of Walls` print `adj.`"
    assert learnt_of(vault(*[NOUN] * 3)).labels == {"n": "n."}
    misread = learnt_of(vault(*[["$n$. a wall", "$v b$. to wall", "$a d j$. walled"]] * 3))
    assert misread.labels.keys() > {"n", "vb", "adj"}
    assert misread.evidence("adv").endswith("`Book of Walls` have `adj.` as a formula")
    assert misread.evidence("vb").startswith("3 of 3 sections")
    assert misread.evidence("vb").endswith("have it as a formula")


@pytest.mark.parametrize(
    ("sections", "applicability"),
    [
        ([BOTH] * 3, SAFE),
        ([NOUN] * 9, UNSAFE),
        ([NOUN] * 9 + [["a wall (pl. walls)", "n. pl. walls"]] * 9, UNSAFE),
        ([BOTH] * 4 + [VARIABLE] * 2, SAFE),
        ([BOTH] * 4 + [VARIABLE] * 3, UNSAFE),
        ([["$n$. a wall", "adj. walled"]] * 9, UNSAFE),
    ],
)
def test_a_label_is_certain_where_mathematics_is_out_of_the_question(
    sections: list[list[str]], applicability: Applicability
) -> None:
    assert learnt_of(vault(*sections)).applicability("n") is applicability


def test_the_evidence_is_told_with_what_stands_against_it() -> None:
    found = learnt_of(vault(*[BOTH] * 4, VARIABLE))
    told = "of 5 sections that quote `Book of Walls` print it"
    assert found.evidence("n") == f"4 {told}, 1 has a variable `n`"
    assert found.evidence("adj") == f"4 {told}"
    more = learnt_of(vault(*[NOUN] * 8, *[VARIABLE] * 2))
    assert more.evidence("n").endswith(", 2 have a variable `n`")


def test_all_names_of_a_home_page_are_one_and_another_edition_is_not() -> None:
    names = [NAME, "Home Page - Book of Walls", "Home pages/Home Page: Book of Walls#x"]
    spelled = vault_of({f"{name[-20:]}.md": quoting("n. x", name=name) for name in names})
    for name in ("Home Page - Book of Walls", "Book of Walls"):
        assert believed(spelled, name=name)
    assert not believed(spelled, name=f"{NAME} 2nd Edition")


def test_what_can_be_learnt_is_of_the_list_of_labels() -> None:
    labels = learnable().keys()
    assert labels <= {*PARTS_OF_SPEECH, *UNSTOPPED_PARTS_OF_SPEECH}
    assert {label for label in labels if len(label) == 2 and label[1] == "."} == {
        *("a.", "f.", "m.", "n.", "s.", "v."),
    }
    assert {"adj.", "vb.", "npl.", "v.t.", "n. pl.", "Adj.", "sw. V.", "n", "vb", "adj"} <= labels
    assert labels.isdisjoint({"a", "A.", "V.", "p."})
