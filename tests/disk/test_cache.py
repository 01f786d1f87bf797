"""What links ask of other notes, kept between runs: right after a change, and never in the way."""

from __future__ import annotations

import base64
import os
import sqlite3
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.on_disk import VaultOnDisk

from notelint.disk import Cache, cache_file

LINK = "[[b#Walls]]\n"
OLD = time.time() - 3600


def packed(text: bytes) -> str:
    return base64.b64encode(zlib.compress(text)).decode()


NO_SUMMARIES = (
    '"x"',
    "[[[1]], []]",
    "7",
    "[[[null, 1, 2]], [[]]]",
    '[[1], [], [], [], ""]',
    '[[], [[null, 1, 2]], [], [], ""]',
    '[[], [], [[]], [], ""]',
    '[[], [], [], 7, ""]',
    '[[], [], [], [], "?"]',
    '[[], [], [], [], "AAAA"]',
    *(f'[[], [], [], [], "{packed(text)}"]' for text in (b"x y", b"0 x", b"1", b"1 \xff")),
)


def age(*paths: Path) -> None:
    """A file that was just written is not kept, since it may change within its time stamp."""
    for path in paths:
        os.utime(path, (OLD, OLD))


def cache_of(vault: Path, folder: Path) -> Cache:
    return Cache(vault, lambda: cache_file(vault, folder))


def never() -> Any:
    raise AssertionError("read although it was kept")


def kept(cache: Cache, read: Callable[[], Any]) -> Any:
    """What is kept of the note; where that is nothing, what is read now, to be kept."""
    entry = cache.get("a.md")
    if entry.data is not None:
        return entry.data
    data = read()
    cache.put(entry, data)
    return data


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "vault" / "a.md"
    path.parent.mkdir()
    path.write_text("a")
    age(path)
    return path


def test_what_one_run_read_the_next_one_knows(note: Path, tmp_path: Path) -> None:
    first, second = (cache_of(note.parent, tmp_path / "cache") for _ in range(2))
    assert kept(first, lambda: ["x"]) == ["x"]
    first.close()
    assert kept(second, never) == ["x"]


@pytest.mark.parametrize("kind", ["time", "size"])
def test_a_changed_note_is_read_again(note: Path, tmp_path: Path, kind: str) -> None:
    first, second = (cache_of(note.parent, tmp_path / "cache") for _ in range(2))
    kept(first, lambda: ["x"])
    first.close()
    note.write_text("a" if kind == "time" else "ab")
    os.utime(note, (OLD + (kind == "time"), OLD + (kind == "time")))
    assert kept(second, lambda: ["y"]) == ["y"]


def test_a_note_that_was_just_written_is_not_kept(note: Path, tmp_path: Path) -> None:
    note.write_text("b")
    first, second = (cache_of(note.parent, tmp_path / "cache") for _ in range(2))
    kept(first, lambda: ["x"])
    first.close()
    assert kept(second, lambda: ["y"]) == ["y"]


def test_a_note_that_is_gone_is_read(note: Path, tmp_path: Path) -> None:
    note.unlink()
    assert kept(cache_of(note.parent, tmp_path / "cache"), lambda: ["x"]) == ["x"]


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_broken_file_gives_way_to_a_new_one(note: Path, tmp_path: Path, content: bytes) -> None:
    file = cache_file(note.parent, tmp_path)
    file.write_bytes(content)
    first, second = (cache_of(note.parent, tmp_path) for _ in range(2))
    assert kept(first, lambda: ["x"]) == ["x"]
    first.close()
    assert kept(second, never) == ["x"]


def test_another_table_or_broken_data_counts_as_missing(note: Path, tmp_path: Path) -> None:
    first, second = (cache_of(note.parent, tmp_path) for _ in range(2))
    kept(first, lambda: ["x"])
    first.close()
    with sqlite3.connect(cache_file(note.parent, tmp_path)) as connection:
        connection.execute("UPDATE summaries SET data = '['")
    connection.close()
    assert kept(second, lambda: ["y"]) == ["y"]


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(note: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = cache_of(note.parent, tmp_path / "file" / "below")
    assert kept(cache, lambda: ["x"]) == ["x"]
    cache.close()


def test_nothing_is_kept_where_nothing_is_to_be_kept(note: Path) -> None:
    cache = Cache(note.parent, lambda: None)
    assert [kept(cache, lambda: ["x"]), kept(cache, lambda: ["y"])] == [["x"], ["y"]]
    cache.close()


def test_two_vaults_have_two_files(tmp_path: Path) -> None:
    assert cache_file(tmp_path / "a", tmp_path) != cache_file(tmp_path / "b", tmp_path)


# --- the whole run


@pytest.mark.parametrize("option", [["--no-cache"], ["--cache-dir", "../kept"]])
def test_a_heading_that_goes_is_missed_at_once(vault: VaultOnDisk, option: list[str]) -> None:
    vault.put("a.md", LINK)
    vault.put("b.md", "# Walls\n")
    age(vault.root / "a.md", vault.root / "b.md")
    assert vault.json(*option).names == []
    assert vault.json(*option).names == []
    vault.put("b.md", "# Floors\n")
    assert vault.json(*option).names == ["unresolved-heading"]


def test_the_cache_is_where_it_was_asked_for(vault: VaultOnDisk) -> None:
    vault.put("a.md", LINK)
    vault.put("b.md", "# Walls\n")
    age(vault.root / "b.md")
    vault.json("--no-cache", "--cache-dir", "../kept")
    assert not (vault.root.parent / "kept").exists()
    vault.json("--cache-dir", "../kept")
    assert [file.suffix for file in (vault.root.parent / "kept").iterdir()] == [".sqlite3"]


def test_what_is_no_summary_is_read_anew(vault: VaultOnDisk) -> None:
    vault.put("a.md", LINK + "[[gone]]\n")
    vault.put("b.md", "# Walls\n")
    age(vault.root / "a.md", vault.root / "b.md")
    vault.json("--cache-dir", "../kept")
    file = next((vault.root.parent / "kept").iterdir())
    for data in NO_SUMMARIES:
        with sqlite3.connect(file) as connection:
            connection.execute("UPDATE summaries SET data = ?", (data,))
        connection.close()
        assert vault.json("--cache-dir", "../kept").names == ["unresolved-link"]
