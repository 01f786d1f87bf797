"""Vaults taken through all steps: the same is found as by a check, whatever happens meanwhile."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest
from filelock import FileLock
from labelled import labels as labelled
from support import random_vaults
from support.batches import Here, all_of, findings, grow_old, run
from support.on_disk import VaultOnDisk

from notelint.batch import (
    Asked,
    Done,
    Outcome,
    Part,
    Step,
    Task,
    fold_facts_of,
    job_of,
    run_vault,
    run_vaults,
    settings_anew,
    shard_entries,
)
from notelint.batch.store import store_at
from notelint.disk import NoteFile
from notelint.run import Treatment, untold
from notelint.values import NotelintError, UsageError

NOTE = "## Synthesis\n- The e-mail of [[{other}]], a ﬁlm.\n## Source [^1]\n- $n$. A wall.\n"


def checked(vault: VaultOnDisk, *paths: str | Path) -> bytes:
    """What a check finds."""
    given = map(str, paths or [vault.root])
    return vault.run("check", "--no-cache", "--output-format", "jsonl", *given).out.encode()


@pytest.fixture
def house(vault: VaultOnDisk) -> VaultOnDisk:
    """Forty notes that ask much of one another, an hour old."""
    chance = Random(3)
    for number in range(40):
        vault.put(random_vaults.name(chance), random_vaults.note(chance))
        vault.put(f"terms/{number:02}.md", NOTE.format(other=f"{number + 1:02}"))
    vault.put("pic.png", "")
    vault.put("x#y/Cells.pdf", "")
    grow_old(vault.root)
    return vault


@pytest.mark.parametrize("size", [1, 7, 2000])
def test_the_same_is_found_as_by_a_check(house: VaultOnDisk, tmp_path: Path, size: int) -> None:
    [came] = run(house.root, tmp_path / "out", size)
    assert findings(tmp_path / "out" / "vault" / "findings") == checked(house)
    assert came.severities.total() == checked(house).count(b"\n")
    assert (came.failures, came.error) == ([], "")


def test_the_same_is_found_in_the_labelled_notes(vault: VaultOnDisk, tmp_path: Path) -> None:
    run(labelled.VAULT, tmp_path / "out", 20)
    expected = checked(vault, labelled.VAULT)
    assert findings(tmp_path / "out" / labelled.VAULT.name / "findings") == expected


def test_what_stands_there_is_not_made_again(house: VaultOnDisk, tmp_path: Path) -> None:
    [first] = run(house.root, tmp_path / "out")
    files = list((tmp_path / "out").rglob("*-*.jsonl"))
    before = {path: path.stat().st_mtime_ns for path in files}
    [again] = run(house.root, tmp_path / "out")
    assert (first.taken.total(), len(before)) == (0, first.shards[Step.CHECK])
    assert again.taken == again.shards == first.shards
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_changed_note_is_summarized_with_its_shard_alone(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    run(house.root, tmp_path / "out")
    house.put("terms/07.md", "## Synthesis\n- Another ﬁlm.\n")
    grow_old(house.root)
    [came] = run(house.root, tmp_path / "out")
    assert came.shards[Step.FACTS] - came.taken[Step.FACTS] == 1
    assert findings(tmp_path / "out" / "vault" / "findings") == checked(house)


def test_a_note_that_was_only_touched_is_checked_with_its_shard_alone(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    run(house.root, tmp_path / "out")
    os.utime(house.root / "terms" / "07.md", (1, 1))
    [came] = run(house.root, tmp_path / "out")
    assert came.shards[Step.CHECK] - came.taken[Step.CHECK] == 1


def test_a_new_note_leaves_most_shards_as_they_are(house: VaultOnDisk, tmp_path: Path) -> None:
    run(house.root, tmp_path / "out")
    house.put("a first one.md", "x\n")
    grow_old(house.root)
    [came] = run(house.root, tmp_path / "out")
    assert came.taken[Step.FACTS] > came.shards[Step.FACTS] // 2
    run(house.root, tmp_path / "anew")
    there, anew = (all_of(tmp_path / name / "vault" / "findings") for name in ("out", "anew"))
    assert there.keys() == anew.keys()


def test_findings_that_are_still_right_take_the_place_of_their_shard(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(house.root, out)
    first = next(path for path in sorted((out / "vault/findings").glob("*.jsonl")))
    known = "000900-000000-" + first.stem.rpartition("-")[2]
    for ending in (".jsonl", ".json"):
        first.with_suffix(ending).rename(first.with_name(known + ending))
    [came] = run(house.root, out)
    assert came.taken == came.shards
    assert findings(out / "vault" / "findings") == checked(house)


def test_what_is_of_another_day_goes_and_what_is_no_file_of_ours_stays(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    folder = tmp_path / "out" / "vault"
    run(house.root, tmp_path / "out")
    (folder / "findings" / "mine.jsonl.txt").write_text("x")
    for left in (tmp_path / "out", folder, folder / "facts", folder / "findings"):
        (left / ".notelint-1f-2e.tmp").write_text("half a file")
    (tmp_path / "out" / f".listing-{0:032x}").write_text("of a vault that is gone")
    (folder / "facts" / "..notelint-1f-2e.tmp-3").mkdir()
    house.put("terms/07.md", "## Synthesis\n- Another ﬁlm.\n")
    grow_old(house.root)
    run(house.root, tmp_path / "out")
    run(house.root, tmp_path / "anew")
    there, anew = all_of(tmp_path / "out"), all_of(tmp_path / "anew")
    assert there.keys() - anew.keys() == {"vault/findings/mine.jsonl.txt"}
    assert not (folder / "facts" / "..notelint-1f-2e.tmp-3").exists()


def test_a_step_takes_nothing_away_where_another_may_be_at_work(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    facts, index = tmp_path / "facts", tmp_path / "index" / "index"
    asked = Asked(shard_size=5)
    job = job_of(str(house.root), asked)._replace(facts=str(facts))
    run_vault(job, {Step.LIST, Step.FACTS}, asked, Here(), untold)
    others = [folder / ".notelint-1f-2e.tmp" for folder in (facts, index.parent)]
    index.parent.mkdir()
    for other in others:
        other.write_text("half a file")
    assert fold_facts_of(str(facts), str(index), Here()).error == ""
    assert all(other.exists() for other in others)
    run_vault(job, {Step.LIST, Step.FACTS}, asked, Here(), untold)
    assert not others[0].exists()


def test_the_notes_are_those_of_a_check(house: VaultOnDisk, tmp_path: Path) -> None:
    house.put("notelint.yaml", "exclude: [Drafts/]\nselect: [ALL]\n")
    house.put(".gitignore", "*.tmp.md\n")
    house.put(".obsidian/app.json", '{"userIgnoreFilters": ["a/"]}')
    house.put("Drafts/a.md", NOTE.format(other="01"))
    house.put("b.tmp.md", NOTE.format(other="a"))
    house.put("bad.md", b"\xff\xfe")
    house.put("large.md", "x" * 100)
    (house.root / ".git").mkdir()
    [came] = run(house.root, tmp_path / "out", overrides=("max-note-size=1000",))
    given = ("--config", "max-note-size=1000")
    expected = house.run("check", "--no-cache", "--output-format", "jsonl", *given)
    assert findings(tmp_path / "out" / "vault" / "findings") == expected.out.encode()
    assert came.notes == len(list(house.root.rglob("*.md"))) - 2


def test_a_vault_in_parts_is_the_same(house: VaultOnDisk, tmp_path: Path) -> None:
    facts, index, found = (str(tmp_path / name) for name in ("facts", "index", "findings"))
    for number in (3, 1, 2):
        asked = Asked(shard_size=5, part=Part(number, 3))
        job = job_of(str(house.root), asked)._replace(facts=facts)
        run_vault(job, {Step.LIST, Step.FACTS}, asked, Here(), untold)
    assert not fold_facts_of(facts, index, Here()).error
    for number in (2, 3, 1):
        asked = Asked(shard_size=5, part=Part(number, 3))
        job = job_of(str(house.root), asked)._replace(index_file=index, findings=found)
        run_vault(job, {Step.LIST, Step.CHECK}, asked, Here(), untold)
    assert findings(tmp_path / "findings") == checked(house)
    run(house.root, tmp_path / "out", 2000)
    assert (tmp_path / "out" / "vault" / "index").read_bytes() == Path(index).read_bytes()


def test_what_is_being_checked_is_said_by_no_manifest_to_be_whole(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    index, found = str(tmp_path / "out/vault/index"), tmp_path / "out/vault/findings"
    run(house.root, tmp_path / "out")
    assert list(found.glob("manifest-*"))
    seen: set[str] = set()

    def looking(task: Task) -> bool:
        if task.step is Step.CHECK:
            seen.update(path.name for path in found.glob("manifest-*"))
        return False

    for number in (1, 2):
        asked = Asked(shard_size=5, part=Part(number, 2))
        job = job_of(str(house.root), asked)._replace(index_file=index, findings=str(found))
        run_vault(job, {Step.LIST, Step.CHECK}, asked, Here(looking), untold)
    assert seen == {"manifest-0001-of-0002.json"}


def test_facts_of_which_a_part_is_missing_are_not_folded(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    asked, facts = Asked(shard_size=5, part=Part(1, 3)), str(tmp_path / "facts")
    job = job_of(str(house.root), asked)._replace(facts=facts)
    run_vault(job, {Step.LIST, Step.FACTS}, asked, Here(), untold)
    came = fold_facts_of(facts, str(tmp_path / "index"), Here())
    assert "1 of 3 parts are there" in came.error


@pytest.mark.parametrize("change", ["comes", "goes", "is cut otherwise"])
def test_parts_of_different_listings_are_not_folded(
    house: VaultOnDisk, tmp_path: Path, change: str
) -> None:
    facts, index = str(tmp_path / "facts"), str(tmp_path / "index")

    def summarize(number: int, size: int = 5) -> None:
        asked = Asked(shard_size=size, part=Part(number, 2))
        job = job_of(str(house.root), asked)._replace(facts=facts)
        run_vault(job, {Step.LIST, Step.FACTS}, asked, Here(), untold)

    summarize(1)
    if change == "comes":
        house.put("a first one.png", "")
    elif change == "goes":
        (house.root / "terms" / "07.md").unlink()
    summarize(2, 6 if change == "is cut otherwise" else 5)
    error = fold_facts_of(facts, index, Here()).error
    assert "between its parts; run `notelint batch facts` again for all of them" in error
    summarize(2)
    summarize(1)
    assert fold_facts_of(facts, index, Here()).error == ""


@pytest.mark.parametrize("facts", ["facts", "memory://facts"])
def test_facts_of_which_a_file_is_gone_are_not_folded(
    house: VaultOnDisk, tmp_path: Path, facts: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = Asked(shard_size=5)
    job = job_of(str(house.root), asked)._replace(facts=facts)
    run_vault(job, {Step.LIST, Step.FACTS}, asked, Here(), untold)
    store = store_at(facts)
    gone = min(name for name in store.names() if name.endswith(".facts"))
    store.remove(gone)
    came = fold_facts_of(facts, str(tmp_path / "index"), Here())
    assert came.error.startswith(f"{facts}: 1 of ")
    assert f"are missing, such as {gone}; run `notelint batch facts` again" in came.error
    assert not (tmp_path / "index").exists()
    run_vault(job, {Step.LIST, Step.FACTS}, asked, Here(), untold)
    assert fold_facts_of(facts, str(tmp_path / "index"), Here()).error == ""


def test_what_stands_beside_a_file_is_only_believed_as_it_was_written(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    run(house.root, tmp_path / "out")
    calm, chance = all_of(tmp_path / "out"), Random(4)
    for path in sorted((tmp_path / "out").rglob("*.json")):
        data = bytearray(path.read_bytes())
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        cut = data[: len(data) // 2]
        path.write_bytes(chance.choice((data, cut, b"7", b"[[1]]", b"[" * 9_000)))
    run(house.root, tmp_path / "out")
    assert all_of(tmp_path / "out") == calm


def test_a_folder_of_vaults_is_each_of_them(folder: VaultOnDisk, tmp_path: Path) -> None:
    for name in ("a", "b", "library/a"):
        (folder.root / name / ".obsidian").mkdir(parents=True)
        folder.put(f"{name}/n.md", NOTE.format(other=name))
    came = run(folder.root, tmp_path / "out")
    assert [one.name for one in came] == ["a", "b", "library/a"]
    for name in ("a", "b", "library/a"):
        expected = checked(folder, folder.root / name)
        assert findings(tmp_path / "out" / name / "findings") == expected != b""


class Unchecked(Here):
    """Of a folder above vaults something was named that could not be checked."""

    def run(self, tasks: Iterable[Task], done: Done) -> None:
        def then(task: Task, outcome: Outcome) -> Iterable[Task]:
            if outcome.told.get("vaults"):
                outcome.told.update(problems=["x was not checked"], is_unchecked=True)
            return done(task, outcome)

        super().run(tasks, then)


def test_what_is_wrong_above_vaults_is_told(folder: VaultOnDisk, tmp_path: Path) -> None:
    (folder.root / "a" / ".obsidian").mkdir(parents=True)
    folder.put("a/n.md", "x\n")
    inner, above = run_vaults([str(folder.root)], str(tmp_path / "out"), Asked(), Unchecked())
    assert (inner.name, above.name) == ("a", folder.root.name)
    assert (above.problems, above.is_unchecked) == (["x was not checked"], True)


def test_two_vaults_of_one_name_are_refused(folder: VaultOnDisk, tmp_path: Path) -> None:
    for name in ("x/a", "y/a"):
        (folder.root / name / ".obsidian").mkdir(parents=True)
        folder.put(f"{name}/n.md", "x\n")
    sources = [str(folder.root / name) for name in ("x/a", "y/a")]
    with pytest.raises(UsageError, match=r"would stand with that of .*x/a"):
        run_vaults(sources, str(tmp_path / "out"), Asked(), Here())
    assert all_of(tmp_path / "out").keys() == {".lock"}


def test_a_vault_that_stands_where_another_has_its_facts_is_refused(
    folder: VaultOnDisk, tmp_path: Path
) -> None:
    for name in ("a/.obsidian", "a/facts/.obsidian"):
        (folder.root / name).mkdir(parents=True)
    folder.put("a/n.md", "x\n")
    folder.put("a/facts/n.md", "x\n")
    with pytest.raises(UsageError, match="would stand with that of"):
        run(folder.root, tmp_path / "out")


@pytest.mark.parametrize("out", ["out", "deep/er/out", "../vault/out", "."])
def test_nothing_is_written_into_a_vault(house: VaultOnDisk, out: str) -> None:
    before = all_of(house.root)
    with pytest.raises(UsageError, match="would be a part of it"):
        run(house.root, house.root / out)
    assert all_of(house.root) == before


def test_a_dot_folder_of_a_vault_is_no_part_of_it(house: VaultOnDisk) -> None:
    run(house.root, house.root / ".batch")
    assert findings(house.root / ".batch" / "vault" / "findings") == checked(house)


def test_a_vault_whose_configuration_is_broken_is_left_and_the_others_are_done(
    folder: VaultOnDisk, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (folder.root / name / ".obsidian").mkdir(parents=True)
        folder.put(f"{name}/n.md", NOTE.format(other=name))
    folder.put("a/notelint.yaml", "nope: 1\n")
    left, done = run(folder.root, tmp_path / "out")
    assert "nope" in left.error
    assert done.error == ""
    assert findings(tmp_path / "out/b/findings") == checked(folder, folder.root / "b")


def poisoned(*paths: str) -> Dying:
    return Dying(paths)


class Dying:
    """No process outlives some notes; ``tries`` are those of each task that has one."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        self._paths = paths
        self.tries: list[Task] = []

    def __call__(self, task: Task) -> bool:
        if task.step is not Step.CHECK or task.is_passed_over or not task.shard:
            return False
        entries = shard_entries(task.job, task.shard, 20_000_000)
        if not {entry.path for entry in entries} & set(self._paths):
            return False
        self.tries.append(task)
        return True


def test_a_note_that_no_process_outlives_is_passed_over(house: VaultOnDisk, tmp_path: Path) -> None:
    dying = poisoned("terms/07.md")
    [came] = run(house.root, tmp_path / "out", 20, dying)
    assert came.failures == [("terms/07.md", "terms/07.md: passed over: its process died")]
    whole = checked(house).splitlines(keepends=True)
    others = [line for line in whole if json.loads(line)["path"] != "terms/07.md"]
    found = findings(tmp_path / "out" / "vault" / "findings").splitlines(keepends=True)
    assert found == others != whole
    sizes = [task.shard.last - task.shard.first for task in dying.tries if task.shard]
    assert sizes[0] == sizes[1] > sizes[2] > sizes[-1] == sizes[-2] == 1


def test_a_note_that_was_passed_over_is_tried_again_by_the_next_run(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    run(house.root, tmp_path / "out", 20, poisoned("terms/07.md", "terms/23.md"))
    [came] = run(house.root, tmp_path / "out", 20)
    assert came.failures == []
    assert findings(tmp_path / "out" / "vault" / "findings") == checked(house)


def test_a_shard_whose_process_was_killed_once_is_done_by_another(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    killed: set[str] = set()

    def once(task: Task) -> bool:
        key = f"{task.step} {task.shard}"
        return key not in killed and not killed.add(key)  # type: ignore[func-returns-value]

    [came] = run(house.root, tmp_path / "out", 20, once)
    run(house.root, tmp_path / "calm", 20)
    assert came.failures == []
    assert all_of(tmp_path / "out") == all_of(tmp_path / "calm")


def test_a_step_that_no_process_outlives_leaves_the_vault(
    house: VaultOnDisk, tmp_path: Path
) -> None:
    [came] = run(house.root, tmp_path / "out", 20, lambda task: task.step is Step.FOLD)
    assert came.error == "its process died"


def test_a_rule_that_fails_on_a_note_is_told_and_the_note_looked_at_again(
    house: VaultOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = Treatment.of_file

    def failing(self: Treatment, path: str, *given: object) -> object:
        if path == "terms/07.md":
            raise ZeroDivisionError("a defect")
        return was(self, path, *given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Treatment, "of_file", failing)
        [came] = run(house.root, tmp_path / "out")
    [(path, why)] = came.failures
    assert path == "terms/07.md"
    assert why.startswith("terms/07.md: failed with ZeroDivisionError: a defect (test_running.py:")
    [came] = run(house.root, tmp_path / "out")
    assert came.failures == []
    assert findings(tmp_path / "out" / "vault" / "findings") == checked(house)


def test_a_note_that_cannot_be_read_is_told_and_read_again(
    house: VaultOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(root: Path, path: str, most: int) -> NoteFile:
        return NoteFile(error=f"cannot read {path}: Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("notelint.batch.source.read_note_file", refused)
        [came] = run(house.root, tmp_path / "out")
    assert len(came.failures) == came.notes
    [came] = run(house.root, tmp_path / "out")
    assert came.failures == []
    assert findings(tmp_path / "out" / "vault" / "findings") == checked(house)


@pytest.mark.parametrize("is_young", [True, False])
@pytest.mark.parametrize("step", [Step.FACTS, Step.CHECK])
def test_what_a_note_held_during_a_run_is_forgotten_when_it_is_what_it_was(
    house: VaultOnDisk, tmp_path: Path, step: Step, is_young: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = house.root / "terms" / "07.md"
    if is_young:
        monkeypatch.setattr("notelint.run.reading._SETTLED", 10**18 * 2)
    text, then = note.read_text(), note.stat()

    def changing(task: Task) -> bool:
        is_begun = task.step is step
        note.write_text("# Another\n\nAn-other ﬁlm.\n" if is_begun else text)
        os.utime(note, ns=(then.st_atime_ns, then.st_mtime_ns + is_begun))
        return False

    run(house.root, tmp_path / "out", dies=changing)
    note.write_text(text)
    os.utime(note, ns=(then.st_atime_ns, then.st_mtime_ns))
    run(house.root, tmp_path / "out")
    run(house.root, tmp_path / "anew")
    assert all_of(tmp_path / "out") == all_of(tmp_path / "anew")


def test_a_configuration_that_changes_meanwhile_is_told(house: VaultOnDisk, tmp_path: Path) -> None:
    def changing(task: Task) -> bool:
        if task.step is Step.CHECK:
            house.put("notelint.yaml", "ignore: [ligature]\n")
            settings_anew(task.job)
        return False

    [came] = run(house.root, tmp_path / "out", dies=changing)
    assert "the configuration changed" in came.error


def test_an_index_that_changes_meanwhile_is_told(house: VaultOnDisk, tmp_path: Path) -> None:
    run(house.root, tmp_path / "out")
    index, found = tmp_path / "index", tmp_path / "findings"
    one = (tmp_path / "out/vault/index").read_bytes()
    house.put("terms/07.md", "## Synthesis\n- Another ﬁlm of wall-paper.\n")
    run(house.root, tmp_path / "out")
    other = (tmp_path / "out/vault/index").read_bytes()
    index.write_bytes(one)

    def changing(task: Task) -> bool:
        if task.step is Step.CHECK:
            (tmp_path / "new").write_bytes(other)
            (tmp_path / "new").replace(index)
        return False

    asked = Asked(shard_size=5)
    given = job_of(str(house.root), asked)._replace(index_file=str(index), findings=str(found))
    came = run_vault(given, {Step.LIST, Step.CHECK}, asked, Here(changing), untold)
    problem = "the index changed while the vault was checked; run it again"
    assert came.error == f"{index}: {problem}"
    assert all_of(found).keys() == {".lock"}
    came = run_vault(given, {Step.LIST, Step.CHECK}, asked, Here(), untold)
    assert (came.error, findings(found)) == ("", checked(house))


def test_two_runs_into_one_folder_do_not_meet(house: VaultOnDisk, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with FileLock(tmp_path / "out" / ".lock"), pytest.raises(NotelintError, match="another run"):
        run(house.root, tmp_path / "out")


def test_a_full_disk_ends_the_run(
    house: VaultOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotelintError, match=r"No space left on device; make room on the disk"):
        run(house.root, tmp_path / "out")


def test_a_name_that_is_not_utf_8_goes_through(house: VaultOnDisk, tmp_path: Path) -> None:
    name = os.fsdecode(b"od\xffd.md")
    house.put(name, NOTE.format(other="01"))
    run(house.root, tmp_path / "out")
    assert findings(tmp_path / "out" / "vault" / "findings") == checked(house)
    assert b"od\\\\xffd.md" in checked(house)


def test_a_folder_without_notes_is_no_error(folder: VaultOnDisk, tmp_path: Path) -> None:
    [came] = run(folder.root, tmp_path / "out")
    assert (came.notes, came.error) == (0, "")
    assert findings(tmp_path / "out" / "vault" / "findings") == b""


def test_facts_that_were_taken_away_are_made_again(house: VaultOnDisk, tmp_path: Path) -> None:
    run(house.root, tmp_path / "out")
    next((tmp_path / "out/vault/facts").glob("*.facts")).unlink()
    (tmp_path / "out/vault/index").unlink()
    [came] = run(house.root, tmp_path / "out")
    assert came.error == ""
    assert came.shards[Step.FACTS] - came.taken[Step.FACTS] == 1
    run(house.root, tmp_path / "anew")
    assert all_of(tmp_path / "out") == all_of(tmp_path / "anew")
