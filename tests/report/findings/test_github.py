"""The format ``github``: workflow commands, read as GitHub's runner reads them."""

from __future__ import annotations

import re

import pytest
from support.hostile_names import put_hostile_notes
from support.on_disk import VaultOnDisk
from support.reports import finding
from support.short_notes import SPACED

from notelint.report import Options, Report
from notelint.report.findings import github
from notelint.report.names import readable

COMMAND = re.compile(r"::(error|warning|notice) ([^\r\n]*?)::([^\r\n]*)")


def unescaped(text: str) -> str:
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, char)
    return text


def commands(output: str) -> list[tuple[str, dict[str, str], str]]:
    read = []
    for line in output.split("\n")[:-1]:
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in match[2].split(","))
        given = {key: unescaped(value) for key, value in pairs}
        read.append((match[1], given, unescaped(match[3])))
    return read


@pytest.fixture(autouse=True)
def _outside_of_github(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def test_a_finding_is_a_command(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    assert vault.run("--output-format", "github").out == (
        "::warning file=a.md,line=3,endLine=3,col=10,endColumn=11,"
        "title=source-spacing (NL201)::a blank between `Source` and its footnote\n"
    )


def test_a_finding_of_several_lines_has_no_columns() -> None:
    report = Report("/vault", [finding("ab\ncd", "b\nc")])
    [(_, given, _)] = commands("".join(github.render(report, Options())))
    assert list(given) == ["file", "line", "endLine", "title"]


def test_names_come_through_whole_from_the_repository_s_root(vault: VaultOnDisk) -> None:
    names = put_hostile_notes(vault)
    read = commands(vault.run("--output-format", "github").out)
    assert {given["file"] for _, given, _ in read} == {f"notes/{readable(n)}" for n in names}


def test_the_gravest_come_first_each_level_in_the_report_s_order(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED + "A ﬁlm.\n")
    vault.put("b.md", "A ﬁlm.\n\nWalls hold.[^1]\n")
    read = commands(
        vault.run("--output-format", "github", "--config", "rules.source-spacing.severity=info").out
    )
    assert [(level, given["file"]) for level, given, _ in read] == [
        ("error", "b.md"),
        ("warning", "a.md"),
        ("warning", "b.md"),
        ("notice", "a.md"),
    ]


def test_without_a_summary_the_commands_are_all(vault: VaultOnDisk) -> None:
    vault.put("a.md", "A ﬁlm.\n" * 12)
    assert len(commands(vault.run("--output-format", "github").out)) == 12


def test_the_last_line_says_where_the_others_are(vault: VaultOnDisk) -> None:
    summary = vault.put("summary.txt", "Before.\n")
    vault.monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    vault.put("a.md", "A ﬁlm.\n" * 12)
    *told, last, end = vault.run("--output-format", "github").out.split("\n")
    assert (len(told), end) == (12, "")
    assert "2 more are in a table of the step's summary" in last
    before, *rows = summary.read_text(encoding="utf-8").splitlines()
    assert before == "Before."
    assert [row.split(" | ")[1] for row in rows[2:]] == ["11", "12"]


def test_where_all_are_shown_nothing_more_is_said(vault: VaultOnDisk) -> None:
    summary = vault.root / "summary.txt"
    vault.monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    vault.put("a.md", "A ﬁlm.\n" * 10)
    assert len(commands(vault.run("--output-format", "github").out)) == 10
    assert not summary.exists() or summary.read_text() == ""
