"""Why a rule matters, for somebody who has met it in a note."""

from __future__ import annotations

from notelint.authoring import Rule
from notelint.config import Settings
from notelint.report import explain
from notelint.values import UsageError


def rule_called(settings: Settings, name: str) -> type[Rule]:
    """The rule of a name or a code.

    Raises:
        UsageError: there is none.
    """
    known = settings.known.get(name)
    if known is None:
        raise UsageError(f"no rule is called `{name}`")
    return settings.catalogue[known]


def in_short(rule: type[Rule]) -> str:
    """A rule in a few lines."""
    reason = " ".join(rule().reason.split())
    fixes = f"\nFix: {rule.fixes}" if rule.fixes else ""
    return f"{rule.name} ({rule.code}): {rule.summary}\n\n{reason}{fixes}"


def at_length(rule: type[Rule]) -> str:
    """A page of Markdown about a rule, with examples."""
    return explain(rule, depth=3)
