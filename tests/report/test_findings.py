"""Reports: what a finding looks like to a person, to an editor and to git."""

from __future__ import annotations

import re

import pytest
from support.on_disk import VaultOnDisk
from support.reports import lines_of

from notelint.lint import Result
from notelint.report import Options, Report, diff, plural
from notelint.report.findings import concise, full, json
from notelint.report.findings.full import WIDTH
from notelint.report.summary import closing_lines
from notelint.values import (
    Applicability,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Related,
    Severity,
    Span,
    Text,
)


def finding(
    note: str, found: str, fix: Fix | None = None, related: tuple[Related, ...] = ()
) -> Result:
    """A note with one finding, at the first place where ``found`` stands."""
    start = note.index(found)
    span = Span(start, start + len(found))
    diagnostic = Diagnostic(
        "NL403", "ligature", Severity.WARNING, "a.md", Finding(span, "what is", fix, related)
    )
    return Result("a.md", Text(note), Text(note), (diagnostic,))


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


# --- full


def test_a_finding_is_its_place_its_rule_its_line_and_what_would_mend_it() -> None:
    fix = Fix.replacing(Span(4, 5), "fi", "write `fi`")
    assert full_lines(finding("a\nA ﬁnite set.\n", "ﬁ", fix)) == [
        "a.md:2:3 ligature (NL403)",
        "2 | A ﬁnite set.",
        "  |   ^",
        "    what is",
        "    fix: write `fi` (--fix would do it)",
        "",
        "1 finding in 1 note of 1.",
        "1 can be mended with --fix.",
    ]


@pytest.mark.parametrize(
    ("applicability", "words"),
    [
        (Applicability.SAFE, "(--fix would do it)"),
        (Applicability.UNSAFE, "(--unsafe-fixes would do it)"),
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


CONTROLS = "\x1b]0;x\x07\x00\x08\x9b31m\u202e\u2066\x7f"


@pytest.mark.parametrize("form", ["full", "concise"])
@pytest.mark.parametrize(
    "note",
    [
        f"a {CONTROLS} ﬁ\n",
        f"[[x{CONTROLS}y]]\n",
        f"[^{CONTROLS.replace(']', '')}]\n",
        f"## Source {CONTROLS}[^1]\n\n[^1]: x\n",
        f"---\na: [{CONTROLS}\n---\n",
    ],
)
def test_no_control_character_of_a_note_reaches_the_terminal(
    vault: VaultOnDisk, form: str, note: str
) -> None:
    vault.put("a.md", note)
    ran = vault.run("--output-format", form)
    assert ran.code == 1
    assert [char for char in ran.out + ran.err if not char.isprintable() and char != "\n"] == []


@pytest.mark.parametrize("form", ["full", "concise"])
def test_no_control_character_of_a_file_name_reaches_the_terminal(
    vault: VaultOnDisk, form: str
) -> None:
    vault.put("a\x1b[31m\nb.md", "ﬁ")
    out = vault.run("--output-format", form).out
    assert [char for char in out if not char.isprintable() and char != "\n"] == []
    assert len([line for line in out.splitlines() if line.endswith("b.md")]) == 0


# --- concise


def concise_lines(result: Result) -> list[str]:
    return lines_of(concise.render(Report("/vault", [result]), Options()))


def test_a_concise_finding_is_one_line() -> None:
    fix = Fix.replacing(Span(3, 4), "fi", "write `fi`")
    assert concise_lines(finding("a\n🧱ﬁ", "ﬁ", fix))[0] == (
        "a.md:2:2: NL403 ligature: what is [*]"
    )


@pytest.mark.parametrize(
    ("applicability", "mark"),
    [
        (Applicability.SAFE, "what is [*]"),
        (Applicability.UNSAFE, "what is [unsafe *]"),
        (Applicability.MANUAL, "what is"),
    ],
)
def test_a_mark_says_which_findings_would_be_mended(
    applicability: Applicability, mark: str
) -> None:
    fix = Fix.replacing(Span(0, 1), "fi", "write `fi`", applicability)
    assert concise_lines(finding("ﬁ", "ﬁ", fix))[0].endswith(mark)


# --- json


def test_json_is_one_object_with_its_letters_as_they_are() -> None:
    text = "".join(json.render(Report("/vàult", [finding("ﬁ", "ﬁ")]), Options()))
    assert "/vàult" in text
    assert '"version": 1' in text


def test_the_edits_of_a_fix_are_all_told() -> None:
    fix = Fix("do both", (Edit(Span(0, 1), "fi"), Edit(Span(2, 2), "x")), Applicability.UNSAFE)
    report = json.as_object(Report("/vault", [finding("ﬁ\nb", "ﬁ", fix)]))
    [told] = [d["fix"] for d in report["diagnostics"]]
    assert (told["applicability"], told["title"]) == ("unsafe", "do both")
    assert [(e["start"]["line"], e["end"]["offset"], e["text"]) for e in told["edits"]] == [
        (1, 1, "fi"),
        (2, 2, "x"),
    ]


# --- diff


def pieces(path: str, before: str, after: str, prefix: str = "") -> list[str]:
    result = Result(path, Text(before), Text(after))
    report = Report("/vault", [result])
    return "".join(diff.render(report, Options(repository_prefix=prefix))).split("\n")


@pytest.mark.parametrize(
    ("path", "header"),
    [
        ("a.md", ["diff --git a/a.md b/a.md", "--- a/a.md", "+++ b/a.md"]),
        ("a b.md", ["diff --git a/a b.md b/a b.md", "--- a/a b.md\t", "+++ b/a b.md\t"]),
        ('"a".md', ['diff --git "a/\\"a\\".md" "b/\\"a\\".md"', '--- "a/\\"a\\".md"',
                    '+++ "b/\\"a\\".md"']),
        ("a\tb.md", ['diff --git "a/a\\tb.md" "b/a\\tb.md"', '--- "a/a\\tb.md"',
                     '+++ "b/a\\tb.md"']),
    ],
)  # fmt: skip
def test_the_header_names_the_note_as_git_does(path: str, header: list[str]) -> None:
    assert pieces(path, "ﬁ\n", "fi\n")[:3] == header


def test_the_diff_names_the_note_from_the_repository_s_root() -> None:
    assert pieces("a.md", "ﬁ\n", "fi\n", "notes/")[0] == "diff --git a/notes/a.md b/notes/a.md"


def test_a_missing_final_newline_is_told_on_both_sides() -> None:
    assert pieces("a.md", "ﬁ", "fi")[3:] == [
        "@@ -1 +1 @@",
        "-ﬁ",
        "\\ No newline at end of file",
        "+fi",
        "\\ No newline at end of file",
        "",
    ]


def test_an_unchanged_note_has_no_diff() -> None:
    assert pieces("a.md", "x\n", "x\n") == [""]


# --- closing lines


def mended(count: int) -> Result:
    result = finding("ﬁ", "ﬁ")
    return Result("a.md", Text("ﬁ"), Text("fi"), (), result.findings * count)


def with_fix(applicability: Applicability) -> Result:
    return finding("ﬁ", "ﬁ", Fix.replacing(Span(0, 1), "fi", "write", applicability))


MENDED = "mended a.md: ligature"
CLEAN = Result("b.md", Text(""), Text(""))
UNREAD = Result("c.md", Text(""), Text(""), error="gone", was_parsed=False)


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ([], []),
        ([CLEAN], ["1 note checked, nothing found."]),
        ([CLEAN, CLEAN], ["2 notes checked, nothing found."]),
        (
            [CLEAN, UNREAD],
            ["1 note checked, nothing found.", "1 note left as it was: see the errors."],
        ),
        ([mended(1)], [MENDED, "1 finding mended. 1 note checked, nothing found."]),
        (
            [mended(2), CLEAN],
            [
                MENDED.replace(": ", ": 2 × "),
                "2 findings mended. 2 notes checked, nothing found.",
            ],
        ),
        ([finding("x", "x"), CLEAN], ["1 finding in 1 note of 2."]),
        ([with_fix(Applicability.MANUAL)], ["1 finding in 1 note of 1."]),
        (
            [with_fix(Applicability.SAFE), mended(1)],
            [MENDED, "1 finding mended. 1 finding in 1 note of 2.", "1 can be mended with --fix."],
        ),
        (
            [with_fix(Applicability.UNSAFE)],
            ["1 finding in 1 note of 1.", "1 with --unsafe-fixes: add --diff to look first."],
        ),
        (
            [with_fix(Applicability.UNSAFE), with_fix(Applicability.SAFE)],
            [
                "2 findings in 1 note of 2.",
                "1 can be mended with --fix.",
                "1 more with --unsafe-fixes: add --diff to look first.",
            ],
        ),
    ],
)
def test_the_closing_lines_count_and_say_what_to_do(
    results: list[Result], expected: list[str]
) -> None:
    assert list(closing_lines(Report("/vault", results))) == expected


def test_a_note_that_was_not_parsed_and_has_a_finding_is_one_of_the_notes() -> None:
    result = finding("x", "x")
    undecoded = Result("a.md", result.before, result.after, result.findings, was_parsed=False)
    assert list(closing_lines(Report("/vault", [undecoded, CLEAN]))) == [
        "1 finding in 1 note of 2."
    ]


def test_one_is_not_many() -> None:
    assert [plural(count, "note") for count in (0, 1, 2)] == ["0 notes", "1 note", "2 notes"]
