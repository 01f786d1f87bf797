"""A configuration as text: it says what was proposed, and each line says why."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.survey import Proposal, configuration_text
from notelint.survey.page import quoted

TEXTS = st.one_of(st.text(max_size=30), st.sampled_from(["*", "a: b", "- x", "# y", "'", "1+", ""]))
VALUES = st.one_of(TEXTS, st.dictionaries(TEXTS, TEXTS, max_size=3), st.lists(TEXTS, max_size=3))


@settings(deadline=None)
@given(VALUES)
def test_a_quoted_value_is_one_line_and_means_itself(value: Any) -> None:
    text = quoted(value)
    assert len(text.splitlines()) == 1
    assert yaml.safe_load(f"- {text}  # 1") == [value]
    assert yaml.safe_load(f"a: {text}  # 1") == {"a": value}


@settings(deadline=None)
@given(TEXTS)
def test_a_quoted_key_means_itself(key: str) -> None:
    assert yaml.safe_load(f"{quoted(key)}:\n  - 1") == {key: [1]}


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, st.booleans()), max_size=8))
def test_what_is_offered_is_had_once_its_mark_is_taken_away(
    told: list[tuple[str, str, str, bool]],
) -> None:
    """Lists below keys, some of it in comments: both texts load, and each says its part."""
    proposals = [
        Proposal(("rules", key), value, evidence, is_listed=True, is_offered=offered)
        for key, value, evidence, offered in told
    ]
    text = configuration_text(["head"], proposals)
    lines = text.splitlines()[2:]
    bare = "\n".join(line.replace("# ", "", 1) if _is_marked(line) else line for line in lines)
    assert _said(text) == _expected(item for item in told if not item[3])
    assert _said(bare) == _expected(told)


def _is_marked(line: str) -> bool:
    return line.lstrip().startswith("# ")


def _said(text: str) -> dict[str, set[str]]:
    """What a text lists at each key; a key that only has comments below it has nothing."""
    rules = (yaml.safe_load(text) or {}).get("rules") or {}
    return {key: set(values) for key, values in rules.items() if values}


def _expected(told: Any) -> dict[str, set[str]]:
    lists: dict[str, set[str]] = {}
    for key, value, _, _ in told:
        lists.setdefault(key, set()).add(value)
    return lists


def test_each_line_that_says_something_has_its_evidence() -> None:
    text = configuration_text(
        ["a", "b"],
        [
            Proposal(("rules", "source-spacing", "style"), "tight", "3 of 4\nheadings"),
            Proposal(("exclude",), "/T/", "2 notes", is_listed=True),
            Proposal(("exclude",), "/U/", "1 note", is_listed=True, is_offered=True),
            Proposal(("ignore",), "mojibake", "9 findings", is_listed=True, is_offered=True),
        ],
    )
    assert text == (
        "# a\n# b\n\n"
        "exclude:\n  - /T/  # 2 notes\n#   - /U/  # 1 note\n"
        "# ignore:\n#   - mojibake  # 9 findings\n"
        "rules:\n  source-spacing:\n    style: tight  # 3 of 4 headings\n"
    )
