"""Notes on disk: every byte comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from notelint.disk import NoteFile, read
from notelint.values import ReadError, Text


@pytest.mark.parametrize(
    "content", ["", "\n", "\r\n", "\r", "\ufeff", "a\0b", "a\r\r\n\n", "𝒳 e\u0301"]
)
def test_what_is_read_is_the_text_character_for_character(content: str) -> None:
    file = NoteFile(content.encode())
    assert file.text == Text(content)
    assert file.bad_byte is None


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
    file = NoteFile(content)
    assert (file.text, file.bad_byte, file.content) == (None, bad_byte, content)


@pytest.mark.parametrize("name", ["gone.md", "."])
def test_what_cannot_be_read_is_an_error_with_its_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError, match="cannot read") as caught:
        read(tmp_path / name)
    assert str(tmp_path / name) in str(caught.value)


def test_of_a_file_that_is_too_large_the_beginning_and_the_size_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x" * 1000)
    file = read(tmp_path / "a.md", 999)
    assert (file.size, file.content, file.error) == (1000, b"x" * 80, None)
    assert read(tmp_path / "a.md", 1000).size is None
