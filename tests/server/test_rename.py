"""Renaming with all that leads there: links still reach what they reached, or nothing is done."""

from __future__ import annotations

import warnings
from pathlib import Path, PureWindowsPath

import pytest
from support.edited import edited, renamed
from support.quoting import NOTES, PLAIN, WALL, asked

from notelint.server.rename import _NO_NAME, prepared
from notelint.server.rename import renamed as rename
from notelint.values import NotelintError

TERM, ENZYME = "terms/cell wall.md", "terms/enzyme.md"


def after(root: Path, path: str, drawn: str, name: str) -> dict[str, str]:
    """The notes that are changed."""
    at = asked(root, path, drawn, counts_versions=True, renames_files=True)
    return edited(at.desk, rename(at.desk, at.path, at.place, name))


def refusal(root: Path, path: str, drawn: str, name: str, **client: object) -> str:
    at = asked(root, path, drawn, **client)
    with pytest.raises(NotelintError) as error:
        rename(at.desk, at.path, at.place, name)
    return str(error.value)


def test_a_heading_is_renamed_with_all_links_to_it(tmp_path: Path) -> None:
    found = after(tmp_path, TERM, "## Synth¦esis", "My own [words]: 50%% #1")
    written = "My own words 50 1"
    assert found == {
        TERM: WALL.replace("## Synthesis", "## My own [words]: 50%% #1"),
        ENZYME: NOTES[ENZYME]
        .replace("Cell Wall#Synthesis|", f"Cell Wall#{written}|")
        .replace("cell%20wall.md#synthesis", "cell%20wall.md#my-own-words-50-1"),
        "plain.md": PLAIN.replace("#Cell wall#Synthesis", f"#Cell wall#{written}"),
    }


def test_a_heading_above_others_is_renamed_in_links_to_these(tmp_path: Path) -> None:
    found = after(tmp_path, TERM, "# Cell w¦all", "Wall")
    assert found["plain.md"] == PLAIN.replace("#Cell wall#Synthesis", "#Wall#Synthesis")
    assert found.keys() == {TERM, "plain.md"}


def test_a_heading_is_renamed_from_a_link_to_it(tmp_path: Path) -> None:
    found = after(tmp_path, ENZYME, "[[Cell Wall#Syn¦thesis|its use]]", "Words")
    assert found == after(tmp_path, TERM, "## Synth¦esis", "Words")
    assert "## Words" in found[TERM]


def test_a_heading_that_a_link_calls_by_its_words_is_so_after(tmp_path: Path) -> None:
    drawn = "# Two wo¦rds\n\n[x](new.md#Two%20words) [y](<new.md#Two words>)\n"
    assert after(tmp_path, "new.md", drawn, "Three (3)") == {
        "new.md": "# Three (3)\n\n[x](new.md#Three%20%283%29) [y](<new.md#Three%20%283%29>)\n"
    }


def test_a_heading_that_is_linked_by_its_slug_has_a_new_one(tmp_path: Path) -> None:
    drawn = "# Two wo¦rds\n\n[x](new.md#two-words) [[#Two words]]\n"
    assert after(tmp_path, "new.md", drawn, "Three more words") == {
        "new.md": "# Three more words\n\n[x](new.md#three-more-words) [[#Three more words]]\n"
    }


def test_a_label_is_renamed_everywhere_in_its_note_and_in_links_to_its_source(
    tmp_path: Path,
) -> None:
    found = after(tmp_path, TERM, "holds.[^¦1]", "bio")
    assert found == {
        TERM: WALL.replace("[^1]", "[^bio]"),
        "plain.md": PLAIN.replace("#Source 1]]", "#Source bio]]"),
    }
    assert after(tmp_path, TERM, "[^1¦]: [[", "bio") == found


def test_links_to_a_footnote_go_with_its_label(tmp_path: Path) -> None:
    assert after(tmp_path, "new.md", "[[#[^1]]] x[^¦1]\n\n[^1]: y\n", "b") == {
        "new.md": "[[#[^b]]] x[^b]\n\n[^b]: y\n"
    }


def test_a_note_is_renamed_with_all_links_to_it(tmp_path: Path) -> None:
    at = asked(tmp_path, ENZYME, "[[cell¦ wall]]", counts_versions=True, renames_files=True)
    edit = rename(at.desk, at.path, at.place, "wall (cell)")
    assert renamed(edit) == [
        ((tmp_path / TERM).as_uri(), (tmp_path / "terms/wall (cell).md").as_uri())
    ]
    found = edited(at.desk, edit)
    assert found == {
        ENZYME: NOTES[ENZYME]
        .replace("[[cell wall", "[[wall (cell)")
        .replace("[[Cell Wall", "[[wall (cell)")
        .replace("(cell%20wall.md", "(wall%20(cell).md")
        .replace("<../terms/cell wall.md>", "<wall%20(cell).md>"),
        "plain.md": PLAIN.replace("[[terms/cell wall", "[[terms/wall (cell)").replace(
            "[[cell wall#", "[[wall (cell)#"
        ),
    }


@pytest.mark.parametrize(
    ("path", "drawn", "name", "why"),
    [
        (TERM, "A lay¦er", "x", "no heading, footnote or note"),
        (TERM, "## Synth¦esis", "", "a line of words"),
        (TERM, "## Synth¦esis", "a\nb", "a line of words"),
        (TERM, "## Synth¦esis", "Cell wall", "would lead elsewhere"),
        ("new.md", "# A\n\n# B¦\n\n[[#B]]\n", "A", "would lead elsewhere"),
        ("new.md", "[[#A]]\n\n# B¦\n\n# A\n", "A", "would"),
        ("new.md", "# B¦\n\n[[#B]]\n", "%%", "would"),
        ("new.md", "# B¦ ^id\n\n[[#^id]]\n", "A", "would"),
        (TERM, "holds.[^¦1]", "2", "already"),
        (TERM, "holds.[^¦1]", "a b", "no label"),
        (TERM, "holds.[^¦1]", "a]", "no label"),
        (ENZYME, "[[cell¦ wall]]", "enzyme", "already"),
        (ENZYME, "[[cell¦ wall]]", "a/b", "cannot be the name"),
        (ENZYME, "[[cell¦ wall]]", "a#b", "cannot be the name"),
        (ENZYME, "[[cell¦ wall]]", "a.", "cannot be the name"),
        (ENZYME, "[[cell¦ wall]]", " ", "cannot be the name"),
        (ENZYME, "[[cell¦ wall]]", "Aux", "cannot be the name"),
    ],
)
def test_what_would_do_harm_is_refused(
    path: str, drawn: str, name: str, why: str, tmp_path: Path
) -> None:
    told = refusal(tmp_path, path, drawn, name, counts_versions=True, renames_files=True)
    assert why in told


@pytest.mark.parametrize(
    "name", ["con", "NUL", "aux.b", "com1", "LPT9 .x", "com¹", "conn", "com0", "a"]
)
def test_what_windows_keeps_for_devices_names_no_note(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        is_reserved = PureWindowsPath(f"{name}.md").is_reserved()
    assert bool(_NO_NAME.search(name)) == is_reserved


def test_a_note_is_not_renamed_where_the_editor_renames_no_files(tmp_path: Path) -> None:
    assert "renames no files" in refusal(tmp_path, ENZYME, "[[cell¦ wall]]", "x")


def test_the_same_name_changes_nothing(tmp_path: Path) -> None:
    at = asked(tmp_path, TERM, "## Synth¦esis")
    assert rename(at.desk, at.path, at.place, "Synthesis") is None


def test_a_label_may_change_its_letter_case(tmp_path: Path) -> None:
    assert after(tmp_path, "new.md", "x[^¦a]\n\n[^a]: y\n", "A") == {"new.md": "x[^A]\n\n[^A]: y\n"}


def test_before_it_is_renamed_it_is_told_what_would_be(tmp_path: Path) -> None:
    at = asked(tmp_path, TERM, "🙂 It holds.[^¦1]")
    found = prepared(at.desk, at.path, at.place)
    assert found is not None
    assert (found.placeholder, found.range.start.character) == ("1", 16)
    at = asked(tmp_path, TERM, "A lay¦er")
    assert prepared(at.desk, at.path, at.place) is None
