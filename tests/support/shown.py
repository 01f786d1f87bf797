"""Commands that pages show, typed into a shell, and what they print held against what is shown."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

PROJECT = Path(__file__).parents[2]
_BLOCK = re.compile(
    r"^(?P<mark><!-- (?P<said>[^\n]+) -->\n)?```sh\n(?P<typed>.*?)^```$"
    r"(?:\n\n```text\n(?P<told>.*?)^```$)?",
    re.M | re.S,
)


class Block(NamedTuple):
    """What is typed at once, what is told then, where the page shows it, and what a comment above
    says of it."""

    typed: str
    told: str | None
    said: str


def blocks_of(page: str) -> list[Block]:
    """The blocks of a page that are typed, in order."""
    return [
        Block(item["typed"], item["told"], item["said"] or "") for item in _BLOCK.finditer(page)
    ]


def as_pattern(told: str) -> str:
    """What is told as a pattern: a line of `…` is any lines, `… ` at a line's start any text."""
    lines = []
    for line in told.splitlines():
        if line == "…":
            lines.append(r"(?:.*\n)*?")
        elif line.startswith("… "):
            lines.append(".* ?" + re.escape(line[2:]) + r"\n")
        else:
            lines.append(re.escape(line) + r"\n")
    return "".join(lines)


def with_notelint(folder: Path) -> dict[str, str]:
    """An environment in which `notelint` is the one that is tested."""
    program = folder / "notelint"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m notelint "$@"\n')
    program.chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    return {"PATH": path, "PYTHONPATH": str(PROJECT), "PYTHONSAFEPATH": "1"}


def typed(blocks: list[Block], folder: Path, **environment: str) -> list[str]:
    """What each block prints, all of them typed into one shell in a folder."""
    bash = shutil.which("bash")
    if bash is None or os.name == "nt" or shutil.which("git") is None:
        pytest.skip("what pages show is typed into bash, and uses git")
    outputs = [folder.parent / f"{number}.txt" for number, _ in enumerate(blocks)]
    parts = [
        f"{{\n{block.typed}}} > {output} 2>&1\n"
        for block, output in zip(blocks, outputs, strict=True)
    ]
    home = {"HOME": str(folder.parent), "GIT_CONFIG_GLOBAL": os.devnull, "COLUMNS": "80"}
    home |= {f"XDG_{name}_HOME": str(folder.parent / name) for name in ("CACHE", "STATE", "CONFIG")}
    for person in ("AUTHOR", "COMMITTER"):
        home |= {f"GIT_{person}_NAME": "a reader", f"GIT_{person}_EMAIL": "reader@example.org"}
    subprocess.run(
        [bash, "--noprofile", "--norc", "-c", "".join(parts)],
        cwd=folder,
        env={**os.environ, **home, **environment},
        check=False,
    )
    return [output.read_text(encoding="utf-8") for output in outputs]


def compare(blocks: list[Block], outputs: list[str]) -> None:
    """Hold what was printed against what is shown."""
    for block, output in zip(blocks, outputs, strict=True):
        if block.told is not None:
            output = output if output.endswith("\n") else output + "\n"
            assert re.fullmatch(as_pattern(block.told), output), f"{block.typed}\n{output}"
