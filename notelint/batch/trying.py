"""What is done about a task that could not be done: it is tried again, then divided."""

from __future__ import annotations

from notelint.batch.task import Step, Task


def next_tries(task: Task) -> list[Task]:
    """What to do in place of a task that failed. A shard that failed twice is halved, and each half
    that fails, down to the note that does it; that one is tried once more and then passed over.
    None where nothing is left to try."""
    if task.is_passed_over:
        return []
    shard = task.shard
    size = shard.last - shard.first if shard else 0
    is_part = shard is not None and not shard.is_whole
    if not task.is_second_try and (size <= 1 or not is_part):
        return [task._replace(is_second_try=True)]
    if shard is None or task.step in (Step.LIST, Step.FOLD):
        return []
    if size == 1:
        return [task._replace(is_passed_over=True)]
    return [task._replace(shard=half, is_second_try=False) for half in shard.halves()]
