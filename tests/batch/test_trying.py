"""Tasks that failed: tried again, divided, passed over."""

from __future__ import annotations

from notelint.batch import Job, Step, Task
from notelint.batch.task import Shard
from notelint.batch.trying import next_tries

JOB = Job("vault", "vault", None, False, (), 10)


def task(first: int, last: int, files: int = 10, step: Step = Step.CHECK, **more: bool) -> Task:
    return Task(step, JOB, Shard(0, 0, 1, "key", files, first, last), **more)


def test_a_shard_is_tried_again() -> None:
    assert next_tries(task(0, 10)) == [task(0, 10, is_second_try=True)]


def test_one_that_failed_twice_is_halved() -> None:
    assert next_tries(task(0, 10, is_second_try=True)) == [task(0, 5), task(5, 10)]


def test_a_half_is_halved_at_once() -> None:
    assert next_tries(task(5, 8)) == [task(5, 6), task(6, 8)]


def test_a_note_by_itself_is_tried_again_and_then_passed_over() -> None:
    again, passed = task(5, 6, is_second_try=True), task(5, 6, is_second_try=True)
    assert next_tries(task(5, 6)) == [again]
    assert next_tries(again) == [passed._replace(is_passed_over=True)]


def test_no_more_can_be_done_than_to_pass_over_a_note() -> None:
    assert next_tries(task(5, 6, is_passed_over=True)) == []


def test_a_step_of_the_whole_vault_is_tried_twice() -> None:
    for step in (Step.LIST, Step.FOLD):
        again = Task(step, JOB, is_second_try=True)
        assert next_tries(Task(step, JOB)) == [again]
        assert next_tries(again) == []


def test_a_shard_of_one_note_is_passed_over_as_well() -> None:
    again = task(0, 1, files=1, is_second_try=True)
    assert next_tries(task(0, 1, files=1)) == [again]
    assert next_tries(again) == [again._replace(is_passed_over=True)]
