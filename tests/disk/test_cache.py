"""What is kept between runs, as sections of one file: whole or not at all, and never in the way."""

from __future__ import annotations

import os
import time
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path

import pytest

from notelint.disk import NO_CACHE, Cache, cache_file, joined, parted
from notelint.values import __version__

SECTIONS = {"notes": b"a\0b", "rows": b"", "found 1 2": bytes(range(256)) * 3}
MARK = f"notelint cache 7 {__version__}"
needs_rights = pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "x.cache"


def keep(file: Path, sections: Mapping[str, bytes]) -> None:
    Cache(lambda: file).keep((name, [data]) for name, data in sections.items())


def kept(file: Path) -> dict[str, bytes | None]:
    """What a run finds in a file."""
    cache = Cache(lambda: file)
    try:
        return {name: cache.section(name) for name in sorted(cache.names)}
    finally:
        cache.close()


def bytes_of(sections: Mapping[str, bytes], mark: str = MARK) -> bytes:
    """A file as it should be, with other names or another mark."""
    lines = [f"{len(data)} {zlib.crc32(data)} {name}" for name, data in sections.items()]
    return b"".join(sections.values()) + table("\n".join(lines), mark)


def table(lines: str, mark: str = MARK) -> bytes:
    """The end of a file."""
    listed = lines.encode()
    return f"\n{mark}\n".encode() + listed + f"\n{zlib.crc32(listed)}\n".encode()


def test_what_one_run_kept_the_next_one_knows(file: Path) -> None:
    keep(file, SECTIONS)
    assert kept(file) == SECTIONS
    assert file.read_bytes() == bytes_of(SECTIONS)


def test_what_was_kept_last_is_all_that_there_is(file: Path) -> None:
    keep(file, SECTIONS)
    keep(file, {"files": b"x"})
    assert kept(file) == {"files": b"x"}
    assert [other.name for other in file.parent.iterdir()] == [file.name]


def test_a_section_that_is_not_there_is_missing(file: Path) -> None:
    keep(file, SECTIONS)
    assert Cache(lambda: file).section("gone") is None


def test_what_was_opened_is_read_to_the_end_though_another_run_puts_a_new_file_there(
    file: Path,
) -> None:
    keep(file, SECTIONS)
    cache = Cache(lambda: file)
    assert cache.names == SECTIONS.keys()
    keep(file, {"files": b"x"})
    assert {name: cache.section(name) for name in cache.names} == SECTIONS
    cache.close()
    assert cache.section("files") == b"x"
    cache.close()


def test_two_vaults_have_two_files(tmp_path: Path) -> None:
    assert cache_file(tmp_path / "a", tmp_path) != cache_file(tmp_path / "b", tmp_path)


def test_nothing_is_kept_where_nothing_is_to_be_kept() -> None:
    NO_CACHE.keep((name, [data]) for name, data in SECTIONS.items())
    assert NO_CACHE.names == frozenset()
    assert NO_CACHE.section("notes") is None


def test_a_section_may_come_in_pieces_and_out_of_the_old_file(file: Path) -> None:
    keep(file, SECTIONS)
    cache = Cache(lambda: file)
    cache.keep((name, [cache.section(name) or b"", b"x"]) for name in sorted(cache.names))
    assert kept(file) == {name: data + b"x" for name, data in SECTIONS.items()}
    assert cache.section("rows") == b"x"
    cache.close()


def test_texts_are_parted_as_they_were_joined() -> None:
    for texts in (
        [],
        [""],
        ["", ""],
        ["a", "", "\ud800 \u00e4"],
        [str(number) for number in range(2000)],
    ):
        assert parted(b"".join(joined(texts))) == texts
    assert parted(None) == parted(b"\xff\0") == []


# --- broken files


def test_a_file_that_was_cut_off_is_empty(file: Path) -> None:
    keep(file, SECTIONS)
    for size in reversed(range(len(bytes_of(SECTIONS)))):
        os.truncate(file, size)
        assert kept(file) == {}


def test_a_section_with_another_bit_is_missing_and_without_the_table_all_are(file: Path) -> None:
    keep(file, SECTIONS)
    whole, ends = file.read_bytes(), [*accumulate(map(len, SECTIONS.values()))]
    for at in range(len(whole)):
        content = bytearray(whole)
        content[at] ^= 1 << at % 8
        file.write_bytes(content)
        broken = [*SECTIONS][bisect_right(ends, at)] if at < ends[-1] else None
        assert kept(file) == ({**SECTIONS, broken: None} if broken else {})
    file.write_bytes(whole)
    assert kept(file) == SECTIONS


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n",
        b"no cache",
        b"\xff" * 4096,
        b"SQLite format 3\x00" + b"\xff" * 4096,
        bytes_of(SECTIONS, "notelint cache 7 0.0.0"),
        bytes_of(SECTIONS, MARK.replace(" 7 ", " 6 ")),
        bytes_of(SECTIONS) + b"x",
        f"\n{MARK}\n".encode(),
        f"\n{MARK}\n0 0 a\n".encode(),
        b"x" + table(f"-1 0 a\n2 {zlib.crc32(b'x')} b"),
        b"x" + table(f"{'9' * 5000} 0 a"),
        b"x" + table(f"{10**18} 0 a"),
        b"x" + table("1 x a"),
        b"x" + table("1"),
        b"x" + table(f"1 {zlib.crc32(b'x')} \u00e4"),
        bytes_of({f"{number}": b"" for number in range(101)}),
        bytes_of({"x" * 200_000: b""}),
    ],
)
def test_a_file_that_is_something_else_is_empty_and_gives_way(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert kept(file) == {}
    keep(file, SECTIONS)
    assert kept(file) == SECTIONS


def test_a_file_without_an_end_is_not_read(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(bytes_of(SECTIONS))
    os.truncate(file, 10**13)
    assert kept(file) == {}


def _pipe(file: Path) -> None:
    os.mkfifo(file)


def _folder(file: Path) -> None:
    file.mkdir()


def _full_folder(file: Path) -> None:
    (file / "x").mkdir(parents=True)


def _circle(file: Path) -> None:
    file.symlink_to(file)


def _device(file: Path) -> None:
    file.symlink_to("/dev/zero")


@pytest.mark.parametrize("place", [_pipe, _folder, _full_folder, _circle, _device])
def test_what_is_no_file_is_empty_and_no_reason_to_fail(
    file: Path, place: Callable[[Path], None]
) -> None:
    file.parent.mkdir()
    place(file)
    assert kept(file) == {}
    keep(file, SECTIONS)
    assert kept(file) == ({} if place in (_folder, _full_folder) else SECTIONS)


def test_a_link_gives_way_and_what_it_leads_to_stays(file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    other = tmp_path / "other"
    other.write_bytes(b"mine")
    file.symlink_to(other)
    assert kept(file) == {}
    keep(file, SECTIONS)
    assert (other.read_bytes(), file.is_symlink()) == (b"mine", False)


# --- folders that cannot be written, disks that are full


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keep(tmp_path / "file" / "below" / "x.cache", SECTIONS)
    assert kept(tmp_path / "file" / "below" / "x.cache") == {}


@needs_rights
def test_a_folder_that_may_not_be_written_is_no_reason_to_fail(file: Path) -> None:
    keep(file, {"files": b"x"})
    file.parent.chmod(0o500)
    try:
        keep(file, SECTIONS)
        assert kept(file) == {"files": b"x"}
    finally:
        file.parent.chmod(0o700)


@needs_rights
def test_a_folder_that_may_not_be_read_is_no_reason_to_fail(file: Path) -> None:
    keep(file, {"files": b"x"})
    file.parent.chmod(0)
    try:
        assert kept(file) == {}
        keep(file, SECTIONS)
    finally:
        file.parent.chmod(0o700)


@contextmanager
def full_disk() -> Iterator[None]:
    """The system writes no more than some bytes into a file: not into that either to which somebody
    has pytest write what it says, so it may say nothing meanwhile."""
    resource = pytest.importorskip("resource")
    signal = pytest.importorskip("signal")
    before, handler = (
        resource.getrlimit(resource.RLIMIT_FSIZE),
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
    )
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_on_a_full_disk_the_old_file_stays_and_nothing_else(file: Path) -> None:
    keep(file, {"files": b"x"})
    with full_disk():
        keep(file, SECTIONS)
    assert kept(file) == {"files": b"x"}
    assert [other.name for other in file.parent.iterdir()] == [file.name]


def test_what_killed_runs_left_is_swept_when_it_is_old(file: Path) -> None:
    keep(file, {})
    old, young, other = (file.parent / name for name in (".x.cache-old", ".x.cache-new", ".y-old"))
    for left in (old, young, other):
        left.write_bytes(b"part")
    for left in (old, other):
        os.utime(left, (time.time() - 7200, time.time() - 7200))
    keep(file, SECTIONS)
    assert {left.name for left in file.parent.iterdir()} == {file.name, young.name, other.name}
