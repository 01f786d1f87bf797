"""The digest of settings: another one where something else may be found, and only there."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from support.on_disk import VaultOnDisk
from support.packs import entry, pack

from notelint.config import Options, default_settings, digest_of, load_settings

KIND = 'kinds: {boat: {when: {path: "Boats/**"}, sections: [{heading: Summary}]}}'
CONFIGS = (
    "",
    "select: [ligature]",
    "select: [ALL]",
    "extend-select: [unexpected-section]",
    "ignore: [lost-hyphen]",
    "rules: {source-spacing: {style: spaced}}",
    "rules: {source-spacing: {severity: error}}",
    "rules: {source-spacing: {severity: info}}",
    "rules: {unresolved-link: {planned: [a]}}",
    "rules: {unresolved-link: {planned: [b]}}",
    "rules: {unresolved-link: {planned: [a, b]}}",
    "rules: {definition-target: {forms: [wikilink, url]}}",
    'dictionaries: [{match: "*Rowing*"}]',
    'dictionaries: [{match: "*Rowing*", parts-of-speech: [n.]}]',
    'dictionaries: [{match: "*Rowing*", edition: 2nd Edition}]',
    'dictionaries: [{match: "*Rowing*"}, {match: "*Walls*"}]',
    'dictionaries: [{match: "*Walls*"}, {match: "*Rowing*"}]',
    'home-pages: ["* (home page)"]',
    "learn-labels: 0",
    "learn-labels: 5",
    KIND,
    KIND.replace("Boats", "Ships"),
    KIND.replace("Summary", "Summaries"),
    KIND.replace("Summary}", "Summary, count: 0+}"),
    KIND.replace("Summary}", "Summary, last: true}"),
    KIND.replace("Summary}", "Summary, role: synthesis}"),
    KIND.replace("}]}}", "}], depth: 3}}"),
    KIND.replace("}]}}", "}], front-matter: {required: [type]}}}"),
    KIND.replace("}]}}", "}], front-matter: {types: {type: date}}}}"),
    'per-file: {"a/**": {ignore: [ligature]}}',
    'per-file: {"b/**": {ignore: [ligature]}}',
    'per-file: {"a/**": {ignore: [ligature, lost-hyphen]}}',
    "max-note-size: 1000",
)
PACKS: tuple[dict[str, Any], ...] = (
    {},
    {"code": "HOUSE009"},
    {"severity": "info"},
    {"where": "lines"},
    {"summary": "Other walls."},
    {"message": "`{found}` is no fence"},
    {"patterns": [{"find": "fences", "replace": "wall"}]},
    {"patterns": [{"find": "fence", "replace": "walls"}]},
    {"patterns": [{"find": "fence" + "s?" * 200 + "x", "replace": "wall"}]},
    {"patterns": [{"find": "fence" + "s?" * 200 + "y", "replace": "wall"}]},
    {"fix": {"title": "write it", "applicability": "unsafe", "reason": "Safe."}},
    {"kind": "words", "patterns": None, "words": {"fence": "wall"}},
    {"kind": "words", "patterns": None, "words": {"fence": "walls"}},
    {"kind": "spelling", "patterns": None, "words": {"fence": "wall"}},
)
TELLING = """\
import sys
from pathlib import Path
from notelint.config import Options, digest_of, load_settings
print(digest_of(load_settings(Path(sys.argv[1]), Options())))
"""


def digest(vault: VaultOnDisk, config: str, house: str = "") -> str:
    vault.put("notelint.yaml", config + "\n")
    vault.put("house.yaml", house)
    return digest_of(load_settings(vault.root, Options()))


def test_what_has_a_say_in_what_is_found_changes_it(vault: VaultOnDisk) -> None:
    found = [digest(vault, config) for config in CONFIGS]
    assert len(set(found)) == len(found)
    assert found == [digest(vault, f"# a comment\n{config}") for config in CONFIGS]


def test_a_rule_of_the_house_that_is_written_otherwise_changes_it(vault: VaultOnDisk) -> None:
    houses = [pack(house_rule=entry(**changes)) for changes in PACKS]
    houses.append(pack(other_name=entry()))
    found = [digest(vault, "packs: [house.yaml]", house) for house in houses]
    assert len({digest(vault, ""), *found}) == len(found) + 1
    assert found[0] == digest(vault, "packs: [house.yaml]", f"# a comment\n{houses[0]}")


@pytest.mark.parametrize(
    "config", ["exclude: [Templates/]", "respect-gitignore: false", "extends: dictionary"]
)
def test_what_says_which_notes_are_checked_does_not(vault: VaultOnDisk, config: str) -> None:
    assert digest(vault, config) == digest(vault, "")


def test_what_may_fix_changes_it_and_the_way_to_the_same_settings_does_not() -> None:
    settings = default_settings()
    assert digest_of(settings.fixing(["ligature"])) != digest_of(settings)
    assert digest_of(settings.selecting(list(settings.selected))) == digest_of(settings)


def test_it_is_the_same_in_every_process_and_for_every_vault(vault: VaultOnDisk) -> None:
    config = f'packs: [house.yaml]\nselect: [ALL]\n{KIND}\ndictionaries: [{{match: "*Rowing*"}}]'
    told = {digest(vault, config, pack(house_rule=entry()))}
    other = vault.root.parent / "other"
    other.mkdir()
    for name in ("notelint.yaml", "house.yaml"):
        (other / name).write_bytes((vault.root / name).read_bytes())
    for seed, root in (("1", vault.root), ("2", vault.root), ("3", other)):
        done = subprocess.run(
            [sys.executable, "-c", TELLING, str(root)],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        told.add(done.stdout.strip())
    assert len(told) == 1
