"""A rename in the making: what would change anything else is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.desks import session_at

from notelint.notes import Note
from notelint.server.renaming import RefusedError, Renaming, link_edits
from notelint.values import Edit, Span

NOTES = {"a.md": "[[b]] *x* [^1]\n\n[^1]: y\n", "b.md": "# B\n"}


def renaming(root: Path, *edits: Edit) -> Renaming:
    desk = session_at(root, NOTES).desk
    notes = {path: note for path in NOTES if (note := desk.note(path))}
    return Renaming(desk, notes, {"a.md": edits})


def test_what_changes_nothing_that_is_reached_is_proven(tmp_path: Path) -> None:
    made = renaming(tmp_path, Edit(Span(2, 3), "B"))
    assert made.proven() is made


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (Edit(Span(2, 3), "c"), "`b` would lead elsewhere"),
        (Edit(Span(0, 5), "b"), "a link would be lost"),
        (Edit(Span(7, 9), "x]]"), "a.md: "),
        (Edit(Span(12, 13), "2"), "a.md: "),
    ],
)
def test_what_does_is_refused(edit: Edit, why: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=why.replace(".", r"\.")):
        renaming(tmp_path, edit).proven()


def links(root: Path, text: str) -> Note:
    note = session_at(root, {"a.md": text}).desk.note("a.md")
    assert note is not None
    return note


def test_a_link_in_a_quoted_property_takes_no_quotes(tmp_path: Path) -> None:
    note = links(tmp_path, '---\nup: "[[b]]"\n---\n')
    [link] = note.facts.all_links
    assert link_edits([(note, link, "c")]) == {"a.md": (Edit(link.target_span, "c"),)}
    with pytest.raises(RefusedError):
        link_edits([(note, link, 'c"d')])
