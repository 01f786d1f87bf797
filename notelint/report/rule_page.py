"""A rule in words: what it finds and why, examples, options, and what fixing does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from notelint.authoring import Rule
from notelint.config import Catalogue
from notelint.values import fields, lazy_pattern

_KINDS = {"int": "A number", "bool": "True or false", "str": "Text"}
_QUOTED = lazy_pattern(r"'([^']*)'")
_PLAIN = lazy_pattern(r"[^\W\d][\w./ -]*")  # needs no quotes in YAML

_INTRODUCTION = """\
# The rules

Made from the rules themselves by `python docs/reference.py`; `notelint explain RULE` prints one of
them. The YAML files beside this page are rules too: packs, whose entries need no code.

A safe fix that would change what links call a heading counts as unsafe there, whatever the rule,
and as manual where some note links to that heading, or to one from which it may then take links.

| code | name | a good note |
|---|---|---|"""


def explain(rule: type[Rule], depth: int = 1) -> str:
    """A page of Markdown about one rule, with a heading of ``depth``."""
    top, below = "#" * depth, "#" * (depth + 1)
    state = "on by default" if rule.is_default else "off by default"
    parts = [
        f"{top} {rule.name} ({rule.code})",
        rule.summary,
        " ".join(rule().reason.split()),
        f"Severity: {rule.severity}, {state}.",
        f"{below} Fix\n\n{rule.fixes or 'None: this takes a person.'}",
        *_options(rule, below),
        *_surroundings(rule),
        f"{below} Bad\n\n{_fenced(rule.bad)}",
        f"{below} Good\n\n{_fenced(rule.good)}",
    ]
    return "\n\n".join(parts) + "\n"


def rules_as_data(rules: Iterable[type[Rule]]) -> list[dict[str, Any]]:
    """What the rules say of themselves, for programs."""
    return list(map(_as_object, rules))


def _as_object(rule: type[Rule]) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "summary": rule.summary,
        "reason": " ".join(rule().reason.split()),
        "default": rule.is_default,
        "fix": rule.fixes or None,
        "options": [
            {
                "name": field.name.replace("_", "-"),
                "type": field.type,
                "default": field.default,
                "about": field.metadata["about"],
            }
            for field in fields(rule)
        ],
    }


def overview(catalogue: Catalogue) -> Iterator[str]:
    """A line for each rule."""
    width = max(map(len, catalogue))
    for name, rule in catalogue.items():
        mark = "*" if rule.fixes else " "
        yield f"{rule.code} {name:<{width}} {mark} {rule.summary}"


def _options(rule: type[Rule], heading: str) -> Iterator[str]:
    options = [
        f"- `{field.name.replace('_', '-')}`: {field.metadata['about']}. "
        f"{_kind(str(field.type))}; default `{_default(field.default)}`."
        for field in fields(rule)
    ]
    if options:
        yield f"{heading} Options\n\n" + "\n".join(options)


def _surroundings(rule: type[Rule]) -> Iterator[str]:
    if rule.configuration:
        yield f"The examples stand under this configuration:\n\n```yaml\n{rule.configuration}```"
    if rule.files:
        names = ", ".join(f"`{path}`" for path in rule.files)
        yield f"The examples stand in a vault with {names}."


def _kind(kind: str) -> str:
    """What an option takes, in words; its type is written as Python has it."""
    words = ", ".join(f"`{word}`" for word in _QUOTED.findall(kind))
    if kind.startswith("tuple["):
        return f"A list of {words}" if words else "A list of texts"
    return f"One of {words}" if words else _KINDS[kind]


def _default(value: object) -> str:
    """A default as one would write it in YAML."""
    return f"[{', '.join(map(_item, value))}]" if isinstance(value, tuple) else str(value)


def _item(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _fenced(note: str) -> str:
    """An example as Markdown; what a reader would not see is written as its code point."""
    text = note.encode("utf-8", "surrogateescape").decode("utf-8", "replace").rstrip()
    shown = (c if c.isprintable() or c == "\n" else f"⟨U+{ord(c):04X}⟩" for c in text)
    return f"````markdown\n{''.join(shown)}\n````"


def catalogue_page(catalogue: Catalogue) -> str:
    """``rules/README.md``: all rules on one page."""
    rows = [
        f"| {rule.code} | [{name}](#{name}-{rule.code.lower()}) | {rule.summary} |"
        for name, rule in catalogue.items()
    ]
    pages = [explain(rule, depth=2) for rule in catalogue.values()]
    return "\n".join([_INTRODUCTION, *rows, "", *pages])
