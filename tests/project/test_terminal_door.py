"""All text for people leaves through ``cli/output.py``, and nothing in it is obeyed."""

from __future__ import annotations

import ast
import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk
from support.packs import entry, pack

import notelint
from notelint.report import escaped

PACKAGE = Path(notelint.__file__).parent
DOOR = {"cli/output.py", "cli/replay.py"}  # the second tells what went through the first
# Keep what is printed by mistake off a stream on which a protocol is spoken.
SILENCING = {"server/serving.py", "run/children.py"}
STREAMS = ("sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__")
EVIL = "x\x1b]0;t\x07\x9b31m\u202e\u2066\u2028\x7f\x85\u200bz"


def writers(file: Path) -> Iterator[str]:
    """What in a module writes to a stream of the process, or gets hold of one."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name) and node.id in ("print", "breakpoint"):
            yield f"{node.id} in line {node.lineno}"
        if isinstance(node, ast.Attribute) and ast.unparse(node) in STREAMS:
            yield f"{ast.unparse(node)} in line {node.lineno}"
        if isinstance(node, ast.ImportFrom) and node.module in ("sys", "warnings", "logging"):
            yield f"from {node.module} in line {node.lineno}"
        if isinstance(node, ast.Import) and {name.name for name in node.names} & {"logging"}:
            yield f"logging in line {node.lineno}"


def test_nothing_but_the_door_writes_to_the_terminal() -> None:
    found = {
        file.relative_to(PACKAGE).as_posix(): list(writers(file)) for file in PACKAGE.rglob("*.py")
    }
    others = {name: told for name, told in found.items() if told}
    assert set(others) - DOOR - SILENCING == set()
    assert set(others) >= DOOR


def obeyed(text: str) -> list[str]:
    return [char for char in text if escaped(char) != char and char != "\n"]


COMMANDS: list[list[str]] = [
    [],
    ["--show-files"],
    ["--fix", "--output-format", "full"],
    [f"gone{EVIL}.md"],
    ["--select", EVIL],
    [f"--{EVIL}"],
    ["--output-format", EVIL],
    ["--config", f"{EVIL}=1"],
    ["--config", f"ignore={EVIL}"],
    ["--config", f"gone{EVIL}"],
    ["--vault", EVIL],
    ["-", "--stdin-filename", f"../../{EVIL}.md"],
    ["explain", EVIL],
    ["explain", "evil-rule"],
    ["explain", "--all"],
    ["resolve", "a.md", f"[[{EVIL}]]"],
    ["resolve", f"{EVIL}.md", "[[x]]"],
    ["resolve", "a.md", EVIL, "--output-format", "json"],
    ["tree", "a.md"],
    ["tree", "a.md", "--output-format", "json"],
    ["tree", f"gone{EVIL}"],
    ["sources"],
    ["worklist"],
    ["report"],
    ["report", "-o", f"gone/{EVIL}"],
    ["report", "-o", "page.html", "--history", EVIL],
    ["sources", f"{EVIL}.md", "--format", "full"],
    ["test-pack", f"{EVIL}.yaml"],
    ["test-pack", f"gone{EVIL}"],
    ["undo", "--list"],
    ["undo"],
    ["undo", EVIL],
    ["clean", "--cache-dir", EVIL],
    ["clean", "--vault", EVIL],
    ["config", EVIL],
    [EVIL],
]


@pytest.fixture
def evil(vault: VaultOnDisk) -> VaultOnDisk:
    """A vault whose names, notes, packs and links are full of what a terminal obeys."""
    vault.put(f"{EVIL}.md", f"## {EVIL} [[{EVIL}]]\n[^{EVIL}]\nﬁ\n")
    vault.put("a.md", f"---\na: [{EVIL}\n---\n# {EVIL}\n[[gone{EVIL}]] x[^1]\n\n[^1]: {EVIL}\n")
    vault.put(f"{EVIL}.yaml", pack(evil_rule=entry()).replace("good:", "good: x #"))
    (vault.root / f"out{EVIL}.md").symlink_to("/etc/hosts")
    os.mkfifo(vault.root / f"pipe{EVIL}.md")
    return vault


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda given: ascii(" ".join(given))[:40])
def test_no_command_lets_anything_through_that_a_terminal_obeys(
    evil: VaultOnDisk, arguments: list[str]
) -> None:
    ran = evil.run(*arguments)
    assert (obeyed(ran.out), obeyed(ran.err)) == ([], [])
    assert "defect" not in ran.err
    assert all(line.startswith("notelint: ") for line in ran.err.splitlines())


@pytest.mark.parametrize(
    "config",
    [
        f'select: ["{ascii(EVIL)[1:-1]}"]',
        f'"{ascii(EVIL)[1:-1]}": 1',
        f'extends: "{ascii(EVIL)[1:-1]}"',
        f'packs: ["{ascii(EVIL)[1:-1].replace(chr(92) + "u2028", "")}"]',
        f'kinds: {{"{ascii(EVIL)[1:-1]}": 1}}',
        f'rules: {{"{ascii(EVIL)[1:-1]}": {{}}}}',
        f"a: *{EVIL}",
        f"a: !{EVIL} b",
    ],
)
def test_no_configuration_of_a_stranger_does(vault: VaultOnDisk, config: str) -> None:
    vault.put("notelint.yaml", config)
    assert obeyed(vault.refusal()) == []


def test_json_of_a_command_says_the_same_as_it_was(evil: VaultOnDisk) -> None:
    assert json.loads(evil.run("resolve", "a.md", EVIL, "--output-format", "json").out)[
        "target"
    ].startswith("x")


def test_a_diff_is_raw_for_git_and_shown_safely_on_a_terminal(vault: VaultOnDisk) -> None:
    vault.put("a.md", "x\x1b[31m\nA ﬁnite set.\n")
    assert "\x1b" in vault.run("--diff").out
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "notelint", "--diff", "--color", "never"]
    with subprocess.Popen(command, stdout=theirs, stdin=subprocess.DEVNULL) as process:
        process.wait()
        os.close(theirs)
        shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "\\x1b[31m" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a b", "a b"),
        ("a\tb\n", "a\\tb\\n"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\u202e\u2028\udce9", "\\u202e\\u2028\\udce9"),
        ("a\u00a0b\u202fé🧱", "a\u00a0b\u202fé🧱"),
    ],
)
def test_what_a_terminal_obeys_is_shown_as_its_code(text: str, shown: str) -> None:
    assert escaped(text) == shown
