"""What SchemaStore is given: made from the schema that is printed, and as strict as it asks for."""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from support.schemas import CONFIG

from notelint.config.loader import CONFIGURATIONS

PROJECT = Path(__file__).parent.parent.parent
STORE = PROJECT / "docs" / "schemastore"
MADE: dict[str, str] = runpy.run_path(str(PROJECT / "docs" / "schema_store.py"))["files"]()
SCHEMA = json.loads(MADE["src/schemas/json/notelint.json"])
VALIDATOR = Draft7Validator(SCHEMA)
RIGHT = yaml.safe_load(MADE["src/test/notelint/notelint.yaml"])
# All that draft 7 has of what the schema could use: others are ignored, or are an error.
KEYWORDS = {
    *("$id", "$ref", "$schema", "additionalProperties", "allOf", "anyOf", "const", "default"),
    *("definitions", "description", "enum", "examples", "items", "maximum", "minItems"),
    *("minimum", "oneOf", "pattern", "properties", "required", "title", "type", "uniqueItems"),
}
_NAMED = ("properties", "definitions")  # below these stand names, and no keywords


def schemas(value: Any, is_named: bool = False) -> Iterator[dict[str, Any]]:
    """All schemas in a schema."""
    if isinstance(value, dict):
        if not is_named:
            yield value
        for key, item in value.items():
            if key not in ("default", "examples", "enum"):
                yield from schemas(item, not is_named and key in _NAMED)
    elif isinstance(value, list):
        for item in value:
            yield from schemas(item)


@pytest.mark.parametrize("name", MADE)
def test_a_file_is_what_the_schema_says_now(name: str) -> None:
    assert (STORE / name).read_text(encoding="utf-8") == MADE[name], (
        "run `python docs/reference.py`"
    )


def test_there_are_no_others() -> None:
    there = {path.relative_to(STORE).as_posix() for path in STORE.rglob("*") if path.is_file()}
    assert there == MADE.keys()


def test_the_entry_finds_every_name_of_a_configuration() -> None:
    [entry] = json.loads(MADE["src/api/json/catalog.json"])["schemas"]
    assert entry["fileMatch"] == [name for name in CONFIGURATIONS if name != "pyproject.toml"]
    assert entry["url"] == SCHEMA["$id"]
    assert entry.keys() == {"name", "description", "fileMatch", "url"}


def test_it_is_of_draft_7_and_strict() -> None:
    """What Ajv's strict mode and the store's own rules would complain of."""
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    for schema in schemas(SCHEMA):
        assert schema.keys() <= KEYWORDS
        assert not isinstance(schema.get("type"), list)
        assert "$ref" not in schema or schema.keys() == {"$ref"}
        assert "properties" not in schema or schema["type"] == "object"
        assert "items" not in schema or schema["type"] == "array"
        assert "enum" not in schema or "type" in schema
        assert set(schema.get("required", ())) <= schema.get("properties", {}).keys()


def test_every_key_is_explained() -> None:
    assert all(item.get("description") for item in SCHEMA["properties"].values())
    for name, model in SCHEMA["definitions"].items():
        assert model.get("description"), name


def test_what_the_store_tests_with_is_right_and_wrong() -> None:
    assert list(VALIDATOR.iter_errors(RIGHT)) == []
    wrong = yaml.safe_load(MADE["src/negative_test/notelint/notelint.yaml"])
    assert len(list(VALIDATOR.iter_errors(wrong))) == 2


def configurations() -> Iterator[Any]:
    """What pages and examples show, and each with one thing wrong."""
    texts = re.findall(
        r"^```yaml\n(.*?)^```$",
        (PROJECT / "docs" / "configuration.md").read_text(encoding="utf-8"),
        re.M | re.S,
    )
    files = (PROJECT / "examples").rglob("notelint.yaml")
    read = [yaml.safe_load(text) for text in texts]
    read += [yaml.safe_load(path.read_text(encoding="utf-8")) for path in files]
    for data in (item for item in read if isinstance(item, dict)):
        yield data
        for key in data:
            for wrong in (True, 1.5, "x", [1], [["x"]], {"x": 1}, None):
                yield {**data, key: wrong}
            yield {**data, f"{key}x": data[key]}


def test_both_schemas_judge_alike() -> None:
    judged = [(VALIDATOR.is_valid(data), CONFIG.is_valid(data)) for data in configurations()]
    assert {one for one, _ in judged} == {True, False}
    assert all(one == other for one, other in judged)
