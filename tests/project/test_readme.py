"""What the README shows is what notelint does."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from support.on_disk import VaultOnDisk

from notelint.cli.program import COMMANDS

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOTE = "examples/vault/terms/habituation.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


def test_the_note_is_the_one_of_the_example_vault() -> None:
    assert blocks("markdown")[0] == (ROOT / NOTE).read_text(encoding="utf-8") + "\n"


def test_what_is_left_is_what_the_readme_says(folder: VaultOnDisk) -> None:
    shutil.copytree(ROOT / "examples" / "vault", folder.root, dirs_exist_ok=True)
    before = folder.text("terms/habituation.md")
    assert "`notelint --fix` mends four of the five" in README
    report = folder.json("--fix", "terms/habituation.md").report
    assert (report["summary"]["fixed"], report["summary"]["findings"]) == (4, 1)
    after = folder.text("terms/habituation.md")
    assert (after[-1], after.count(" \n")) == (before[-1], before.count(" \n"))
    assert "- \n" in after


def test_every_command_that_it_lists_is_there() -> None:
    listed = re.findall(r"^\| `notelint ([\w-]+)", README, re.M)
    assert listed
    assert set(listed) <= set(COMMANDS)


def test_the_hooks_that_are_shown_are_those_of_the_repository() -> None:
    page = (ROOT / "docs" / "hook.md").read_text(encoding="utf-8")
    [shown, *_] = re.findall(r"^```yaml\n(.*?)^```$", page, re.M | re.S)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    known = [hook["id"] for hook in hooks]
    assert sorted(hook["id"] for hook in yaml.safe_load(shown)["repos"][0]["hooks"]) == sorted(
        known
    )
    assert re.findall(r"^\| `(notelint[\w-]*)` \|", page, re.M) == known


FILES = ("README.md", "LICENSE", "pyproject.toml", "hatch_build.py")


@pytest.mark.integration
def test_one_command_sets_all_up(tmp_path: Path) -> None:
    """As a newcomer types it, in a copy of what is needed."""
    for name in ("notelint", "rules", "examples", "docs", *FILES):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    [command] = re.findall(r"^<!-- set-up -->\n```sh\n(.*?)^```$", README, re.M | re.S)
    done = subprocess.run(
        command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert "40 findings in 15 notes of 25." in done.stdout
