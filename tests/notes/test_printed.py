"""What sections that quote a source print where labels stand, read off the letters of a note."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.notes import cited_name, quoted_with_formulas
from notelint.notes.printed import printed_in

HOME = "home page walls"
ITEMS = (
    *("n. a wall", "$n$. a wall", "(1) adj. walled", "—walled adj.", "**wall** vb. to wall"),
    *("it has $n$ walls", "(pl. walls)", "", "A wall.", "```", "%% n. %%", "e.g. a wall"),
)
LINES = st.one_of(
    st.sampled_from(
        ("## Source[^1]", "# Source [^2]", "### Walls", "## Both[^1][^2]", "[^1]: Walls", "[^2]: x")
    ),
    st.sampled_from(ITEMS).map("- {}".format),
)


def forms(*items: str) -> set[str]:
    """What a section with some items prints."""
    note = "## Source[^1]\n" + "".join(f"- {item}\n" for item in items) + f"\n[^1]: [[{HOME}]]\n"
    printed = printed_in(note)
    assert printed[0] == (HOME, "", 1)
    assert {(name, count) for name, _, count in printed} == {(HOME, 1)}
    return {form for _, form, _ in printed[1:]}


@pytest.mark.parametrize(
    ("item", "printed"),
    [
        ("n. a wall", {"n."}),
        ("n.", {"n."}),
        ("*n.* a wall", {"n."}),
        ("[ ] n. a wall", {"n."}),
        ("(1) n. a wall", {"n."}),
        ("2. n. a wall", {"n."}),
        ("(murus) n. a wall", {"n."}),
        ("[murus] n. a wall", {"n."}),
        ("wall n. a barrier", {"n."}),
        ("wall (murus) n. a barrier", {"n."}),
        ("**dry wall** n. a barrier", {"n."}),
        ("*wall,* n. a barrier", {"n."}),
        ("adj. & n. of walls", {"adj.", "n."}),
        ("n. & $v b$. of walls", {"n.", "$vb$."}),
        ("n. pl. walls", {"n.", "n. pl."}),
        ("v.t. to wall", {"v.t."}),
        ("v. t. to wall", {"v.", "v. t."}),
        ("a barrier. —walled adj.", {"adj."}),
        ("a barrier.$\\textemdash$walled adj. —wallish adj.", {"adj."}),
        ("a barrier (pl. walls)", {"pl."}),
        ("$n$. a wall", {"$n$."}),
        ("$\\mathrm{n}$. a wall", {"$n$."}),
        ("$n.$ a wall", {"$n$."}),
        ("one that builds. wallist $n$. walled $a d j$.", {"$n$.", "$adj$."}),
        ("to wall $v b$.", {"$vb$"}),
        ("to wall $v b$", {"$"}),
        ("$v . t$. to wall", {"$vt$."}),
        ("$n. & adj$. of walls", {"$n$.", "$adj$."}),
        ("$V$. a wall", set()),
        ("of walls. **walled**, adj.", {"adj."}),
        ("of walls. **walled**, $a d j$.", {"$adj$."}),
        ("of walls. —**walled**, a.", {"a."}),
        ("of walls. walled, adj.", set()),
        ("⟨Adj.⟩: of walls", {"Adj."}),
        ("⟨sw. V.; hat⟩: to wall", {"sw. V.", "sw."}),
        ("⟨$A d j$.⟩: of walls", {"$Adj$."}),
        ("n a wall", {"n"}),
        ("adj & n walled", {"adj", "n"}),
        ("vb 3 to wall", {"vb"}),
        ("v to wall", {"v"}),
        ("v to infinity", set()),
        ("v a wall", set()),
        ("n (13c) 1: a wall", {"n"}),
        ("n *building* a wall", {"n"}),
        ("adj is a matrix", set()),
        ("n = 3", set()),
        ("a wall", set()),
        ("$a d j$ like a wall", {"$adj$."}),
        ("$n$ a wall", {"$n$."}),
        ("$n$ (13c) a wall", {"$n$."}),
        ("$n$ stones", {"$n$"}),
        ("a wall of $n$ stones", {"$n$"}),
        ("the factors of $n$.", {"$n$"}),
        ("$n$ is the number of stones", {"$n$"}),
        ("$n$. is the number of stones", {"$n$"}),
        ("n. is the number of stones", set()),
        ("of $k$ stones and $x y$ mortars", {"$"}),
        ("of $k$ stones and $3$ mortars", set()),
        ("dry wall n. a barrier", set()),
        ("the house is a n. 5", set()),
        ("a wall (n. 5)", set()),
        ("a barrier —walled adj. things", set()),
        ("Walls. They stand.", set()),
        ("`n.` a wall", set()),
    ],
)
def test_a_form_counts_where_a_label_stands(item: str, printed: set[str]) -> None:
    assert forms(item) == printed


def test_a_form_counts_once_in_a_section() -> None:
    assert forms("n. a wall", "n. a barrier", "adj. walled", "$n$ stones") == {"n.", "adj.", "$n$"}


@pytest.mark.parametrize(
    ("note", "printed"),
    [
        (
            "## A[^1]\n- n. x\n### B\n- adj. y\n## C\n- vb. z\n",
            {"walls", "walls n.", "walls adj."},
        ),
        ("## A[^1]\n- n. x\n### B[^2]\n- adj. y\n", {"walls", "walls n.", "roofs", "roofs adj."}),
        ("# A [^1] of it\n- n. x\n", {"walls", "walls n."}),
        ("## A[^1]\n> - n. x\n", {"walls", "walls n."}),
        ("## A[^1]\r\n- n. x\r\n", {"walls", "walls n."}),
        ("## A[^x]\n- n. x\n\n[^X]: Doors\n", {"doors", "doors n."}),
        ("## A[^3]\n- n. x\n\n[^3]: Doors\n[^3]: *Doors*\n", {"doors", "doors n."}),
        ("## A[^3]\n- n. x\n\n[^3]: Doors\n[^3]: Windows\n", set()),
        ("## A[^1][^2]\n- n. x\n", set()),
        ("## A[^1][^2]\n- n. $n$. x $v b$\n", {"walls $", "roofs $"}),
        ("## A[^1][^3]\n- $n$. x\n", {"walls $"}),
        ("## A[^9]\n- n. x\n", set()),
        ("## A\n- n. x\n", set()),
        ("## A[^1]\n- \n", set()),
        ("## A[^1]\n```\n- n. x\n```\n- y\n", {"walls"}),
        ("~~~\n## A[^1]\n- n. x\n~~~\n", set()),
        ("%%\n## A[^1]\n- n. x\n%%\n", set()),
        ("%%\nx\n%%\n## A[^1]\n- n. x\n", {"walls", "walls n."}),
        ("[^1]: Walls\n## A[^1]\n- n. x\n\n%%\n## B[^1]\n- adj. x\n", {"walls", "walls n."}),
        ("## A[^1]\n- n. x 5%% y\n- adj. z\n", {"walls", "walls n.", "walls adj."}),
        ("<!--\n## A[^1]\n- n. x\n-->\n", set()),
    ],
)
def test_a_section_counts_that_quotes_one_thing_and_has_an_item(
    note: str, printed: set[str]
) -> None:
    found = printed_in(f"{note}\n[^1]: [[Walls]]\n[^2]: [[x/Roofs.md#1|here]], p. 2\n")
    assert {f"{name} {form}".strip() for name, form, _ in found} == printed
    assert {count for _, _, count in found} <= {1}


def test_the_sections_of_a_note_add_up() -> None:
    note = "## A[^1]\n- n. x\n## A[^2]\n- n. x\n## A[^1]\n- y\n\n[^1]: Walls\n[^2]: [[Walls]]\n"
    assert printed_in(note) == (("walls", "", 3), ("walls", "n.", 2))


@given(st.lists(LINES, max_size=12).map("\n".join))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_no_more_sections_print_a_form_than_there_are(note: str) -> None:
    found = printed_in(note)
    sections = {name: count for name, form, count in found if not form}
    told = [item for item in found if item[1] != "$"]
    assert all(0 < count <= sections[name] for name, _, count in told)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("[[Home pages/(Home Page) Walls.md#Dry|here]]", "home page walls"),
        ("[[Home Page - Walls]], p. 3", "home page walls"),
        ("see ![[wall.png]] in [[Walls]]", "walls"),
        ("[Walls](https://example.org/walls)", "walls"),
        ("[here](x/Dry%20Walls.md)", "dry walls"),
        ("*Walls*", "walls"),
        ("https://example.org/walls", ""),
        ("", ""),
        ("w" * 300, ""),
    ],
)
def test_a_definition_cites_a_name(words: str, name: str) -> None:
    assert cited_name(words) == name


def test_formulas_are_told_from_labels() -> None:
    printed = (("doors", "", 1), ("roofs", "$n$", 1), ("walls", "n.", 1), ("windows", "$vb$.", 2))
    assert quoted_with_formulas(printed) == {"roofs", "windows"}
