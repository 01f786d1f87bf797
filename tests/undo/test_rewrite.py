"""What a fixing run does to one note: its new bytes come in the place of the old ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from notelint.undo import Rewrite, open_note_writer


@pytest.mark.parametrize("before", [b"", b"a\r\n", b"\xff\0", "é".encode()])
@pytest.mark.parametrize("after", [b"", b"b", b"\xfe\n"])
def test_a_rewrite_and_its_reverse_leave_a_note_as_it_was(
    tmp_path: Path, before: bytes, after: bytes
) -> None:
    note = tmp_path / "a.md"
    note.write_bytes(before)
    with open_note_writer(tmp_path, ["a.md"], 0, print) as put:
        put(Rewrite("a.md", before, after))
        assert note.read_bytes() == after
        put(Rewrite("a.md", after, before))
    assert note.read_bytes() == before
