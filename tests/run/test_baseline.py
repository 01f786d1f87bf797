"""A baseline and what a run makes of it, as values."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.lint import Result
from notelint.run import Baseline, BaselineUse
from notelint.values import Diagnostic, Finding, Severity, Span, Text

notes = st.lists(st.sampled_from("ab"), max_size=6)
vaults = st.dictionaries(st.sampled_from(["x.md", "y.md"]), notes)


def result(path: str, found: list[str]) -> Result:
    """A note each line of which is a finding."""
    text = Text("\n".join(found))
    items = tuple(
        Diagnostic("NL403", "ligature", Severity.WARNING, path, Finding(Span(at, at + 1), "x"))
        for at in range(0, len(text.content), 2)
    )
    return Result(path, text, text, items)


def used(known: Baseline, vault: dict[str, list[str]]) -> tuple[BaselineUse, Counter[str]]:
    """The use of a baseline by a vault, and what is new in it."""
    use = BaselineUse(known, {"NL403"})
    new = (use.new_in(result(path, found), ["NL403"]) for path, found in vault.items())
    texts = (item.path + left.after[item.span] for left in new for item in left.findings)
    return use, Counter(texts)


def counts(vault: dict[str, list[str]]) -> Counter[str]:
    return Counter(path + text for path, found in vault.items() for text in found)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(vaults, vaults)
def test_new_is_what_there_is_more_of_and_stale_what_there_is_less_of(
    before: dict[str, list[str]], after: dict[str, list[str]]
) -> None:
    known = used({}, before)[0].current()
    use, new = used(known, after)
    assert new == counts(after) - counts(before)
    assert use.left_out == (counts(after) & counts(before)).total()
    pruned = use.pruned(after.keys())
    assert sum(pruned.values()) == use.left_out
    assert len(use.stale(after.keys())) == len(counts(before) - counts(after))
    again, still_new = used(pruned, after)
    assert (still_new, again.stale(after.keys())) == (new, {})
    assert used(use.current(), after)[1] == Counter()
