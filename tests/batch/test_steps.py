"""Tasks done in a process, and what is told of those that cannot be done."""

from __future__ import annotations

import json
import pickle

import pytest

from notelint.batch import Job, Outcome, Step, Task, Trouble, perform
from notelint.batch.task import Shard

SECRET = "s3://user:hunter2hunter2@bucket/vault"
JOB = Job(SECRET, SECRET, None, False, ("a=b",), 10, facts=SECRET)


def test_a_task_goes_through_json() -> None:
    task = Task(Step.FACTS, JOB, Shard(1, 2, 3, "key", 4, 0, 4, 4), is_second_try=True)
    assert Task.from_data(json.loads(json.dumps(task))) == task
    assert Task.from_data(json.loads(json.dumps(Task(Step.LIST, JOB)))).shard is None


def test_a_task_is_small_and_shows_no_credentials() -> None:
    task = Task(Step.FACTS, JOB, Shard(1, 2, 3, "key", 4, 0, 4, 4))
    assert "hunter2" not in repr(task)
    assert len(pickle.dumps(task)) < 2000


def test_a_worker_of_another_version_is_told() -> None:
    outcome = perform(Task(Step.LIST, JOB._replace(version="0.0.1")))
    assert outcome.trouble is Trouble.RUN
    assert outcome.reason.endswith(", and not 0.0.1")


def test_a_defect_is_told_and_not_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(task: Task) -> dict[str, object]:
        raise ZeroDivisionError(f"of {SECRET}")

    monkeypatch.setitem(perform.__globals__["_STEPS"], Step.LIST, failing)
    reason = "failed with ZeroDivisionError: of s3://***@bucket/vault"
    outcome = perform(Task(Step.LIST, JOB))
    assert outcome.reason.startswith(reason)
    assert outcome == Outcome({}, outcome.reason, Trouble.TASK)
