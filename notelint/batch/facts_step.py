"""The second step: what other notes may ask of the notes of a shard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from notelint.batch.address import parent_of
from notelint.batch.failure import described
from notelint.batch.kept import keep, kept
from notelint.batch.keys import key_of
from notelint.batch.listing import Entry, Role, entries_of, name_of_shard
from notelint.batch.settings import settings_of
from notelint.batch.source import source_of
from notelint.batch.store import store_at
from notelint.batch.task import Job, Shard, Task
from notelint.notes import NoteSummary
from notelint.run import summary_of_file
from notelint.vault import write_facts

SUFFIX = ".facts"


def summarize(task: Task) -> dict[str, Any]:
    """Write the facts of a shard, unless they are there; tells their name, and what failed."""
    job, shard = task.job, task.shard
    assert shard is not None
    store = store_at(job.facts)
    name = facts_name(task)
    known = kept(store, name)
    if known and store.has(name + SUFFIX):
        return {**known, "name": name, "taken": True}
    most = settings_of(job).max_note_bytes
    entries = shard_entries(job, shard, most)
    told = _Telling()
    notes = iter(()) if task.is_passed_over else told.summaries(job, entries, most)
    with store.writing(name + SUFFIX) as path:
        unlisted = (entry.path for entry in entries if Role.UNLISTED in entry.role)
        write_facts(path, notes, (entry.path for entry in entries), unlisted)
    if task.is_passed_over:
        return {"name": name, "notes": 1, "path": entries[0].path, "failures": []}
    found = {"notes": told.notes, "failures": told.failures}
    keep(store, name, found)
    return {**found, "name": name}


def facts_name(task: Task) -> str:
    """What the facts of a shard are called, by what they are made of."""
    assert task.shard is not None
    name = name_of_shard(task.shard)
    return key_of(name, "passed over") if task.is_passed_over else name


def shard_entries(job: Job, shard: Shard, most: int) -> list[Entry]:
    """The files of a shard.

    Raises:
        ReadError: they were listed anew meanwhile.
    """
    folder, name = parent_of(job.listing)
    return entries_of(store_at(folder), name, shard, str(most))


class _Telling:
    """What is told of the notes that are summarized."""

    def __init__(self) -> None:
        self.notes = 0
        self.failures: list[tuple[str, str]] = []

    def summaries(
        self, job: Job, entries: list[Entry], most: int
    ) -> Iterator[tuple[str, NoteSummary]]:
        """The summaries of those notes that can be read."""
        notes = [entry.note for entry in entries if Role.NOTE in entry.role]
        for note, file in zip(notes, source_of(job).files(notes, most), strict=True):
            self.notes += 1
            if file.error is not None:
                self.failures.append((note.path, ""))
                continue
            try:
                summary = summary_of_file(file)
            except Exception as error:
                self.failures.append((note.path, f"{note.path}: {described(error)}"))
                continue
            if summary is not None:
                yield note.path, summary
        self.failures += ((path, "") for path in source_of(job).changed(notes, most))
