"""What became of one note: told of in parts, and from other places."""

from __future__ import annotations

from dataclasses import replace

from notelint.lint import LeftOut, Result
from notelint.values import Diagnostic, Finding, Severity, Span, Text


def found(name: str) -> Diagnostic:
    return Diagnostic("NL999", name, Severity.WARNING, "a.md", Finding(Span(0, 1), name))


ONE = Result("a.md", Text("a"), Text("b"), (found("left"),), (found("one"), found("two")))


def test_what_was_fixed_is_counted_by_rule() -> None:
    again = Result("a.md", Text("b"), Text("c"), fixed=(found("one"),))
    assert ONE.then(again).fixed_by == {"one": 2, "two": 1}


def test_a_note_that_is_treated_again_goes_from_the_first_text_to_the_last() -> None:
    later = Result("a.md", Text("b"), Text("c"), (found("new"),), (found("last"),))
    both = ONE.then(later)
    assert (both.before, both.after) == (Text("a"), Text("c"))
    assert [item.name for item in both.findings] == ["new"]
    assert [item.name for item in both.fixed] == ["one", "two", "last"]


def test_a_refusal_and_each_rule_that_was_stopped_are_complaints() -> None:
    assert ONE.complaints == ()
    result = Result("a.md", Text(""), Text(""), error="refused", stopped=("slow", "slower"))
    assert result.complaints == ("refused", "slow", "slower")


def test_a_note_that_could_not_be_read_has_nothing_but_an_error() -> None:
    result = Result.unread("a.md", "gone")
    assert (result.before, result.after, result.findings) == (Text(""), Text(""), ())
    assert (result.complaints, result.was_parsed) == (("gone",), False)


def test_from_a_folder_above_every_path_is_longer_and_nothing_else_differs() -> None:
    above = ONE.under("vault/")
    paths = {above.path, *(item.path for item in (*above.findings, *above.fixed))}
    assert paths == {"vault/a.md"}
    assert (above.before, above.after, above.fixed_by) == (ONE.before, ONE.after, ONE.fixed_by)
    assert ONE.under("") == ONE
    assert str(LeftOut("a.md", 1, 2, "x", 3, "why")) == "a.md:1:2: x and 3 more left out: why"
    left = LeftOut("a.md", 1, 1, "x", 0, "why")
    assert replace(ONE, left_out=(left,)).under("v/").left_out == (left._replace(path="v/a.md"),)


def test_a_compact_result_is_the_same_and_remembers_no_lines() -> None:
    for result in (ONE, Result("a.md", Text("a"), Text("a"))):
        assert len(result.before.lines) == len(result.after.lines) == 1
        compact = result.compact()
        assert compact == result
        assert not {"lines"} & {*vars(compact.before), *vars(compact.after)}
