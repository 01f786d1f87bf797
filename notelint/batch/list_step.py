"""The first step: a vault listed, and cut into shards."""

from __future__ import annotations

from typing import Any

from notelint.batch.address import joined, parent_of
from notelint.batch.keys import key_of
from notelint.batch.listing import Entry, Role, cut, write_shard
from notelint.batch.settings import settings_anew
from notelint.batch.source import source_of
from notelint.batch.store import store_at
from notelint.batch.task import Job, Shard, Task
from notelint.config import Settings, digest_of
from notelint.disk import Discovery
from notelint.vault import is_note

_LARGE = 50_000  # files, whose names take more memory than all else that a process has


def list_vault(task: Task) -> dict[str, Any]:
    """List the vault of a job; tells its shards, the folders that are vaults of their own, and what
    could not be listed."""
    job = task.job
    settings = settings_anew(job)
    source = source_of(job)
    found = source.discovery(settings)
    most = settings.max_note_bytes
    roles = _roles(found)
    shards: list[Shard] = []
    if found.vaults and not found.notes:  # no vault, but a folder with some
        return _told(job, settings, found, shards)
    folder, name = parent_of(job.listing)
    with store_at(folder).writing(name) as path, path.open("wb") as out:
        for number, paths in enumerate(cut(found.files, job.shard_size)):
            notes = [file for file in paths if Role.NOTE in roles.get(file, Role(0))]
            stamps = dict(zip(notes, source.stamps(notes, most), strict=True))
            entries = [
                Entry(file, roles.get(file, Role(0)), stamps.get(file, "")) for file in paths
            ]
            shards.append(write_shard(out, number, out.tell(), entries, str(most)))
    return _told(job, settings, found, shards)


def _told(job: Job, settings: Settings, found: Discovery, shards: list[Shard]) -> dict[str, Any]:
    return {
        "shards": shards,
        "notes": len(found.notes),
        "is_large": len(found.files) > _LARGE,
        "vaults": [joined(job.vault, inner) for inner in found.vaults],
        "problems": [*settings.problems, *found.problems, *found.unchecked],
        "is_unchecked": bool(found.unchecked),
        "settings": digest_of(settings),
        "listing": key_of(str(job.shard_size), *found.files),
    }


def _roles(found: Discovery) -> dict[str, Role]:
    """What the files are to the vault, but for those that are nothing else than there."""
    roles = {path: Role.NOTE for path in found.files if is_note(path) and path not in found.closed}
    for path in found.notes:
        roles[path] = roles.get(path, Role(0)) | Role.CHECKED
    for path in found.unlisted:
        roles[path] = roles.get(path, Role(0)) | Role.UNLISTED
    return roles
