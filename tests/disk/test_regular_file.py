"""Only files are read, and only as much of them as there may be."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from notelint.disk import TooLargeError, read_regular
from notelint.disk.regular_file import NO_FOLLOW


@pytest.mark.parametrize("content", [b"", b"a", b"\r\n\x00\x1a\xff" * 1000])
def test_a_file_is_read_byte_for_byte(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a"
    file.write_bytes(content)
    assert read_regular(file, len(content)) == content


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a"
    with file.open("wb") as sparse:
        sparse.write(b"abc")
        sparse.truncate(10**12)
    with pytest.raises(TooLargeError, match="1,000,000,000,000 bytes, more than 5") as caught:
        read_regular(file, 5)
    assert (caught.value.size, caught.value.beginning[:4]) == (10**12, b"abc\0")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system makes up no files")
def test_a_file_whose_size_is_not_told_is_read_as_far_as_it_may_be() -> None:
    assert b"Pid:" in read_regular("/proc/self/status", 100_000)
    with pytest.raises(TooLargeError):
        read_regular("/proc/self/status", 10)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    for name in ("pipe", "link"):
        with pytest.raises(OSError, match="a pipe, not a file"):
            read_regular(tmp_path / name, 10)


def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    os.mkfifo(tmp_path / "pipe")
    as_before = os.stat(tmp_path / "file")
    monkeypatch.setattr(os, "stat", lambda *_, **__: as_before)
    with pytest.raises(OSError, match="a pipe, not a file"):
        read_regular(tmp_path / "pipe", 10)


def test_sockets_devices_and_folders_are_no_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # names of sockets are short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        with pytest.raises(OSError, match="a socket, not a file"):
            read_regular("socket", 10)
    with pytest.raises(OSError, match="a device, not a file"):
        read_regular("/dev/zero", 10)
    with pytest.raises(IsADirectoryError):
        read_regular(tmp_path, 10)


def test_a_link_is_followed_unless_it_must_not_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a")
    (tmp_path / "link").symlink_to("file")
    assert read_regular(tmp_path / "link", 10) == b"a"
    with pytest.raises(OSError, match="a symbolic link, not a file"):
        read_regular(tmp_path / "link", 10, NO_FOLLOW)
