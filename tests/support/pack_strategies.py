"""Entries of packs, made at random: some are right, and some are wrong in some way or other."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from support.packs import ENTRY

from notelint.packs.where import Where

PIECES = [
    "a", "b", "(", ")", "(?:", ")", "|", "*", "+", "?", "{2}", "{,2}", "{1,}", "*?", "+?", "??",
    "[ab]", "[^a]", r"\b", r"\B", r"\w", r"\d", r"\s", "^", "$", ".", "(?=", "(?!", "(?<=", "(?<!",
    r"\1", "(?i)", "(?m)", "(?s)", "(?x)", "{", "}", "[", "]", "-", "&&", "~~", "++", "(?>", r"\A",
    r"\Z", "(?P<x>", "(?P=x)", "(?(1)", " ", "#", "(?i:", "(?-i:",
]  # fmt: skip
patterns = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
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
