"""Findings of rules: how they are ordered, and who may fix them."""

from __future__ import annotations

import pytest

from notelint.values import Applicability, Diagnostic, Finding, Fix, Severity, Span


def found(
    path: str = "a.md", code: str = "NL100", span: tuple[int, int] = (0, 1), fix: Fix | None = None
) -> Diagnostic:
    return Diagnostic(code, "x", Severity.WARNING, path, Finding(Span(*span), "x", fix))


def test_findings_are_ordered_by_note_then_place_then_rule() -> None:
    in_order = [
        found("a.md", "NL200", (1, 2)),
        found("a.md", "NL100", (3, 4)),
        found("a.md", "NL100", (3, 9)),
        found("a.md", "NL200", (3, 4)),
        found("b.md", "NL100", (0, 1)),
    ]
    assert sorted([*in_order[2:], *in_order[:2]], key=lambda item: item.order) == in_order


@pytest.mark.parametrize(
    ("fix", "levels"),
    [(None, ""), ("manual", "manual"), ("unsafe", "manual unsafe"), ("safe", "manual unsafe safe")],
)
def test_a_fix_is_applied_for_whoever_asks_for_no_more_safety(fix: str | None, levels: str) -> None:
    applicability = Applicability[fix.upper()] if fix else None
    fixes = None if applicability is None else Fix("x", (), applicability)
    by = [str(level) for level in Applicability if found(fix=fixes).is_fixed_by(level)]
    assert by == levels.split()


def test_a_finding_with_another_fix_is_the_same_for_the_rest() -> None:
    fix = Fix("write `x`", ())
    fixed = found(span=(3, 4)).with_fix(fix)
    assert (fixed.fix, fixed.span, fixed.message) == (fix, Span(3, 4), "x")
    assert fixed.with_fix(None) == found(span=(3, 4))


def test_severities_are_called_as_configurations_call_them() -> None:
    assert [str(severity) for severity in sorted(Severity)] == ["info", "warning", "error"]
