"""What may be written on."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import CompletionList, TextEdit
from support.quoting import BIOLOGY, asked

from notelint.config import shipped_rules
from notelint.server.completion import completion
from notelint.server.positions import Positions
from notelint.values import Edit, Text, apply_edits

WALL = "terms/cell wall.md"
HOME = BIOLOGY.removeprefix("home/").removesuffix(".md")


def offered(root: Path, drawn: str, path: str = "new.md") -> CompletionList | None:
    at = asked(root, path, drawn)
    return completion(at.desk, at.path, at.place)


def labels(root: Path, drawn: str, path: str = "new.md") -> list[str]:
    found = offered(root, drawn, path)
    return [item.label for item in found.items] if found else []


def written(root: Path, drawn: str, label: str, path: str = "new.md") -> str:
    """The text once something is chosen."""
    found = offered(root, drawn, path)
    assert found is not None
    [item] = [item for item in found.items if item.label == label]
    text, edit = drawn.replace("¦", ""), item.text_edit
    assert isinstance(edit, TextEdit)
    positions = Positions(Text(text), "utf-16")
    return apply_edits(text, [Edit(positions.span(edit.range), edit.new_text)])


def test_in_a_link_notes_files_and_aliases_are_offered(tmp_path: Path) -> None:
    assert labels(tmp_path, "🙂 [[¦") == [
        *("figure.png", HOME, "new", "plain", "cell wall", "enzyme", "wall of a cell"),
    ]
    assert labels(tmp_path, "[[wall¦") == ["wall of a cell", "cell wall"]
    assert written(tmp_path, "🙂 [[wal¦ x", "cell wall") == "🙂 [[cell wall]] x"
    assert written(tmp_path, "[[wal¦]] x", "wall of a cell") == "[[cell wall|wall of a cell]] x"


def test_behind_a_hash_the_headings_of_the_note_are_offered(tmp_path: Path) -> None:
    assert labels(tmp_path, "[[cell wall#¦") == [
        *("Cell wall", "Synthesis", "Source 1", "Source 2", "References"),
    ]
    assert labels(tmp_path, "# Own\n[[#¦]]") == ["Own"]
    assert labels(tmp_path, "[[cell wall#Cell wall#syn¦") == ["Synthesis"]
    assert written(tmp_path, "[[cell wall#So¦", "Source 1") == "[[cell wall#Source 1]]"
    assert labels(tmp_path, "[[nowhere#¦") == []


def test_behind_a_caret_its_blocks_are_offered(tmp_path: Path) -> None:
    assert labels(tmp_path, "[[cell wall#^¦") == ["^held"]
    assert written(tmp_path, "[[cell wall#^h¦", "^held") == "[[cell wall#^held]]"
    assert labels(tmp_path, "x ^own\n\n[[#^¦") == ["^own"]


def test_labels_are_offered_with_what_they_cite_and_a_new_one(tmp_path: Path) -> None:
    found = offered(tmp_path, "holds.[^¦1]", WALL)
    assert found is not None
    assert [(item.label, item.detail) for item in found.items] == [
        ("1", HOME),
        ("2", "(Home Page) A Dictionary of Psychology 4th Edition"),
        ("3", "a new footnote"),
    ]
    assert written(tmp_path, "x[^¦\n\n[^a]: b\n", "a") == "x[^a]\n\n[^a]: b\n"
    assert written(tmp_path, "x[^¦]\n\n[^a]: b\n", "a") == "x[^a]\n\n[^a]: b\n"


def test_in_a_definition_home_pages_are_offered(tmp_path: Path) -> None:
    assert labels(tmp_path, "[^1]: ¦") == [HOME]
    assert written(tmp_path, "[^1]: biol¦", HOME) == f"[^1]: [[{HOME}]]"
    assert labels(tmp_path, "[^1]: [[¦")[0] == HOME
    assert labels(tmp_path, "[^1]: chem¦") == []


def test_in_an_allow_the_rules_are_offered(tmp_path: Path) -> None:
    assert labels(tmp_path, "%% notelint: allow ¦") == list(shipped_rules())
    assert labels(tmp_path, "x <!-- notelint: allow math-dash, liga¦") == [
        "ligature",
        "split-ligature",
    ]
    assert written(tmp_path, "%% notelint: allow liga¦ %%", "ligature") == (
        "%% notelint: allow ligature %%"
    )


@pytest.mark.parametrize(
    "drawn",
    ["wo¦rd", "[[a]]¦", "`[[¦`", "```\n[[¦\n```", "[[a|b¦", "[x](¦", "[^1]: a [[b]] c¦", "¦"],
)
def test_elsewhere_nothing_is_offered(drawn: str, tmp_path: Path) -> None:
    assert offered(tmp_path, drawn) is None


def test_in_a_property_links_are_offered(tmp_path: Path) -> None:
    assert "enzyme" in labels(tmp_path, '---\nup: "[[enz¦"\n---\n')


def test_a_long_list_is_asked_for_again(tmp_path: Path) -> None:
    found = offered(tmp_path, "# One\n" * 300 + "[[#¦")
    assert found is not None
    assert (found.is_incomplete, len(found.items)) == (True, 200)
