"""Messages out of bytes: whole ones, pieces of them, and what is none."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.server.stream import framed, messages


def read(data: bytes, most: int = 65_536) -> list[bytes]:
    stream = io.BytesIO(data)
    return list(messages(lambda size: stream.read(min(size, most))))


@given(st.lists(st.binary(max_size=40), max_size=4), st.integers(1, 7))
def test_messages_come_out_as_they_went_in_however_they_are_cut(
    bodies: list[bytes], most: int
) -> None:
    assert read(b"".join(map(framed, bodies)), most) == bodies


@pytest.mark.parametrize(
    "headers",
    [
        b"Content-Length: 2\r\n\r\n",
        b"content-length:2\r\n\r\n",
        b"Content-Length: 2\n\n",
        b"Content-Type: x; charset=utf-8\r\nContent-Length:  2 \r\n\r\n",
        b"\r\n\r\nContent-Length: 2\r\n\r\n",
        b"nonsense\r\n\r\nContent-Length: 2\r\n\r\n",
        b"Content-Length: two\r\n\r\nContent-Length: 2\r\n\r\n",
        b"Content-Length: -5\r\n\r\nContent-Length: 2\r\n\r\n",
        b"{broken}Content-Length: 2\r\n\r\n",
    ],
)
def test_headers_are_taken_as_editors_write_them(headers: bytes) -> None:
    assert read(headers + b"{}" + framed(b"next")) == [b"{}", b"next"]


def test_a_message_that_is_cut_off_is_none() -> None:
    assert read(b"Content-Length: 20\r\n\r\n{}") == []
    assert read(b"Content-Length: 20\r\n") == []


def test_a_length_that_nobody_has_takes_no_memory() -> None:
    assert read(b"Content-Length: 99999999999999999999\r\n\r\n" + framed(b"x")) == [b"x"]


def test_a_line_that_never_ends_is_not_kept() -> None:
    assert read(b"x" * 100_000 + b"\r\n" + framed(b"x"), 1000) == [b"x"]
