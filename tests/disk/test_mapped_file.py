"""A file of sections: what was put there is read, and what has changed since is an error."""

from __future__ import annotations

import os
import stat
from array import array
from pathlib import Path

import pytest

from notelint.disk import MappedFile, SectionWriter, write_sections
from notelint.values import ReadError, WriteError

LARGE = bytes(range(256)) * 1000  # some blocks
SECTIONS = {"few": b"abc", "none": b"", "large": LARGE, "numbers": array("I", [1, 2, 3]).tobytes()}


def put(file: Path, sections: dict[str, bytes] = SECTIONS, piece: int = 1000) -> Path:
    def write(writer: SectionWriter) -> None:
        for name, data in sections.items():
            writer.put(name, [data[at : at + piece] for at in range(0, len(data), piece)])

    write_sections(file, write)
    return file


@pytest.mark.parametrize("piece", [1, 1000, 65_536, 1_000_000])
def test_what_is_written_in_pieces_is_read(tmp_path: Path, piece: int) -> None:
    mapped = MappedFile(put(tmp_path / "file", piece=piece))
    assert mapped.names == tuple(SECTIONS)
    for name, data in SECTIONS.items():
        section = mapped.section(name)
        assert section.size == len(data)
        assert section.read(0, len(data)) == data
        assert section.read(len(data), len(data)) == b""
    assert mapped.section("large").read(65_530, 65_550) == LARGE[65_530:65_550]
    assert list(mapped.section("numbers").numbers("I")) == [1, 2, 3]


def test_only_what_is_looked_at_must_be_as_it_was(tmp_path: Path) -> None:
    file = put(tmp_path / "file")
    data = bytearray(file.read_bytes())
    data[data.index(LARGE) + 65_536] ^= 1
    file.write_bytes(data)
    large = MappedFile(file).section("large")
    assert large.read(0, 65_536) == LARGE[:65_536]
    for place in ((65_536, 65_537), (65_535, 65_537), (0, len(LARGE))):
        with pytest.raises(ReadError, match=r"file: not as it was written; remove it and make"):
            large.read(*place)
    with pytest.raises(ReadError):
        large.numbers("I")


@pytest.mark.parametrize("place", [(-1, 2), (2, 1), (0, 4), (4, 4)])
def test_no_section_has_more_than_was_put_in_it(tmp_path: Path, place: tuple[int, int]) -> None:
    few = MappedFile(put(tmp_path / "file")).section("few")
    with pytest.raises(ReadError):
        few.read(*place)


def test_what_is_not_there_or_no_numbers_is_an_error(tmp_path: Path) -> None:
    mapped = MappedFile(put(tmp_path / "file"))
    with pytest.raises(ReadError):
        mapped.section("gone")
    with pytest.raises(ReadError):
        mapped.section("few").numbers("I")


def test_a_file_that_was_let_go_is_read_no_more(tmp_path: Path) -> None:
    mapped = MappedFile(put(tmp_path / "file"))
    few = mapped.section("few")
    assert list(mapped.section("numbers").numbers("I")) == [1, 2, 3]
    mapped.close()
    with pytest.raises(ValueError, match=r"closed|released"):
        few.read(0, 1)


def test_an_older_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    file = put(tmp_path / "file")
    before = MappedFile(file)

    def fail(writer: SectionWriter) -> None:
        writer.put("few", [b"other"])
        raise OSError(28, "No space left on device")

    with pytest.raises(WriteError, match=r"file: cannot be written: No space left on device; make"):
        write_sections(file, fail)
    assert MappedFile(file).section("few").read(0, 3) == b"abc"
    assert [*tmp_path.iterdir()] == [file]
    if os.name != "nt":  # where nothing takes the place of what is open
        put(file, {"few": b"new"})
        assert before.section("few").read(0, 3) == b"abc"


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_others_may_read_what_is_written(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        assert stat.S_IMODE(put(tmp_path / "file").stat().st_mode) == 0o640
    finally:
        os.umask(mask)
