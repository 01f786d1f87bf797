"""A fingerprint: what a finding is known by while the text around it moves."""

from __future__ import annotations

from hashlib import sha256

import pytest
from support.reports import finding

from notelint.lint import Fingerprints
from notelint.values import Diagnostic, Text


def placed(note: str, found: str = "ﬁ") -> tuple[Diagnostic, Text]:
    result = finding(note, found)
    return result.findings[0], result.after


def fingerprint(note: str, found: str = "ﬁ") -> str:
    item, text = placed(note, found)
    return Fingerprints(text).of(item)


ONE = fingerprint("A ﬁnite set.\n")


@pytest.mark.parametrize(
    "note",
    [
        "A ﬁnite set.",
        "\n\nA wall.\nA ﬁnite set.\nMore.\n",
        "A wall.\r\nA ﬁnite set.\r\n",
        "\t A  ﬁnite\u00a0set. \n",
    ],
)
def test_it_holds_while_text_moves_and_blanks_change(note: str) -> None:
    assert fingerprint(note) == ONE


def test_it_ends_when_the_line_is_rewritten() -> None:
    assert fingerprint("The ﬁnite set.\n") != ONE


def test_it_tells_findings_of_a_line_apart() -> None:
    assert fingerprint("A ﬁnite set.\n", "ﬁn") != ONE


def test_it_tells_rules_and_notes_apart() -> None:
    item, text = placed("A ﬁnite set.\n")
    other_rule, other_note = item._replace(code="NL404"), item._replace(path="b.md")
    made = {Fingerprints(text).of(some) for some in (item, other_rule, other_note)}
    assert len(made) == 3


def test_findings_of_one_note_have_theirs_in_whatever_order() -> None:
    first, text = placed("ab\ncd\nab\n", "a")
    second, _ = placed("ab\ncd\nab\n", "c")
    together = Fingerprints(text)
    alone = [Fingerprints(text).of(item) for item in (first, second, first)]
    assert [together.of(item) for item in (first, second, first)] == alone


def test_it_is_the_sha256_of_the_line_the_code_the_path_and_the_finding() -> None:
    assert sha256("A ﬁnite set.\0NL403\0a.md\0ﬁ".encode()).hexdigest() == ONE
