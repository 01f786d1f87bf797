"""A vault with notes open over it: what others see of them, and how places are told."""

from __future__ import annotations

from pathlib import Path

from lsprotocol.types import Position
from support.desks import document, session_at

from notelint.notes import scan_summary
from notelint.server.uris import uri_of
from notelint.vault import differences
from notelint.vault.comparison import Changes

TEXTS = {"a.md": "[[b#Walls]]\n", "b.md": "# Walls\n", "bom.md": "\ufeff# Top\n"}


def test_an_open_text_stands_in_place_of_the_disk_s(tmp_path: Path) -> None:
    desk = session_at(tmp_path, TEXTS, {"b.md": "# Doors\n"}).desk
    assert desk.vault.index.summaries["b.md"] == scan_summary("# Doors\n")
    note = desk.note("b.md")
    assert note is not None
    assert note.text.content == "# Doors\n"


def test_a_note_that_is_closed_is_read_from_disk_without_its_mark(tmp_path: Path) -> None:
    desk = session_at(tmp_path, TEXTS).desk
    note = desk.note("bom.md")
    assert note is not None
    assert desk.positions(note).place(2) == Position(0, 2)
    assert note.text.content == "# Top\n"
    assert desk.note("gone.md") is None
    (tmp_path / "b.md").write_bytes(b"\xff")
    assert desk.note("b.md") is None


def test_an_open_note_has_the_address_that_the_editor_gave_it(tmp_path: Path) -> None:
    session = session_at(tmp_path, TEXTS)
    opened = document(tmp_path, "b.md", "x", 7)
    session.change({"b.md": type(opened)("file:///other%2F", 7, "x")})
    assert session.desk.uri("b.md") == "file:///other%2F"
    assert session.desk.uri("a.md") == uri_of(tmp_path / "a.md")
    assert (session.desk.version("b.md"), session.desk.version("a.md")) == (7, None)


def test_what_differs_for_others_is_told(tmp_path: Path) -> None:
    session = session_at(tmp_path, TEXTS)
    before = session.desk
    read = before.read("c.md", document(tmp_path, "c.md", "# New\n"))
    after, different = before.with_notes({"c.md": read}, {})
    changes = Changes({"c.md": read.summary}, frozenset({"c.md"}))
    assert different == differences(before.vault.index, changes)
    assert "c.md" in after.vault.files
    gone, _ = after.with_notes({"c.md": None}, {"c.md": None})
    assert gone.vault == before.vault


def test_a_note_that_is_too_large_is_not_known_to_others(tmp_path: Path) -> None:
    session = session_at(tmp_path, TEXTS | {"notelint.yaml": "max-note-size: 20\n"})
    session.change({"b.md": document(tmp_path, "b.md", "# A heading that is long\n")})
    assert session.desk.vault.index.summaries["b.md"] == scan_summary("# Walls\n")
