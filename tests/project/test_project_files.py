"""What strangers meet first: forms for issues, how to cite, how to report."""

from __future__ import annotations

import json
import re
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema.validators import validator_for

from notelint import __version__

PROJECT = Path(__file__).parent.parent.parent
FORMS = sorted((PROJECT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
KINDS = {"markdown", "textarea", "input", "dropdown", "checkboxes"}
PEOPLE = ["SECURITY.md", "CODE_OF_CONDUCT.md", "CITATION.cff"]


SCHEMAS = {
    "CITATION.cff": "citation-file-format",
    ".github/ISSUE_TEMPLATE/config.yml": "github-issue-config",
    **{
        path.relative_to(PROJECT).as_posix(): "github-issue-forms"
        for path in FORMS
        if path.stem != "config"
    },
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_valid(name: str) -> None:
    if find_spec("check_jsonschema") is None:
        pytest.skip("check-jsonschema, which has the schemas, is not installed")
    vendored = resources.files("check_jsonschema") / "builtin_schemas" / "vendor"
    schema = json.loads((vendored / f"{SCHEMAS[name]}.json").read_text(encoding="utf-8"))
    errors = validator_for(schema)(schema).iter_errors(form(PROJECT / name))
    assert [error.message for error in errors] == []


def form(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "path", [path for path in FORMS if path.stem != "config"], ids=lambda p: p.stem
)
def test_a_form_is_one_that_github_takes_and_asks_for_the_note(path: Path) -> None:
    read = form(path)
    assert (
        {"name", "description", "body"} <= read.keys() <= {"name", "description", "labels", "body"}
    )
    asked = [item for item in read["body"] if item["type"] != "markdown"]
    assert {item["type"] for item in read["body"]} <= KINDS
    ids = [item["id"] for item in asked]
    assert ids[0] == "note"
    assert len(set(ids)) == len(ids)
    assert all(item["attributes"]["label"] for item in asked)
    assert asked[0]["validations"] == {"required": True}


def test_there_are_forms_for_what_is_wrong_missed_and_broken() -> None:
    assert [path.stem for path in FORMS] == ["config", "failure", "missed", "wrong-finding"]
    assert form(FORMS[0]) == {"blank_issues_enabled": True}


def test_what_is_cited_is_this_version() -> None:
    read = form(PROJECT / "CITATION.cff")
    assert read["version"] == __version__
    assert read["license"] == "MIT"
    assert {"cff-version", "message", "title", "authors"} <= read.keys()


@pytest.mark.parametrize("name", PEOPLE)
def test_nobody_is_named_who_is_not_there(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    assert "maintainers" in text
    assert not re.search(r"[\w.]+@[\w-]+\.\w+", text)
