"""Near misses: what a misspelt name may have meant, and what it surely did not mean."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.vault import MOST, NearNames

NAMES = (
    "(Home Page) A Dictionary of X",
    "(Home Page) A Dictionary of Biology 7th Edition",
    "(Home Page) A Dictionary of Biology 8th Edition",
    "(Home Page) A Dictionary of Psychology 4th Edition",
    "(Home Page) Concise Medical Dictionary 10th Edition",
    "Figure 1.png",
    "Wall (disambiguation)",
    "cell wall",
    "cell membrane",
    "café culture",
    "heuristic",
    "osmosis",
    "photosynthesis",
    "spreading activation",
    "细胞壁的结构",
    "клеточная стенка",
    "🌿",
    "2024-05-12",
    "2024-05-14",
)


def near(wrong: str, names: tuple[str, ...] = NAMES) -> tuple[str, ...]:
    return NearNames(names).near(wrong)


@pytest.mark.parametrize(
    ("wrong", "best"),
    [
        ("Home Page - A Dictionary of X", "(Home Page) A Dictionary of X"),
        ("Home Page A Dictionary of X", "(Home Page) A Dictionary of X"),
        ("A Dictionary of X (Home Page)", "(Home Page) A Dictionary of X"),
        ("(home page) a dictionary of x", "(Home Page) A Dictionary of X"),
        ("A Dictionary of Biology 8th Edition", "(Home Page) A Dictionary of Biology 8th Edition"),
        (
            "(Home Page) A Dictionary of Biolgy 7th Edition",
            "(Home Page) A Dictionary of Biology 7th Edition",
        ),
        (
            "(Home Page) A Dictionary of Psychology 3rd Edition",
            "(Home Page) A Dictionary of Psychology 4th Edition",
        ),
        (
            "(Home Page) Concise Medical Dictionary 9th Edition",
            "(Home Page) Concise Medical Dictionary 10th Edition",
        ),
        ("osmossis", "osmosis"),
        ("osmsis", "osmosis"),
        ("somosis", "osmosis"),
        ("photosynthesys", "photosynthesis"),
        ("heuristics", "heuristic"),
        ("cell-wall", "cell wall"),
        ("cellwall", "cell wall"),
        ("Cell  Walls", "cell wall"),
        ("spreading-activaton", "spreading activation"),
        ("Figure 1", "Figure 1.png"),
        ("figur 1.png", "Figure 1.png"),
        ("café cultur", "café culture"),
        (unicodedata.normalize("NFD", "café cultur"), "café culture"),
        ("cafe culture", "café culture"),
        ("клеточная стена", "клеточная стенка"),
        ("细胞壁的结", "细胞壁的结构"),
    ],
)
def test_the_name_that_was_meant_comes_first(wrong: str, best: str) -> None:
    assert near(wrong)[:1] == (best,)


def test_a_wrong_edition_finds_the_right_ones() -> None:
    found = near("(Home Page) A Dictionary of Biology 6th Edition")
    assert set(found) == {
        "(Home Page) A Dictionary of Biology 7th Edition",
        "(Home Page) A Dictionary of Biology 8th Edition",
    }


@pytest.mark.parametrize(
    "wrong",
    [
        "wallaby",
        "Cell division",
        "A Dictionary of Law",
        "mitochondrion",
        "Lecture notes of the spring school",
        "to do",
        "x",
        "1",
        "2023-11-30",
        "2024-05-13",
        "🧱",
        "",
        " ",
        "...",
        "壁",
    ],
)
def test_an_unrelated_name_finds_nothing(wrong: str) -> None:
    assert near(wrong) == ()


def test_at_most_three_are_named() -> None:
    names = tuple(f"A Dictionary of Walls {n}th Edition" for n in range(4, 20))
    assert len(near("A Dictionary of Walls 3rd Edition", names)) == MOST == 3


def test_a_vault_without_names_has_none() -> None:
    assert near("osmosis", ()) == ()


def test_a_name_is_found_among_many_that_begin_alike() -> None:
    """Of frequent beginnings and ends only some are looked at; what is rare decides."""
    names = tuple(f"(Home Page) A Dictionary of {_word(n)} 2nd Edition" for n in range(5000))
    for n in (0, 1234, 4999):
        wrong = f"Home Page - A Dictionary of {_word(n)}, 2nd edition"
        assert near(wrong, names)[:1] == (names[n],)


def test_what_is_rare_is_found_behind_what_is_frequent() -> None:
    names = tuple(f"Lecture {n:04} of the course on walls" for n in range(2000))
    assert near("Lectures 1234 of the courses on walls", names)[0] == names[1234]


def _word(number: int) -> str:
    digits = (number // 400, number // 20, number, number * 7)
    return "".join("bdfgklmnprstvwxzBDFG"[digit % 20] + "aeiou"[digit % 5] for digit in digits)


MANY = """
from notelint.vault import NearNames
names = [f"Lecture {n:04} of the course on walls" for n in range(2000)]
names += [f"{a}{b} walls of the old town" for a in "abcdefghij" for b in "abcdefghij"]
near = NearNames(names).near
for wrong in ("Lecture 9999 of the course on walls", "zz walls of the old town"):
    print(near(wrong))
"""


def test_every_run_finds_the_same() -> None:
    """Sets of strings have another order in each process."""
    said = set()
    for seed in "0123":
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", MANY],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        said.add(done.stdout)
    assert len(said) == 1


names = st.lists(
    st.one_of(st.text(max_size=30), st.text("abc -(é́9", max_size=12), st.sampled_from(NAMES)),
    unique=True,
    max_size=12,
).map(tuple)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=60), st.text("abc -(é́9", max_size=12)), names)
def test_whatever_is_asked_the_answer_is_some_of_the_names(
    wrong: str, known: tuple[str, ...]
) -> None:
    found = near(wrong, known)
    assert len(found) == len(set(found)) <= MOST
    assert set(found) <= set(known)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(names)
def test_a_name_finds_itself(known: tuple[str, ...]) -> None:
    for name in known:
        if len("".join(filter(str.isalpha, name))) >= 4:
            assert name in near(name, (name,))


@pytest.mark.parametrize("wrong", ["x" * 100_000, "wall " * 20_000, "\ud800", "\0", "🧱" * 500])
def test_an_odd_question_is_answered_too(wrong: str) -> None:
    assert set(near(wrong)) <= set(NAMES)


def test_of_more_wrong_names_than_are_remembered_each_is_looked_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("notelint.vault.near_names._MOST_KEPT", 1)
    names = NearNames(("osmosis", "mitosis"))
    wrong = ["osmosiss", "mitosiss"] * 2
    assert [names.near(name)[0] for name in wrong] == ["osmosis", "mitosis"] * 2
    assert len(vars(names)["_answers"]) == 1
