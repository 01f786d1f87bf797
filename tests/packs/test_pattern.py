"""What a pack may have as a pattern and as a message."""

from __future__ import annotations

import re
from typing import Any

import pytest
import regex
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from support.pack_strategies import patterns, templates

from notelint.packs.pattern import MOST_OF_PATTERN, check_pattern, pieces_of, placeholders

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


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        ("abc", 3),
        ("a{3}b*c+", 5),
        ("(?:ab){2,}", 4),
        ("(?:ab){2,5}?", 10),
        ("(?>a{4})(?=b{2})(?<!c{3})", 9),
        ("(?P<x>a{2})(?(x)b{3}|c{4})", 9),
        ("[a-z_]{5}", 10),
        ("x{2}|y{3}", 5),
        (r"\{9{2}", 3),
        ("[{9}]{2}", 6),
        ("(?#[)(?:a{100}){100}(?#])", 10_000),
        ("(?x)#[\n (?:a{100}){100} #]", 10_000),
        ("(?:(?:(?:a?){1000}){1000}){1000}", 1_000_000_000),
    ],
)
def test_a_pattern_is_measured_as_it_is_read(pattern: str, pieces: int) -> None:
    assert pieces_of(pattern) == pieces


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:(?:(?:a?){1000}){1000}){1000}",
        "(?#[)(?:(?:a?){1000}){1000}(?#])",
        "(?x)#[\n(?:(?:a?){1000}){1000}",
        f"a{{{MOST_OF_PATTERN + 1}}}",
    ],
)
def test_what_is_too_much_is_never_compiled(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*arguments: object, **options: object) -> None:
        raise AssertionError(arguments)

    monkeypatch.setattr(regex, "compile", never)
    with pytest.raises(ValueError, match="should repeat less"):
        check_pattern(pattern)
