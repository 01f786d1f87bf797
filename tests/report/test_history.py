"""The history of a vault, a line a run."""

from __future__ import annotations

import json
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.report import Entry, as_history

COUNTS = st.dictionaries(st.text(max_size=5), st.integers(0, 10**9), max_size=3)
TIMES = st.datetimes(timezones=st.just(UTC)).map(lambda time: time.isoformat(timespec="seconds"))
ENTRIES = st.builds(
    Entry, TIMES, *[st.integers(0, 10**6)] * 4, rules=COUNTS, kinds=COUNTS, dictionaries=COUNTS
)
ENTRY = Entry("2025-01-31T12:00:00+00:00", 3, 2, 1, 1, {"ligature": 4, "mojibake": 1})


@given(ENTRIES)
def test_an_entry_is_one_line_and_comes_back(entry: Entry) -> None:
    line = entry.as_line()
    assert line.count("\n") == 1 == len(line.split("\n")) - 1
    assert Entry.of_line(line) == entry


@given(st.lists(ENTRIES, max_size=5), st.lists(ENTRIES, max_size=5), st.randoms())
def test_two_histories_are_merged_line_by_line(ours, theirs, random) -> None:  # type: ignore[no-untyped-def]
    lines = [entry.as_line() for entry in (*ours, *theirs)]
    shuffled = random.sample(lines, len(lines))
    merged, again = as_history("".join(lines)), as_history("\n".join(shuffled))
    assert sorted(map(Entry.as_line, merged)) == sorted(set(lines))
    assert sorted(map(Entry.as_line, again)) == sorted(set(lines))
    assert [entry.made for entry in merged] == sorted(entry.made for entry in merged)


def test_what_a_later_version_adds_is_passed_over() -> None:
    data = {**json.loads(ENTRY.as_line()), "more": [1]}
    assert Entry.of_line(json.dumps(data)) == ENTRY
    assert ENTRY.findings == 5
    assert ENTRY.day == "2025-01-31"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("<<<<<<< ours", "conflict"),
        ("=======", "conflict"),
        ("{", "no line of JSON"),
        ("[" * 100_000, "no line of JSON"),
        ("[]", "no line of a history"),
        ('{"version": 2}', "no line of a history"),
        ('{"version": 1}', "no time"),
        ('{"version": 1, "made": "yesterday"}', "no time"),
        ('{"version": 1, "made": "2025-01-31T12:00:00"}', "zone"),
        (ENTRY.as_line().replace('"notes":3', '"notes":-3'), "no count"),
        (ENTRY.as_line().replace('"notes":3', '"notes":true'), "no count"),
        (ENTRY.as_line().replace('"notes":3', f'"notes":{10**4000}'), "no count"),
        (ENTRY.as_line().replace('"kinds":{}', '"kinds":[]'), "no counts"),
    ],
)
def test_a_line_that_is_none_is_told_by_its_number(line: str, why: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - its arguments are looked at
        as_history(ENTRY.as_line() + "\n" + line + "\n")
    number, told = caught.value.args
    assert number == 3
    assert why in told
