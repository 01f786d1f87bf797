"""The formats of a report, by their names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.citations import NEWER, counted, linked
from support.reports import finding

from notelint.lint import Result
from notelint.report import (
    Options,
    Report,
    SourcesReport,
    findings_formats,
    rendered,
    rendered_diff,
    rendered_sources,
    sources_formats,
)
from notelint.report.findings import concise
from notelint.report.sources import csv
from notelint.values import Text

FOUND = Report("/vault", [finding("ﬁ", "ﬁ")])
CITED = SourcesReport("/vault", 1, counted({"a.md": linked(NEWER)}))


def test_the_formats_are_these() -> None:
    assert findings_formats() == (
        "azure", "concise", "full", "github", "gitlab", "grouped", "json", "jsonl", "junit",
        "rdjson", "rdjsonl", "sarif",
    )  # fmt: skip
    assert sources_formats() == ("csv", "full", "json")


@pytest.mark.parametrize("name", findings_formats())
def test_findings_are_told_in_every_format(name: str) -> None:
    assert "NL403" in "".join(rendered(FOUND, name, Options()))


@pytest.mark.parametrize("name", findings_formats())
def test_no_piece_of_a_report_grows_with_it(name: str) -> None:
    many = [replace(finding("ﬁ", "ﬁ"), path=f"{number}.md") for number in range(200)]
    pieces = list(rendered(Report("/vault", many), name, Options()))
    largest = max(map(len, rendered(FOUND, name, Options())))
    assert max(map(len, pieces)) < largest + 100
    assert len(pieces) >= len(many)


@pytest.mark.parametrize("name", sources_formats())
def test_what_is_cited_is_told_in_every_format(name: str) -> None:
    assert "A Book of Walls" in "".join(rendered_sources(CITED, name))


def test_a_format_is_the_module_of_its_name() -> None:
    assert list(rendered(FOUND, "concise", Options())) == list(concise.render(FOUND, Options()))
    assert list(rendered_sources(CITED, "csv")) == list(csv.render(CITED))


def test_a_diff_is_told_with_the_options_too() -> None:
    report = Report("/vault", [Result("a.md", Text("ﬁ"), Text("fi"))])
    assert "a/x/a.md" in "".join(rendered_diff(report, Options(repository_prefix="x/")))
