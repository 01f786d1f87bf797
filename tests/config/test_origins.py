"""``--show-settings``: every setting that holds, with where it is from."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk
from support.packs import entry, pack

from notelint.cli.arguments import check_parser
from notelint.cli.settings_options import asked_for
from notelint.config import Options, Settings, load_settings
from notelint.values import Severity

HOUSE = """\
extends: base.yaml
ignore: [NL502, ligature]
extend-select: "NL501,
  final-newline"
exclude:
  - Templates/
rules:
  NL201: {style: spaced}
  lost-hyphen:
    minimum: 4
kinds:
  boat: {when: {path: "Boats/**"}}
home-pages: ["* (home page)"]
per-file:
  "a/**": {ignore: [mojibake]}
max-note-size: 1000
packs: [house.yaml]
"""
BASE = "rules: {source-spacing: {style: consistent, severity: error}}\nrespect-gitignore: false\n"


@pytest.fixture
def house(vault: VaultOnDisk) -> VaultOnDisk:
    vault.put("a.md", "A wall.\n")
    vault.put("notelint.yaml", HOUSE)
    vault.put("base.yaml", BASE)
    vault.put("house.yaml", pack(house_rule=entry()))
    return vault


def shown(vault: VaultOnDisk, *options: str) -> list[str]:
    ran = vault.run("--show-settings", *options)
    assert (ran.code, ran.err) == (0, "")
    return [line.strip() for line in ran.out.splitlines()]


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("extends: dictionary  # default", []),
        ("- trailing-space  # notelint.yaml:3", []),
        ("- ligature  # notelint.yaml:2", []),
        ("- Templates/  # notelint.yaml:6", []),
        ("- house.yaml  # notelint.yaml:17", []),
        ("style: spaced  # notelint.yaml:8", []),
        ("severity: error  # base.yaml:1", []),
        ("minimum: 4  # notelint.yaml:10", []),
        ("minimum: 5  # --config 'rules.lost-hyphen.minimum=5'",
         ["--config", "rules.lost-hyphen.minimum=5"]),
        ("boat: {when: {path: Boats/**}}  # notelint.yaml:12", []),
        ("- '* (home page)'  # notelint.yaml:13", []),
        ("- (Home Page) *  # default", []),
        ("learn-labels: 3  # default", []),
        ("learn-labels: 7  # --config 'learn-labels=7'", ["--config", "learn-labels=7"]),
        ("- mojibake  # notelint.yaml:15", []),
        ("max-note-size: 1000  # notelint.yaml:16", []),
        ("respect-gitignore: false  # base.yaml:2", []),
        ("- mojibake  # default", []),
        ("- link-spelling  # --extend-select", ["--extend-select", "link-spelling"]),
        ("- mojibake  # --ignore", ["--ignore", "mojibake"]),
        ("- ligature  # --select", ["--select", "ligature"]),
        ("- x/  # --exclude", ["--exclude", "x/"]),
        ("- NL4  # --per-file-ignores", ["--per-file-ignores", "b/*:NL4"]),
        ("planned: []  # default", []),
        ("style: tight  # default", ["--isolated"]),
    ],
)  # fmt: skip
def test_each_value_tells_where_it_is_from(
    house: VaultOnDisk, line: str, options: list[str]
) -> None:
    assert line in shown(house, *options)


def test_an_anew_selection_leaves_nothing_else(house: VaultOnDisk) -> None:
    lines = shown(house, "--select", "ligature")
    assert [line for line in lines if line.startswith("- ") and "# default" in line] == [
        line for line in lines if line.startswith(("- (Home", "- 'Home", "- Home", "- {match"))
        and "# default" in line
    ]  # fmt: skip
    assert "ignore:" not in lines[: lines.index("kinds:")]


@pytest.mark.parametrize(
    "options",
    [[], ["--isolated"], ["--select", "NL2"], ["--ignore", "NL2", "--exclude", "y/"],
     ["--config", "select=[NL3]"], ["--config", "ignore=NL3"],
     ["--per-file-ignores", "z/:ligature"]],
)  # fmt: skip
def test_what_is_shown_is_a_configuration_that_says_the_same(
    house: VaultOnDisk, options: list[str]
) -> None:
    """But for home pages and dictionaries, which add to those that ship and are then told twice."""
    house.put("again.yaml", house.run("--show-settings", *options).out)
    before = load_settings(house.root, asked_for(check_parser().with_paths(options)))
    after = load_settings(house.root, Options(Path("again.yaml")))
    assert after.selected == before.selected
    assert after.exclude == before.exclude
    assert after.max_note_size == before.max_note_size
    assert after.respect_gitignore == before.respect_gitignore
    assert sorted(after.per_file) == sorted(before.per_file)
    assert {kind.name for kind in after.conventions.kinds} == {
        kind.name for kind in before.conventions.kinds
    }
    selected = before.selected
    assert rules_of(after, selected) == rules_of(before, selected)


def rules_of(settings: Settings, selected: frozenset[str]) -> list[tuple[str, Severity]]:
    """The rules with their options; a rule of a pack is another class each time it is read."""
    return [(repr(one.rule), one.severity) for one in settings.rules if one.rule.name in selected]


def test_nothing_is_checked(vault: VaultOnDisk) -> None:
    vault.put("a.md", "[[gone]]\n")
    assert vault.run("--show-settings").code == 0
