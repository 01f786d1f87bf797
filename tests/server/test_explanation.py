"""Rules explained, by their names and their codes."""

from __future__ import annotations

import pytest

from notelint.config import default_settings
from notelint.report import explain
from notelint.server.explanation import at_length, in_short, rule_called
from notelint.values import NotelintError

SETTINGS = default_settings()


def test_a_rule_is_found_by_its_name_and_its_code() -> None:
    assert rule_called(SETTINGS, "NL403") is rule_called(SETTINGS, "ligature")
    with pytest.raises(NotelintError, match="nonsense"):
        rule_called(SETTINGS, "nonsense")


def test_it_is_told_in_a_few_lines_and_at_length() -> None:
    rule = rule_called(SETTINGS, "ligature")
    assert in_short(rule).startswith(f"ligature (NL403): {rule.summary}\n\n")
    assert f"Fix: {rule.fixes}" in in_short(rule)
    assert at_length(rule) == explain(rule, depth=3)
    assert "Fix:" not in in_short(rule_called(SETTINGS, "duplicate-definition"))
