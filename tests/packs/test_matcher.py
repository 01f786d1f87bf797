"""What runs the patterns of the packs that ship."""

from __future__ import annotations

from support.pack_rules import findings, found_by, pattern, rule_of


def test_a_form_needs_no_watch_where_it_ships() -> None:
    rule = rule_of(kind="form", where="headings", forms=["A.*"])
    assert found_by(rule, "# A b\n\n# B\n") == ["B"]


def test_a_pattern_that_matches_nothing_at_all_finds_nothing() -> None:
    assert findings(pattern(("x*", "y")), "abc\n") == []
