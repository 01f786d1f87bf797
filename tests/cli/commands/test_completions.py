"""``notelint completions``: scripts that shells take, and what they complete."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk

from notelint.cli.commands.completions import SHELLS
from notelint.cli.program import COMMANDS
from notelint.config import shipped_rules
from notelint.report import findings_formats

# What reads a script without running it.
CHECKS = {"bash": ["bash", "-n"], "zsh": ["zsh", "-n"], "fish": ["fish", "--no-execute"]}
PARSES = "[ScriptBlock]::Create((Get-Content -Raw $args[0])) | Out-Null"

# Asks bash for what it would offer behind the words of a line, one by one.
ASKING = """
source "$1"; shift
function_name=$(complete -p notelint | sed 's/.*-F \\([^ ]*\\).*/\\1/')
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
$function_name notelint "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def script(vault: VaultOnDisk, shell: str) -> Path:
    ran = vault.run("completions", shell)
    assert (ran.code, ran.err) == (0, "")
    return vault.put(f"completions.{'ps1' if shell == 'powershell' else shell}", ran.out)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_can_read_its_script(vault: VaultOnDisk, shell: str) -> None:
    path = script(vault, shell)
    command = CHECKS.get(shell, ["pwsh", "-NoProfile", "-Command", PARSES])
    if shutil.which(command[0]) is None:
        pytest.skip(f"no {shell} here")
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_script_knows_commands_rules_codes_and_formats(
    vault: VaultOnDisk, shell: str
) -> None:
    text = script(vault, shell).read_text(encoding="utf-8")
    rules = shipped_rules()
    codes = [rule.code for rule in rules.values()]
    missing = [
        word
        for word in (*COMMANDS, *rules, *codes, *findings_formats(), "ALL", "unresolved-link")
        if word not in text
    ]
    assert missing == []


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_help_of_steps_too_is_told_without_what_shells_run(vault: VaultOnDisk, shell: str) -> None:
    text = script(vault, shell).read_text(encoding="utf-8")
    assert "the index of batch fold" in text
    assert "`batch" not in text


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("ex", ["explain"]),
        ("--select source-sp", ["source-spacing"]),
        ("--ignore NL50", ["NL501", "NL502"]),
        ("check --extend-select final", ["final-newline"]),
        ("baseline --fixable final", ["final-newline"]),
        ("explain unused-a", ["unused-allow"]),
        ("--output-format gitl", ["gitlab"]),
        ("sources --format cs", ["csv"]),
        ("--color al", ["always"]),
        ("completions zs", ["zsh"]),
        ("--vault no", ["notes"]),
        ("check no", ["notes"]),
        ("tree notes/", ["notes/wall.md"]),
        ("undo --li", ["--list"]),
        ("batch fa", ["facts"]),
        ("batch facts --par", ["--part"]),
        ("batch facts no", ["notes"]),
        ("batch fold no", ["notes"]),
        ("batch check --index notes/", ["notes/wall.md"]),
        ("batch run --engine da", ["dask"]),
        ("batch run -o no", ["notes"]),
        ("--exit-non", ["--exit-non-zero-on-fix"]),
    ],
)
def test_bash_offers_what_may_follow(vault: VaultOnDisk, line: str, offered: list[str]) -> None:
    vault.put("notes/wall.md", "")
    path = script(vault, "bash")
    command = ["bash", "--norc", "-c", ASKING, "ask", str(path), "notelint", *line.split()]
    done = subprocess.run(command, cwd=vault.root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == offered


def test_a_shell_that_is_not_known_is_refused(vault: VaultOnDisk) -> None:
    assert "powershell" in vault.refusal("completions", "tcsh")
