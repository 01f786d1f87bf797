"""Who may apply a fix that changes what links call a heading."""

from __future__ import annotations

import pytest
from support.vaults import vault_of

from notelint.lint.safety import judged
from notelint.notes import read_note
from notelint.values import Applicability, Diagnostic, Finding, Fix, Severity, Span

SAFE, UNSAFE, MANUAL = Applicability.SAFE, Applicability.UNSAFE, Applicability.MANUAL


def applicability(
    content: str, old: str, new: str, given: Applicability = SAFE, **others: str
) -> Applicability | None:
    """Who may replace the first occurrence of a string, in a vault with other notes."""
    span = Span(content.index(old), content.index(old) + len(old))
    fix = Fix.replacing(span, new, "replace it", given)
    diagnostic = Diagnostic("NL999", "x", Severity.WARNING, "note.md", Finding(span, "x", fix))
    vault = vault_of({"note.md": content, **{f"{name}.md": text for name, text in others.items()}})
    after = judged(diagnostic, read_note("note.md", content), vault).fix
    return after and after.applicability


@pytest.mark.parametrize(
    ("content", "old", "new", "expected"),
    [
        ("# Cells\n", "Cells", "Walls", UNSAFE),
        ("Cells\n===\n", "Cells", "Walls", UNSAFE),
        ("# Cells\n", "Cells", "cells", SAFE),
        ("# Cells \n", "Cells ", "Cells:", SAFE),
        ("# Source [^1]\n", " [", "[", SAFE),
        ("# Cells\n", "# ", "## ", SAFE),
        ("# Cells\nWalls\n", "Walls", "Cells", SAFE),
        ("> # Cells\n", "Cells", "Walls", SAFE),
    ],
)
def test_a_fix_that_renames_a_heading_is_not_safe(
    content: str, old: str, new: str, expected: Applicability
) -> None:
    assert applicability(content, old, new) is expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("[[note#Cells]]", MANUAL),
        ("[[#cells]]", MANUAL),
        ("[x](note.md#Cells)", MANUAL),
        ("[[other#Walls#Cells|x]]", MANUAL),
        ("[[note]]", UNSAFE),
        ("[[note#Cell]]", UNSAFE),
    ],
)
@pytest.mark.parametrize("heading", ["# Cells", "Cells\n---"])
def test_it_is_left_to_a_person_where_some_note_links_to_that_heading(
    heading: str, link: str, expected: Applicability
) -> None:
    assert applicability(f"{heading}\n", "Cells", "Walls", other=link) is expected
    assert applicability(f"{heading}\n", "Cells", "Walls", UNSAFE, other=link) is expected


def test_what_is_left_to_a_person_stays_so() -> None:
    assert applicability("# Cells\n", "Cells", "Walls", MANUAL) is MANUAL


def test_a_finding_without_a_fix_gets_none() -> None:
    finding = Finding(Span(2, 7), "x")
    diagnostic = Diagnostic("NL999", "x", Severity.WARNING, "note.md", finding)
    assert judged(diagnostic, read_note("note.md", "# Cells\n"), vault_of()) == diagnostic
