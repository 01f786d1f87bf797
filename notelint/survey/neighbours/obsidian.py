"""Obsidian: its folder for templates, and the plugins that lint or fill in templates."""

from __future__ import annotations

from typing import Any

from notelint.survey.neighbours.neighbour import Neighbour, table, texts

RULES = {
    "trailing-spaces": "trailing-space",
    "line-break-at-document-end": "final-newline",
    "re-index-footnotes": "footnote-order",
    "remove-hyphenated-line-breaks": "broken-word",
}
_SPECIAL = "\\*?[]!#"


def linter(file: str, data: Any) -> Neighbour:
    """``data.json`` of obsidian-linter, whose rules are called by their names in older versions,
    with one switch each that is called otherwise in each."""
    given = table(data)
    rules = {
        "-".join(name.lower().split()): table(value)
        for name, value in table(given.get("ruleConfigs")).items()
    }
    on = {name: ours for name, ours in RULES.items() if _is_on(rules.get(name, {}))}
    folders = map(_folder, texts(given.get("foldersToIgnore")))
    return Neighbour(file, tuple(filter(None, folders)), on)


def _is_on(switches: dict[str, Any]) -> bool:
    values = (value for value in switches.values() if isinstance(value, bool))
    return switches.get("enabled", next(values, False)) is True


def templates(file: str, data: Any) -> Neighbour:
    """``templates.json`` of Obsidian, or ``data.json`` of Templater: what is in the folder waits to
    be filled in."""
    given = table(data)
    named = (*texts(given.get("folder")), *texts(given.get("templates_folder")))
    return Neighbour(file, templates=tuple(filter(None, map(_folder, named))))


def _folder(path: str) -> str:
    """A folder of the vault as a pattern of ``.gitignore``; the vault itself is none."""
    escaped = "".join("\\" + char if char in _SPECIAL else char for char in path.strip("/ "))
    return f"/{escaped}/" if escaped.strip(".") else ""
