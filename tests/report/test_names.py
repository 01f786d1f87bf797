"""Names of files in reports: UTF-8 whatever they are, and no two of them alike."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.report.names import readable, sayable

NAMES = st.lists(
    st.sampled_from(
        [b"\xff", b"\\", b"x", b"ff", b"5c", b"u", b"d83d", "é".encode(), b"a", b"\xc3"]
    )
).map(b"".join)


def read_back(shown: str) -> bytes:
    """The bytes of a name as a report shows it."""
    pieces = re.split(r"\\x([0-9a-f]{2})", shown)
    return b"".join(
        bytes.fromhex(piece) if index % 2 else piece.encode() for index, piece in enumerate(pieces)
    )


@given(NAMES)
def test_every_name_can_be_read_back(name: bytes) -> None:
    shown = readable(os.fsdecode(name))
    shown.encode()
    assert read_back(shown) == name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("terms/cell wall.md", "terms/cell wall.md"),
        ("état 🧱.md", "état 🧱.md"),
        ("wall\\hall.md", "wall\\hall.md"),
        ("caf\udce9.md", "caf\\xe9.md"),
        ("caf\\xe9.md", "caf\\x5cxe9.md"),
        ("caf\\\udce9.md", "caf\\\\xe9.md"),
        ("\ud83d.md", "\\ud83d.md"),
    ],
)
def test_only_what_utf8_cannot_say_is_escaped(name: str, shown: str) -> None:
    assert readable(name) == shown


def test_a_text_keeps_its_own_backslashes() -> None:
    assert sayable("near: `caf\udce9`, `\\xe9`") == "near: `caf\\xe9`, `\\xe9`"
