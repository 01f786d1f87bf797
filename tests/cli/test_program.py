"""The command line as a whole: every command, and how each of them fails."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk
from support.short_notes import GOOD, LIGATURE, SPACED

from notelint.cli.program import COMMANDS


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--fixx"], "--fixx"),
        (["--sel", "ALL"], "--sel"),
        (["--output-format", "xml"], "json"),
        (["--fail-on", "fatal"], "warning"),
        (["--color", "sometimes"], "never"),
        (["--vault", "gone"], "gone"),
        (["--select"], "--select"),
        (["tree"], "NOTE"),
        (["tree", "gone.md"], "gone.md"),
        (["tree", "."], "folder"),
        (["tree", "a.md", "--output-format", "concise"], "concise"),
        (["explain", "ligatur"], "`ligature`"),
        (["explain", "--every"], "--every"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    vault: VaultOnDisk, arguments: list[str], part: str
) -> None:
    vault.put("a.md", GOOD)
    assert part in vault.refusal(*arguments)


@pytest.mark.parametrize(
    "command", [[sys.executable, "-m", "notelint"], [str(Path(sys.executable).parent / "notelint")]]
)
def test_the_command_runs_as_a_module_and_as_a_script(
    vault: VaultOnDisk, command: list[str]
) -> None:
    if not Path(command[0]).exists():
        pytest.skip("the script stands beside the interpreter only in an environment")
    vault.put("a.md", SPACED)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("a.md:3:10: NL201 source-spacing: ")


def test_a_reader_that_stops_reading_gets_no_traceback(vault: VaultOnDisk) -> None:
    vault.put("a.md", LIGATURE * 9000)
    with subprocess.Popen(
        [sys.executable, "-m", "notelint"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_how_it_is_used(vault: VaultOnDisk, name: str) -> None:
    with pytest.raises(SystemExit) as stop:
        vault.run(name, "--help")
    used_as = "notelint" if name == "check" else f"notelint {name}"
    assert stop.value.code == 0
    assert vault.capsys.readouterr().out.startswith(f"usage: {used_as} [-h]")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_an_output_that_is_full_is_told_in_one_line(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "notelint"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "notelint: cannot go on: No space left on device; was the output closed or full?\n"
    )


def test_a_defect_is_told_in_two_lines_with_its_place(vault: VaultOnDisk) -> None:
    def broken(_: str) -> None:
        raise ZeroDivisionError("x")

    vault.monkeypatch.setattr("notelint.markdown.parse", broken)
    vault.put("a.md", GOOD)
    ran = vault.run("tree", "a.md")
    first, second = ran.err.splitlines()
    assert (ran.code, ran.out) == (2, "")
    assert re.fullmatch(
        r"notelint: failed with ZeroDivisionError: x \(test_program\.py:\d+\)\.", first
    )
    assert "defect of notelint" in second


@pytest.mark.parametrize("more", ["", "import notelint.cli.program; "])
def test_an_interrupt_before_the_command_runs_is_no_traceback(more: str) -> None:
    code = (
        f"import sys; sys.argv = ['notelint']; import notelint; {more}"
        "import os, signal, time; os.kill(os.getpid(), signal.SIGINT); time.sleep(9)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


def test_an_interrupt_behind_the_command_is_no_traceback(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD)
    code = (
        "import atexit, os, signal, sys; sys.argv = ['notelint']\n"
        "atexit.register(lambda: os.kill(os.getpid(), signal.SIGINT))\n"
        "from notelint.__main__ import start\n"
        "sys.exit(start())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (-signal.SIGINT, b"")
    assert b"nothing found" in done.stdout


def test_an_interrupt_of_the_command_is_told_in_one_line(vault: VaultOnDisk) -> None:
    def interrupted(_: str) -> None:
        raise KeyboardInterrupt

    vault.monkeypatch.setattr("notelint.markdown.parse", interrupted)
    vault.put("a.md", GOOD)
    error = vault.refusal("tree", "a.md")
    assert "interrupted; every note is either as it was or mended whole" in error


def test_whoever_imports_notelint_keeps_their_own_interrupts() -> None:
    code = "import notelint, notelint.cli, signal; print(signal.getsignal(signal.SIGINT).__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"default_int_handler\n"
