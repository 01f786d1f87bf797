"""Runs taken back: every note as it was, unless somebody changed it since."""

from __future__ import annotations

import base64
import errno
import json
import os
import stat
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from support.faults import deaths, fail
from support.on_disk import VaultOnDisk
from support.writing import NEW, OLD, needs_fork

from notelint.cli import main
from notelint.disk import state_folder
from notelint.undo import RecordFile, Rewrite, journal, record_files
from notelint.undo.journal import digest, prune
from notelint.undo.journal_writer import Recording
from notelint.values import ReadError, WriteError

SPACED = "## Synthesis\n- x\n## Source [^1]\n- A wall.\n## References\n\n[^1]: a book\n"
NOON = 1_800_000_000.0
DAY = 24 * 3600


def last_record(vault: VaultOnDisk) -> Path:
    """The file of the last run that wrote."""
    return record_files(state_folder(vault.root))[0].path


def rewrite(vault: VaultOnDisk, change: Callable[[list[bytes]], list[bytes]]) -> None:
    """Change the lines of the last record."""
    path = last_record(vault)
    path.write_bytes(b"\n".join(change(path.read_bytes().split(b"\n"))))


def mended(vault: VaultOnDisk, *names: str) -> None:
    """A run that mends these notes."""
    for name in names:
        vault.put(name, OLD)
    assert vault.run("--fix").code == 0


# --- what is restored


@pytest.mark.parametrize(
    "note",
    [
        OLD,
        OLD.replace("\n", "\r\n"),
        "\ufeff" + OLD,
        "ﬁ",
        "𝒳 🧱 e\u0301 ﬁ\0\x85\u2028\r\r\n",
        "ﬁ \u00ad" * 5000,
    ],
)
def test_undo_gives_back_every_byte(vault: VaultOnDisk, note: str) -> None:
    vault.put("a.md", note)
    vault.run("--fix")
    assert vault.text("a.md") != note
    ran = vault.run("undo")
    assert (ran.code, vault.text("a.md"), ran.err) == (0, note, "")
    assert "1 note restored" in ran.out


def test_a_note_whose_name_is_not_utf8_is_restored(vault: VaultOnDisk) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    try:
        mended(vault, name)
    except OSError:
        pytest.skip("the disk wants names in UTF-8")
    assert vault.run("undo").code == 0
    assert vault.text(name) == OLD


def test_a_restored_note_keeps_its_mode(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD).chmod(0o640)
    vault.run("--fix")
    vault.run("undo")
    assert stat.S_IMODE((vault.root / "a.md").stat().st_mode) == 0o640


def test_a_second_undo_restores_the_run_before_it(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD + SPACED)
    vault.run("--fix", "--select", "ligature")
    vault.run("--fix", "--select", "source-spacing")
    assert vault.run("undo").code == 0
    assert vault.text("a.md") == NEW + SPACED
    assert vault.run("undo").code == 0
    assert vault.text("a.md") == OLD + SPACED
    assert "left to undo" in vault.refusal("undo")


def test_a_run_after_an_undo_can_be_undone(vault: VaultOnDisk) -> None:
    mended(vault, "a.md")
    vault.run("undo")
    vault.run("--fix")
    assert vault.run("undo").out.startswith("run 2 ")
    assert vault.text("a.md") == OLD


def test_unsafe_fixes_are_undone_too(vault: VaultOnDisk) -> None:
    note = "[[mitosi]] ﬁ\n"
    vault.put("a.md", note)
    vault.put("mitosis.md", "")
    vault.run("--unsafe-fixes")
    assert vault.text("a.md") != note.replace("ﬁ", "fi")
    vault.run("undo")
    assert vault.text("a.md") == note


def test_each_vault_has_its_own_runs(folder: VaultOnDisk) -> None:
    for name in ("one", "two"):
        folder.put(f"{name}/.obsidian/app.json", "{}")
        folder.put(f"{name}/a.md", OLD)
    folder.run("--fix", "one", "two")
    folder.run("undo", "--vault", "two")
    assert (folder.text("one/a.md"), folder.text("two/a.md")) == (NEW, OLD)


def test_a_vault_that_is_reached_through_a_link_is_the_same(vault: VaultOnDisk) -> None:
    mended(vault, "a.md")
    link = vault.root.with_name("link")
    link.symlink_to(vault.root)
    assert vault.run("undo", "--vault", str(link)).code == 0
    assert vault.text("a.md") == OLD


# --- what is left alone


def test_a_note_that_changed_since_is_named_and_left(vault: VaultOnDisk) -> None:
    mended(vault, "a.md", "b.md")
    vault.put("a.md", "my own words\n")
    ran = vault.run("undo")
    assert (ran.code, vault.text("a.md"), vault.text("b.md")) == (1, "my own words\n", OLD)
    assert ran.err == "notelint: a.md: changed since; left as it is\n"
    assert "1 note restored" in ran.out
    assert "left to undo" in vault.refusal("undo")


@pytest.mark.parametrize("becomes", ["nothing", "another name"])
def test_a_note_that_is_gone_is_named_and_not_made_again(vault: VaultOnDisk, becomes: str) -> None:
    mended(vault, "a.md", "b.md")
    path = vault.root / "a.md"
    path.rename(path.with_name("c.md")) if becomes == "another name" else path.unlink()
    ran = vault.run("undo")
    assert (ran.code, path.exists(), vault.text("b.md")) == (1, False, OLD)
    assert "a.md: deleted or renamed since" in ran.err


def test_a_run_can_be_named_and_undone_again(vault: VaultOnDisk) -> None:
    mended(vault, "a.md", "b.md")
    vault.put("a.md", "my own words\n")
    vault.run("undo")
    vault.put("a.md", NEW)
    assert vault.run("undo", "1").code == 0
    assert vault.text("a.md") == OLD
    assert "no run 7" in vault.refusal("undo", "7")
    assert "--help" in vault.refusal("undo", "last")


def test_what_a_later_run_changed_counts_as_changed(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD + SPACED)
    vault.run("--fix", "--select", "ligature")
    vault.run("--fix", "--select", "source-spacing")
    assert vault.run("undo", "1").code == 1
    assert vault.text("a.md") == (NEW + SPACED).replace("Source [", "Source[")


def test_what_was_restored_by_hand_is_as_before(vault: VaultOnDisk) -> None:
    mended(vault, "a.md")
    vault.put("a.md", OLD)
    ran = vault.run("undo")
    assert (ran.code, ran.err) == (0, "")
    assert "0 notes restored" in ran.out


# --- what is recorded


@pytest.mark.parametrize(
    "arguments", [[], ["--diff"], ["--fix", "--diff"], ["--fix", "--select", "source-spacing"]]
)
def test_a_run_that_writes_nothing_is_not_recorded(
    vault: VaultOnDisk, arguments: list[str]
) -> None:
    vault.put("a.md", OLD)
    vault.run(*arguments)
    vault.run("-", "--stdin-filename", "b.md", "--fix", stdin=OLD.encode())
    assert record_files(state_folder(vault.root)) == []
    assert "is on record" in vault.run("undo", "--list").out


def test_records_are_outside_of_the_vault_and_private(
    vault: VaultOnDisk, own_folders: Path
) -> None:
    mended(vault, "a.md")
    assert sorted(os.listdir(vault.root)) == [".obsidian", "a.md"]
    folder = state_folder(vault.root)
    assert folder.is_relative_to(own_folders)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_the_list_tells_of_each_run_what_it_did(vault: VaultOnDisk) -> None:
    vault.put("b.md", SPACED)
    mended(vault, "a.md")
    mended(vault, "c.md")
    vault.run("undo")
    newest, oldest = vault.run("undo", "--list").out.splitlines()
    assert newest.split()[0] == "2"
    assert newest.endswith("1 note: ligature  (undone)")
    assert oldest.split()[0] == "1"
    assert oldest.endswith("2 notes: ligature, source-spacing")


def test_a_note_that_cannot_be_recorded_is_left_alone(vault: VaultOnDisk) -> None:
    vault.put("a.md", OLD)
    fail(vault.monkeypatch, "write", 2, OSError(errno.ENOSPC, "No space left on device"))
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (2, OLD)
    assert "`notelint undo` could not restore it" in ran.err


@pytest.mark.parametrize("call", ["write", "fsync"])
@pytest.mark.parametrize("is_cut_off", [True, False])
def test_a_line_that_failed_spoils_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, is_cut_off: bool
) -> None:
    recording = Recording(tmp_path, tmp_path, NOON)
    recording.add(Rewrite("a.md", b"a", b"x"))
    with monkeypatch.context() as patch:
        fail(patch, call, 1, OSError(errno.EIO, "Input/output error"))
        if not is_cut_off:
            fail(patch, "ftruncate", 1, OSError(errno.EIO, "Input/output error"))
        with pytest.raises(WriteError, match="Input/output error"):
            recording.add(Rewrite("b.md", b"b" * 999, b"x"))
    recording.add(Rewrite("c.md", b"c" * 9999, b"x"))
    recording.close()
    [file] = record_files(tmp_path)
    names = [entry.path for entry in file.read().entries]
    assert [name for name in names if name != "b.md"] == ["a.md", "c.md"]


def test_a_folder_of_records_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReadError, match="cannot read the records"):
        record_files(tmp_path / "file")


# --- damage, by chance or on purpose


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
    "head", [b"", b"7", b"{}", b'{"version": 2}', b'{"version": 1, "started": "noon"}']
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


@pytest.mark.parametrize(
    "path", ["../out.md", "/out.md", "link/out.md", "link.md", ".obsidian/a.md", "a.txt", "a\0.md"]
)
def test_a_record_that_leads_out_of_the_vault_is_refused(vault: VaultOnDisk, path: str) -> None:
    mended(vault, "a.md")
    outside = vault.root.parent / "out.md"
    for file in (outside, vault.root / ".obsidian" / "a.md", vault.root / "a.txt"):
        file.write_text(NEW)
    (vault.root / "link").symlink_to(vault.root.parent)
    (vault.root / "link.md").symlink_to(outside)
    name = str(outside) if path == "/out.md" else path
    rewrite(
        vault,
        lambda lines: [lines[0], json.dumps({**json.loads(lines[1]), "path": name}).encode(), b""],
    )
    ran = vault.run("undo")
    assert ran.code == 2
    assert "no note of the vault" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert {outside.read_text(), (vault.root / "a.txt").read_text()} == {NEW}


# --- faults and deaths


def test_an_undo_that_fails_can_be_repeated(vault: VaultOnDisk) -> None:
    mended(vault, "a.md", "b.md")
    with vault.monkeypatch.context() as patch:
        fail(patch, "replace", 1, OSError(errno.ENOSPC, "No space left on device"))
        ran = vault.run("undo")
    assert (ran.code, vault.text("a.md"), vault.text("b.md")) == (2, NEW, OLD)
    assert "a.md: not restored" in ran.err
    assert vault.run("undo").code == 0
    assert vault.text("a.md") == OLD


def test_a_note_that_cannot_be_read_is_an_error(vault: VaultOnDisk) -> None:
    mended(vault, "a.md")
    (vault.root / "a.md").unlink()
    (vault.root / "a.md").mkdir()
    ran = vault.run("undo")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "a.md: cannot be read" in ran.err


def test_a_run_that_cannot_be_marked_is_undone_all_the_same(vault: VaultOnDisk) -> None:
    mended(vault, "a.md")
    fail(vault.monkeypatch, "replace", 2, OSError(errno.EIO, "Input/output error"))
    assert "restored all the same" in vault.refusal("undo")
    assert vault.text("a.md") == OLD


@needs_fork
def test_after_a_death_at_any_step_of_a_run_undo_gives_back_every_byte(
    vault: VaultOnDisk,
) -> None:
    names, seen = ("a.md", "b.md"), set()
    for name in names:
        vault.put(name, OLD)
    for _ in deaths(lambda: main(["--fix"])):
        seen.add(tuple(vault.text(name) for name in names))
        shown = [name for name in os.listdir(vault.root) if not name.startswith(".")]
        assert sorted(shown) == list(names)
        vault.run("undo")
        assert {vault.text(name) for name in names} == {OLD}
    assert seen == {(OLD, OLD), (NEW, OLD), (NEW, NEW)}


@needs_fork
def test_an_undo_that_dies_at_any_step_can_be_repeated(vault: VaultOnDisk) -> None:
    names = ("a.md", "b.md")
    mended(vault, *names)
    for _ in deaths(lambda: main(["undo"])):
        assert {vault.text(name) for name in names} <= {OLD, NEW}
        vault.run("undo")
        assert {vault.text(name) for name in names} == {OLD}
        vault.run("--fix")
        assert {vault.text(name) for name in names} == {NEW}
        assert [name for name in os.listdir(vault.root) if name.startswith(".notelint")] == []


# --- bounds


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


def numbers(folder: Path) -> list[int]:
    return [file.number for file in record_files(folder)]


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


def test_asking_for_an_undo_leaves_nothing_where_nothing_is(vault: VaultOnDisk) -> None:
    assert "left to undo" in vault.refusal("undo")
    assert not state_folder(vault.root).exists()


def test_a_run_prunes_before_it_records(vault: VaultOnDisk) -> None:
    for number in range(25):
        mended(vault, f"{number}.md")
    assert len(numbers(state_folder(vault.root))) == 20


def test_the_docs_tell_the_bounds() -> None:
    page = (Path(__file__).parent.parent.parent / "docs" / "fixing.md").read_text(encoding="utf-8")
    said = " ".join(page.split())
    assert f"at most {journal.MOST_RUNS} runs" in said
    assert f"older than {journal.MOST_SECONDS // DAY} days" in said
    assert f"more than {journal.MOST_BYTES // 1_000_000} MB" in said
