"""What the page on what is installed says of dependencies is what the project has."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
PAGE = (PROJECT / "docs" / "dependencies.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([\w-]+)` \| ([\d.]+) \| (\d+) ms \| (.+) \| (.+) \|$", PAGE, re.M)
TOLD: dict[str, object] = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]


def names(requirements: object) -> list[str]:
    assert isinstance(requirements, list)
    return [re.split(r"[\[<>=]", item)[0].lower() for item in requirements]


def test_the_table_names_the_dependencies_and_nothing_else() -> None:
    told = [row[0].lower() for row in ROWS]
    assert sorted(told) == sorted(names(TOLD["dependencies"]))
    assert len(re.findall(r"^\| `", PAGE, re.M)) == len(ROWS)


def test_every_row_says_what_it_is_for_and_what_was_tried_without() -> None:
    assert all(reason.strip() and tried.strip() for *_, reason, tried in ROWS)


def test_the_bench_measures_all_of_them() -> None:
    bench = (PROJECT / "bench" / "dependencies.py").read_text(encoding="utf-8")
    measured = re.findall(r'^    "([\w-]+)": "[\w.]+",$', bench, re.M)
    assert sorted(map(str.lower, measured)) == sorted(names(TOLD["dependencies"]))
