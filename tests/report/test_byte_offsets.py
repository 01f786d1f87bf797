"""Offsets in bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from notelint.report.byte_offsets import ByteOffsets
from notelint.values import Text


@given(st.text(max_size=20), st.integers(1, 60), st.data())
def test_an_offset_is_the_size_of_what_stands_before(
    piece: str, times: int, data: st.DataObject
) -> None:
    content = piece * times
    offset = data.draw(st.integers(0, len(content)))
    assert ByteOffsets(Text(content))[offset] == len(content[:offset].encode())
