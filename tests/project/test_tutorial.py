"""The tutorial, done from an empty folder exactly as it is written."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

PROJECT = Path(__file__).parent.parent.parent
PAGE = (PROJECT / "docs" / "tutorial.md").read_text(encoding="utf-8")
_BLOCK = re.compile(
    r"^(?P<install><!-- install -->\n)?```sh\n(?P<typed>.*?)^```$"
    r"(?:\n\n```text\n(?P<told>.*?)^```$)?",
    re.M | re.S,
)


class Block(NamedTuple):
    """What is typed at once, and what is told then, where the page shows it."""

    typed: str
    told: str | None
    installs: bool


BLOCKS = [
    Block(item["typed"], item["told"], bool(item["install"])) for item in _BLOCK.finditer(PAGE)
]
SOURCES = ("notelint", "rules", "examples", "README.md", "LICENSE", "pyproject.toml")


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


def done(blocks: list[Block], checkout: Path, **environment: str) -> list[str]:
    """What each block prints, all of them typed into one shell in a checkout."""
    bash = shutil.which("bash")
    if bash is None or os.name == "nt" or shutil.which("git") is None:
        pytest.skip("the tutorial is typed into bash, and uses git")
    outputs = [checkout.parent / f"{number}.txt" for number, _ in enumerate(blocks)]
    parts = [
        f"{{\n{block.typed}}} > {output} 2>&1\n"
        for block, output in zip(blocks, outputs, strict=True)
    ]
    home = {"HOME": str(checkout.parent), "GIT_CONFIG_GLOBAL": os.devnull, "COLUMNS": "80"}
    home |= {
        f"XDG_{name}_HOME": str(checkout.parent / name) for name in ("CACHE", "STATE", "CONFIG")
    }
    for person in ("AUTHOR", "COMMITTER"):
        home |= {f"GIT_{person}_NAME": "a reader", f"GIT_{person}_EMAIL": "reader@example.org"}
    subprocess.run(
        [bash, "--noprofile", "--norc", "-c", "".join(parts)],
        cwd=checkout,
        env={**os.environ, **home, **environment},
        check=True,
    )
    return [output.read_text(encoding="utf-8") for output in outputs]


def compare(blocks: list[Block], outputs: list[str]) -> None:
    for block, output in zip(blocks, outputs, strict=True):
        if block.told is not None:
            output = output if output.endswith("\n") else output + "\n"
            assert re.fullmatch(as_pattern(block.told), output), f"{block.typed}\n{output}"
    assert sum(block.told is not None for block in blocks) > 8


def test_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    blocks = [block for block in BLOCKS if not block.installs]
    assert len(blocks) == len(BLOCKS) - 1
    (tmp_path / "checkout").mkdir()
    shutil.copytree(PROJECT / "examples", tmp_path / "checkout" / "examples")
    program = tmp_path / "bin" / "notelint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m notelint "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    given = {"PATH": path, "PYTHONPATH": str(PROJECT), "PYTHONSAFEPATH": "1"}
    compare(blocks, done(blocks, tmp_path / "checkout", **given))


@pytest.mark.integration
def test_the_tutorial_begins_with_nothing_installed(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name in SOURCES:
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, checkout / name)
    compare(BLOCKS, done(BLOCKS, checkout, PYTHONPATH="", VIRTUAL_ENV=""))
