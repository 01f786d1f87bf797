"""Makes what SchemaStore is given, so that editors know a configuration by its name, in the form
that its CONTRIBUTING.md asks for; `docs/reference.py` writes it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from notelint.config import config_schema, shipped_rules

HERE = Path(__file__).parent
STORE = HERE / "schemastore"
ADDRESS = "https://json.schemastore.org/notelint.json"
NAMES = ["notelint.yaml", ".notelint.yaml"]
WRONG = "slect: [NL2]\nrules:\n  source-spacing: {style: tihgt}\n"
_WIDTH = 80


def files() -> dict[str, str]:
    """The files by their paths from the folder of SchemaStore's."""
    configuration = (HERE / "configuration.md").read_text(encoding="utf-8")
    worked = re.search(
        r"^## A worked configuration\n\n```yaml\n(.*?)^```$", configuration, re.M | re.S
    )
    assert worked
    entry = {
        "name": "notelint",
        "description": "Configuration of notelint, the linter for notes that quote their sources",
        "fileMatch": NAMES,
        "url": ADDRESS,
    }
    return {
        "src/schemas/json/notelint.json": written(schema()),
        "src/api/json/catalog.json": written({"schemas": [entry]}),
        "src/test/notelint/notelint.yaml": worked[1],
        "src/negative_test/notelint/notelint.yaml": WRONG,
    }


def schema() -> dict[str, Any]:
    """The schema of a configuration in draft 7, which most editors know."""
    made: dict[str, Any] = _in_draft_7(config_schema(shipped_rules()))
    del made["$schema"], made["title"]
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "$id": ADDRESS}
    return head | {"title": "configuration of notelint"} | made


def _in_draft_7(value: Any) -> Any:
    if isinstance(value, list):
        return [_in_draft_7(item) for item in value]
    if not isinstance(value, dict):
        return value
    made = {_renamed(key): _in_draft_7(item) for key, item in value.items()}
    if isinstance(made.get("$ref"), str):
        goal = {"$ref": made.pop("$ref").replace("#/$defs/", "#/definitions/")}
        return _beside(goal, made)
    if isinstance(made.get("type"), list):
        return _parted(made)
    if isinstance(made.get("enum"), list):
        return {"type": "string", **made}
    return made


def _beside(schema: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """A schema with more said of it; beside `$ref` nothing else counts in draft 7."""
    return {"allOf": [schema], **said} if "$ref" in schema and said else schema | said


def _renamed(key: str) -> str:
    return "definitions" if key == "$defs" else key


def _parted(made: dict[str, Any]) -> dict[str, Any]:
    """Types that a value may have as schemas of their own, as strict validators want it."""
    own = {"array": ("items",), "string": ("pattern",), "integer": ("minimum", "maximum")}
    named = {key for keys in own.values() for key in keys}
    each = [
        {"type": kind, **{key: made[key] for key in own.get(kind, ()) if key in made}}
        for kind in made["type"]
    ]
    rest = {key: item for key, item in made.items() if key not in named | {"type"}}
    return {"anyOf": each, **rest}


def written(value: Any) -> str:
    """JSON as prettier writes it: a list stands in a line where it has room there."""
    return _dumped(value, "", 0) + "\n"


def _dumped(value: Any, indent: str, before: int) -> str:
    """``before`` are the characters in the line ahead of the value, its comma counted."""
    if not isinstance(value, dict | list) or not value:
        return json.dumps(value, ensure_ascii=False)
    inner = indent + "  "
    if isinstance(value, list):
        flat = f"[{', '.join(json.dumps(item, ensure_ascii=False) for item in value)}]"
        if not any(isinstance(item, dict | list) for item in value) and (
            len(indent) + before + len(flat) <= _WIDTH
        ):
            return flat
        parts = [_dumped(item, inner, 1) for item in value]
        return "[\n" + ",\n".join(inner + part for part in parts) + f"\n{indent}]"
    named = [(json.dumps(key, ensure_ascii=False) + ": ", item) for key, item in value.items()]
    parts = [name + _dumped(item, inner, len(name) + 1) for name, item in named]
    return "{\n" + ",\n".join(inner + part for part in parts) + f"\n{indent}}}"
