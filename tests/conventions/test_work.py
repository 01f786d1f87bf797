"""The work that the title of a home page names: a title, an edition, a publisher."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.conventions import Work, title_in, work_in, work_of
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
    ("A Book of Walls 8e", Work("A Book of Walls", "8e"), "8"),
    ("A Book of Walls, 8/e", Work("A Book of Walls", "8/e"), "8"),
    ("A Book of Walls Edition 8", Work("A Book of Walls", "Edition 8"), "8"),
    ("A Book of Walls, ed. 3", Work("A Book of Walls", "ed. 3"), "3"),
    ("A Book of Walls [3rd ed.]", Work("A Book of Walls", "3rd ed."), "3"),
    ("A Book (8th ed.). Brick Press", Work("A Book", "8th ed.", "Brick Press"), "8"),
    ("A Book 8th edition, Brick, 2015", Work("A Book", "8th edition", "Brick"), "8"),
    ("A Book of Walls, twentieth edition", Work("A Book of Walls", "twentieth edition"), "20"),
    ("A Book of Walls Twenty-first Edition", Work("A Book of Walls", "Twenty-first Edition"), "21"),
    ("A Book of Walls 2nd rev. ed.", Work("A Book of Walls", "2nd rev. ed."), "2 revised"),
    ("A Book 2nd Edition, Revised", Work("A Book", "2nd Edition, Revised"), "2 revised"),
    ("Mauern 9. Auflage", Work("Mauern", "9. Auflage"), "9"),
    ("Mauern, 3. Aufl.", Work("Mauern", "3. Aufl."), "3"),
    ("Mauern, dritte Auflage", Work("Mauern", "dritte Auflage"), "3"),
    ("Mauern 2., überarbeitete Auflage", Work("Mauern", "2., überarbeitete Auflage"), "2 revised"),
    ("Murs 2e édition", Work("Murs", "2e édition"), "2"),
    ("Murs, deuxième édition", Work("Murs", "deuxième édition"), "2"),
    ("Murs 1ère éd.", Work("Murs", "1ère éd."), "1"),
    ("Muros 23ª edición", Work("Muros", "23ª edición"), "23"),
    ("Muros 2.ª edición", Work("Muros", "2.ª edición"), "2"),
    ("Muros 3ª ed.", Work("Muros", "3ª ed."), "3"),
    ("Mauern 9. Auflage von Ziegel & Sohn", Work("Mauern", "9. Auflage", "Ziegel & Sohn"), "9"),
    ("Murs 2e édition par Brique", Work("Murs", "2e édition", "Brique"), "2"),
    ("Muros 3.ª edición por Ladrillo", Work("Muros", "3.ª edición", "Ladrillo"), "3"),
    ("Muri, seconda edizione", Work("Muri", "seconda edizione"), "2"),
    ("Muren 3e druk", Work("Muren", "3e druk"), "3"),
    ("Muros, nova edição", Work("Muros", "nova edição"), "new"),
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
        "Vitamin E",
        "Windows 8",
        "Walls 100e",
        "A Book of Ed 3 Walls",
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


@pytest.mark.parametrize(
    ("citation", "work"),
    [
        ('*A Book of Walls*, 8th ed., s.v. "brick"', Work("A Book of Walls", "8th ed.")),
        ("B. Mason, _A Book of Walls_ (8e). Brick, 2015", Work("A Book of Walls", "8e", "Brick")),
        ("see **A Book of Walls**", Work("A Book of Walls")),
        ("A Book of Walls, p. 12", Work("A Book of Walls")),
        ("A Book of Walls (2015), sub voce brick", Work("A Book of Walls")),
        ("“A Book of Walls”, 8th ed.", Work("A Book of Walls", "8th ed.")),
        ('"brick", *A Book of Walls*, 8th ed.', Work("A Book of Walls", "8th ed.")),
        ('"Brick." A Book of Walls, 8th ed., pp. 3-4', Work("A Book of Walls", "8th ed.")),
        ("A Book of Walls. Accessed in May", Work("A Book of Walls")),
    ],
)
def test_words_cite_a_work_whatever_stands_beside_its_title(citation: str, work: Work) -> None:
    assert work_in(citation) == work


@given(st.text(max_size=60))
def test_no_citation_is_lost(citation: str) -> None:
    assert work_in(citation).title or not citation.strip()
