"""What every format makes of names and notes that formats stumble over."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from support.hostile_names import NOTE, put_hostile_notes
from support.on_disk import VaultOnDisk

from notelint.report import findings_formats
from notelint.report.names import readable, shown_name
from notelint.values import Text

OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
FOUND = ["ﬁ", "[[gone]]", "ﬁ", "[[gone]]", "[[gone]]", " ", "[^1]:"]  # in the note, in its order


@pytest.fixture
def names(vault: VaultOnDisk) -> list[str]:
    return put_hostile_notes(vault)


@pytest.mark.parametrize("name", findings_formats())
def test_a_report_in_a_file_is_the_one_on_stdout_and_utf_8(
    vault: VaultOnDisk, names: list[str], name: str
) -> None:
    out = vault.run("--output-format", name).out
    assert vault.run("--output-format", name, "-o", "../report").code == 1
    assert vault.text("report") == out
    assert len(names) < out.count("\n")


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_people_see_every_name_and_nothing_that_a_terminal_obeys(
    vault: VaultOnDisk, names: list[str], name: str
) -> None:
    out = vault.run("--output-format", name).out
    assert not OBEYED.search(out)
    for note in names:
        assert (
            f"{shown_name(note)}\n" in out
            or f"{shown_name(note)}:1:5:" in out
            or f"{shown_name(note)}:1:5 " in out
        )


@pytest.mark.parametrize("name", ["azure", "concise", "github", "jsonl", "rdjsonl"])
def test_a_finding_is_one_line(vault: VaultOnDisk, names: list[str], name: str) -> None:
    *lines, end = vault.run("--output-format", name, "--quiet").out.split("\n")
    assert (len(lines), end) == (len(names) * len(FOUND), "")
    assert not any("\r" in line for line in lines)


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_programs_are_told_every_name(vault: VaultOnDisk, names: list[str], name: str) -> None:
    out = vault.run("--output-format", name).out
    told = json.loads(out)["diagnostics"] if name == "json" else map(json.loads, out.splitlines())
    assert {item["path"] for item in told} == set(map(readable, names))


def places(name: str, out: str) -> Iterator[tuple[int, int, int | None]]:
    """Line, first and last column of each finding, in code points from 1; the end where the format
    has one."""
    for item in json.loads(out) if name == "gitlab" else out.splitlines():
        yield READ[name](item)


def of_gitlab(item: Any) -> tuple[int, int, int | None]:
    begin, end = (item["location"]["positions"][side] for side in ("begin", "end"))
    return begin["line"], begin["column"], end["column"]


def of_azure(line: str) -> tuple[int, int, int | None]:
    found = re.search(r"linenumber=(\d+);columnnumber=(\d+);", line)
    assert found
    return int(found[1]), int(found[2]), None


def of_github(line: str) -> tuple[int, int, int | None]:
    found = re.search(r"line=(\d+),endLine=\1,col=(\d+),endColumn=(\d+),", line)
    assert found
    return int(found[1]), int(found[2]), int(found[3])


def of_concise(line: str) -> tuple[int, int, int | None]:
    _, row, column, _ = line.split(":", 3)
    return int(row), int(column), None


READ: dict[str, Any] = {
    "azure": of_azure, "concise": of_concise, "github": of_github, "gitlab": of_gitlab,
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_columns_are_code_points_of_the_line(vault: VaultOnDisk, name: str) -> None:
    vault.put("a.md", NOTE)
    lines = Text(NOTE).lines
    cut = []
    for line, start, end in places(name, vault.run("--output-format", name, "--quiet").out):
        first = lines[line - 1].start - 1
        rest = NOTE[first + start :]
        cut.append(NOTE[first + start : first + end] if end else rest)
    if name == "github":  # the gravest first
        assert sorted(cut) == sorted(FOUND)
    elif name == "gitlab":
        assert cut == FOUND
    else:
        assert all(rest.startswith(found) for rest, found in zip(cut, FOUND, strict=True))


def test_the_step_s_summary_is_a_table_whatever_notes_are_called(
    vault: VaultOnDisk, names: list[str]
) -> None:
    summary = vault.root / "summary"
    vault.monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    vault.run("--output-format", "github")
    rows = summary.read_text(encoding="utf-8").splitlines()
    assert all(row.count("|") == 6 for row in rows)
    assert len(rows) > len(names)
