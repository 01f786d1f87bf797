"""Near misses among headings: of each note its own, and looked up once."""

from __future__ import annotations

import pytest
from support.vaults import vault_of

from notelint.notes import read_note
from notelint.rules.unresolved_heading import UnresolvedHeading
from notelint.vault import near_headings, near_names


def test_each_note_has_its_own_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near_headings, "_MOST_KEPT", 2)
    notes = [read_note(f"{word}.md", f"# The {word} of cells\n") for word in ("wall", "birth")]
    kept = near_headings.NearHeadings()
    for _ in range(3):
        for note in notes:
            assert kept.near(note.anchors, "The cells") == ()
            [near] = kept.near(note.anchors, f"The {note.title}s of cells")
            assert near == f"The {note.title} of cells"


@pytest.mark.parametrize("target", ["", "hub"])
def test_thousands_of_links_to_lost_headings_read_the_headings_once(
    target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    headings = "".join(f"## Part {number} of it\n\n" for number in range(200))
    links = " ".join(f"[[{target}#Prat {number} of it]]" for number in range(200))
    vault = vault_of({"hub.md": headings, "a.md": headings + links})
    note, read = read_note("a.md", headings + links), []
    words_key = near_names.words_key
    monkeypatch.setattr(near_names, "words_key", lambda name: read.append(name) or words_key(name))
    assert len(list(UnresolvedHeading().check(note, vault))) == 200
    assert len(read) <= 200 + 4 * 200  # each heading once, and each link with what is near it
