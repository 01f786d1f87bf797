"""The tutorial, done from an empty folder exactly as it is written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.shown import Block, blocks_of, compare, typed, with_notelint

PROJECT = Path(__file__).parent.parent.parent
BLOCKS = blocks_of((PROJECT / "docs" / "tutorial.md").read_text(encoding="utf-8"))
FILES = ("README.md", "LICENSE", "pyproject.toml", "hatch_build.py")
SOURCES = ("notelint", "rules", "examples", "docs", *FILES)


def outputs_of(blocks: list[Block], checkout: Path, **environment: str) -> list[str]:
    outputs = typed(blocks, checkout, **environment)
    assert sum(block.told is not None for block in blocks) > 8
    return outputs


def test_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    blocks = [block for block in BLOCKS if block.said != "install"]
    assert len(blocks) == len(BLOCKS) - 1
    (tmp_path / "checkout").mkdir()
    shutil.copytree(PROJECT / "examples", tmp_path / "checkout" / "examples")
    compare(blocks, outputs_of(blocks, tmp_path / "checkout", **with_notelint(tmp_path / "bin")))


@pytest.mark.integration
def test_the_tutorial_begins_with_nothing_installed(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name in SOURCES:
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, checkout / name)
    compare(BLOCKS, outputs_of(BLOCKS, checkout, PYTHONPATH="", VIRTUAL_ENV=""))
