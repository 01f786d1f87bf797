"""Packs: where the shipped ones are found, and how an entry becomes a rule."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from support.pack_rules import findings, pattern, words

from notelint import packs
from notelint.packs import shipped_packs
from notelint.packs.kinds import PatternRule, WordsRule
from notelint.packs.pack import entries_of_shipped_packs
from notelint.values import Applicability, Severity

PROJECT = Path(__file__).parent.parent.parent
PACKS = {pack.name: yaml.safe_load(pack.read_text(encoding="utf-8")) for pack in shipped_packs()}
ENTRIES = {name: entry for pack in PACKS.values() for name, entry in pack["rules"].items()}


def test_there_are_packs() -> None:
    assert {"ligature", "replacement-character"} <= set(ENTRIES)


def test_what_is_loaded_of_the_shipped_packs_is_what_they_say() -> None:
    page = Path(packs.__file__).parent / "shipped.json"
    assert page.read_text(encoding="utf-8") == entries_of_shipped_packs(), (
        "run `python docs/reference.py`"
    )


@pytest.mark.parametrize("name", PACKS)
def test_a_shipped_pack_has_the_header(name: str) -> None:
    assert list(PACKS[name]) == ["pack", "version", "rules"]
    assert PACKS[name]["pack"] == name.removesuffix(".yaml")
    assert PACKS[name]["version"] == 1


@pytest.mark.parametrize("name", ENTRIES)
def test_a_shipped_entry_says_what_every_rule_says(name: str) -> None:
    entry = ENTRIES[name]
    assert re.fullmatch(r"[a-z]+(-[a-z]+){0,3}", name)
    assert re.fullmatch(r"NL\d{3}", entry["code"])
    assert [key for key in ("summary", "reason", "message", "bad", "good") if not entry[key]] == []
    assert entry["summary"].endswith(".")
    assert not entry["message"].endswith(".")


@pytest.mark.parametrize("name", ENTRIES)
def test_a_shipped_entry_is_of_a_kind_and_of_a_place_that_there_is(name: str) -> None:
    entry = ENTRIES[name]
    assert entry["kind"] in ("pattern", "words")
    assert entry["where"] in ("text", "math")
    common = {"code", "kind", "summary", "reason", "where", "message", "fix", "bad", "good"}
    own = {"pattern": {"patterns"}, "words": {"words"}}[entry["kind"]]
    assert set(entry) <= common | own | {"severity", "default"}
    assert set(entry.get("fix") or {}) <= {"title", "applicability", "reason"}


def test_an_entry_becomes_a_rule_with_its_identity() -> None:
    rule = pattern(("x", "y"), code="NL998", reason="Because.\n", severity="error", default=False)
    made = type(rule)
    assert (made.name, made.code, made.severity, made.is_default, rule.reason) == (
        "house-rule", "NL998", Severity.ERROR, False, "Because.",
    )  # fmt: skip
    assert isinstance(rule, PatternRule)
    assert isinstance(words({"a": "b"}), WordsRule)


def test_an_entry_is_a_warning_that_is_on_unless_it_says_otherwise() -> None:
    made = type(pattern(("x", "y")))
    assert (made.severity, made.is_default) == (Severity.WARNING, True)


def test_a_fix_is_manual_unless_it_says_otherwise() -> None:
    [finding] = findings(pattern(("x", "y"), fix={"title": "t"}), "x\n")
    assert finding.fix is not None
    assert finding.fix.applicability is Applicability.MANUAL


LISTING = [
    sys.executable,
    "-c",
    "import notelint.cli as c; print(c.__file__); c.main(['explain', '--all'])",
]


def listed(path: Path, folder: Path) -> tuple[str, str]:
    """Where notelint came from, and the rules that it lists, when it is imported from ``path``."""
    done = subprocess.run(
        LISTING, cwd=folder, env={"PYTHONPATH": str(path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    module, _, rules = done.stdout.partition("\n")
    return module, rules


def copy_package(to: Path) -> Path:
    shutil.copytree(PROJECT / "notelint", to, ignore=shutil.ignore_patterns("__pycache__"))
    return to


def test_packs_are_found_inside_an_installed_package(tmp_path: Path) -> None:
    package = copy_package(tmp_path / "site" / "notelint")
    shutil.copytree(PROJECT / "rules", package / "packs" / "shipped")
    module, rules = listed(tmp_path / "site", tmp_path)
    assert module.startswith(str(tmp_path))
    assert " ligature " in rules
    assert " source-spacing " in rules


def test_packs_are_found_beside_the_package_in_a_checkout(tmp_path: Path) -> None:
    copy_package(tmp_path / "checkout" / "notelint")
    shutil.copytree(PROJECT / "rules", tmp_path / "checkout" / "rules")
    module, rules = listed(tmp_path / "checkout", tmp_path)
    assert module.startswith(str(tmp_path))
    assert " ligature " in rules


def test_packs_are_found_in_a_zipped_checkout(tmp_path: Path) -> None:
    archive = tmp_path / "notelint.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for folder in ("notelint", "rules"):
            for path in sorted((PROJECT / folder).rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    file.write(path, path.relative_to(PROJECT))
    module, rules = listed(archive, tmp_path)
    assert module.startswith(str(archive))
    assert " ligature " in rules
    assert " source-spacing " in rules
