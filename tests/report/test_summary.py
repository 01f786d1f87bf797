"""The last lines of a report: what was mended, what remains, and what to do."""

from __future__ import annotations

import pytest
from support.reports import finding

from notelint.lint import Result
from notelint.report import Report, plural
from notelint.report.summary import closing_lines
from notelint.values import Applicability, Fix, Span, Text


def mended(count: int) -> Result:
    result = finding("ﬁ", "ﬁ")
    return Result("a.md", Text("ﬁ"), Text("fi"), (), result.findings * count)


def with_fix(applicability: Applicability) -> Result:
    return finding("ﬁ", "ﬁ", Fix.replacing(Span(0, 1), "fi", "write", applicability))


MENDED = "mended a.md: ligature"
CLEAN = Result("b.md", Text(""), Text(""))
UNREAD = Result("c.md", Text(""), Text(""), error="gone", was_parsed=False)


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ([], []),
        ([CLEAN], ["1 note checked, nothing found."]),
        ([CLEAN, CLEAN], ["2 notes checked, nothing found."]),
        (
            [CLEAN, UNREAD],
            ["1 note checked, nothing found.", "1 note left as it was: see the errors."],
        ),
        ([mended(1)], [MENDED, "1 finding mended. 1 note checked, nothing found."]),
        (
            [mended(2), CLEAN],
            [
                MENDED.replace(": ", ": 2 × "),
                "2 findings mended. 2 notes checked, nothing found.",
            ],
        ),
        ([finding("x", "x"), CLEAN], ["1 finding in 1 note of 2."]),
        ([with_fix(Applicability.MANUAL)], ["1 finding in 1 note of 1."]),
        (
            [with_fix(Applicability.SAFE), mended(1)],
            [MENDED, "1 finding mended. 1 finding in 1 note of 2.", "1 can be mended with --fix."],
        ),
        (
            [with_fix(Applicability.UNSAFE)],
            [
                "1 finding in 1 note of 1.",
                "1 with --fix --unsafe-fixes; --diff --unsafe-fixes shows them first.",
            ],
        ),
        (
            [with_fix(Applicability.UNSAFE), with_fix(Applicability.SAFE)],
            [
                "2 findings in 1 note of 2.",
                "1 can be mended with --fix.",
                "1 more with --fix --unsafe-fixes; --diff --unsafe-fixes shows them first.",
            ],
        ),
    ],
)
def test_the_closing_lines_count_and_say_what_to_do(
    results: list[Result], expected: list[str]
) -> None:
    assert list(closing_lines(Report("/vault", results))) == expected


def test_unsafe_fixes_that_are_asked_for_count_with_the_others() -> None:
    results = [with_fix(Applicability.UNSAFE), with_fix(Applicability.SAFE)]
    last = list(closing_lines(Report("/vault", results, Applicability.UNSAFE)))[-1]
    assert last == "2 can be mended with --fix --unsafe-fixes."


def test_a_note_that_was_not_parsed_and_has_a_finding_is_one_of_the_notes() -> None:
    result = finding("x", "x")
    undecoded = Result("a.md", result.before, result.after, result.findings, was_parsed=False)
    assert list(closing_lines(Report("/vault", [undecoded, CLEAN]))) == [
        "1 finding in 1 note of 2."
    ]


def test_one_is_not_many() -> None:
    assert [plural(count, "note") for count in (0, 1, 2)] == ["0 notes", "1 note", "2 notes"]
