"""Rules as SARIF has them."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from notelint.config import shipped_rules
from notelint.report.sarif_rules import descriptor, fitting

TEXT = {"type": "string", "minLength": 1, "maxLength": 1024}
MESSAGE = {"type": "object", "properties": {"text": TEXT}, "required": ["text"]}
# What GitHub asks of a rule: docs.github.com, "SARIF support for code scanning".
RULE = Draft202012Validator(
    {
        "type": "object",
        "properties": {
            "id": {"type": "string", "pattern": "^NL[0-9]{3}$"},
            "name": {"type": "string", "pattern": "^([A-Z][a-z0-9]*)+$", "maxLength": 255},
            "shortDescription": MESSAGE,
            "fullDescription": MESSAGE,
            "help": {
                "properties": {"text": TEXT, "markdown": TEXT},
                "required": ["text", "markdown"],
            },
            "defaultConfiguration": {
                "properties": {"level": {"enum": ["error", "warning", "note"]}},
                "required": ["level"],
            },
            "properties": {
                "properties": {
                    "tags": {"type": "array", "items": TEXT, "minItems": 1, "uniqueItems": True},
                    "precision": {"enum": ["very-high", "high", "medium", "low"]},
                    "problem.severity": {"enum": ["error", "warning", "recommendation"]},
                },
                "required": ["tags", "precision", "problem.severity"],
            },
        },
        "required": [
            "id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration",
            "properties",
        ],
        "additionalProperties": False,
    }
)  # fmt: skip


@pytest.mark.parametrize("name", shipped_rules())
def test_a_rule_has_all_that_github_asks_for(name: str) -> None:
    told = descriptor(shipped_rules()[name])
    RULE.validate(told)
    assert told["name"] != told["id"]


def test_paragraphs_that_do_not_fit_are_left_out_whole() -> None:
    assert fitting(["a", "b" * 2_000, "c"]) == "a\n\nc"
    assert len(fitting(["a" * 2_000])) == 1024
