"""Rules that are loaded when one of them runs: a note has to do with a half of them.

What decides whether a rule runs on a note stands in ``shipped_rules.json``, which is made of the
rules by `python docs/reference.py`, and a test compares.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from notelint.authoring import Rule, Trigger
from notelint.values import Severity, own_file

_TABLE = "shipped_rules.json"


class LaterRule:
    """Stands for a rule that comes with notelint, as it is where nothing is configured: it knows
    what the table says, and whatever else is asked of it the rule tells, which is loaded then."""

    def __init__(self, name: str, row: dict[str, Any]) -> None:
        trigger = row["trigger"]
        self.name: str = name
        self.code: str = row["code"]
        self.is_default: bool = row["default"]
        self.digest: str = row["digest"]
        self.severity = Severity(row["severity"])
        self.trigger = trigger and Trigger(tuple(trigger[0]), tuple(trigger[1]), trigger[2])

    def __getattr__(self, name: str) -> Any:
        if name != "_rule":
            return getattr(self._rule, name)
        from notelint.config.catalogue import shipped_rule

        rule = vars(self)[name] = shipped_rule(self.name)()
        return rule

    @property  # type: ignore[misc]
    def __class__(self) -> type[Rule]:  # type: ignore[override]
        """What it stands for, also for ``isinstance``."""
        kind: type[Rule] = type(self._rule)
        return kind

    def __reduce__(self) -> Any:
        return self._rule.__reduce_ex__(4)

    def __eq__(self, other: object) -> bool:
        return bool(self._rule == other)

    def __hash__(self) -> int:
        return hash(self._rule)

    def __repr__(self) -> str:
        return repr(self._rule)


def later_rules() -> Iterator[Rule]:
    """All rules that come with notelint, in the order of their codes."""
    table = json.loads(own_file("notelint.config", _TABLE))
    return (cast("Rule", LaterRule(name, row)) for name, row in table.items())
