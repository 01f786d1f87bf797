"""Where a report goes: to stdout, or to the file that was named."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from support.on_disk import Git, VaultOnDisk
from support.short_notes import GOOD, LIGATURE, SPACED, TIGHT

from notelint.cli.output import warn, write


def test_output_file_takes_the_report_from_stdout(vault: VaultOnDisk) -> None:
    vault.put("a.md", LIGATURE)
    ran = vault.json("-o", "report.json")
    assert (ran.code, ran.out) == (1, "")
    assert json.loads(vault.text("report.json"))["summary"]["findings"] == 1


def test_output_file_takes_the_diff_from_stdout(vault: VaultOnDisk, git: Git) -> None:
    vault.put("a.md", SPACED)
    assert vault.run("--diff", "--output-file", "a.diff").out == ""
    git(vault.root, "apply", "a.diff")
    assert vault.text("a.md") == TIGHT


def test_an_output_file_that_cannot_be_written_is_an_error(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD)
    assert "gone/report" in vault.refusal("-o", "gone/report")


@pytest.mark.parametrize("command", [[], ["report"], ["sources"], ["worklist"]])
def test_a_note_is_not_overwritten(vault: VaultOnDisk, command: list[str]) -> None:
    vault.put("a.md", GOOD)
    assert "name another file" in vault.refusal(*command, "-o", "a.md")
    assert vault.text("a.md") == GOOD


def test_a_report_may_be_a_new_note(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD)
    vault.run("sources", "-o", "cited.md")
    assert "1 note" in vault.text("cited.md")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_file_gets_the_report_in_utf8_with_its_endings(tmp_path: Path, ending: str) -> None:
    file = tmp_path / "report"
    write(["é", "🧱" + ending, "a\udce9.md"], str(file))
    assert file.read_bytes() == f"é🧱{ending}a\\udce9.md".encode()


@pytest.mark.parametrize("to_stderr", [False, True])
def test_a_report_without_a_file_is_printed(
    capsys: pytest.CaptureFixture[str], to_stderr: bool
) -> None:
    write(["a", "b\n"], None, to_stderr)
    assert capsys.readouterr() == (("", "ab\n") if to_stderr else ("ab\n", ""))


def test_each_warning_is_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    warn(["a", "b"])
    assert capsys.readouterr() == ("", "notelint: a\nnotelint: b\n")


def test_at_a_terminal_or_without_any_input_nobody_speaks_a_protocol() -> None:
    code = "import sys, notelint.cli.output as o; sys.exit(o.streams_of_bytes() is not None)"
    ours, theirs = pty.openpty()
    closing = f"import sys; sys.stdin = None; {code}"
    command = [sys.executable, "-c"]
    assert subprocess.run([*command, code], stdin=theirs, check=False).returncode == 0
    assert subprocess.run([*command, closing], check=False).returncode == 0
    os.close(ours), os.close(theirs)


def test_what_is_printed_by_mistake_does_not_go_among_the_messages() -> None:
    code = "import notelint.cli.output as o; print(o.streams_of_bytes())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, input=b"", check=True)
    assert (done.stdout, done.stderr) == (b"", b"(0, 1)\n")
