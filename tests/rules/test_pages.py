"""The cases of every rule: Markdown pages, one for each rule, with carets drawn under findings.

A page is `<rule>.md` beside this file. `## Title` begins a case; blocks between four backticks are
its parts:

- `note` (or `note path=terms/wall.md`): a note; a line of carets and a message under a line is a
  finding, a note without them is silent. `^^…` goes on over lines, `^|` is empty.
- `fixed`, `fixed unsafe`: the note above after its safe fixes, or after the unsafe ones too.
- `options`: the rule's options as YAML. `config`: a whole configuration. `files`: other files of
  the vault, one on a line.

Written visibly: `␠` space, `␉` tab, `␍` carriage return, `␄` no newline at the end, `⟦U+00AD⟧` any
other character (`⟦U+DCE9⟧` is the byte E9 where it is not UTF-8).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from support.pages import Case, Sheet, draw, read_page

from notelint.notes import Note, read_note
from notelint.values import Applicability, Diagnostic

CASES = [case for page in sorted(Path(__file__).parent.glob("*.md")) for case in read_page(page)]
SHEETS = [
    pytest.param(case, sheet, id=f"{case.rule}::{case.title}{f' [{n}]' if n else ''}")
    for case in CASES
    for n, sheet in enumerate(case.sheets)
]


@pytest.mark.parametrize(("case", "sheet"), SHEETS)
def test_a_note_is_judged_and_fixed_as_it_is_drawn(case: Case, sheet: Sheet) -> None:
    """Findings stand where the carets are, every fix is drawn, fixing writes the note beside and
    settles, and carriage returns change nothing of it."""
    found = case.findings(sheet.note)
    assert draw(sheet.shown, found, sheet.is_undecoded) == sheet.picture
    fixes = {finding.fix.applicability for finding in found if finding.fix}
    assert fixes - {Applicability.MANUAL} == set(sheet.fixed)
    crlf = sheet.crlf
    if crlf is not None:
        assert _positions(crlf, case.findings(crlf)) == _positions(sheet.note, found)
    for applicability in (Applicability.SAFE, Applicability.UNSAFE):
        if sheet.note.may_be_written:
            _assert_fixing(case, sheet, applicability)


def _assert_fixing(case: Case, sheet: Sheet, applicability: Applicability) -> None:
    expected = sheet.expected(applicability)
    fixed = case.fixed(sheet.note, applicability)
    assert fixed.error is None
    assert fixed.after.content == expected
    again = case.fixed(read_note(sheet.path, fixed.after), applicability)
    assert (again.after, again.fixed) == (fixed.after, ())
    crlf = sheet.crlf
    if crlf is not None and applicability in sheet.fixed:
        assert case.fixed(crlf, applicability).after.content == expected.replace("\n", "\r\n")


def _positions(note: Note, found: tuple[Diagnostic, ...]) -> list[tuple[object, ...]]:
    return [
        (*(note.text.position(offset)[:2] for offset in finding.span), finding.message)
        for finding in found
    ]
