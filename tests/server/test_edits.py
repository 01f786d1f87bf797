"""Edits as the editor makes them: of versions where it counts them, and of what differs alone."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range, RenameFile, TextEdit, WorkspaceEdit
from support.desks import session_at

from notelint.server.client import Client
from notelint.server.edits import difference, workspace_edit
from notelint.values import Edit, Span, apply_edits

TEXTS = st.text(st.sampled_from("ab\n\r 🙂"), max_size=30)


@given(TEXTS, TEXTS)
def test_the_difference_of_two_texts_makes_one_of_the_other(before: str, after: str) -> None:
    assert apply_edits(before, difference(before, after)) == after


def test_what_is_the_same_is_left_alone() -> None:
    before, after = "one\ntwo ﬁ three\nfour\n", "one\ntwo fi three\nfour\n"
    assert difference(before, after) == [Edit(Span(8, 9), "fi")]
    assert difference(before, before) == []
    assert difference("a\nb\nc\n", "a\nx\nc\nd\n") == [
        Edit(Span(2, 3), "x"),
        Edit(Span(6, 6), "d\n"),
    ]


TEXT = "🙂 ﬁ\n"
EDIT = TextEdit(Range(Position(0, 3), Position(0, 4)), "fi")


def test_edits_are_by_address_for_an_editor_that_counts_no_versions(tmp_path: Path) -> None:
    desk = session_at(tmp_path, {"a.md": TEXT}, {}, Client()).desk
    made = workspace_edit(desk, {"a.md": [Edit(Span(2, 3), "fi")]})
    assert made == WorkspaceEdit({(tmp_path / "a.md").as_uri(): [EDIT]})


def test_edits_are_for_the_version_that_is_open_and_for_none_of_a_closed_note(
    tmp_path: Path,
) -> None:
    client = Client(counts_versions=True)
    desk = session_at(tmp_path, {"a.md": "x", "b.md": TEXT}, {"a.md": TEXT}, client).desk
    edit = Edit(Span(2, 3), "fi")
    renamed = RenameFile("file:///a", "file:///c")
    made = workspace_edit(desk, {"a.md": [edit], "b.md": [edit]}, renamed).document_changes
    assert made is not None
    assert [item.text_document.version for item in made[:2]] == [1, None]  # type: ignore[union-attr]
    assert [item.edits for item in made[:2]] == [[EDIT], [EDIT]]  # type: ignore[union-attr]
    assert made[2] == renamed


def test_an_editor_that_renames_files_has_the_texts_beside_them(tmp_path: Path) -> None:
    desk = session_at(tmp_path, {"a.md": TEXT}, {}, Client(renames_files=True)).desk
    renamed = RenameFile("file:///a", "file:///c")
    made = workspace_edit(desk, {"a.md": [Edit(Span(2, 3), "fi")]}, renamed)
    assert made.changes is None
    assert made.document_changes
    assert made.document_changes[-1] == renamed
