"""What a text must have for a pattern of a pack to match in it."""

from __future__ import annotations

import re
import warnings

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.pack_strategies import patterns

from notelint.packs.required import required_texts


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("fence", ["fence"]),
        ("a{2,}b", ["a"]),
        ("(ab)+c", ["ab"]),
        ("(?:wall|fence)s?", ["fence", "wall"]),
        ("[ab]c{0,2}", ["a", "b"]),
        (r"\d+ cells", [" cells"]),
        (r"long\w*\ufb01", ["\ufb01"]),  # beyond ASCII: seldom there
        (r"(?<!x)\uFFFD(?=y)", ["\ufffd"]),
        (r"(?>ab)c", ["ab"]),
        (r"\$x", ["$x"]),
        ("a?", None),
        ("a|", None),
        ("[^a]", None),
        ("[a-z]", None),
        (r"\w+", None),
        ("(?i)fence", None),
        ("(?i:fence)", None),
        ("|".join(chr(code) + "x" for code in range(0x100, 0x200)), None),
    ],
)
def test_the_texts_that_every_match_has(pattern: str, texts: list[str] | None) -> None:
    found = required_texts([pattern])
    assert (found and sorted(found)) == texts


def test_of_several_patterns_any_may_match() -> None:
    assert required_texts(["wall", "fence"]) == ("fence", "wall")
    assert required_texts(["wall", r"\w"]) is None
    assert required_texts([]) is None


pieces = st.lists(st.sampled_from(["a", "b", "x", "A", "\u00e9", "(ab)+", "[ab]", "a{2}", "b*"]))


@given(patterns | pieces.map("".join), st.text("abxA1 \n\u00e9-{}", max_size=12))
def test_a_text_without_any_of_them_has_no_match(pattern: str, text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = re.compile(pattern).search(text)
        except re.error:
            assume(False)
        texts = required_texts([pattern])
    if texts is not None and found is not None and found[0]:
        assert any(one in text for one in texts)
