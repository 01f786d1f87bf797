"""Headings as other readers write them into a link."""

from __future__ import annotations

import pytest

from notelint.notes.slugs import slug, slugs


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("What is (??)", "what-is-"),
        ("What's new?", "whats-new"),
        ("C & D", "c--d"),
        ("snake_case - it", "snake_case---it"),
        ("🚀 Launch", "-launch"),
        ("I ♥ walls", "i--walls"),
        ("Стена", "стена"),
        ("दीवार", "दीवार"),
        ("x² и Ⅳ", "x-и-ⅳ"),
        ("Caf\u0065\u0301", "café"),
        ("wo\u00adrd\u200bs", "words"),
        ("壁（かべ）", "壁かべ"),
    ],
)
def test_signs_go_and_blanks_become_hyphens(heading: str, expected: str) -> None:
    assert slug(heading) == expected


def called(*headings: str) -> dict[str, int]:
    return slugs((heading, heading) for heading in headings)


def test_a_second_heading_of_one_slug_is_numbered() -> None:
    assert called("A", "a!", "A") == {"a": 0, "a-1": 1, "a-2": 2}


def test_a_number_that_is_taken_is_passed_over() -> None:
    assert called("a", "a 1", "a", "a") == {"a": 0, "a-1": 1, "a-2": 2, "a-3": 3}


def test_other_readers_leave_hyphens_out() -> None:
    found = called("- C & D -", "What (?)")
    assert {found[name] for name in ("--c--d--", "-c-d-", "c--d", "c-d")} == {0}
    assert {found[name] for name in ("what-", "what")} == {1}


def test_a_heading_may_have_an_id_of_its_own() -> None:
    assert called("Walls {#own .x}", "Own")["own"] == 0


def test_a_footnote_may_be_counted_or_not() -> None:
    assert slugs([("Source[^1]", "Source"), ("Source[^2]", "Source")]) == {
        "source": 0,
        "source-1": 1,
        "source1": 0,
        "source2": 1,
    }
