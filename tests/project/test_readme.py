"""What the README shows is what notelint does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from notelint.cli import main
from notelint.config.schema import ConfigModel

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOTE = "examples/vault/terms/habituation.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


def test_the_note_is_the_one_of_the_example_vault() -> None:
    assert blocks("markdown")[0] == (ROOT / NOTE).read_text(encoding="utf-8") + "\n"


def test_the_output_is_what_notelint_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert f"`notelint {NOTE} --output-format full`" in README
    main([NOTE, "--output-format", "full"])
    assert capsys.readouterr().out == blocks("text")[0]


def test_the_configuration_is_valid() -> None:
    shown = next(block for block in blocks("yaml") if "per-file" in block)
    assert ConfigModel.model_validate(yaml.safe_load(shown)).per_file


def test_the_hooks_are_those_of_the_repository() -> None:
    shown = next(block for block in blocks("yaml") if "hooks" in block)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    for hook in yaml.safe_load(shown)["repos"][0]["hooks"]:
        assert hook["id"] in [known["id"] for known in hooks]
