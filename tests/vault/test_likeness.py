"""In what two names differ, and whether one may stand for the other."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.vault import Difference, liken
from notelint.vault.likeness import has_slips, is_abbreviated


@pytest.mark.parametrize(
    ("wrong", "name", "difference"),
    [
        ("cell wall", "cell wall", "none"),
        (unicodedata.normalize("NFD", "café"), "café", "none"),
        ("Cell Wall", "cell wall", "case"),
        ("cell  wall", "cell wall", "blank"),
        ("CellWall", "cell wall", "blank"),
        ("hard-wired", "hardwired", "blank"),
        ("cell-wall", "cell wall", "punctuation"),
        ("cell_wall", "Cell Wall", "punctuation"),
        ("Darwin's finch", "Darwin’s finch", "punctuation"),
        ("Home Page - Walls", "(Home Page) Walls", "punctuation"),
        ("《墙》", "🧱墙", "punctuation"),
        ("wall", "walls", "plural"),
        ("cell-walls", "Cell Wall", "plural"),
        ("theory of walls", "theories of walls", "plural"),
        ("boxes", "box", "plural"),
        ("ACLs", "ACL", "plural"),
        ("bacteria", "bacterium", "plural"),
        ("hypotheses", "hypothesis", "plural"),
        ("vertebrae", "vertebra", "plural"),
        ("photosyntesis", "photosynthesis", "slip"),
        ("acommodation", "accommodation", "slip"),
        ("Photosyntehsis", "photosynthesis", "slip"),
        ("osmossis", "osmosis", "slip"),
        ("photosynthesys", "photosynthesis", "letter"),
        ("existance", "existence", "letter"),
    ],
)
def test_what_may_stand_for_a_name(wrong: str, name: str, difference: str) -> None:
    found = liken(wrong, name)
    assert (found.difference, found.is_close) == (difference, True)


@pytest.mark.parametrize(
    ("wrong", "name", "difference"),
    [
        # short words
        ("VLAN", "VXLAN", "slip"),
        ("cell wal", "cell wall", "slip"),
        ("sudo", "scudo", "slip"),
        ("HTTPS", "HTTP", "slip"),
        ("IDS", "ID", "slip"),
        ("virus", "viru", "slip"),
        # what begins or ends in another way is another thing
        ("bijection", "injection", "other"),
        ("trivector", "bivector", "other"),
        ("sexually", "asexually", "slip"),
        ("rootkits", "bootkits", "letter"),
        ("macroscopic", "microscopic", "letter"),
        ("abduction", "adduction", "letter"),
        ("introversion", "intraversion", "letter"),
        ("prescribed", "perscribed", "slip"),
        ("chlorite", "chloride", "letter"),
        ("cellulose", "cellulase", "letter"),
        ("refraction", "reflection", "other"),
        ("behavioral analysis", "behavioral analytics", "other"),
        # a letter of these is a syllable or a word
        ("项目管理的基本方法", "项目式管理的基本方法", "slip"),
        ("肩部肌肉训练的技术细节", "肩背肌肉训练的技术细节", "letter"),
        # signs that mean something
        ("systems", "SYSTEM", "slip"),
        ("C++", "C", "other"),
        ("C#", "C++", "other"),
        (".NET", "net", "other"),
        ("hyper-", "hyper", "other"),
        ("A*", "A", "other"),
        ("Hypothes.is", "hypothesis", "other"),
        # numbers
        ("Figure 1", "Figure 2", "number"),
        ("v1.2", "v12", "number"),
        ("Pasted image 20250324100717", "Pasted image 20250324100718", "number"),
        # more words, others, in another order
        ("cell wall", "the cell wall", "other"),
        ("South America", "North America", "other"),
        ("wall of a cell", "cell of a wall", "other"),
        ("", "wall", "other"),
        ("🧱", "🌿", "other"),
    ],
)
def test_what_may_not_stand_for_a_name(wrong: str, name: str, difference: str) -> None:
    found = liken(wrong, name)
    assert (found.difference, found.is_close) == (difference, False)


def test_the_word_that_differs_is_told() -> None:
    misspelt = [liken(wrong, "cell walls").misspelt for wrong in ("cell wals", "Cell Wall", "x")]
    assert misspelt == ["wals", "wall", ""]
    assert [difference for difference in Difference if difference.is_of_letters] == [
        Difference.SLIP,
        Difference.LETTER,
    ]


NAMES = st.text("abcxyé -_.'s1#+C细", max_size=12)


@given(NAMES, NAMES)
def test_two_names_differ_in_the_same_way_from_either_side(one: str, other: str) -> None:
    there, back = liken(one, other), liken(other, one)
    assert (there.difference, there.is_close) == (back.difference, back.is_close)


@given(NAMES)
def test_a_name_is_as_itself(name: str) -> None:
    assert liken(name, name).difference is Difference.NONE


@pytest.mark.parametrize(
    ("wrong", "name", "same"),
    [
        ("Web Token (WT)", "Web Token", True),
        ("WT (Web Token)", "web token", True),
        ("WT - Web Token", "Web Token (WT)", True),
        ("Web Token – WT", "Web-Token", True),
        ("Command and Control (C2)", "Command and Control", True),
        ("Web Token (draft)", "Web Token", False),
        ("Web Token (WT)", "Web Tokens", True),
        ("Valid Tokens T100", "t100-valid-tokens", True),
        ("Token Web", "Web Token", False),
        ("Web Token (WT)", "Web Token Test", False),
        ("Linux (OS)", "Linux", False),
        ("Walls (2nd Edition)", "Walls", False),
        ("(WT)", "(WT)", False),
    ],
)
def test_an_abbreviation_beside_its_words(wrong: str, name: str, same: bool) -> None:
    assert is_abbreviated(wrong, name) is same


@pytest.mark.parametrize(
    ("wrong", "name", "slips"),
    [
        ("Find the First Occurence in the Text", "Find the first Occurrence in a Text", True),
        ("The Preperations of a Wall", "The Preparations of the Wall", False),
        ("The Preparatons of a Wall", "The Preparations of the Wall", True),
        ("How a Wall is Built", "How the Wall is Built", True),
        ("The Walls of Jericho in 1200", "The Walls of Jericho in 1300", False),
        ("From Chlorides to Walls", "From Chlorites to Walls", False),
        ("Differences of Walls and Doors", "Differences of Walls and Floors", False),
        ("A Wall", "The Wall", False),
    ],
)
def test_slips_in_several_words_of_a_long_name(wrong: str, name: str, slips: bool) -> None:
    assert has_slips(wrong, name) is slips
