"""Notes written: whole or not at all, with all that they had, by one run at a time."""

from __future__ import annotations

import errno
import json
import os
import stat
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import VaultOnDisk
from faults import deaths, fail

from notelint.disk.atomic_write import sweep, write
from notelint.undo.change import Change
from notelint.undo.note_writer import place_in, store
from notelint.undo import lock as turn
from notelint.values.error import NotelintError

OLD, NEW = "A ﬁnite set.\n", "A finite set.\n"
LEFTOVER = ".notelint-a1b2c3_4.tmp"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")


def full_disk() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


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
    with pytest.raises(NotelintError, match="No space left"):
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
    with pytest.raises(NotelintError, match="changed"):
        put(note)
    assert (note.read_text(), beside(note)) == ("somebody else's words\n", ["a.md"])


def test_a_note_that_changes_at_the_last_moment_is_left_alone(note: Path) -> None:
    with pytest.raises(NotelintError, match="changed"):
        write(note, OLD.encode(), NEW.encode(), lambda: note.write_text("typed now\n") and None)
    assert (note.read_text(), beside(note)) == ("typed now\n", ["a.md"])


def test_a_note_that_went_away_is_not_made_again(note: Path) -> None:
    note.unlink()
    with pytest.raises(NotelintError, match=r"a\.md.*moved"):
        put(note)
    assert beside(note) == []


def test_a_read_only_note_is_left_alone(note: Path) -> None:
    note.chmod(0o444)
    with pytest.raises(NotelintError, match="read-only"):
        put(note)
    assert note.read_text() == OLD


def test_a_note_with_a_second_name_is_left_alone_under_both(note: Path) -> None:
    other = note.with_name("b.md")
    os.link(note, other)
    with pytest.raises(NotelintError, match="hard link"):
        put(note)
    assert (note.read_text(), other.read_text(), note.samefile(other)) == (OLD, OLD, True)


def test_a_note_that_another_program_holds_on_windows_is_said_to_be_open(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined]
    fail(monkeypatch, "replace", 1, error)
    with pytest.raises(NotelintError, match="close it in other programs"):
        put(note)
    assert (note.read_text(), beside(note)) == (OLD, ["a.md"])


@pytest.mark.parametrize(
    "path", ["../out.md", "/out.md", "link/out.md", ".obsidian/a.md", "a.txt", "", "a\0.md", ".md"]
)
def test_what_is_no_note_of_the_vault_has_no_place_in_it(tmp_path: Path, path: str) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "link").symlink_to(tmp_path)
    with pytest.raises(NotelintError, match="no note of the vault"):
        place_in(tmp_path / "vault", path)


def test_a_vault_that_is_reached_through_a_link_has_places(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "link").symlink_to("vault")
    assert place_in(tmp_path / "link", "a.md") == tmp_path / "link" / "a.md"


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
    with pytest.raises(NotelintError, match=remedy) as caught:
        put(note)
    assert os.strerror(number) in str(caught.value)
    assert (note.read_text(), beside(note)) == (OLD, ["a.md"])


def test_a_disk_on_which_nothing_can_be_removed_either_is_reported_once(
    note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, "write", 1, full_disk())
    fail(monkeypatch, "unlink", 1, OSError(errno.EIO, "Input/output error"))
    with pytest.raises(NotelintError, match="No space left"):
        put(note)
    left = [name for name in beside(note) if not name.startswith(".")]
    assert (note.read_text(), left) == (OLD, ["a.md"])


@pytest.mark.parametrize("number", [2, 4], ids=["of the records", "of the note"])
def test_a_folder_that_cannot_be_synced_is_no_error(vault: VaultOnDisk, number: int) -> None:
    vault.put("a.md", OLD)
    fail(vault.monkeypatch, "fsync", number, OSError(errno.EINVAL, "Invalid argument"))
    ran = vault.run("--fix")
    assert (ran.code, ran.err, vault.text("a.md")) == (0, "", NEW)


def test_the_folders_of_all_notes_are_synced_in_the_end(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.md", "b.md", "sub/c.md"):
        vault.put(name, OLD)
    synced = []
    for module in ("store", "undo"):
        monkeypatch.setattr(f"notelint.{module}.sync_folders", synced.append)
    vault.run("--fix")
    vault.run("undo")
    assert synced == [{vault.root, vault.root / "sub"}] * 2


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_an_interrupted_write_leaves_the_note_and_no_debris(
    note: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    fail(monkeypatch, call, 1, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        put(note)
    assert (note.read_text(), beside(note)) == (OLD, ["a.md"])


@pytest.mark.parametrize(
    ("call", "number"),
    [("write", 3), ("write", 4), ("fsync", 4), ("fsync", 5), ("replace", 2)],
    ids=["the note", "its record", "syncing the note", "syncing its record", "replacing it"],
)
def test_a_fault_stops_one_note_and_the_run_goes_on(
    vault: VaultOnDisk, call: str, number: int
) -> None:
    for name in "abc":
        vault.put(f"{name}.md", OLD)
    fail(vault.monkeypatch, call, number, full_disk())
    ran = vault.json("--fix")
    assert [vault.text(f"{name}.md") for name in "abc"] == [NEW, OLD, NEW]
    assert (ran.code, [found["path"] for found in ran.report["diagnostics"]]) == (2, ["b.md"])
    assert "b.md" in ran.err
    assert "No space left" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert sorted(os.listdir(vault.root)) == [".obsidian", "a.md", "b.md", "c.md"]


def test_an_interrupted_run_says_that_every_note_is_whole(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD)
    fail(vault.monkeypatch, "replace", 1, KeyboardInterrupt())
    assert "interrupted" in vault.refusal("--fix")
    assert vault.text("a.md") == OLD


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


def test_the_next_run_that_writes_removes_what_a_killed_one_left(vault: VaultOnDisk) -> None:
    vault.put("sub/a.md", OLD)
    left = vault.put(f"sub/{LEFTOVER}", "half a no")
    vault.run()
    vault.run("--diff")
    assert left.exists()
    vault.run("--fix")
    assert not left.exists()


@pytest.mark.parametrize(
    "name", [".notelint.yaml", ".notelint-a1b2c3_4.tmp.md", ".notelint-mine.tmp", "a1b2c3_4.tmp"]
)
def test_what_only_looks_like_it_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("")
    (tmp_path / LEFTOVER).mkdir()  # cannot be unlinked
    sweep([tmp_path / "gone", tmp_path])
    assert sorted(os.listdir(tmp_path)) == sorted([name, LEFTOVER])


# --- two runs at once


HOLD = """
import sys
from pathlib import Path
from notelint.undo.lock import take_turn
turn = take_turn(Path(sys.argv[1]))
print("mine", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_run(root: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the vault for itself until it ends."""
    command = [sys.executable, "-c", HOLD, str(root)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "mine\n"
        yield process
        process.kill()


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn, "WAIT", 0.1)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("arguments", [["--fix"], ["--unsafe-fixes"], ["undo"]])
def test_who_writes_waits_and_then_says_so(vault: VaultOnDisk, arguments: list[str]) -> None:
    vault.put("b.md", OLD)
    vault.run("--fix")
    vault.put("a.md", OLD)
    with another_run(vault.root):
        assert "another run" in vault.refusal(*arguments)
    assert vault.text("b.md") == NEW
    assert vault.text("a.md") == OLD


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("arguments", [[], ["--diff"], ["--fix", "--diff"]])
def test_who_writes_nothing_does_not_wait(vault: VaultOnDisk, arguments: list[str]) -> None:
    vault.put("a.md", OLD)
    with another_run(vault.root):
        assert vault.run(*arguments).code == 1
        stdin = vault.run("-", "--stdin-filename", "b.md", "--fix", stdin=OLD.encode())
        assert (stdin.code, stdin.out) == (0, NEW)
        assert vault.run("undo", "--list").code == 0


@pytest.mark.usefixtures("hurried")
def test_a_killed_run_is_waited_for_no_longer(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD)
    with another_run(vault.root):
        pass
    assert vault.run("--fix").code == 0
    assert vault.text("a.md") == NEW


def test_another_vault_is_not_waited_for(vault: VaultOnDisk, tmp_path: Path) -> None:
    vault.put("a.md", OLD)
    (tmp_path / "other").mkdir()
    with another_run(tmp_path / "other"):
        assert vault.run("--fix").code == 0


def test_of_two_runs_at_once_the_second_finds_all_mended(vault: VaultOnDisk) -> None:
    for number in range(30):
        vault.put(f"{number}.md", OLD)
    command = [sys.executable, "-m", "notelint", "--fix", "--output-format", "json"]
    runs = [
        subprocess.Popen(command, cwd=vault.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    outputs = [run.communicate() for run in runs]
    assert [(run.returncode, err) for run, (_, err) in zip(runs, outputs, strict=True)] == [
        (0, b"")
    ] * 2
    fixed = sorted(json.loads(out)["summary"]["fixed"] for out, _ in outputs)
    assert fixed == [0, 30]
    assert {vault.text(f"{number}.md") for number in range(30)} == {NEW}


# --- no place for records


def test_without_a_place_for_records_notes_are_mended_and_it_is_said(
    vault: VaultOnDisk, own_folders: Path
) -> None:
    vault.put("a.md", OLD)
    own_folders.write_text("a file where the folder should be")
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, NEW)
    assert "`notelint undo` cannot restore" in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "number", [errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOLCK]
)
def test_a_home_that_cannot_be_written_to_is_no_place(vault: VaultOnDisk, number: int) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    vault.put("a.md", OLD)
    vault.monkeypatch.setattr(os, "mkdir", refuse)
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, NEW)
    assert "`notelint undo` cannot restore" in ran.err


def test_a_disk_without_locks_is_no_place(vault: VaultOnDisk) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NotImplementedError("no flock")

    vault.put("a.md", OLD)
    vault.monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, NEW)
    assert "cannot lock" in ran.err


def test_a_user_without_a_home_gets_no_folder_in_the_vault(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD)
    vault.monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: Path("~/state"))
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, NEW)
    assert "no home" in ran.err
    assert not (vault.root / "~").exists()
    assert "no home" in vault.refusal("undo", "--list")


def test_a_full_disk_is_not_a_missing_place(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD)
    fail(vault.monkeypatch, "mkdir", 1, full_disk())
    assert "No space left" in vault.refusal("--fix")
    assert vault.text("a.md") == OLD


def test_what_raises_while_notes_are_put_frees_the_vault(vault: VaultOnDisk) -> None:
    for _ in range(2):
        with (
            pytest.raises(NotelintError, match="no note of the vault"),
            store(vault.root, (), 0, print) as place,
        ):
            place(Change("../a.md", b"", b"x"))
