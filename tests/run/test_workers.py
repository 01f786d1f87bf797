"""Work divided among processes: the same as in one, whatever becomes of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from notelint.run.workers import CHUNK, in_order, processes_for

forking = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
ITEMS = range(5 * CHUNK + 7)
PARENT = os.getpid()


def square(number: int) -> int:
    return number * number


@forking
@pytest.mark.parametrize("processes", [1, 2, 3, 9])
@pytest.mark.parametrize("count", [0, 1, CHUNK, CHUNK + 1, 2 * CHUNK + 1, len(ITEMS)])
def test_the_outcomes_are_those_of_one_process_in_order(count: int, processes: int) -> None:
    assert list(in_order(square, ITEMS[:count], processes)) == list(map(square, ITEMS[:count]))


@forking
@pytest.mark.parametrize("processes", [2, 3])
def test_the_work_behind_the_first_items_is_done_by_all_processes_in_turn(processes: int) -> None:
    doers = list(in_order(lambda _: os.getpid(), ITEMS, processes))
    assert set(doers[:CHUNK]) == {PARENT}
    turns = [set(doers[start : start + CHUNK]) for start in range(CHUNK, len(ITEMS), CHUNK)]
    assert all(len(turn) == 1 for turn in turns)
    assert len(set.union(*turns)) == processes
    assert PARENT in set.union(*turns)


@forking
def test_what_is_told_at_once_may_be_a_single_item() -> None:
    doers = list(in_order(lambda _: os.getpid(), range(6), 2, 1))
    assert [doer == PARENT for doer in doers] == [True, False, True, False, True, False]


@forking
def test_what_is_known_before_the_fork_is_known_to_all() -> None:
    known: list[int] = []

    def remember(number: int) -> int:
        known.append(number)
        return known[0]

    assert set(in_order(remember, ITEMS, 2)) == {0}


@forking
@pytest.mark.parametrize(("count", "times"), [(2 * CHUNK, 0), (2 * CHUNK + 1, 1)])
def test_what_all_would_do_is_done_once_where_processes_part(count: int, times: int) -> None:
    done: list[int] = []
    seen = list(in_order(lambda _: len(done), range(count), 2, prepare=lambda: done.append(1)))
    assert seen == [*([0] * CHUNK), *([times] * (count - CHUNK))]
    assert len(done) == times


@forking
def test_what_a_process_leaves_undone_that_dies_is_done_all_the_same() -> None:
    def die(number: int) -> int:
        if number == 3 * CHUNK and os.getpid() != PARENT:
            os._exit(1)
        return number

    assert list(in_order(die, ITEMS, 2)) == list(ITEMS)


@forking
def test_an_error_is_raised_where_the_work_was_asked_for() -> None:
    def fail(number: int) -> int:
        if number == 3 * CHUNK:
            raise ValueError(number)
        return number

    outcomes = in_order(fail, ITEMS, 2)
    assert [next(outcomes) for _ in range(3 * CHUNK)] == list(range(3 * CHUNK))
    with pytest.raises(ValueError, match=str(3 * CHUNK)):
        next(outcomes)


@forking
def test_no_process_is_left_where_nobody_asks_on(tmp_path: Path) -> None:
    def sign(number: int) -> int:
        (tmp_path / str(os.getpid())).touch()
        return number

    outcomes = in_order(sign, range(100 * CHUNK), 2)
    for _ in range(2 * CHUNK):
        next(outcomes)
    outcomes.close()
    for process in tmp_path.iterdir():
        if int(process.name) != PARENT:
            with pytest.raises(ProcessLookupError):
                os.kill(int(process.name), 0)


@forking
def test_as_many_processes_are_started_as_pay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(4)))
    assert [processes_for(count) for count in (0, 100, 400, 10_000)] == [1, 1, 2, 4]
    assert processes_for(3, asked=7) == 7
