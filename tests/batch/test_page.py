"""What `docs/batch.md` has for many machines: all jobs together find what a check finds."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from support.shown import Block, typed, with_notelint

PROJECT = Path(__file__).parents[2]
PAGE = (PROJECT / "docs" / "batch.md").read_text(encoding="utf-8")
ARRAY = "SLURM_ARRAY_TASK_ID"


def shown(beginning: str) -> str:
    """The block of the page that begins so."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.M | re.S)
    return next(block for block in blocks if block.startswith(beginning))


def in_array(line: str, jobs: int) -> str:
    """A line as an array of jobs runs it."""
    line = line.replace("/50", f"/{jobs}")
    return f"for {ARRAY} in $(seq {jobs}); do {line}; done" if ARRAY in line else line


def examples(folder: Path) -> bytes:
    """Put a vault in a folder: what a check finds there."""
    shutil.copytree(PROJECT / "examples" / "vault", folder / "vault")
    command = [sys.executable, "-m", "notelint", "vault", "--output-format", "jsonl", "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.stdout
    return done.stdout


def found(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.glob("*.jsonl")))


def test_an_array_for_a_giant_vault_finds_what_a_check_finds(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    expected = examples(folder)
    lines = [
        line.partition("  #")[0].strip() for line in shown("notelint batch facts").splitlines()
    ]
    script = "".join(
        in_array(line.replace("facts vault", "facts vault --shard-size 4"), 3) + "\n"
        for line in lines
    )
    typed([Block(script, None, "")], folder, **with_notelint(tmp_path / "bin"))
    assert found(folder / "out" / "findings") == expected


def test_an_array_for_many_vaults_takes_each_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    (folder / "vaults").mkdir(parents=True)
    expected = examples(folder)
    for name in ("one", "two"):
        shutil.copytree(folder / "vault", folder / "vaults" / name)
    _, *lines = shown("#SBATCH").splitlines()
    script = f"for {ARRAY} in 1 2; do\n" + "\n".join(lines) + "\ndone\n"
    typed([Block(script, None, "")], folder, **with_notelint(tmp_path / "bin"))
    for number, name in enumerate(("one", "two"), 1):
        assert found(folder / "out" / str(number) / name / "findings") == expected
