"""Notes written: whole or not at all, with all that they had."""

from __future__ import annotations

import errno
import os
import stat
import struct
from pathlib import Path

import pytest
from support.faults import deaths, fail
from support.writing import LEFTOVER, NEW, OLD, full_disk, needs_fork

from notelint.disk import sweep, write
from notelint.values import NoteChangedError, WriteError

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A note in a folder of its own."""
    path = tmp_path / "notes" / "a.md"
    path.parent.mkdir()
    path.write_bytes(OLD.encode())
    return path


def put(path: Path, content: str = NEW) -> None:
    write(path, OLD.encode(), content.encode())


def beside(path: Path) -> list[str]:
    return sorted(os.listdir(path.parent))


# --- what is written


@pytest.mark.parametrize("content", ["", "A finite set.", "\ufeffa\r\n", "a\rb", "𝒳\n", "a\0"])
def test_what_is_written_is_there_byte_for_byte(note: Path, content: str) -> None:
    put(note, content)
    assert note.read_bytes() == content.encode()


def test_a_long_note_is_written_whole_though_the_system_takes_a_little_at_a_time(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:7]))
    put(note, "words " * 50)
    assert note.read_text() == "words " * 50


def test_nothing_but_the_note_is_left_in_its_folder(note: Path) -> None:
    put(note)
    assert beside(note) == ["a.md"]


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o664, 0o755, 0o640])
def test_a_note_keeps_its_mode(note: Path, mode: int) -> None:
    note.chmod(mode)
    put(note)
    assert stat.S_IMODE(note.stat().st_mode) == mode


@pytest.mark.skipif(not IS_ROOT, reason="only root gives files away")
def test_a_note_keeps_its_owner_and_the_mode_with_it(note: Path) -> None:
    os.chown(note, 1234, 4321)
    note.chmod(0o6750)
    put(note)
    status = note.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (1234, 4321, 0o6750)


def test_where_the_owner_cannot_be_kept_the_group_is_tried(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def refuse(_: str, owner: int, group: int) -> None:
        asked.append((owner, group))
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse)
    put(note)
    status = note.stat()
    assert asked == [(status.st_uid, status.st_gid), (-1, status.st_gid)]
    assert note.read_text() == NEW


def test_a_symbolic_link_stays_one_and_its_note_is_written(note: Path) -> None:
    link = note.with_name("link.md")
    link.symlink_to("a.md")
    put(link)
    assert link.is_symlink()
    assert note.read_text() == NEW


# --- extended attributes


@pytest.fixture
def tagged(note: Path) -> Path:
    """A note with an attribute, where the disk has them."""
    if not hasattr(os, "setxattr"):
        pytest.skip("the system has no extended attributes that Python knows")
    try:
        os.setxattr(note, "user.tag", b"to read\0")
    except OSError as error:
        pytest.skip(f"the disk has no extended attributes: {error}")
    return note


def test_a_note_keeps_its_extended_attributes(tagged: Path) -> None:
    put(tagged)
    assert os.getxattr(tagged, "user.tag") == b"to read\0"


def test_a_note_keeps_its_access_list(tagged: Path) -> None:
    kinds = [(0x01, 6, -1), (0x02, 4, 1234), (0x04, 4, -1), (0x10, 4, -1), (0x20, 0, -1)]
    access = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in kinds)
    try:
        os.setxattr(tagged, "system.posix_acl_access", access)
    except OSError as error:
        pytest.skip(f"the disk has no access lists: {error}")
    put(tagged)
    assert os.getxattr(tagged, "system.posix_acl_access") == access
    assert stat.S_IMODE(tagged.stat().st_mode) == 0o640


def test_a_note_whose_attribute_cannot_be_kept_is_left_alone(
    tagged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, "setxattr", 1, full_disk())
    with pytest.raises(WriteError, match="No space left"):
        put(tagged)
    assert (tagged.read_text(), beside(tagged)) == (OLD, ["a.md"])


def test_an_attribute_of_the_system_that_cannot_be_set_is_passed_over(
    tagged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "listxattr", lambda _: ["security.selinux", "user.tag"])
    put(tagged)
    assert (tagged.read_text(), os.getxattr(tagged, "user.tag")) == (NEW, b"to read\0")


def test_a_disk_without_attributes_is_no_obstacle(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = OSError(errno.ENOTSUP, "Operation not supported")
    fail(monkeypatch, "listxattr", 1, error)
    put(note)
    assert note.read_text() == NEW


def test_a_system_without_attributes_and_owners_is_no_obstacle(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("listxattr", "chown"):
        monkeypatch.delattr(os, name, raising=False)
    put(note)
    assert note.read_text() == NEW


# --- what is refused


def test_a_note_that_changed_since_it_was_read_is_left_alone(note: Path) -> None:
    note.write_text("somebody else's words\n")
    with pytest.raises(NoteChangedError, match="changed"):
        put(note)
    assert (note.read_text(), beside(note)) == ("somebody else's words\n", ["a.md"])


def test_a_note_that_changes_at_the_last_moment_is_left_alone(note: Path) -> None:
    with pytest.raises(NoteChangedError, match="changed"):
        write(note, OLD.encode(), NEW.encode(), lambda: note.write_text("typed now\n") and None)
    assert (note.read_text(), beside(note)) == ("typed now\n", ["a.md"])


def test_a_note_that_changes_and_whose_time_is_set_back_is_left_alone(note: Path) -> None:
    typed = "x" * note.stat().st_size

    def change() -> None:
        status = note.stat()
        with note.open("r+") as file:
            file.write(typed)
        os.utime(note, ns=(status.st_atime_ns, status.st_mtime_ns))

    with pytest.raises(NoteChangedError, match="changed"):
        write(note, OLD.encode(), NEW.encode(), change)
    assert (note.read_text(), beside(note)) == (typed, ["a.md"])


def test_a_note_that_went_away_is_not_made_again(note: Path) -> None:
    note.unlink()
    with pytest.raises(WriteError, match=r"a\.md.*moved"):
        put(note)
    assert beside(note) == []


def test_a_read_only_note_is_left_alone(note: Path) -> None:
    note.chmod(0o444)
    with pytest.raises(WriteError, match="read-only"):
        put(note)
    assert note.read_text() == OLD


def test_a_note_with_a_second_name_is_left_alone_under_both(note: Path) -> None:
    other = note.with_name("b.md")
    os.link(note, other)
    with pytest.raises(WriteError, match="hard link"):
        put(note)
    assert (note.read_text(), other.read_text(), note.samefile(other)) == (OLD, OLD, True)


def test_a_note_that_another_program_holds_on_windows_is_said_to_be_open(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined]
    fail(monkeypatch, "replace", 1, error)
    with pytest.raises(WriteError, match="close it in other programs"):
        put(note)
    assert (note.read_text(), beside(note)) == (OLD, ["a.md"])


# --- disks that fail


@pytest.mark.parametrize(
    "call", ["open", "write", "listxattr", "chmod", "fsync", "close", "replace"]
)
@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "make room"),
        (errno.EDQUOT, "make room"),
        (errno.EROFS, "make the disk writable"),
        (errno.EIO, "check the disk"),
        (errno.EACCES, "check the permissions"),
        (errno.EPERM, "check the permissions"),
    ],
)
def test_a_failing_disk_leaves_the_note_and_no_debris(
    note: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, remedy: str
) -> None:
    if not hasattr(os, call):
        pytest.skip("the system has no such call")
    fail(monkeypatch, call, 1, OSError(number, os.strerror(number)))
    with pytest.raises(WriteError, match=remedy) as caught:
        put(note)
    assert os.strerror(number) in str(caught.value)
    assert (note.read_text(), beside(note)) == (OLD, ["a.md"])


def test_a_disk_on_which_nothing_can_be_removed_either_is_reported_once(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, "write", 1, full_disk())
    fail(monkeypatch, "unlink", 1, OSError(errno.EIO, "Input/output error"))
    with pytest.raises(WriteError, match="No space left"):
        put(note)
    left = [name for name in beside(note) if not name.startswith(".")]
    assert (note.read_text(), left) == (OLD, ["a.md"])


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_an_interrupted_write_leaves_the_note_and_no_debris(
    note: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    fail(monkeypatch, call, 1, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        put(note)
    assert (note.read_text(), beside(note)) == (OLD, ["a.md"])


# --- processes that die


@needs_fork
def test_a_death_at_any_step_leaves_the_note_old_or_new_and_no_debris_that_shows(
    note: Path,
) -> None:
    seen = set()
    for _ in deaths(lambda: put(note)):
        seen.add(note.read_text())
        assert [name for name in beside(note) if not name.startswith(".")] == ["a.md"]
        note.write_text(OLD)
        sweep([note.parent])
        assert beside(note) == ["a.md"]
    assert seen == {OLD, NEW}


@pytest.mark.parametrize(
    "name", [".notelint.yaml", ".notelint-a1b2c3_4.tmp.md", ".notelint-mine.tmp", "a1b2c3_4.tmp"]
)
def test_what_only_looks_like_it_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("")
    (tmp_path / LEFTOVER).mkdir()  # cannot be unlinked
    sweep([tmp_path / "gone", tmp_path])
    assert sorted(os.listdir(tmp_path)) == sorted([name, LEFTOVER])
