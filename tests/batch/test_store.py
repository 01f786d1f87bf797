"""A folder as a store has it: what is not there, and what cannot be read or written."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from notelint.batch.store import Folder, put
from notelint.values import NotelintError, ReadError, WriteError

TOO_LONG = "x" * 300


@pytest.mark.parametrize("folder", ["gone", "file", "file/inner"])
def test_in_what_is_no_folder_is_nothing(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("x")
    store = Folder(tmp_path / folder)
    with pytest.raises(FileNotFoundError):
        store.read("a")
    assert (store.names(), store.has("a")) == ([], False)
    store.remove("a")
    store.sweep()


def test_where_a_file_is_in_the_place_of_a_folder_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for folder in ("file", "file/inner"):
        with pytest.raises(WriteError, match="take away the file that is in the place of a folder"):
            put(Folder(tmp_path / folder), "a", b"x")


@pytest.mark.parametrize(
    ("ask", "kind"),
    [
        (lambda store: store.read("folder"), ReadError),
        (lambda store: store.read(TOO_LONG), ReadError),
        (lambda store: store.remove("folder"), WriteError),
        (lambda store: store.remove(TOO_LONG), WriteError),
        (lambda store: store.move("a", "folder"), WriteError),
        (lambda store: put(store, "folder", b""), WriteError),
    ],
)
def test_what_cannot_be_done_is_an_error_of_ours(
    tmp_path: Path, ask: Callable[[Folder], object], kind: type[NotelintError]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a").write_text("x")
    with pytest.raises(kind, match=rf"cannot (read|write) {re.escape(str(tmp_path))}"):
        ask(Folder(tmp_path))
    assert os.listdir(tmp_path / "folder") == []
