"""The records of fixing runs: how they are read, whatever became of them, and how many are kept."""

from __future__ import annotations

import base64
import errno
import json
import os
import zlib
from pathlib import Path

import pytest
from support.faults import fail
from support.on_disk import VaultOnDisk
from support.records import DAY, NOON, last_record, mended, numbers, rewrite
from support.writing import NEW, OLD

from notelint.undo import RecordFile, journal, record_files
from notelint.undo.journal import digest, prune
from notelint.values import ReadError


def test_a_folder_of_records_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReadError, match="cannot read the records"):
        record_files(tmp_path / "file")


def test_a_run_that_was_killed_before_its_first_note_is_passed_over(vault: VaultOnDisk) -> None:
    mended(vault, "a.md")
    last_record(vault).with_name("000002.jsonl").write_bytes(b"")
    last_record(vault).with_name("000003.jsonl").write_bytes(b'{"versi')
    assert vault.run("undo", "--list").out.splitlines()[1:] == []
    assert vault.run("undo").code == 0
    assert vault.text("a.md") == OLD


def test_a_last_line_that_is_cut_off_was_of_no_note_yet(vault: VaultOnDisk) -> None:
    mended(vault, "a.md", "b.md")
    vault.put("b.md", OLD)
    rewrite(vault, lambda lines: [*lines[:2], lines[2][:-40]])
    ran = vault.run("undo")
    assert (ran.code, ran.err, vault.text("a.md")) == (0, "", OLD)


@pytest.mark.parametrize("cut", [40, 120])
def test_a_note_whose_record_is_cut_off_is_told_of_where_it_was_written(
    vault: VaultOnDisk, cut: int
) -> None:
    mended(vault, "a.md", "b.md")
    rewrite(vault, lambda lines: [*lines[:2], lines[2][:-cut]])
    ran = vault.run("undo")
    assert (ran.code, vault.text("a.md"), vault.text("b.md")) == (2, OLD, NEW)
    assert "restored" in ran.err or "damaged" in ran.err
    assert "1 note restored" in ran.out


def test_a_line_of_which_nothing_is_left_is_damaged(vault: VaultOnDisk) -> None:
    mended(vault, "a.md", "b.md")
    rewrite(vault, lambda lines: [*lines[:2], lines[2][:12]])
    ran = vault.run("undo")
    assert (ran.code, vault.text("a.md")) == (2, OLD)
    assert "damaged; notes that cannot be restored: 1" in ran.err


def test_what_unpacks_to_more_than_any_note_is_damaged(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "LARGEST_NOTE", 10_000)
    mended(vault, "a.md", "b.md")
    bomb = b"\0" * 100_000

    def exchanged(lines: list[bytes]) -> list[bytes]:
        data = json.loads(lines[2])
        content = base64.b64encode(zlib.compress(bomb)).decode()
        packed = data | {"content": content, "before": digest(bomb)}
        return [*lines[:2], json.dumps(packed).encode(), b""]

    rewrite(vault, exchanged)
    ran = vault.run("undo")
    assert (ran.code, vault.text("a.md"), vault.text("b.md")) == (2, OLD, NEW)
    assert "damaged" in ran.err


def test_a_record_that_is_no_file_is_not_waited_for(vault: VaultOnDisk) -> None:
    mended(vault, "a.md")
    path = last_record(vault)
    path.unlink()
    os.mkfifo(path)
    assert "cannot be read (a pipe, not a file)" in vault.refusal("undo")
    assert "a pipe" in vault.run("undo", "--list").out


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"7",
        b"[" * 100_000,
        b'{"path": "a.md"}',
        b"\xff",
        json.dumps(
            {
                "path": "a.md",
                "rules": [],
                "before": digest(b"other"),
                "after": digest(NEW.encode()),
                "content": base64.b64encode(zlib.compress(b"others")).decode(),
            }
        ).encode(),
    ],
)
def test_a_damaged_line_is_told_of_and_the_others_count(vault: VaultOnDisk, line: bytes) -> None:
    mended(vault, "a.md", "b.md")
    rewrite(vault, lambda lines: [lines[0], line, *lines[2:]])
    ran = vault.run("undo")
    assert (ran.code, vault.text("a.md"), vault.text("b.md")) == (2, NEW, OLD)
    assert "damaged" in ran.err
    assert "left to undo" in vault.refusal("undo")


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"7",
        b"{}",
        b'{"version": 2}',
        b'{"version": 1, "started": "noon"}',
        b'{"version": 1, "started": "0001-01-01T00:00:00+14:00"}',
        b'{"version": 1, "started": "0001-01-01T00:00:00"}',
        b'{"version": 1, "started": "9999-12-31T23:59:59-14:00"}',
    ],
)
def test_a_record_of_another_kind_is_named_and_can_be_passed_over(
    vault: VaultOnDisk, head: bytes
) -> None:
    mended(vault, "a.md")
    vault.put("b.md", OLD)
    vault.run("--fix")
    rewrite(vault, lambda lines: [head, *lines[1:]])
    assert "name another run" in vault.refusal("undo")
    assert "run 2: its record" in vault.run("undo", "--list").out
    assert vault.run("undo", "1").code == 0
    assert (vault.text("a.md"), vault.text("b.md")) == (OLD, NEW)


def test_a_run_that_cannot_be_marked_is_undone_all_the_same(vault: VaultOnDisk) -> None:
    mended(vault, "a.md")
    fail(vault.monkeypatch, "replace", 2, OSError(errno.EIO, "Input/output error"))
    assert "restored all the same" in vault.refusal("undo")
    assert vault.text("a.md") == OLD


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A vault's folder of records, among those of other vaults."""
    folder = tmp_path / "state" / "vault"
    folder.mkdir(parents=True)
    (folder.parent / "file").write_text("")  # nor does it break what is not expected there
    return folder


def make_records(folder: Path, *ages: float, size: int = 10) -> None:
    """Records of these ages, the first one of run 1."""
    for number, age in enumerate(ages, 1):
        path = folder / f"{number:06}.jsonl"
        path.write_bytes(b"x" * size)
        os.utime(path, (NOON - age, NOON - age))


def test_with_the_run_to_come_twenty_are_kept(records: Path) -> None:
    make_records(records, *[0] * 25)
    prune(records, NOON)
    assert numbers(records) == list(range(25, 6, -1))


def test_runs_are_kept_for_ninety_days_in_every_vault(records: Path) -> None:
    other = records.with_name("other")
    other.mkdir()
    make_records(records, 91 * DAY, 89 * DAY, 0)
    make_records(other, 92 * DAY, 91 * DAY)
    (other / "lock").write_text("")
    prune(records, NOON)
    assert numbers(records) == [3, 2]
    assert os.listdir(other) == ["lock"]


def test_the_newest_records_that_fit_are_kept(
    records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "MOST_BYTES", 25)
    make_records(records, 0, 0, 0)
    prune(records, NOON)
    assert numbers(records) == [3, 2]


def test_the_last_run_that_can_be_undone_is_kept_whatever_its_size(
    records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "MOST_BYTES", 25)
    make_records(records, 0, 0, 0, size=1000)
    RecordFile(records / "000003.jsonl", 3, was_undone=False).mark_undone()
    prune(records, NOON)
    assert numbers(records) == [2]


def test_a_record_of_nothing_is_not_kept(records: Path) -> None:
    make_records(records, 0, 0, size=0)
    prune(records, NOON)
    assert numbers(records) == []


def test_a_record_that_cannot_be_deleted_is_no_reason_to_fail(
    records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_records(records, 91 * DAY, 91 * DAY, 0)
    fail(monkeypatch, "unlink", 1, PermissionError(errno.EACCES, "Permission denied"))
    prune(records, NOON)
    assert len(numbers(records)) == 2


def test_the_docs_tell_the_bounds() -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "fixing.md").read_text(encoding="utf-8")
    said = " ".join(page.split())
    assert f"at most {journal.MOST_RUNS} runs" in said
    assert f"older than {journal.MOST_SECONDS // DAY} days" in said
    assert f"more than {journal.MOST_BYTES // 1_000_000} MB" in said
