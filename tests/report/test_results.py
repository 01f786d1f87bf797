"""What a report is made from, counted."""

from __future__ import annotations

import pytest
from support.reports import finding

from notelint.lint import Result
from notelint.report import Report
from notelint.values import Applicability, Fix, Span, Text


def with_fix(applicability: Applicability) -> Result:
    return finding("ﬁ", "ﬁ", Fix.replacing(Span(0, 1), "fi", "write `fi`", applicability))


SAFE, UNSAFE, MANUAL = map(with_fix, reversed(Applicability))
UNREAD = Result.unread("c.md", "gone")


def test_what_remains_is_told_in_the_order_of_the_notes() -> None:
    results = [UNSAFE, UNREAD, SAFE, finding("x", "x")]
    told = [found for found, _ in Report("/vault", results).placed()]
    assert told == [found for result in results for found in result.findings]


def test_only_notes_that_were_parsed_count_as_checked() -> None:
    assert Report("/vault", [UNREAD, SAFE, UNREAD, MANUAL]).checked == 2


def test_what_was_fixed_is_counted_over_all_notes() -> None:
    def fixed(count: int) -> Result:
        return Result("a.md", Text("ﬁ"), Text("fi"), fixed=SAFE.findings * count)

    assert Report("/vault", [fixed(2), SAFE, fixed(3)]).fixed == 5


@pytest.mark.parametrize(
    ("applicability", "count"),
    [(Applicability.SAFE, 1), (Applicability.UNSAFE, 2), (Applicability.MANUAL, 3)],
)
def test_a_fix_counts_for_all_that_ask_for_less(applicability: Applicability, count: int) -> None:
    report = Report("/vault", [MANUAL, SAFE, finding("x", "x"), UNSAFE])
    assert report.fixable_by(applicability) == count
