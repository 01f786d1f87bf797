"""mdsmith: the rules that it runs, what it ignores, and what is different for some files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from notelint.survey.neighbours.neighbour import Neighbour, table, texts

NOT_BY_DEFAULT = {
    "no-trailing-spaces": ("whitespace", "trailing-space"),
    "single-trailing-newline": ("whitespace", "final-newline"),
}
BY_DEFAULT = {
    "cross-file-reference-integrity": "unresolved-link",
    "same-file-anchor": "unresolved-heading",
}
_ALL = {name: ours for name, (_, ours) in NOT_BY_DEFAULT.items()} | BY_DEFAULT


def configuration(file: str, data: Any) -> Neighbour:
    """``.mdsmith.yml``."""
    given = table(data)
    rules, categories = table(given.get("rules")), table(given.get("categories"))
    return Neighbour(
        file,
        texts(given.get("ignore")),
        {
            name: ours
            for name, (category, ours) in NOT_BY_DEFAULT.items()
            if rules.get(name) is not False and categories.get(category) is not False
        },
        {name: ours for name, ours in BY_DEFAULT.items() if rules.get(name) is False},
        tuple(_ignored(given.get("overrides"))),
    )


def _ignored(overrides: Any) -> Iterator[tuple[str, str]]:
    """What is off for some files: all overrides have globs, and rules as the file has them."""
    for override in map(table, overrides if isinstance(overrides, list) else []):
        off = [name for name, value in table(override.get("rules")).items() if value is False]
        for pattern in (*texts(override.get("glob")), *texts(override.get("files"))):
            yield from ((pattern, _ALL[name]) for name in off if name in _ALL)
