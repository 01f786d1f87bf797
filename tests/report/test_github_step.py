"""The table for what GitHub does not show at its lines."""

from __future__ import annotations

from dataclasses import replace

from support.reports import finding

from notelint.lint import Result
from notelint.report import MOST_OF_SUMMARY, Options, Report, step_summary
from notelint.report.github_step import hidden
from notelint.values import Severity

ONE = finding("ﬁ", "ﬁ")


def report(**counts: int) -> Report:
    results = [
        replace(ONE, findings=tuple(d._replace(severity=Severity[level]) for d in ONE.findings))
        for level, count in counts.items()
        for _ in range(count)
    ]
    return Report("/vault", results)


def rows(found: Report, room: int = MOST_OF_SUMMARY) -> list[str]:
    return "".join(step_summary(found, Options(), room)).split("\n")[2:-1]


def test_what_github_shows_is_not_in_the_table() -> None:
    assert rows(report(ERROR=10, WARNING=10, INFO=10)) == []
    assert hidden(report(WARNING=9)) == {}


def test_the_gravest_come_first() -> None:
    levels = [row.split(" | ")[2] for row in rows(report(INFO=11, WARNING=12, ERROR=11))]
    assert levels == ["error", "warning", "warning", "info"]


def test_the_table_is_cut_where_github_would_refuse_it() -> None:
    found = report(WARNING=1_000)
    whole = "".join(step_summary(found, Options()))
    cut = "".join(step_summary(found, Options(), 10_000))
    assert whole.count("\n") == 992
    assert len(cut.encode()) <= 10_000
    told = cut.count("\n| a")
    assert cut.endswith(f"\n{990 - told} more are in the step's log.\n")
    assert list(step_summary(found, Options(), 50)) == []


def test_neither_a_name_nor_a_message_is_markup() -> None:
    odd = Result("a.md", ONE.before, ONE.after, tuple(
        d._replace(path="a|b\n<i>`[x](y).md") for d in ONE.findings) * 11)  # fmt: skip
    [row] = rows(Report("/vault", [odd]))
    assert row.count("|") == 6
    assert not set("<`[") & set(row)
