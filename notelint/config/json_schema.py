"""The shapes of configurations and packs as JSON schemas, for editors that complete and check."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from notelint.authoring import Rule
from notelint.config.catalogue import Catalogue
from notelint.config.schema import ConfigModel
from notelint.packs import PackModel
from notelint.values import Severity, fields


class _Untitled(GenerateJsonSchema):
    """Without the titles that repeat the names of keys."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def config_schema(catalogue: Catalogue) -> dict[str, Any]:
    """The schema of a configuration; the rules of a vault's own packs may be set there too."""
    schema = ConfigModel.model_json_schema(schema_generator=_Untitled)
    rules = {name: {"$ref": f"#/$defs/{rule.code}"} for name, rule in catalogue.items()}
    rules |= {rule.code: {"$ref": f"#/$defs/{rule.code}"} for rule in catalogue.values()}
    schema["properties"]["rules"]["properties"] = rules
    schema["$defs"] |= {rule.code: _rule_schema(rule) for rule in catalogue.values()}
    return _published(schema)


def pack_schema() -> dict[str, Any]:
    """The schema of a pack."""
    return _published(PackModel.model_json_schema(schema_generator=_Untitled))


def _published(schema: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _rule_schema(rule: type[Rule]) -> dict[str, Any]:
    properties = TypeAdapter(rule).json_schema(schema_generator=_Untitled)["properties"]
    options = {
        field.name.replace("_", "-"): properties[field.name]
        | {"description": field.metadata["about"]}
        for field in fields(rule)
    }
    severity = {"enum": [str(severity) for severity in Severity], "default": str(rule.severity)}
    return {
        "type": "object",
        "description": rule.summary,
        "properties": {"severity": severity, **options},
        "additionalProperties": False,
    }
