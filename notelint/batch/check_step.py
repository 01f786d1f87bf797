"""The last step: the notes of a shard checked against the index of their vault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from notelint.batch.facts_step import shard_entries
from notelint.batch.failure import described, told_of
from notelint.batch.indexes import opened_index
from notelint.batch.kept import keep, kept
from notelint.batch.keys import key_of
from notelint.batch.listing import Role, name_of_shard
from notelint.batch.note_at import NoteAt
from notelint.batch.settings import settings_of
from notelint.batch.source import source_of
from notelint.batch.store import store_at
from notelint.batch.task import Job, Shard, Task
from notelint.config import Catalogue, Settings
from notelint.lint import Result
from notelint.report import Options, Report, rendered
from notelint.run import Treatment
from notelint.values import NotelintError, ReadError
from notelint.vault import Vault

SUFFIX = ".jsonl"


def check(task: Task) -> dict[str, Any]:
    """Write what is found in the notes of a shard, unless it is there; tells how much that is."""
    job, shard = task.job, task.shard
    assert shard is not None
    settings = settings_of(job)
    most = settings.max_note_bytes
    if task.is_passed_over:
        return {"name": "", "path": shard_entries(job, shard, most)[0].path, "notes": 1}
    name = findings_name(job, shard)
    store = store_at(job.findings)
    known = kept(store, name)
    if known and store.has(name + SUFFIX):
        return {**known, "name": name, "taken": True}
    entries = shard_entries(job, shard, most)
    notes = [entry.note for entry in entries if Role.CHECKED in entry.role]
    counted = _Counted()
    with store.writing(name + SUFFIX) as path, _opened(path) as out:
        counted.write(job, settings, notes, out)
    told = {
        "notes": len(notes),
        "severities": dict(counted.severities),
        "failures": counted.failures,
    }
    keep(store, name, told)
    return {**told, "name": name}


def findings_name(job: Job, shard: Shard) -> str:
    """What the findings of a shard are called: by its place, so that the names are in order, and by
    all that has a say in what is found."""
    key = key_of(name_of_shard(shard), job.index_digest, job.settings_digest)
    return f"{shard.number:06}-{shard.first:06}-{key}"


class _Counted:
    """What is counted of the notes that are checked."""

    def __init__(self) -> None:
        self.severities: Counter[str] = Counter()
        self.failures: list[tuple[str, str]] = []

    def write(self, job: Job, settings: Settings, notes: list[NoteAt], out: TextIO) -> None:
        """Check notes one after the other, and write what is found in each. What is found in one
        that changes meanwhile is not to be believed later, when it may be what it was."""
        vault = _vault(job, settings)
        treatment, rules = Treatment(settings), settings.catalogue
        most = settings.max_note_bytes
        files = source_of(job).files(notes, most)
        for note, file in zip(notes, files, strict=True):
            try:
                result = treatment.of_file(note.path, file, vault)
                out.writelines(list(_lines(result, rules)))
            except ReadError as error:  # of the index, and of no note
                raise told_of(job.index_file, error) from error
            except NotelintError:
                raise
            except Exception as error:
                self.failures.append((note.path, f"{note.path}: {described(error)}"))
                continue
            self.severities.update(str(kind.severity) for kind in result.tally())
            self.failures += ((note.path, said) for said in result.complaints)
        self.failures += ((path, "") for path in source_of(job).changed(notes, most))


def _lines(result: Result, rules: Catalogue) -> Iterator[str]:
    """What is found in a note, as a check tells it."""
    return rendered(Report("", (result,), rules=rules), "jsonl", Options())


def _opened(path: Path) -> TextIO:
    """A file for a report, with the letters that a check writes."""
    return open(path, "w", encoding="utf-8", errors="backslashreplace", newline="")


def _vault(job: Job, settings: Settings) -> Vault:
    index = opened_index(job.index_file, job.index_digest)
    return Vault(index.names, index.index, settings.conventions)
