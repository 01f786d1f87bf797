"""Rules made from entries of a pack, and what they find."""

from __future__ import annotations

from typing import Any

from notelint.authoring import Rule
from notelint.notes import read_note
from notelint.packs import make_rules
from notelint.values import Finding
from notelint.vault import Vault


def rule_of(**entry: Any) -> Rule:
    """A rule made from an entry, with what a test does not speak of filled in."""
    shared = {
        "code": "NL999", "summary": "S.", "reason": "R.", "where": "text",
        "message": "`{found}`", "bad": "", "good": "",
        "fix": {"title": "write `{replacement}`", "applicability": "safe", "reason": "Safe."},
    }  # fmt: skip
    [made] = make_rules({"rules": {"house-rule": {**shared, **entry}}})
    return made()


def findings(rule: Rule, content: str) -> list[Finding]:
    """What a rule says of a note."""
    return list(rule.check(read_note("a.md", content), Vault()))


def found_by(rule: Rule, content: str) -> list[str]:
    """What a rule finds in a note."""
    return [content[f.span.start : f.span.end] for f in findings(rule, content)]


def pattern(*pairs: tuple[str, str | None], **entry: Any) -> Rule:
    """A rule of the kind ``pattern``."""
    patterns = [{"find": find, "replace": replace} for find, replace in pairs]
    return rule_of(kind="pattern", patterns=patterns, **entry)


def words(table: dict[str, str], **entry: Any) -> Rule:
    """A rule of the kind ``words``."""
    return rule_of(kind="words", words=table, **entry)
