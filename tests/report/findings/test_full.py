"""The format ``full``: a finding as a person sees it."""

from __future__ import annotations

import re

import pytest
from support.reports import finding, lines_of

from notelint.lint import Result
from notelint.report import Options, Report
from notelint.report.findings import full
from notelint.report.findings.full import WIDTH
from notelint.values import Applicability, Diagnostic, Finding, Fix, Related, Severity, Span, Text


def full_lines(result: Result, is_coloured: bool = False) -> list[str]:
    return lines_of(full.render(Report("/vault", [result]), Options(is_coloured)))


def drawn(note: str, found: str) -> tuple[str, str]:
    """The shown line and the carets under it."""
    _, line, carets, *_ = full_lines(finding(note, found))
    return line.partition("| ")[2], carets.partition("| ")[2]


def columns(text: str) -> int:
    """How many columns a text takes, told by hand for the characters of this page."""
    wide = "壁細胞🧱"
    narrow = "\u0301\u0e34"
    return sum(2 if char in wide else 0 if char in narrow else 1 for char in text)


def test_a_finding_is_its_place_its_rule_its_line_and_what_would_mend_it() -> None:
    fix = Fix.replacing(Span(4, 5), "fi", "write `fi`")
    assert full_lines(finding("a\nA ﬁnite set.\n", "ﬁ", fix)) == [
        "a.md:2:3 ligature (NL403)",
        "2 | A ﬁnite set.",
        "  |   ^",
        "    what is",
        "    fix: write `fi` (--fix would do it)",
        "  + A finite set.",
        "",
        "1 finding in 1 note of 1.",
        "1 can be mended with --fix.",
    ]


@pytest.mark.parametrize(
    ("applicability", "words"),
    [
        (Applicability.SAFE, "(--fix would do it)"),
        (Applicability.UNSAFE, "(--fix --unsafe-fixes would do it)"),
        (Applicability.MANUAL, "(by hand)"),
    ],
)
def test_a_fix_says_who_may_make_it(applicability: Applicability, words: str) -> None:
    fix = Fix.replacing(Span(0, 1), "fi", "write `fi`", applicability)
    assert [line for line in full_lines(finding("ﬁ", "ﬁ", fix)) if words in line]


def test_a_long_line_number_widens_the_gutter() -> None:
    lines = full_lines(finding("\n" * 99 + "ﬁ", "ﬁ"))
    assert lines[1:4] == ["100 | ﬁ", "    | ^", "      what is"]


@pytest.mark.parametrize(
    ("note", "found", "carets"),
    [
        ("abc", "b", " ^"),
        ("abc", "abc", "^^^"),
        ("a\tb", "b", "  ^"),
        ("\t\tb", "b", "  ^"),
        ("a\tb", "\t", " ^"),
        ("細胞壁 b", "b", "       ^"),
        ("細胞壁 b", "胞壁", "  ^^^^"),
        ("🧱🧱 b", "b", "     ^"),
        ("🧱a b", "a ", "  ^^"),
        ("e\u0301e\u0301 b", "b", "   ^"),
        ("กิกิ b", "b", "   ^"),
        ("e\u0301 b", "e\u0301", "^"),
        ("ab\r\ncd", "d", " ^"),
        ("ab\rcd", "d", " ^"),
        ("\ufeffab", "b", "  ^"),
    ],
)
def test_the_carets_stand_under_what_was_found(note: str, found: str, carets: str) -> None:
    assert drawn(note, found)[1] == carets


def test_a_finding_over_several_lines_is_marked_on_its_first() -> None:
    assert drawn("ab\ncd\nef", "b\ncd\ne") == ("ab", " ^")


@pytest.mark.parametrize(("note", "at"), [("ab", 2), ("", 0), ("ab\n", 3), ("ab\n\n", 3)])
def test_a_finding_at_the_end_has_one_caret(note: str, at: int) -> None:
    diagnostic = Diagnostic(
        "NL403", "ligature", Severity.WARNING, "a.md", Finding(Span(at, at), "what is")
    )
    lines = full_lines(Result("a.md", Text(note), Text(note), (diagnostic,)))
    assert lines[2].count("^") == 1


@pytest.mark.parametrize("filler", ["x", "壁", "🧱", "e\u0301"])
@pytest.mark.parametrize(("before", "after"), [(0, 500), (40, 500), (500, 0), (500, 500), (80, 4)])
def test_a_long_line_is_shown_around_what_was_found(filler: str, before: int, after: int) -> None:
    line = filler * before + "THIS" + filler * after
    shown, carets = drawn(line, "THIS")
    assert "THIS" in shown
    assert columns(shown) <= WIDTH + 2
    assert carets == " " * columns(shown[: shown.index("THIS")]) + "^^^^"
    assert ("…" in shown) is (len(shown) < len(line))


def test_a_long_finding_is_marked_as_far_as_it_is_shown() -> None:
    shown, carets = drawn("a" * 100 + "b" * 900, "b" * 900)
    assert len(carets) <= len(shown)
    assert carets.strip() == "^" * carets.count("^")


def test_related_places_are_shown_with_their_lines() -> None:
    related = (
        Related("a.md", Span(3, 4), "first here"),
        Related("b.md", Span(3, 4), "and there"),
    )
    lines = full_lines(finding("ﬁ\nab", "ﬁ", related=related))
    assert "    a.md:2:2: first here" in lines
    assert any(line.strip().startswith("b.md") and "and there" in line for line in lines)


def test_colour_changes_nothing_but_colour() -> None:
    result = finding("A ﬁnite set.", "ﬁ", Fix.replacing(Span(2, 3), "fi", "write `fi`"))
    coloured = "\n".join(full_lines(result, True))
    assert re.sub(r"\x1b\[\d+m", "", coloured) == "\n".join(full_lines(result))
    assert coloured.count("\x1b[0m") * 2 == coloured.count("\x1b[")
