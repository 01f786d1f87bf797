"""What is cited, counted: what is one work, what counts, and what is missing."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.citations import (
    NEWER,
    NOTES,
    OLDER,
    ROOFS,
    WALLS,
    counted,
    linked,
    rows,
    term,
    written,
)

from notelint.conventions import Conventions, Dictionary
from notelint.sources import Uses

ONE = ("A Book of Walls by Brick", "2nd Edition", 1, 1)


@pytest.mark.parametrize(
    "link",
    [
        f"[[{NEWER}]]",
        f"[[{OLDER}]]",
        f"[[{NEWER}|Walls]]",
        f"[[{NEWER}#Bricks]]",
        f"[[{NEWER}#^b1|Walls]]",
        f"[[Home pages/{NEWER}]]",
        f"[[{NEWER}.md]]",
        f"see [[{NEWER}]], p. 3",
        f"[Walls](<{NEWER}.md>)",
        f"[Walls]({NEWER.replace(' ', '%20')}.md)",
        NEWER,
    ],
)
def test_however_a_home_page_is_written_it_is_the_same_work(link: str) -> None:
    assert rows(counted({"a.md": term(link)})) == [ONE]


@pytest.mark.parametrize(
    "name",
    [
        f"(home page) {WALLS}".upper(),
        OLDER.replace("2nd Edition", "second edition"),
        NEWER.replace("2nd Edition", "2 ed."),
        "(Home Page) A Book of Walls 2nd Edition",
    ],
)
def test_two_spellings_are_one_edition(name: str) -> None:
    found = counted({"a.md": linked(NEWER), "b.md": linked(NEWER), "c.md": linked(name)})
    assert rows(found) == [("A Book of Walls by Brick", "2nd Edition", 3, 3)]
    assert [(one.name, one.uses.notes) for one in found.works[0].editions[0].spellings] == [
        (NEWER, 2),
        (name, 1),
    ]


def test_the_normal_form_of_a_name_does_not_matter() -> None:
    found = counted({"a.md": linked("(Home Page) Mu\u0308ll"), "b.md": linked("(Home Page) Müll")})
    assert rows(found) == [("Müll", None, 2, 2)]


def test_of_two_publishers_each_has_its_own_work() -> None:
    names = (NEWER, NEWER.replace("by Brick", "by Stone"), "(Home Page) A Book of Walls 2nd ed.")
    found = counted({f"{number}.md": linked(name) for number, name in enumerate(names)})
    assert [work.name for work in found.works] == [
        "A Book of Walls",
        "A Book of Walls by Brick",
        "A Book of Walls by Stone",
    ]


def test_what_is_named_without_an_edition_is_the_same_work() -> None:
    notes = {"a.md": linked("(Home Page) Glossary by Brick"),
             "b.md": linked("(Home Page) Glossary by Brick"),
             "c.md": linked("(Home Page) Glossary 2nd Edition by Brick")}  # fmt: skip
    [work] = counted(notes).works
    assert (work.title, work.publisher, work.is_mixed) == ("Glossary", "Brick", False)
    assert {edition.name for edition in work.editions} == {None, "2nd Edition"}


def test_two_editions_stand_side_by_side() -> None:
    third = NEWER.replace("2nd", "3rd")
    found = counted({"a.md": term(f"[[{NEWER}]]", f"[[{third}]]"), "b.md": linked(third)})
    assert rows(found) == [
        ("A Book of Walls by Brick", "3rd Edition", 2, 2),
        ("A Book of Walls by Brick", "2nd Edition", 1, 1),
    ]
    assert found.works[0].uses == Uses(notes=2, sections=3, definitions=3)
    assert found.mixed == found.works


def test_a_dictionary_of_the_table_says_what_it_prints() -> None:
    found = counted({"a.md": linked("Home Page - Concise Medical Dictionary 10th Edition")})
    [edition] = found.works[0].editions
    assert edition.dictionary
    assert "n." in edition.dictionary.parts_of_speech


def test_a_home_page_may_be_called_as_the_table_has_it() -> None:
    name = "A Dictionary of Biology 8th Edition"
    found = counted({"a.md": linked(name)}, f"x/{name}.md")
    assert found.works[0].editions[0].home_pages == (f"x/{name}.md",)


def test_a_name_of_the_table_needs_no_home_page() -> None:
    found = counted({"a.md": term("A Dictionary of\nBiology 8th Edition", "[[Dictionary of Law]]")})
    assert rows(found) == [("A Dictionary of Biology", "8th Edition", 1, 1)]
    assert (found.missing, [other.form for other in found.others]) == ((), ["wikilink"])


@pytest.mark.parametrize(
    "definition",
    ["https://example.org/x", "<https://example.org/x>", "[](https://example.org/x)", "[[#Walls]]",
     "[[#Walls|A Dictionary of Biology]]"],
)  # fmt: skip
def test_no_address_and_no_place_of_the_note_itself_is_a_work(definition: str) -> None:
    everything = Conventions(dictionaries=(Dictionary("*"),))
    assert counted({"a.md": term(definition)}, conventions=everything).works == ()


@pytest.mark.parametrize(
    "definition",
    [
        "[A Dictionary of Biology 8th Edition](https://example.org/x)",
        "[A Dictionary of Biology](<https://example.org/x y>), 8th ed.",
        "[[ADB|A Dictionary of Biology, Eighth Edition]]",
        "[*A Dictionary of Biology*](x.md), 8th ed., p. 3",
        '*A Dictionary of Biology*, 8th ed., s.v. "wall"',
        "A Dictionary of Biology (8e), accessed in May",
    ],
)
def test_a_work_of_the_table_is_known_by_what_is_shown(definition: str) -> None:
    [work] = counted({"a.md": term(definition)}).works
    [edition] = work.editions
    assert (work.name, edition.dictionary is not None) == ("A Dictionary of Biology", True)
    assert edition.name in ("8th Edition", "8th ed.", "Eighth Edition", "8e")


def test_forms_of_one_citation_are_one_edition() -> None:
    title = "A Dictionary of Biology"
    found = counted({
        "a.md": linked(f"(Home Page) {title} 8th Edition by Brick"),
        "b.md": linked(f"(Home Page){title} Eighth Edition (Brick)"),
        "c.md": linked(f"Home Page – {title} 8. Auflage, Brick"),
        "d.md": term(f"Home Page: {title} 8e"),
        "e.md": term(f'*{title}*, 8th ed., s.v. "wall"'),
        "f.md": term(f"[{title}, Edition 8](https://example.org)"),
    })  # fmt: skip
    assert [(name, notes) for name, _, notes, _ in rows(found)] == [(f"{title} by Brick", 6)]


def test_a_note_counts_once_and_each_section_for_itself() -> None:
    found = counted({"a.md": term(f"[[{NEWER}]]", f"[[{OLDER}]]")})
    assert found.works[0].uses == Uses(notes=1, sections=2, definitions=2)


def test_two_sections_with_one_label_are_two_sections() -> None:
    note = linked(NEWER).replace("## References", "## Source[^1]\n- Again.\n## References")
    assert counted({"a.md": note}).works[0].uses == Uses(notes=1, sections=2, definitions=1)


def test_a_section_with_two_references_counts_for_both() -> None:
    note = f"## Source[^1][^2]\n- A wall.\n\n[^1]: [[{NEWER}]]\n[^2]: [[(Home Page) {ROOFS}]]\n"
    assert [row[2:] for row in rows(counted({"a.md": note}))] == [(1, 1), (1, 1)]


def test_a_reference_in_the_text_counts_for_the_note_alone() -> None:
    note = f"## Synthesis\n- Mine.[^a]\n## References\n\n[^A]: [[{NEWER}]]\n"
    assert counted({"a.md": note}).works[0].uses == Uses(notes=1, sections=0, definitions=1)


def test_letter_case_of_a_label_does_not_matter() -> None:
    note = f"## Source[^A]\n- A wall.\n\n[^a]: [[{NEWER}]]\n"
    assert counted({"a.md": note}).works[0].uses == Uses(notes=1, sections=1, definitions=1)


def test_what_is_cited_most_comes_first() -> None:
    glossary = "[[(Home Page) Zoo]]"
    found = counted({"a.md": term(f"[[{NEWER}]]", glossary, "x"), "b.md": term(glossary, "x", "")})
    assert [work.title for work in found.works] == ["Zoo", "A Book of Walls"]
    assert [other.form for other in found.others] == ["words", "nothing"]


def test_a_note_of_no_kind_counts_without_sections() -> None:
    note = f"# Paper\n\nWalls hold.[^1]\n\n[^1]: [[{NEWER}]]\n"
    assert counted({"a.md": note}).works[0].uses == Uses(notes=1, sections=0, definitions=1)


@pytest.mark.parametrize(
    "note",
    [
        f"## References\n\n[^1]: [[{NEWER}]]\n",
        f"## Source[^1]\n\n[^1]: a book\n[^1]: [[{NEWER}]]\n",
    ],
)
def test_a_definition_that_no_reference_reaches_is_counted_apart(note: str) -> None:
    found = counted({"a.md": note}, f"{NEWER}.md")
    assert found.works[0].uses == Uses(notes=0, sections=0, definitions=1, unused=1)
    assert found.uncited == ()


@pytest.mark.parametrize(
    "note",
    [
        f'---\nSource: "[[{NEWER}]]"\n---\n## Synthesis\n- Mine.\n',
        f"## Synthesis\n- See [[{NEWER}]].\n",
        f"## Source[^1]\n```\n[^1]: [[{NEWER}]]\n```\n",
        f"%%\n[^1]: [[{NEWER}]]\n%%\n",
    ],
)
def test_what_is_no_definition_cites_nothing(note: str) -> None:
    found = counted({"a.md": note}, f"{NEWER}.md")
    assert (found.works, found.others, found.uncited) == ((), (), (f"{NEWER}.md",))


OTHERS = [
    ("[[Notes on walls#Bricks]]", "wikilink"),
    ("[walls](https://example.org/dictionary-of-biology)", "link"),
    ("[walls](Notes.md)", "link"),
    ("https://example.org/a?b=c#d", "url"),
    ("a chat about walls", "words"),
    ("", "nothing"),
    ("[[#Walls]]", "wikilink"),
]


@pytest.mark.parametrize(("definition", "form"), OTHERS)
def test_what_else_is_cited_is_counted_by_its_form(definition: str, form: str) -> None:
    found = counted({"a.md": term(definition)})
    assert found.works == ()
    assert [(str(other.form), other.uses) for other in found.others] == [(form, Uses(1, 1, 1))]


def test_a_home_page_may_be_missing_and_its_namesake_is_near() -> None:
    files = (
        "x/Home Page - A Book of Walls 1st Edition by Brick.md",
        f"x/{OLDER}.md",
        f"{ROOFS}.md",
    )
    notes = {"b.md": linked(NEWER), "a.md": linked(NEWER), "c.md": linked(f"x/{OLDER}")}
    found = counted(notes, *files)
    [missing] = found.missing
    assert (missing.name, missing.notes) == (NEWER, ("a.md", "b.md"))
    assert missing.near == (files[1], files[0])
    assert found.works[0].editions[0].home_pages == (files[1],)
    assert found.works[0].editions[0].missing == (NEWER,)
    assert found.uncited == (files[0],)


def test_at_most_three_files_are_near_the_same_edition_first() -> None:
    files = [f"{number}/{NEWER.replace('2nd', f'{number}th')}.md" for number in range(3, 8)]
    same = f"9/{OLDER}.md"
    [missing] = counted({"a.md": linked(NEWER)}, *files, same).missing
    assert missing.near == (same, *files[:2])


def test_a_link_into_the_wrong_folder_is_near_to_its_file() -> None:
    [missing] = counted({"a.md": linked(f"y/{NEWER}")}, f"x/{NEWER}.md").missing
    assert (missing.name, missing.near) == (f"y/{NEWER}", (f"x/{NEWER}.md",))


@pytest.mark.parametrize("file", [f"{WALLS}.md", f"{NEWER.replace('Walls', 'Wals')}.md"])
def test_a_slip_in_the_title_is_near(file: str) -> None:
    assert counted({"a.md": linked(NEWER)}, file).missing[0].near == (file,)


def test_another_dictionary_is_not_near() -> None:
    names = (
        "A Dictionary of Biology 8th Edition by Brick",
        "A Dictionary of Physics 8th Edition by Brick",
    )
    found = counted({"a.md": linked(f"(Home Page) {names[0]}")}, f"(Home Page) {names[1]}.md")
    assert found.missing[0].near == ()


def test_a_name_that_differs_in_case_and_normal_form_is_not_missing() -> None:
    found = counted({"a.md": linked("(home page) mu\u0308ll")}, "x/(Home Page) Müll.md")
    assert (found.missing, found.uncited) == ((), ())
    assert found.works[0].editions[0].home_pages == ("x/(Home Page) Müll.md",)


def test_letter_case_makes_no_other_home_page_of_a_missing_one() -> None:
    names = (NEWER, NEWER.lower(), NEWER)
    found = counted({f"{number}.md": linked(name) for number, name in enumerate(names)})
    assert [(one.name, len(one.notes)) for one in found.missing] == [(NEWER, 3)]


def test_a_missing_home_page_in_two_spellings_is_one() -> None:
    names = (NEWER, OLDER, NEWER, "Wall book")
    found = counted({f"{number}.md": linked(name) for number, name in enumerate(names)})
    missing = [(one.name, one.notes) for one in found.missing]
    assert missing == [(NEWER, ("0.md", "1.md", "2.md"))]


def test_words_are_no_link_that_could_be_missing() -> None:
    assert counted({"a.md": term(NEWER)}).missing == ()


def test_only_notes_are_home_pages() -> None:
    files = ("Home Page - 1.md", "Home Page - 1.png", "Home.md", "x/(Home Page) 2.md")
    assert counted({"a.md": ""}, *files).uncited == (files[0], files[3])


def test_a_second_link_of_a_definition_leads_to_its_home_page_too() -> None:
    assert counted({"a.md": term(f"[[x]] in [[{NEWER}]]")}, f"{NEWER}.md").uncited == ()


@given(NOTES)
def test_each_definition_counts_in_one_place(notes: list[tuple[list[str], list[str]]]) -> None:
    found = counted(dict(written(notes)), f"{OLDER}.md")
    editions = [edition for work in found.works for edition in work.editions]
    parts = [part.uses for part in (*editions, *found.others)]
    defined = sum(len(definitions) for _, definitions in notes)
    assert found.total.definitions == sum(part.definitions for part in parts) == defined
    assert found.total.unused == sum(part.unused for part in parts)
    for edition in editions:
        spelt = [spelling.uses for spelling in edition.spellings]
        assert sum(part.definitions for part in spelt) == edition.uses.definitions
    for work in found.works:
        of_work = [edition.uses for edition in work.editions]
        assert max(part.notes for part in of_work) <= work.uses.notes <= found.total.notes
        assert work.uses.notes <= sum(part.notes for part in of_work)
        assert max(part.sections for part in of_work) <= work.uses.sections
        assert work.uses.definitions == sum(part.definitions for part in of_work)


@given(NOTES, st.randoms(use_true_random=False))
def test_the_order_of_the_notes_does_not_matter(
    notes: list[tuple[list[str], list[str]]], chance: random.Random
) -> None:
    in_order = list(written(notes))
    mixed = chance.sample(in_order, len(in_order))
    pages = f"{OLDER}.md", f"{NEWER.replace('2nd', '4th')}.md"
    assert counted(dict(mixed), *pages) == counted(dict(in_order), *pages)
