"""What is known of rules before they are loaded, as ``shipped_rules.json`` has it."""

from __future__ import annotations

import json

from notelint.authoring import Rule
from notelint.config.catalogue import shipped_rules
from notelint.config.digest import digest_of_rule


def table_of_rules() -> str:
    """The table, a line for each rule."""
    lines = (f"{json.dumps(name)}: {_row_of(rule())}" for name, rule in shipped_rules().items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _row_of(rule: Rule) -> str:
    row = {
        "code": rule.code,
        "default": rule.is_default,
        "severity": rule.severity.value,
        "trigger": rule.trigger,
        "digest": digest_of_rule(rule),
    }
    return json.dumps(row, ensure_ascii=False)
