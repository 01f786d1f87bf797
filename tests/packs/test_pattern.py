"""What a pack may have as a pattern and as a message."""

from __future__ import annotations

import re
from typing import Any

import regex
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from support.pack_strategies import patterns, templates

from notelint.packs.pattern import check_pattern, placeholders

TEXTS = ["aab", "abAB1 a{}-\nb", "ab\n", "a1 b#", "ba ab,"]


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
