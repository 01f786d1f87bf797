"""A report on disk: whole, or as it was before."""

from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from notelint.disk import report_file


def test_what_was_there_stays_until_all_is_written(tmp_path: Path) -> None:
    file = tmp_path / "report"
    file.write_text("old")
    with report_file(file) as out:
        out.write("new é\r\n")
        out.flush()
        assert file.read_text() == "old"
    assert file.read_bytes() == "new é\r\n".encode()


def test_an_error_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail() -> None:
        with report_file(tmp_path / "report") as out:
            out.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links are others there")
def test_a_file_keeps_its_mode_and_a_link_its_place(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    with report_file(link) as out:
        out.write("new")
    assert link.is_symlink()
    assert (target.read_text(), stat.S_IMODE(target.stat().st_mode)) == ("new", 0o640)


@pytest.mark.skipif(sys.platform == "win32", reason="modes are others there")
def test_a_new_file_has_the_mode_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    with report_file(tmp_path / "report"):
        pass
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_written_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    with report_file(pipe) as out:
        out.write("told")
    reader.join()
    assert (read, stat.S_ISFIFO(pipe.stat().st_mode)) == (["told"], True)
