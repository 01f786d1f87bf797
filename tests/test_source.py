"""Notes on disk: every byte comes back, and a note is written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from conftest import VaultOnDisk

from notelint.error import NotelintError
from notelint.source import decode, read, write
from notelint.text import Text

NOTE = "A ﬁnite set.\n"


def note_in(folder: Path, content: str = NOTE) -> Path:
    path = folder / "a.md"
    path.write_bytes(content.encode())
    return path


# --- reading


@pytest.mark.parametrize(
    "content", ["", "\n", "\r\n", "\r", "\ufeff", "a\0b", "a\r\r\n\n", "𝒳 e\u0301"]
)
def test_what_is_read_is_the_text_character_for_character(content: str) -> None:
    source = decode(Path("a.md"), content.encode())
    assert source.text == Text(content)
    assert source.bad_byte is None


@pytest.mark.parametrize(
    ("content", "bad_byte"),
    [
        (b"\xff", 0),
        (b"caf\xe9", 3),
        ("é".encode() + b"\xa9", 2),
        (b"ab\xc3", 2),
        (b"\xf0\x9f\xa7", 0),
        (b"x\xed\xa0\x80", 1),  # a surrogate, which UTF-8 has no place for
        (b"\xc0\xaf", 0),  # a slash in two bytes, where it needs one
        ("é".encode("utf-16"), 0),
    ],
)
def test_bytes_that_are_not_utf8_have_a_place_and_no_text(content: bytes, bad_byte: int) -> None:
    source = decode(Path("a.md"), content)
    assert (source.text, source.bad_byte, source.content) == (None, bad_byte, content)


@pytest.mark.parametrize("name", ["gone.md", "."])
def test_what_cannot_be_read_is_an_error_with_its_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotelintError, match="cannot read") as caught:
        read(tmp_path / name)
    assert str(tmp_path / name) in str(caught.value)


# --- writing


@pytest.mark.parametrize("content", ["", "A finite set.", "\ufeffa\r\n", "a\rb", "𝒳\n", "a\0"])
def test_what_is_written_is_the_text_byte_for_byte(tmp_path: Path, content: str) -> None:
    path = note_in(tmp_path)
    write(read(path), Text(content))
    assert path.read_bytes() == content.encode()


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o664, 0o755, 0o640])
def test_a_written_note_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = note_in(tmp_path)
    path.chmod(mode)
    write(read(path), Text("b"))
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_symbolic_link_stays_one_and_its_note_is_written(tmp_path: Path) -> None:
    path = note_in(tmp_path)
    link = tmp_path / "link.md"
    link.symlink_to("a.md")
    write(read(link), Text("b"))
    assert link.is_symlink()
    assert path.read_text() == "b"


def test_nothing_but_the_note_is_left_in_its_folder(tmp_path: Path) -> None:
    path = note_in(tmp_path)
    write(read(path), Text("b"))
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_note_that_changed_since_it_was_read_is_refused(tmp_path: Path) -> None:
    path = note_in(tmp_path)
    source = read(path)
    path.write_text("somebody else's words\n")
    with pytest.raises(NotelintError, match="changed"):
        write(source, Text("b"))
    assert path.read_text() == "somebody else's words\n"


def test_a_note_that_went_away_is_not_made_again(tmp_path: Path) -> None:
    path = note_in(tmp_path)
    source = read(path)
    path.unlink()
    with pytest.raises(NotelintError, match=r"a\.md"):
        write(source, Text("b"))
    assert not path.exists()


def test_a_read_only_note_is_refused(tmp_path: Path) -> None:
    path = note_in(tmp_path)
    path.chmod(0o444)
    with pytest.raises(NotelintError, match="read-only"):
        write(read(path), Text("b"))
    assert path.read_text() == NOTE


@pytest.mark.parametrize("step", ["replace", "fsync", "chmod"])
def test_a_write_that_fails_leaves_the_note_and_no_debris(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = note_in(tmp_path)
    source = read(path)
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(NotelintError, match="No space left"):
        write(source, Text("b"))
    assert (path.read_text(), os.listdir(tmp_path)) == (NOTE, ["a.md"])


def test_an_interrupted_write_leaves_the_note_and_no_debris(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    path = note_in(tmp_path)
    source = read(path)
    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(source, Text("b"))
    assert (path.read_text(), os.listdir(tmp_path)) == (NOTE, ["a.md"])


def test_an_interrupted_run_says_that_every_note_is_whole(vault: VaultOnDisk) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    vault.put("a.md", NOTE)
    vault.monkeypatch.setattr(os, "replace", interrupt)
    assert "interrupted" in vault.refusal("--fix")
    assert vault.text("a.md") == NOTE


def test_a_disk_that_is_full_is_an_error_and_the_finding_remains(vault: VaultOnDisk) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    vault.put("a.md", NOTE)
    vault.monkeypatch.setattr(os, "replace", fail)
    ran = vault.json("--fix")
    assert (ran.code, ran.names) == (2, ["ligature"])
    assert "No space left" in ran.err
