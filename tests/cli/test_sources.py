"""``notelint sources``: what is cited, how often, and where it leads nowhere."""

from __future__ import annotations

import csv
import io
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.on_disk import Ran, VaultOnDisk
from support.reports import lines_of
from support.vaults import vault_of

from notelint.conventions import Conventions, Dictionary
from notelint.notes import read_note
from notelint.report import SourcesReport
from notelint.report.sources import csv as sources_csv
from notelint.report.sources import full as sources_full
from notelint.report.sources import json as sources_json
from notelint.report.terminal import columns
from notelint.sources import Bibliography, Uses, citations_in, count_citations

WALLS = "A Book of Walls 2nd Edition by Brick"
ROOFS = "A Book of Roofs 5th Edition by Brick"
NEWER, OLDER = f"(Home Page) {WALLS}", f"Home Page - {WALLS}"


def term(*definitions: str) -> str:
    """A term note with a Source for each definition."""
    labels = range(1, len(definitions) + 1)
    quoted = "".join(f"## Source[^{label}]\n- A wall.\n" for label in labels)
    defined = zip(labels, definitions, strict=True)
    references = "".join(f"[^{label}]: {definition}\n" for label, definition in defined)
    return f"## Synthesis\n- Mine.\n{quoted}## References\n\n{references}"


def linked(name: str) -> str:
    return term(f"[[{name}]]")


def counted(
    notes: dict[str, str], *files: str, conventions: Conventions | None = None
) -> Bibliography:
    """The bibliography of some notes, in a vault that has other files too."""
    vault = vault_of(notes, files, conventions=conventions)
    read = (read_note(path, text) for path, text in notes.items())
    return count_citations((one for note in read for one in citations_in(note, vault)), vault)


def rows(found: Bibliography) -> list[tuple[str, str | None, int, int]]:
    """Each edition: its work, its name, and how many notes and sections cite it."""
    return [
        (work.name, edition.name, edition.uses.notes, edition.uses.sections)
        for work in found.works
        for edition in work.editions
    ]


def full_lines(report: SourcesReport) -> list[str]:
    return lines_of(sources_full.render(report))


ONE = ("A Book of Walls by Brick", "2nd Edition", 1, 1)


# --- what is one dictionary


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
    "definition", ["https://example.org/x", "[x](https://example.org/x)", "[[#Walls]]"]
)
def test_no_address_and_no_place_of_the_note_itself_is_a_work(definition: str) -> None:
    everything = Conventions(dictionaries=(Dictionary("*"),))
    assert counted({"a.md": term(definition)}, conventions=everything).works == ()


# --- what counts


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


def test_the_kinds_of_a_vault_say_what_a_source_is(vault: VaultOnDisk) -> None:
    kind = "{when: {path: '*'}, sections: [{heading: Quelle, role: source}]}"
    vault.put("a.md", f"## Quelle [^1]\n\n[^1]: [[{NEWER}]]\n")
    ran = vault.run("sources", "--config", f"kinds.wort={kind}", "--format", "json")
    assert ran.report["works"][0]["sections"] == 1


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


# --- what is missing, and what nobody cites


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


def test_words_are_no_link_that_could_be_missing() -> None:
    assert counted({"a.md": term(NEWER)}).missing == ()


def test_only_notes_are_home_pages() -> None:
    files = ("Home Page - 1.md", "Home Page - 1.png", "Home.md", "x/(Home Page) 2.md")
    assert counted({"a.md": ""}, *files).uncited == (files[0], files[3])


def test_a_second_link_of_a_definition_leads_to_its_home_page_too() -> None:
    assert counted({"a.md": term(f"[[x]] in [[{NEWER}]]")}, f"{NEWER}.md").uncited == ()


def test_editions_side_by_side_are_those_with_a_name() -> None:
    names = ("X 1st Edition by Y", "X 2nd Edition by Y", "X by Y")
    found = counted({"a.md": term(*(f"[[(Home Page) {name}]]" for name in names))})
    last = full_lines(SourcesReport("", 1, found))[-1]
    assert last == "  X by Y: 1st Edition (1 note), 2nd Edition (1 note)"


# --- the fold

NAMES = st.sampled_from(
    [NEWER, OLDER, NEWER.lower(), NEWER.replace("2nd", "3rd"), NEWER.removesuffix(" by Brick"),
     f"(Home Page) {ROOFS}", "(Home Page) Glossary by Brick", "x", "A Dictionary of Biology"]
)  # fmt: skip
DEFINITIONS = st.one_of(
    NAMES.map("[[{}]]".format), NAMES, st.sampled_from(["", "https://example.org"])
)
NOTES = st.lists(
    st.tuples(st.lists(st.sampled_from("1234"), max_size=4), st.lists(DEFINITIONS, max_size=4)),
    max_size=6,
)


def written(notes: Iterable[tuple[list[str], list[str]]]) -> Iterator[tuple[str, str]]:
    """Notes whose Source headings and definitions need not fit each other."""
    for number, (labels, definitions) in enumerate(notes):
        sources = "".join(f"## Source[^{label}]\n- A wall.\n" for label in labels)
        defined = (f"[^{at % 3 + 1}]: {what}\n" for at, what in enumerate(definitions))
        yield f"{number}.md", f"{sources}## References\n\n{''.join(defined)}"


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
    assert counted(dict(mixed), f"{OLDER}.md") == counted(dict(in_order), f"{OLDER}.md")


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@given(NOTES)
def test_csv_and_json_carry_the_same(notes: list[tuple[list[str], list[str]]]) -> None:
    report = SourcesReport("vault", len(notes), counted(dict(written(notes)), f"{OLDER}.md"))
    of_json = [
        [work["title"], work["publisher"] or "", edition["edition"] or "",
         *(str(edition[name]) for name in ("notes", "sections", "definitions", "unused")),
         str(edition["dictionary"] is not None).lower(),
         " ".join((edition["dictionary"] or {}).get("parts_of_speech", ())),
         "|".join(spelling["name"] for spelling in edition["spellings"]),
         "|".join(edition["home_pages"]), "|".join(edition["missing"])]
        for work in sources_json.as_object(report)["works"]
        for edition in work["editions"]
    ]  # fmt: skip
    assert [list(row.values()) for row in table("".join(sources_csv.render(report)))] == of_json


@given(NOTES)
def test_people_are_told_every_number_too(notes: list[tuple[list[str], list[str]]]) -> None:
    found = counted(dict(written(notes)))
    shown = full_lines(SourcesReport("vault", 9, found))
    starts = [tuple(line.split()[:2]) for line in shown]
    for part in (*(edition for work in found.works for edition in work.editions), *found.others):
        assert (str(part.uses.notes), str(part.uses.sections)) in starts


# --- the command


@pytest.fixture
def walls(vault: VaultOnDisk) -> VaultOnDisk:
    """Two notes that cite four works; one home page is missing, one is cited by nobody."""
    psychology = "A Dictionary of Psychology 4th Edition by Oxford Reference"
    vault.put("terms/wall.md", term(f"[[{NEWER}]]", f"[[(Home Page) {psychology}]]", "a chat"))
    vault.put("terms/roof.md", term(f"[[{OLDER}]]", f"[[{NEWER.replace('2nd', '3rd')}]]"))
    vault.put("terms/door.md", f"[^1]: [[{NEWER}]]\n")
    vault.put(f"home/{NEWER}.md", "")
    vault.put(f"home/(Home Page) {psychology}.md", "")
    vault.put(f"home/(Home Page) {ROOFS}.md", "")
    return vault


PAGE = Path(__file__).parent.parent.parent / "docs" / "sources.md"
FULL = re.findall(r"^```text\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)[0]


def test_people_read_a_table_and_what_needs_a_look(walls: VaultOnDisk) -> None:
    assert walls.run("sources") == Ran(0, FULL, "")


def test_programs_read_json(walls: VaultOnDisk) -> None:
    report = walls.run("sources", "--format", "json").report
    assert report["version"] == 1
    assert report["vault"] == str(walls.root)
    assert report["summary"] == {
        "read": 6, "notes": 2, "sections": 5, "definitions": 6, "unused": 1,
    }  # fmt: skip
    assert [(work["title"], work["notes"]) for work in report["works"]] == [
        ("A Book of Walls", 2),
        ("A Dictionary of Psychology", 1),
    ]
    assert report["missing"][0]["notes"] == ["terms/roof.md"]
    assert report["uncited"] == [f"home/(Home Page) {ROOFS}.md"]
    assert report["unread"] == []


def test_spreadsheets_read_csv(walls: VaultOnDisk) -> None:
    out = walls.run("sources", "--format", "csv").out
    assert out.endswith("\r\n")
    assert [(row["title"], row["edition"], row["notes"]) for row in table(out)] == [
        ("A Book of Walls", "2nd Edition", "2"),
        ("A Book of Walls", "3rd Edition", "1"),
        ("A Dictionary of Psychology", "4th Edition", "1"),
    ]


@pytest.mark.parametrize("title", ["=1+1", "@wall", "+wall", "-wall"])
def test_no_cell_is_a_formula(title: str) -> None:
    found = counted({"a.md": linked(f"(Home Page) {title}")})
    [row] = table("".join(sources_csv.render(SourcesReport("vault", 1, found))))
    assert row["title"] == f"'{title}"


def test_the_format_has_the_name_of_other_commands_too(walls: VaultOnDisk) -> None:
    for name in ("json", "csv", "full"):
        ran = walls.run("sources", "--output-format", name)
        assert ran == walls.run("sources", "--format", name)


def test_only_the_notes_of_some_paths_are_counted(walls: VaultOnDisk) -> None:
    ran = walls.run("sources", "terms/wall.md", "--format", "json", "terms/door.md")
    assert (ran.report["summary"]["read"], ran.report["summary"]["notes"]) == (2, 1)
    assert [work["title"] for work in ran.report["works"]] == [
        "A Book of Walls",
        "A Dictionary of Psychology",
    ]


def test_the_report_goes_where_it_is_told(walls: VaultOnDisk) -> None:
    ran = walls.run("sources", "-o", "out.txt")
    assert (ran, walls.text("out.txt")) == (Ran(0, "", ""), FULL)
    assert "out/there.txt" in walls.refusal("sources", "-o", "out/there.txt")


def test_the_configuration_counts(walls: VaultOnDisk) -> None:
    walls.put("notelint.yaml", "dictionaries: [{match: '*Walls*', parts-of-speech: [w.]}]\n")
    walls.put("other.yaml", "home-pages: ['* of Walls']\n")
    assert "prints w." in walls.run("sources").out
    assert "prints w." not in walls.run("sources", "--isolated").out
    assert "prints w." not in walls.run("sources", "--config", "other.yaml").out
    assert "home-pages" in walls.refusal("sources", "--config", "home-pages=[x]")


def test_an_edition_of_the_table_is_that_of_a_name_without_one() -> None:
    entry = Dictionary("*Walls*", edition="第七版第七版")
    notes = {"a.md": linked("(Home Page) Walls"), "b.md": linked("(Home Page) Walls 8th Edition")}
    found = counted(notes, conventions=Conventions(dictionaries=(entry,)))
    assert {row[1] for row in rows(found)} == {"第七版第七版", "8th Edition"}
    shown = [line for line in full_lines(SourcesReport("", 2, found)) if line.endswith("  Walls")]
    assert len({columns(line) for line in shown}) == 1


@pytest.mark.parametrize(("name", "out"), [("full", ""), ("csv", None), ("json", None)])
def test_a_folder_without_notes_says_so(vault: VaultOnDisk, name: str, out: str | None) -> None:
    ran = vault.run("sources", "--format", name)
    assert (ran.code, ran.err) == (0, "notelint: no note under this folder; nothing was counted\n")
    assert ran.out == out or out is None


def test_a_note_that_cannot_be_read_is_named_and_the_rest_is_counted(walls: VaultOnDisk) -> None:
    walls.put("terms/bad.md", b"caf\xe9\n")
    ran = walls.run("sources", "--format", "json")
    assert ran.code == 2
    assert ran.err == (
        "notelint: terms/bad.md: byte 3 is not UTF-8; what it cites was not counted\n"
    )
    assert ran.report["unread"][0]["path"] == "terms/bad.md"
    assert (ran.report["summary"]["read"], len(ran.report["works"])) == (6, 2)


def test_a_note_past_the_size_is_named_too(walls: VaultOnDisk) -> None:
    walls.put("terms/long.md", "wall " * 200)
    ran = walls.run("sources", "--config", "max-note-size=900")
    assert ran.code == 2
    assert "terms/long.md: 1,000 characters, more than 900" in ran.err


def test_a_note_that_the_disk_does_not_give_is_named_too(
    walls: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes

    def broken(path: Path) -> bytes:
        if path.name == "door.md":
            raise OSError(5, "Input/output error")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", broken)
    ran = walls.run("sources")
    assert ran.code == 2
    assert "door.md: Input/output error" in ran.err
    assert ran.out.startswith("2 works. 2 of 5 notes cite something.\n")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["gone.md"], "no such file"),
        (["--format", "sarif"], "invalid choice"),
        (["--vault", "gone"], "no such folder"),
        (["--fix"], "--fix"),
    ],
)
def test_a_wrong_option_is_one_line_and_exit_code_2(
    walls: VaultOnDisk, arguments: list[str], part: str
) -> None:
    assert part in walls.refusal("sources", *arguments)


def test_two_vaults_are_not_counted_as_one(folder: VaultOnDisk) -> None:
    for name in ("one", "two"):
        (folder.root / name / ".obsidian").mkdir(parents=True)
        folder.put(f"{name}/a.md", linked(NEWER))
    assert "two vaults" in folder.refusal("sources", "one", "two")
    assert folder.run("sources", "one").code == 0


def test_names_never_reach_the_terminal_as_they_are(vault: VaultOnDisk) -> None:
    vault.put("a.md", linked("(Home Page) x\x1b[31m 漢字"))
    out = vault.run("sources").out
    assert "\x1b" not in out
    assert "漢字" in out
