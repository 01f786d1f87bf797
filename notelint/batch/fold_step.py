"""The third step: all facts of a vault folded into one index."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from notelint.batch.address import is_stored, joined, parent_of, path_of, shown
from notelint.batch.facts_step import SUFFIX
from notelint.batch.indexes import digest_of_file
from notelint.batch.kept import keep, kept
from notelint.batch.keys import key_of
from notelint.batch.manifest import in_order, read_manifests
from notelint.batch.store import Store, store_at
from notelint.batch.task import Task
from notelint.values import Place, ReadError
from notelint.vault import fold_facts

_AT_ONCE = 64  # files that are fetched from a store before they are folded


def fold(task: Task) -> dict[str, Any]:
    """Write the index, unless the one that is there is of the same facts; tells its digest."""
    job = task.job
    facts = store_at(job.facts)
    manifests = read_manifests(facts, job.facts)
    names = in_order(manifests)
    folder, name = parent_of(job.index_file)
    index, made_of = store_at(folder), key_of(*names)
    known = kept(index, name)
    if known.get("facts") == made_of and index.has(name):
        return known
    index.remove(f"{name}.json")  # until the new index has its place, nothing is said of it
    files = [f"{name}{SUFFIX}" for name in names]
    _refuse_gaps(files, facts, job.facts)
    with index.writing(name) as path, _named(job.facts):
        _fold(facts, job.facts, files, path)
        digest = digest_of_file(path)
    # With notes that could not be read, the same facts may hold more tomorrow.
    failures = [failure for manifest in manifests for failure in manifest.failures]
    told = {"facts": made_of, "digest": digest, "failures": failures}
    keep(index, name, told)
    return told


def _refuse_gaps(files: Sequence[str], facts: Store, address: str) -> None:
    """Refuse to fold less than all that a manifest names."""
    there = set(facts.names())
    gone = [file for file in files if file not in there]
    if gone:
        problem = f"{len(gone)} of {len(files)} files of facts are missing, such as {gone[0]}"
        raise ReadError(problem, "run `notelint batch facts` again", Place(shown(address)))


@contextmanager
def _named(address: str) -> Iterator[None]:
    """Say of facts that are broken where they stand, be it a copy that was read, and what to do."""
    try:
        yield
    except ReadError as error:
        name = Path(error.place.file).name if error.place else ""
        if not name.endswith(SUFFIX):
            raise
        remedy = "remove it and run `notelint batch facts` again"
        raise ReadError(error.message, remedy, Place(shown(joined(address, name)))) from error


def _fold(facts: Store, address: str, files: Sequence[str], path: Path) -> None:
    """Fold all at once where they are at hand, else some after some: a tree."""
    if not is_stored(address):
        fold_facts([path_of(address) / file for file in files], path)
        return
    with tempfile.TemporaryDirectory(prefix="notelint-") as folder:
        folded = []
        for start in range(0, len(files), _AT_ONCE):
            folded.append(Path(folder, str(start)))
            _fold_some(facts, files[start : start + _AT_ONCE], folded[-1])
        fold_facts(folded, path)


def _fold_some(facts: Store, files: Sequence[str], path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="notelint-") as folder:
        fetched = [Path(folder, file) for file in files]
        for file, target in zip(files, fetched, strict=True):
            with facts.file(file) as copy:
                copy.replace(target)
        fold_facts(fetched, path)
