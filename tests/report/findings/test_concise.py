"""The format ``concise``: a line for each finding."""

from __future__ import annotations

import pytest
from support.reports import finding, lines_of

from notelint.lint import Result
from notelint.report import Options, Report
from notelint.report.findings import concise
from notelint.values import Applicability, Fix, Span, Text


def concise_lines(result: Result) -> list[str]:
    return lines_of(concise.render(Report("/vault", [result]), Options()))


def test_a_concise_finding_is_one_line() -> None:
    fix = Fix.replacing(Span(3, 4), "fi", "write `fi`")
    assert concise_lines(finding("a\n🧱ﬁ", "ﬁ", fix))[0] == (
        "a.md:2:2: NL403 ligature: what is [*]"
    )


@pytest.mark.parametrize(
    ("applicability", "mark"),
    [
        (Applicability.SAFE, "what is [*]"),
        (Applicability.UNSAFE, "what is [unsafe *]"),
        (Applicability.MANUAL, "what is"),
    ],
)
def test_a_mark_says_which_findings_would_be_mended(
    applicability: Applicability, mark: str
) -> None:
    fix = Fix.replacing(Span(0, 1), "fi", "write `fi`", applicability)
    assert concise_lines(finding("ﬁ", "ﬁ", fix))[0].endswith(mark)


def test_every_finding_has_a_line_and_the_numbers_come_last() -> None:
    both = [finding("ﬁ", "ﬁ"), Result("b.md", Text(""), Text("")), finding("a\n\nﬁ", "ﬁ")]
    lines = lines_of(concise.render(Report("/vault", both), Options()))
    assert lines == [
        "a.md:1:1: NL403 ligature: what is",
        "a.md:3:1: NL403 ligature: what is",
        "2 findings in 1 note of 3.",
    ]


def test_names_are_told_apart_and_obeyed_by_nothing() -> None:
    names = ["a\nb.md", "a\rb.md", "a\x1bb.md", "a\u202eb.md", "a\udcffb.md", "a\\xffb.md"]
    [one] = finding("ﬁ", "ﬁ").findings
    results = [Result(name, Text("ﬁ"), Text("ﬁ"), (one._replace(path=name),)) for name in names]
    lines = lines_of(concise.render(Report("/vault", results), Options()))
    assert [line.split(":")[0] for line in lines[: len(names)]] == [
        "a\\nb.md", "a\\rb.md", "a\\x1bb.md", "a\\u202eb.md", "a\\xffb.md", "a\\x5cxffb.md",
    ]  # fmt: skip
