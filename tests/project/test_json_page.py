"""docs/json.md names every field that programs are told, and no other."""

from __future__ import annotations

import ast
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.on_disk import VaultOnDisk

PROJECT = Path(__file__).parents[2]
PAGE = (PROJECT / "docs" / "json.md").read_text(encoding="utf-8")
TABLES = re.findall(
    r"^<!-- fields: (\w+)(?: (\S+))? -->\n\n\|.*\|\n\|---\|---\|\n((?:\|.*\|\n)+)", PAGE, re.M
)
FIELDS: dict[str, set[str]] = {}
for form, around, rows in TABLES:
    names = re.findall(r"`([^`]+)`", "".join(re.findall(r"^\|(.+?) \| ", rows, re.M)))
    assert len(names) == len(set(names))
    FIELDS.setdefault(form, set()).update(f"{around}.{name}".lstrip(".") for name in names)
PLACE = {"line", "column", "offset"}
FREE = {"rules", "kinds", "dictionaries"}  # objects of a history, whose keys are its own

BOOK = "A Book of Walls"
EVERYTHING = """\
---
aliases: [x]
---
# *a* **b** ~~c~~ ==d== #tag `e` $f$
> [!note]- Title
> > quoted
1. a [^1] ^[inline]
- [x] b ![[c|d]] [[e|f]] ^block

| a | b |
|---|---|
| [x](y.md "t") | ![i](j.png) |

```py meta
code
```
$$
math
$$
%% comment %%
<div>html</div>

a [r][ref] ![s][ref] <b>\\
c

---

[ref]: u "v"
[^1]: w
"""


def paths(value: Any, path: str = "") -> Iterator[str]:
    """The paths of all fields in a value, objects of a place taken as one."""
    if isinstance(value, list):
        for item in value:
            yield from paths(item, f"{path}[]")
    elif isinstance(value, dict) and value.keys() != PLACE and path not in FREE:
        for name, inner in value.items():
            here = f"{path}.{name}".lstrip(".")
            yield here
            yield from paths(inner, here)


@pytest.fixture
def examples(folder: VaultOnDisk) -> VaultOnDisk:
    shutil.copytree(PROJECT / "examples" / "vault", folder.root, dirs_exist_ok=True)
    return folder


def told(name: str, examples: VaultOnDisk) -> list[Any]:
    """What is printed for programs, of all that has the form of this name."""
    return {
        "findings": lambda: [examples.json("--select", "ALL").report],
        "counts": lambda: [examples.run("--statistics", "--output-format", "json").report],
        "sources": lambda: [cited(examples)],
        "worklist": lambda: [worklist(examples)],
        "resolve": lambda: [resolved(examples)],
        "tree": lambda: nodes(examples),
        "rules": lambda: [examples.run("explain", "--all", "--output-format", "json").report],
        "baseline": lambda: [baseline(examples)],
        "history": lambda: [json.loads(history(examples).splitlines()[0])],
    }[name]()


def cited(vault: VaultOnDisk) -> Any:
    for edition in ("2nd", "3rd"):
        vault.put(f"(Home Page) {BOOK} {edition} Edition.md", "")
    sections = "".join(f"## Source[^{number}]\n- n. a\n- adj. b\n" for number in range(1, 4))
    cites = (f"[[(Home Page) {BOOK} 2nd Edition]]", "[[(Home Page) A Book of Roofs]]", "words")
    definitions = "".join(f"[^{number}]: {cite}\n" for number, cite in enumerate(cites, 1))
    for number in range(4):
        vault.put(f"terms/{number}.md", f"{sections}## References\n\n{definitions}")
    vault.put("a letter.md", f"## Source[^1]\n- s. a\n## References\n\n[^1]: {cites[0]}\n")
    vault.put("bad.md", b"\xff")
    return vault.run("sources", "--format", "json").report


def worklist(vault: VaultOnDisk) -> Any:
    history(vault)
    for number in range(2):
        vault.put(f"{number}.md", "[[a note that nobody wrote]]\n")
    arguments = ("--history", str(vault.root.parent / "history.jsonl"))
    return vault.run("worklist", "--format", "json", *arguments).report


def resolved(vault: VaultOnDisk) -> Any:
    return vault.run(
        "resolve", "terms/mitosis.md", "[[cell wall]]", "--output-format", "json"
    ).report


def baseline(vault: VaultOnDisk) -> Any:
    vault.run("baseline", "-o", "baseline.json")
    return json.loads(vault.text("baseline.json"))


def history(vault: VaultOnDisk) -> str:
    file = vault.root.parent / "history.jsonl"
    vault.run("report", "-o", str(file.with_suffix(".html")), "--history", str(file))
    return file.read_text(encoding="utf-8")


def nodes(vault: VaultOnDisk) -> list[Any]:
    vault.put("everything.md", EVERYTHING)
    waiting = [vault.run("tree", "everything.md", "--output-format", "json").report]
    found = []
    while waiting:
        node = waiting.pop()
        waiting += node["children"]
        found.append({**node, "children": []})
    return found


def leaves(names: set[str]) -> list[str]:
    """Without the objects and the lists that others of the fields are in."""
    around = {name for name in names for end in (".", "[]") for other in names
              if other.startswith(name + end)}  # fmt: skip
    return sorted(names - around)


@pytest.mark.parametrize("name", FIELDS)
def test_the_fields_of_a_table_are_those_that_are_told(name: str, examples: VaultOnDisk) -> None:
    found = {path for value in told(name, examples) for path in paths(value)}
    assert leaves(FIELDS[name]) == leaves(found)


def test_the_types_of_nodes_are_those_that_there_are(examples: VaultOnDisk) -> None:
    row = re.search(r"^\| `type` \| (.*) \|$", PAGE, re.M)
    assert row is not None
    assert set(re.findall(r"`(\w+)`", row[1])) == {node["type"] for node in nodes(examples)}


MODULES = (
    *("findings/json", "sources/json", "worklist/json", "statistics", "baseline", "rule_page"),
    *("json_text", "tree"),
)


def keys_in(module: str) -> set[str]:
    """The names of fields that a module of the reports writes."""
    file = PROJECT / "notelint" / "report" / f"{module}.py"
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        key.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }


@pytest.mark.parametrize("module", MODULES)
def test_no_field_of_the_code_is_left_out_though_no_example_has_it(module: str) -> None:
    named = {part for names in FIELDS.values() for name in names
             for part in re.split(r"[.\[\]]+", name)}  # fmt: skip
    kinds_of_options = {"int", "bool", "str"} if module == "rule_page" else set()
    assert keys_in(module) - kinds_of_options - named == set()
