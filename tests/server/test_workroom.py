"""Where the work is done: which texts are looked at, what is pushed, and what is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcContentModified, JsonRpcException
from support.desks import document, write_notes

from notelint.server.client import Client
from notelint.server.workroom import Workroom

SECONDS = 30


class Outlet:
    """What an editor is told."""

    def __init__(self) -> None:
        self.told: Queue[tuple[str, Any]] = Queue()

    def push(self, params: lsp.PublishDiagnosticsParams) -> None:
        codes = [str(item.code) for item in params.diagnostics]
        self.told.put((f"{Path(params.uri).name} {params.version}", codes))

    def refresh(self) -> None:
        self.told.put(("refresh", None))

    def complain(self, message: str, is_error: bool = False) -> None:
        self.told.put(("error" if is_error else "complaint", message))

    def next(self) -> tuple[str, Any]:
        return self.told.get(timeout=SECONDS)


class Room(Workroom):
    """A workroom with what it tells."""

    def __init__(self, root: Path) -> None:
        self.outlet, self.root = Outlet(), root
        super().__init__(self.outlet)

    def type(self, name: str, text: str, version: int = 1) -> str:
        made = document(self.root, name, text, version)
        self.put(made.uri, made)
        return made.uri


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    write_notes(tmp_path, {"a.md": "[[b#B]]\n", "b.md": "# B\n"})
    room = Room(tmp_path)
    yield room
    room.stop()


def test_only_the_newest_text_is_looked_at(room: Room) -> None:
    for version in range(1, 50):
        room.type("a.md", "ﬁ\n" * version, version)
    room.start(Client(), [])
    assert room.outlet.next() == ("a.md 49", ["NL403"] * 49)
    assert room.outlet.told.empty()


def test_what_was_said_of_a_text_is_not_said_again_but_of_one_that_was_opened_anew(
    room: Room,
) -> None:
    room.start(Client(), [])
    uri = room.type("a.md", "ﬁ\n")
    assert room.outlet.next() == ("a.md 1", ["NL403"])
    room.tell(lambda session: session.saved(room.root / "a.md"))
    room.ask(uri, lambda place: None).result(SECONDS)
    room.put(uri, None)
    room.type("a.md", "ﬁ\n")
    assert room.outlet.next() == ("a.md 1", ["NL403"])
    assert room.outlet.told.empty()


def test_what_another_text_changes_is_pushed_too(room: Room) -> None:
    room.start(Client(), [])
    room.type("a.md", "[[b#B]]\n")
    assert room.outlet.next() == ("a.md 1", [])
    room.type("b.md", "# C\n")
    assert sorted([room.outlet.next(), room.outlet.next()]) == [
        ("a.md 1", ["NL302"]),
        ("b.md 1", []),
    ]


def test_of_a_text_that_was_overtaken_nothing_is_answered(room: Room) -> None:
    uri = room.type("a.md", "x\n")
    first = room.ask(uri, lambda place: place.path)
    room.type("a.md", "y\n", 2)
    second = room.ask(uri, lambda place: place.path)
    room.start(Client(pulls=True), [])
    assert isinstance(first.exception(SECONDS), JsonRpcContentModified)
    assert second.result(SECONDS) == "a.md"


def test_of_a_text_that_is_not_open_there_is_no_answer(room: Room) -> None:
    room.start(Client(pulls=True), [])
    assert room.ask("file:///nowhere.md", lambda place: place.path).result(SECONDS) is None


def test_an_editor_that_asks_is_told_when_the_disk_has_changed(room: Room) -> None:
    room.start(Client(pulls=True, refreshes=True, watches=True), [room.root])
    assert room.ask_vaults(len).result(SECONDS) == 1
    changes = [(room.root / "b.md", lsp.FileChangeType.Changed)]
    room.tell(lambda session: session.told(changes))
    assert room.outlet.next() == ("refresh", None)


def test_a_defect_is_answered_and_told(room: Room) -> None:
    room.start(Client(pulls=True), [])
    uri = room.type("a.md", "x\n")
    error = room.ask(uri, lambda place: 1 // 0).exception(SECONDS)
    assert isinstance(error, JsonRpcException)
    assert "ZeroDivisionError" in room.outlet.next()[1]
    room.tell(lambda session: 1 // 0)
    assert "ZeroDivisionError" in room.outlet.next()[1]
    assert room.ask(uri, lambda place: place.path).result(SECONDS) == "a.md"


def test_all_notes_are_looked_at_step_by_step(room: Room) -> None:
    room.start(Client(pulls=True), [room.root])
    report = room.reports({"file:///gone.md": "x"}, None).result(SECONDS)
    assert [item.uri for item in report.items] == ["file:///gone.md"]
