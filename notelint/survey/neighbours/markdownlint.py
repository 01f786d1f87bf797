"""markdownlint: which of its rules are on, and what its command lines leave out."""

from __future__ import annotations

from itertools import islice
from typing import Any

from notelint.survey.neighbours.neighbour import MOST_LISTED, Neighbour, from_root, table, texts
from notelint.values import NamedTuple


class Rule(NamedTuple):
    """A rule of markdownlint: what may switch it besides its code, and which of ours it is."""

    name: str
    tag: str
    ours: str


NOT_BY_DEFAULT = {
    "MD009": Rule("no-trailing-spaces", "whitespace", "trailing-space"),
    "MD047": Rule("single-trailing-newline", "blank_lines", "final-newline"),
}
BY_DEFAULT = {"MD051": Rule("link-fragments", "links", "unresolved-heading")}


def rules_file(file: str, data: Any) -> Neighbour:
    """``.markdownlint.json`` and its like, which configure rules."""
    given = {key.lower(): value for key, value in table(data).items()}
    on = {code: rule.ours for code, rule in NOT_BY_DEFAULT.items() if _is_on(given, code, rule)}
    off = {code: rule.ours for code, rule in BY_DEFAULT.items() if not _is_on(given, code, rule)}
    return Neighbour(file, has_on=on, has_off=off)


def command_file(file: str, data: Any) -> Neighbour:
    """``.markdownlint-cli2.jsonc`` and its like, which also say what is looked at."""
    given = table(data)
    globs = texts(given.get("globs"))
    left_out = (pattern[1:] for pattern in globs if pattern.startswith(("!", "#")))
    exclude = from_root((*texts(given.get("ignores")), *left_out))
    if "config" not in given:
        return Neighbour(file, exclude)
    rules = rules_file(file, given["config"])
    return Neighbour(file, exclude, rules.has_on, rules.has_off)


def ignore_file(file: str, text: str) -> Neighbour:
    """``.markdownlintignore``, whose lines are those of a ``.gitignore``."""
    lines = (line.strip() for line in text.splitlines())
    patterns = (line for line in lines if line and line[0] not in "#!")
    return Neighbour(file, tuple(islice(patterns, MOST_LISTED)))


def _is_on(given: dict[str, Any], code: str, rule: Rule) -> bool:
    """Whether a rule runs: what is said of it outweighs what is said of a tag, and that what is
    said of all."""
    keys = (code.lower(), rule.name, rule.tag, "default")
    said = next((given[key] for key in keys if key in given), True)
    return said is not None and said is not False and said != "off"
