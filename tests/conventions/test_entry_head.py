"""The head of an entry, behind which a label stands."""

from __future__ import annotations

import pytest

from notelint.conventions import LabelPlace, Standing

LABELS = ("n", "v", "vb", "adj", "adv", "pl", "f", "m", "sf")


def standing(before: str, letters: str, behind: str = " Ce qui tient.") -> Standing | None:
    return LabelPlace(before, behind).standing(letters, LABELS, ["x"])


@pytest.mark.parametrize(
    "before",
    [
        "**wall**, ",
        "**wall**. ",
        "**wall**^2 /wɔːl/ ",
        "**aviné, ée**, ",
        "**dry wall**, (dri) ",
        "Wall, ",
        "WALL (wôl), ",
        "murus, muri, ",
        "muro. (Del lat. *murus*.) ",
        "wall /wɔːl/ ",
        "wall [OE. weall.] ",
    ],
)
@pytest.mark.parametrize("letters", ["n", "adj"])
def test_a_headword_that_begins_an_item_takes_a_label(before: str, letters: str) -> None:
    assert standing(before, letters) in {Standing.HEAD, Standing.WORD}


@pytest.mark.parametrize(
    ("before", "letters"),
    [
        ("**wall** n. a row. — ", "v"),
        ("**wall** n. a row. 2 ", "adj"),
        ("**wall** n. a row. **waller**, ", "n"),
        ("**wall** n. a row || ", "adj"),
        ("n. & ", "v"),
        ("n. A row; and ", "adj"),
        ("From *wall*, ", "v"),
        ("Véase MURO, ", "f"),
        ("A row. (", "v"),
        ("$adj.$ **waller** ", "n"),
    ],
)
def test_an_entry_within_an_item_has_its_label(before: str, letters: str) -> None:
    assert standing(before, letters, ") To wall." if before.endswith("(") else " To wall.")


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("**speed**, ", " The rate of motion."),
        ("**count of leaves**, ", " The figure that it has."),
        ("taux de change, ", " Ce qui change."),
        ("**Lemma** ", " It holds."),
        ("**the wall** ", " It holds."),
        ("The wall, ", " It holds."),
        ("the walls, e.g. ", " It holds."),
        ("walls of a house with ", " It holds."),
        ("**wall**, ", " is the number of rows"),
        ("**wall**, ", " = 3"),
        ("A row. The size is ", " It holds."),
        ("A row of 3 ", " It holds."),
        ("walls—bricks ", " They are heavy."),
    ],
)
def test_a_variable_stays_one(before: str, behind: str) -> None:
    assert standing(before, "n", behind) is None


@pytest.mark.parametrize(
    ("before", "behind", "is_label"),
    [
        ("**Wand** ", "; -, Wände. Was hält.", True),
        ("**Wand** ", ", -en: was hält", True),
        ("**Wand** ", " hält", False),
        ("die Zahl ", "; -, x", False),
    ],
)
def test_a_gender_without_a_stop_has_an_ending_behind_it(
    before: str, behind: str, is_label: bool
) -> None:
    place = LabelPlace(before, behind, is_stopped=False)
    assert (place.standing("f", LABELS, ["x"]) is Standing.HEAD) is is_label
