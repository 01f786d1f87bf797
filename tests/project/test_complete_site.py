"""All that the code has to offer is on the site, and nothing else: variables of the environment,
exit codes, keys of packs, options of rules, names of the API. Commands and rules are in
`test_site.py`, keys of a configuration in `test_docs.py`, fields of JSON in `test_json_page.py`."""

from __future__ import annotations

import ast
import re
import runpy
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

import notelint
from notelint.cli import exit_code
from notelint.config import shipped_rules
from notelint.config.schema import ConfigModel
from notelint.packs import PackModel
from notelint.packs.schema import MODELS, CaseModel, FixModel, HeaderModel, PairModel
from notelint.report import findings_formats
from notelint.values import fields

PROJECT = Path(__file__).parents[2]
DOCS = PROJECT / "docs"
PAGES = {
    path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8")
    for path in DOCS.rglob("*.md")
}
RULES = shipped_rules()

OF_PLATFORMDIRS = {"XDG_STATE_HOME"}  # it reads them for us


def part(page: str, heading: str) -> str:
    return PAGES[page].split(f"\n## {heading}\n")[1].split("\n## ")[0]


def first_cells(table: str) -> list[str]:
    return [
        name
        for cell in re.findall(r"^\| (.+?) \|", table, re.M)
        for name in re.findall(r"`([^`]+)`", cell)
    ]


def variables() -> set[str]:
    """The variables that the code looks for in the environment: what is written in statements that
    speak of it, and in the constants that they name."""
    trees = [ast.parse(file.read_text("utf-8")) for file in (PROJECT / "notelint").rglob("*.py")]
    constants = {
        ast.unparse(node.targets[0]): node.value
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.Assign)
    }
    found: set[str] = set()
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.expr) and "environ" in ast.unparse(node):
                named = {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}
                around = [node, *(constants[name] for name in named if name in constants)]
                found |= {text for one in around for text in texts_in(one)}
    return {text for text in found if re.fullmatch(r"[A-Z][A-Z_]+", text)}


def texts_in(node: ast.expr) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value


def test_every_variable_of_the_environment_is_told_of() -> None:
    read = variables()
    assert "GIT_DIR" in read  # what would lead git elsewhere is taken out of its environment
    told = first_cells(part("commands.md", "Environment variables"))
    expected = {name for name in read if not name.startswith("GIT_")} - {"LC_ALL"}
    assert sorted(told) == sorted(expected | OF_PLATFORMDIRS)


def test_every_extra_for_users_is_told_of_and_no_other() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].keys() - {"docs", "dev"}
    told = first_cells(part("install.md", "What comes only when it is asked for"))
    assert sorted(told) == sorted(f"notelint[{extra}]" for extra in extras)


def test_every_form_of_a_report_is_told_of_and_no_other() -> None:
    table = PAGES["reports.md"].split("|---|---|---|\n")[1].split("\n\n")[0]
    told = [
        name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1])
    ]
    assert sorted(told) == sorted(findings_formats())


def test_every_exit_code_is_told_of() -> None:
    codes = {value for name, value in vars(exit_code).items() if name.isupper()}
    told = re.findall(r"^\| (\d+) \|", part("commands.md", "Exit codes"), re.M)
    assert sorted(map(int, told)) == sorted({0, *codes})


def test_every_name_of_the_api_is_told_of_and_no_other() -> None:
    others = {one.__name__ for one in runpy.run_path(str(DOCS / "reference_names.py"))["_OTHERS"]}
    told = re.findall(r"^### (\S+)$", PAGES["names.md"].replace("&#95;", "_"), re.M)
    assert sorted(told) == sorted({*notelint.__all__, *others})
    assert "|  |" not in PAGES["names.md"], "a docstring is missing"


def test_every_key_of_a_pack_is_told_of_and_no_other() -> None:
    assert first_cells(part("packs.md", "The keys of a pack")) == [*HeaderModel.model_fields]
    keys = {name for model in MODELS.values() for name in model.model_fields}
    table = part("packs.md", "The keys of a rule").split("\n### ")[0]
    kinds, forms = ({"patterns", "words", "forms"}, part("packs.md", "The keys of a rule"))
    assert {name.split(":")[0] for name in first_cells(table)} == keys - kinds
    for model in (FixModel, CaseModel, PairModel):
        assert all(f"`{name}`" in forms for name in model.model_fields)
    assert all(f"`{name}`" in forms for name in kinds)


def test_every_kind_and_every_place_of_a_pack_is_told_of_and_no_other() -> None:
    told = part("packs.md", "The keys of a rule").split("\n### ")
    kinds, places = (first_cells(one) for one in told[1:3])
    assert [name for name in kinds if name in MODELS] == list(MODELS)
    where = MODELS["pattern"].model_fields["where"].annotation
    assert set(get_args(where)) <= set(places)


@pytest.mark.parametrize("name", RULES)
def test_every_option_of_a_rule_is_told_of_with_its_default(name: str) -> None:
    rule = RULES[name]
    page = PAGES[f"rules/{rule.code[:3].lower()}.md"]
    own = page.split(f"\n## {name} ({rule.code})\n")[1].split("\n## ")[0]
    options = dict(re.findall(r"^- `([\w-]+)`: .* default `(.*)`\.$", own, re.M))
    assert list(options) == [field.name.replace("_", "-") for field in fields(rule)]
    for field in fields(rule):
        default: Any = yaml.safe_load(options[field.name.replace("_", "-")])
        assert (tuple(default) if isinstance(default, list) else default) == field.default


YAML = [
    pytest.param(block, id=f"{page}-{number}")
    for page, text in PAGES.items()
    for number, block in enumerate(re.findall(r"^```yaml\n(.*?)^```$", text, re.M | re.S), 1)
]
HALF = ("match: ", "parts-of-speech: ", "edition: ", "when: ", "sections: ", "depth: ", "heading: ",
        "front-matter: ", "any-heading: ", "path: ", "count: ", "last: ", "role: ", "required: ",
        "forbidden: ", "types: ")  # fmt: skip


@pytest.mark.parametrize("block", YAML)
def test_what_is_shown_as_yaml_is_a_configuration_a_pack_hooks_or_a_job(block: str) -> None:
    shown = yaml.safe_load(block)
    if "pack" in shown:
        PackModel.model_validate(shown)
    elif shown.keys().isdisjoint({"repos", "apiVersion"}) and not block.startswith(HALF):
        assert ConfigModel.model_validate(shown).rules.keys() <= RULES.keys()
