"""What other linters are told in a vault, read from each of their files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from notelint.survey import read_neighbours
from notelint.survey.neighbourhood import FILES
from notelint.survey.neighbours.neighbour import Neighbour

PLUGINS = ".obsidian/plugins"
BOTH = {"MD009": "trailing-space", "MD047": "final-newline"}


def read(root: Path, name: str, text: str) -> Neighbour:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    found = read_neighbours(root)
    assert found.problems == ()
    [neighbour] = found.neighbours
    assert neighbour.file == name
    return neighbour


@pytest.mark.parametrize(
    ("text", "on", "off"),
    [
        ("{}", BOTH, {}),
        ('{"MD009": false}', {"MD047": "final-newline"}, {}),
        ('{"no-trailing-spaces": false, "MD013": {"line_length": 90}}',
         {"MD047": "final-newline"}, {}),
        ('{"default": false, "md009": {"br_spaces": 2}}', {"MD009": "trailing-space"},
         {"MD051": "unresolved-heading"}),
        ('{"whitespace": false, "links": false}', {"MD047": "final-newline"},
         {"MD051": "unresolved-heading"}),
        ('// "MD009": false\n{/* x */ "a": "// no \\" comment", "MD047": false,\n}',
         {"MD009": "trailing-space"}, {}),
        ("[]", BOTH, {}),
    ],
)  # fmt: skip
def test_rules_of_markdownlint(
    tmp_path: Path, text: str, on: dict[str, str], off: dict[str, str]
) -> None:
    neighbour = read(tmp_path, ".markdownlint.jsonc", text)
    assert (neighbour.has_on, neighbour.has_off) == (on, off)


def test_yaml_of_markdownlint(tmp_path: Path) -> None:
    neighbour = read(tmp_path, ".markdownlint.yaml", "default: true\nMD047: false\n")
    assert neighbour.has_on == {"MD009": "trailing-space"}


def test_what_the_command_line_of_markdownlint_leaves_out(tmp_path: Path) -> None:
    given = {
        "ignores": ["Templates", "./a/**", "!b"],
        "globs": ["**/*.md", "!**/old/**", "#node_modules"],
        "config": {"MD009": False},
    }
    neighbour = read(tmp_path, ".markdownlint-cli2.jsonc", json.dumps(given))
    assert neighbour.exclude == ("/Templates", "a/**", "**/old/**", "/node_modules")
    assert neighbour.has_on == {"MD047": "final-newline"}


def test_the_command_line_says_nothing_of_rules_where_it_has_none(tmp_path: Path) -> None:
    neighbour = read(tmp_path, ".markdownlint-cli2.yaml", "ignores: [a]\n")
    assert (neighbour.exclude, neighbour.has_on) == (("/a",), {})


def test_the_ignore_file_of_markdownlint(tmp_path: Path) -> None:
    neighbour = read(tmp_path, ".markdownlintignore", "# x\n\nvenv\nA b/c.md\n!d\n")
    assert neighbour.exclude == ("venv", "A b/c.md")


@pytest.mark.parametrize(
    ("name", "text", "on"),
    [
        (".rumdl.toml", "", "MD009 MD047 MD067"),
        (".rumdl.toml", '[global]\ndisable = ["MD009"]\n', "MD047 MD067"),
        ("rumdl.toml", 'enable = ["md009"]\nextend-enable = ["MD067"]\n', "MD009 MD067"),
        ("rumdl.toml", 'extend_disable = ["MD047", "MD067"]\n', "MD009"),
        ("pyproject.toml", '[tool.rumdl]\nenable = ["MD047"]\n', "MD047"),
        ("pyproject.toml", '[tool.rumdl]\ndisable = ["ALL"]\n', ""),
    ],
)
def test_rules_of_rumdl(tmp_path: Path, name: str, text: str, on: str) -> None:
    assert " ".join(read(tmp_path, name, text).has_on) == on


def test_what_rumdl_leaves_out_and_ignores(tmp_path: Path) -> None:
    text = (
        '[global]\nexclude = ["a/**", 1]\ndisable = ["MD083"]\n'
        '[per-file-ignores]\n"b/*" = ["MD084", "MD033"]\n'
    )
    neighbour = read(tmp_path, ".rumdl.toml", text)
    assert neighbour.exclude == ("a/**",)
    assert neighbour.has_off == {"MD083": "mojibake"}
    assert neighbour.ignored == (("b/*", "invisible-character"),)


def test_a_project_without_rumdl_has_no_say(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\na = 1\n")
    assert read_neighbours(tmp_path) == ((), ())


def test_mdsmith(tmp_path: Path) -> None:
    text = (
        "rules:\n  no-trailing-spaces: true\n  single-trailing-newline: false\n"
        "  same-file-anchor: false\nignore: [a/**]\n"
        "overrides:\n- glob: ['b/*']\n  rules: {cross-file-reference-integrity: false}\n- 1\n"
    )
    neighbour = read(tmp_path, ".mdsmith.yml", text)
    assert neighbour.exclude == ("a/**",)
    assert neighbour.has_on == {"no-trailing-spaces": "trailing-space"}
    assert neighbour.has_off == {"same-file-anchor": "unresolved-heading"}
    assert neighbour.ignored == (("b/*", "unresolved-link"),)


def test_a_category_of_mdsmith_switches_all_of_it(tmp_path: Path) -> None:
    assert read(tmp_path, ".mdsmith.yml", "categories: {whitespace: false}\n").has_on == {}


@pytest.mark.parametrize(
    ("rules", "on"),
    [
        ({"trailing-spaces": {"enabled": True, "twp-space-line-break": True}}, "trailing-space"),
        ({"trailing-spaces": {"enabled": False, "twp-space-line-break": True}}, ""),
        ({"Trailing spaces": {"Removes what is extra.": True, "Two": False}}, "trailing-space"),
        ({"Re-Index Footnotes": {"Numbers them anew.": False}}, ""),
        ({"line-break-at-document-end": True}, ""),
        ([], ""),
    ],
)
def test_rules_of_obsidian_linter(tmp_path: Path, rules: object, on: str) -> None:
    text = json.dumps({"ruleConfigs": rules, "foldersToIgnore": ["Extras/T [1]", ""]})
    neighbour = read(tmp_path, f"{PLUGINS}/obsidian-linter/data.json", text)
    assert " ".join(neighbour.has_on.values()) == on
    assert neighbour.exclude == (r"/Extras/T \[1\]/",)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        (".obsidian/templates.json", "folder"),
        (f"{PLUGINS}/templater-obsidian/data.json", "templates_folder"),
    ],
)
def test_folders_of_templates(tmp_path: Path, name: str, key: str) -> None:
    assert read(tmp_path, name, json.dumps({key: "a/Templates"})).templates == ("/a/Templates/",)
    assert read(tmp_path, name, json.dumps({key: "/"})).templates == ()
    assert read(tmp_path, name, json.dumps({key: None})).templates == ()


@pytest.mark.parametrize("text", ["{", "\x00", "[" * 5000, "a: [", "= 1", '{"a": /*' + "/*" * 9999])
def test_what_cannot_be_read_is_said_and_passed_over(tmp_path: Path, text: str) -> None:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("[tool.rumdl]\n" + text if name == "pyproject.toml" else text)
    found = read_neighbours(tmp_path)
    assert len(found.problems) + len(found.neighbours) == len(FILES)
    assert all("not read" in problem and "\n" not in problem for problem in found.problems)
    assert len(found.problems) >= 5


def test_a_file_that_is_not_utf8_is_one_of_them(tmp_path: Path) -> None:
    (tmp_path / ".mdsmith.yml").write_bytes(b"a: \xff\n")
    assert len(read_neighbours(tmp_path).problems) == 1


def test_a_link_out_of_the_vault_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text('{"ignores": ["s"]}')
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / ".markdownlint.json").symlink_to(tmp_path / "secret.json")
    found = read_neighbours(vault)
    assert found.neighbours == ()
    assert "a link out of the vault" in found.problems[0]
