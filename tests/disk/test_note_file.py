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
