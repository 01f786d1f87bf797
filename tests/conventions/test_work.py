"""The work that the title of a home page names: a title, an edition, a publisher."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.conventions import Work, title_in, work_of
from notelint.conventions.dictionary import HOME_PAGES

WORKS = [
    ("A Dictionary of Biology 8th Edition by Oxford Reference",
     Work("A Dictionary of Biology", "8th Edition", "Oxford Reference"), "8"),
    ("Programming Rust 2nd Edition by O'Reilly",
     Work("Programming Rust", "2nd Edition", "O'Reilly"), "2"),
    ("A Book of Walls 8th Edition", Work("A Book of Walls", "8th Edition"), "8"),
    ("A Book of Walls 8 ed.", Work("A Book of Walls", "8 ed."), "8"),
    ("A Book of Walls, Eighth edition", Work("A Book of Walls", "Eighth edition"), "8"),
    ("A Book of Walls (8th edn.)", Work("A Book of Walls", "8th edn."), "8"),
    ("A Book of Walls - 8th edition, Brick & Son",
     Work("A Book of Walls", "8th edition", "Brick & Son"), "8"),
    ("A Book of Walls 8th Edition (Brick & Son)",
     Work("A Book of Walls", "8th Edition", "Brick & Son"), "8"),
    ("A Book of Walls 2nd revised edition", Work("A Book of Walls", "2nd revised edition"),
     "2 revised"),
    ("A Book of Walls New Edition", Work("A Book of Walls", "New Edition"), "new"),
    ("A Book of Walls 3rd Edition by New Edition Press",
     Work("A Book of Walls", "3rd Edition", "New Edition Press"), "3"),
    ("New Edition of Walls 2nd Edition", Work("New Edition of Walls", "2nd Edition"), "2"),
    ("1984 2nd Edition", Work("1984", "2nd Edition"), "2"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "work", "key"), WORKS)
def test_an_edition_is_found_wherever_it_stands(title: str, work: Work, key: str) -> None:
    assert work_of(title) == work
    assert work_of(title).edition_key == key


@pytest.mark.parametrize(
    "title",
    [
        "Glossary by Capterra",
        "Algorithms, Part I",
        "8th Edition",
        "The New Edition of Walls",
        "A Book of Walls 2019",
        "Second Editions of Walls",
        "The Edition",
    ],
)
def test_a_title_without_an_edition_stays_whole(title: str) -> None:
    assert work_of(title) == Work(title)
    assert work_of(title).edition_key == ""


def test_a_work_is_called_by_its_publisher_too() -> None:
    assert work_of("A Book of Walls 2nd Edition by Brick").name == "A Book of Walls by Brick"
    assert work_of("A Book of Walls 2nd Edition").name == "A Book of Walls"


@given(st.text(min_size=1), st.sampled_from(["8th Edition", "new ed."]), st.text())
def test_no_title_is_lost(before: str, edition: str, behind: str) -> None:
    title = f"{before} {edition} {behind}"
    work = work_of(title)
    assert work.title
    assert title.startswith(work.title)
    assert work.edition is None or work.edition in title


@pytest.mark.parametrize("form", HOME_PAGES)
@pytest.mark.parametrize("case", WORKS)
def test_the_form_of_a_home_page_says_nothing_of_the_work(
    case: tuple[str, Work, str], form: str
) -> None:
    assert work_of(title_in(HOME_PAGES, form.replace("*", case[0])) or "") == case[1]
