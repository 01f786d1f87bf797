"""Rules as SARIF has them, in the size that GitHub takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from notelint.authoring import Rule
from notelint.report.names import sayable
from notelint.values import Severity

_MOST = 1024  # characters of a text; 255 of a name
_MOST_OF_NAME = 255
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_FAMILIES = {
    "NL0": "file",
    "NL1": "structure",
    "NL2": "footnotes",
    "NL3": "links",
    "NL4": "text",
    "NL5": "layout",
    "NL9": "allow",
}


def descriptor(rule: type[Rule]) -> dict[str, Any]:
    """A rule with all that GitHub shows of it."""
    reason = " ".join(rule().reason.split()) or rule.summary
    fix = rule.fixes or "None: this takes a person."
    return {
        "id": rule.code,
        "name": pascal_case(rule.name)[:_MOST_OF_NAME],
        "shortDescription": {"text": _cut(rule.summary)},
        "fullDescription": {"text": _cut(reason)},
        "help": {
            "text": fitting([reason, f"Fix: {fix}"]),
            "markdown": fitting([reason, f"**Fix**: {fix}", *_examples(rule)]),
        },
        "defaultConfiguration": {"level": level(rule.severity)},
        "properties": {
            "tags": ["markdown", "obsidian", *filter(None, [_FAMILIES.get(rule.code[:3])])],
            "precision": "high" if rule.is_default else "medium",
            "problem.severity": _PROBLEM[rule.severity],
        },
    }


def level(severity: Severity) -> str:
    """What SARIF calls a severity."""
    return "note" if severity is Severity.INFO else str(severity)


def pascal_case(name: str) -> str:
    """``source-spacing`` is ``SourceSpacing``."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("-"))


def fitting(parts: Iterable[str]) -> str:
    """As many of the parts, as paragraphs, as GitHub takes; the first one in any case."""
    first, *others = parts
    text = _cut(first)
    for part in others:
        longer = f"{text}\n\n{sayable(part)}"
        if len(longer) <= _MOST:
            text = longer
    return text


def _examples(rule: type[Rule]) -> Iterator[str]:
    for title, note in (("Bad", rule.bad), ("Good", rule.good)):
        yield f"**{title}**\n\n````markdown\n{note.rstrip()}\n````"


def _cut(text: str) -> str:
    text = sayable(text)
    return text if len(text) <= _MOST else text[: _MOST - 1] + "…"
