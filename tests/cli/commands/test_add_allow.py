"""``--add-allow`` on a vault with findings of every rule: nothing is left, and nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest
from support.on_disk import VaultOnDisk

from notelint.config import shipped_rules
from notelint.markdown import parse
from notelint.report import as_object

RULES = shipped_rules()
# No note can allow what is wrong with its bytes, or that it was not read to its end.
BEYOND_ALLOWS = {"invalid-encoding", "beyond-limits"}
CONFIGURED = """\
kinds:
  typed:
    when: {front-matter: {type: term}}
    front-matter: {required: [aliases], types: {aliases: list}}
rules:
  definition-target: {forms: [wikilink]}
select: [ALL]
"""


@pytest.fixture
def every(vault: VaultOnDisk) -> VaultOnDisk:
    """A vault with the bad example of every rule, each in a folder with what it needs."""
    vault.put("notelint.yaml", CONFIGURED)
    for name, rule in RULES.items():
        vault.put(f"{name}/{name}.md", rule.bad.encode("utf-8", "surrogateescape"))
        for path, text in rule.files.items():
            vault.put(f"{name}/{path}", text)
    return vault


def notes(vault: VaultOnDisk) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(vault.root.rglob("*.md"))}


def test_there_are_findings_of_every_rule(every: VaultOnDisk) -> None:
    assert set(every.json().names) >= set(RULES) - {"beyond-limits"}


def test_nothing_is_left_but_what_no_note_can_allow(every: VaultOnDisk) -> None:
    every.run("--add-allow")
    assert set(every.json().names) <= BEYOND_ALLOWS
    written = notes(every)
    every.run("--add-allow")
    assert notes(every) == written


def test_the_trees_are_what_they_were_but_for_comments(every: VaultOnDisk) -> None:
    before = notes(every)
    every.run("--add-allow")
    after = notes(every)
    changed = [path for path in before if before[path] != after[path]]
    assert len(changed) >= len(RULES) - len(BEYOND_ALLOWS)
    for path in changed:
        assert shape(after[path].decode()) == shape(before[path].decode()), path


def test_taking_the_run_back_leaves_no_trace(every: VaultOnDisk) -> None:
    before = notes(every)
    every.run("--add-allow")
    assert every.run("undo").code == 0
    assert notes(every) == before


def shape(text: str) -> list[Any]:
    """The tree of a note without its places, its comments, and the blanks around these."""
    return _shapes([as_object(parse(text).root)])


def _shapes(nodes: list[dict[str, Any]]) -> list[Any]:
    found: list[Any] = []
    for node in nodes:
        inner = _shapes(node.get("children", []))
        if _is_allow(node) or (node["type"] == "paragraph" and not inner):
            continue  # a comment, or what held nothing else
        if node["type"] != "text":
            told = {key: value for key, value in node.items() if key not in _PLACES}
            found.append((told, inner))
        elif found and isinstance(found[-1], list):
            found[-1] += node["value"].split()
        elif node["value"].split():
            found.append(node["value"].split())
    return found


_PLACES = ("start", "end", "children")


def _is_allow(node: dict[str, Any]) -> bool:
    """Whether a node is a comment that allows, be it new or one that others were added to."""
    is_comment = node["type"] in ("comment", "html")
    return is_comment and "notelint: allow" in str(node.get("value"))
