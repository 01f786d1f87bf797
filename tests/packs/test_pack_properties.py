"""What holds for every pack: it is told what is wrong with it, or its rules run."""

from __future__ import annotations

import re
from typing import Any

import regex
import yaml
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st
from support.packs import ENTRY
from support.vaults import vault_of

from notelint.config import ActiveRule, shipped_rules
from notelint.lint import check
from notelint.notes import read_note
from notelint.packs import own_rules
from notelint.packs.pattern import check_pattern, placeholders
from notelint.packs.where import Where
from notelint.validation import load_yaml
from notelint.values import NotelintError

CONTENT = """\
---
a: "[[x]]"
---
# Synthesis

A *wall* `code` [[fence|a]] $x$ ![[w.png]] a[^1]

| a | b |
|---|---|
| [[c\\|d]] | e |

[^1]: a book
"""
NOTE = read_note("a.md", CONTENT)
PIECES = [
    "a", "b", "(", ")", "(?:", ")", "|", "*", "+", "?", "{2}", "{,2}", "{1,}", "*?", "+?", "??",
    "[ab]", "[^a]", r"\b", r"\B", r"\w", r"\d", r"\s", "^", "$", ".", "(?=", "(?!", "(?<=", "(?<!",
    r"\1", "(?i)", "(?m)", "(?s)", "(?x)", "{", "}", "[", "]", "-", "&&", "~~", "++", "(?>", r"\A",
    r"\Z", "(?P<x>", "(?P=x)", "(?(1)", " ", "#", "(?i:", "(?-i:",
]  # fmt: skip
patterns = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
TEXTS = ["aab", "abAB1 a{}-\nb", "ab\n", "a1 b#", "ba ab,"]

kinds = st.sampled_from(["pattern", "words", "spelling", "form", "required"] * 3 + ["x"])
places = st.sampled_from([*map(str, Where), ""])
words = st.text("abx ", min_size=1, max_size=3) | st.text(min_size=1, max_size=4)
replacements = st.none() | st.sampled_from(["", "x", r"\1", r"\g<0>", "[[", "`", "\n"]) | words
usable = st.sampled_from(["[ab]", "x", r"(.)\w*", "(a|b)+", "(?i)BOOK"])
pairs = st.fixed_dictionaries({"find": usable | patterns}, optional={"replace": replacements})
anything = st.recursive(st.none() | st.booleans() | st.integers() | words, st.lists, max_leaves=3)
templates = st.lists(st.sampled_from(["a", "{found}", "{replacement}", "{", "{{", "{x}"])).map(
    "".join
)

messages = st.sampled_from(["a", "a", "`{found}`", "{replacement}"]) | templates


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Any]:
    """An entry that may be right, and one that is not in some way or other."""
    kind = draw(kinds)
    entry = {**ENTRY, "kind": kind, "where": draw(places), "message": draw(messages)}
    del entry["patterns"]
    if kind == "pattern":
        entry["patterns"] = draw(st.lists(pairs, max_size=2))
    elif kind in ("words", "spelling"):
        entry["words"] = draw(st.dictionaries(words, replacements, max_size=3))
    else:
        entry["forms"] = draw(st.lists(usable | patterns, max_size=2))
    news = [pair.get("replace") for pair in entry.get("patterns", ())]
    news += entry.get("words", {}).values()
    if not any(new is not None for new in news) or draw(st.integers(0, 9)) == 0:
        del entry["fix"]
    if draw(st.integers(0, 9)) == 0:
        entry[draw(st.sampled_from([*entry, "cases", "severity", "default"]))] = draw(anything)
    return entry


@settings(max_examples=300, deadline=None)
@given(entries())
def test_a_pack_is_told_what_is_wrong_or_its_rules_run(entry: dict[str, Any]) -> None:
    text = yaml.safe_dump({"pack": "a", "version": 1, "rules": {"house-rule": entry}})
    try:
        [rule] = own_rules([load_yaml("house.yaml", text)], shipped_rules())
        found = check(NOTE, [ActiveRule(rule(), rule.severity)], vault_of(files=["a.md"]))
    except NotelintError as error:
        told, found = str(error), ()
    else:
        told = "house.yaml"
    event(told[:11] if found else "nothing found")
    assert "house.yaml" in told
    assert len(told.splitlines()) == 1
    assert all(0 <= d.span.start <= d.span.end <= len(CONTENT) for d in found)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(patterns)
def test_a_pattern_means_the_same_in_regex_as_in_re(pattern: str) -> None:
    try:
        check_pattern(pattern)
    except ValueError:
        assume(False)
    ours, theirs = regex.compile(pattern, regex.VERSION0), re.compile(pattern)
    for text in TEXTS:
        assert _matches(ours, text) == _matches(theirs, text)


def _matches(pattern: Any, text: str) -> list[Any]:
    return [(match.span(), match.groups()) for match in pattern.finditer(text) if match[0]]


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(st.text(alphabet="{}fx!:.[]0 ", max_size=12) | templates)
def test_a_template_that_is_let_in_can_be_filled(template: str) -> None:
    try:
        placeholders(template)
    except ValueError:
        assume(False)
    assert isinstance(template.format_map({"found": "a", "replacement": "b"}), str)
