"""Headings as links call them."""

from __future__ import annotations

import pytest

from notelint.server.relinking import link_words


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Source[^1]", "Source 1"),
        ("A: b | c # d", "A b c d"),
        ("[[x|y]] ^z %%no%%", "x y z no"),
        ("Ümläut 🙂", "Ümläut 🙂"),
    ],
)
def test_what_a_link_cannot_hold_is_a_blank(heading: str, words: str) -> None:
    assert link_words(heading) == words
