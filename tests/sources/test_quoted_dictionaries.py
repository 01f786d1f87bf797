"""The dictionaries that a note quotes, and which of its sections quotes which."""

from __future__ import annotations

import pytest
from support.vaults import vault_of

from notelint.conventions import Conventions, Dictionary
from notelint.notes import read_note
from notelint.sources import QuotedDictionaries

BIOLOGY, LAW = Dictionary("*Biology*"), Dictionary("*Law*")
VAULT = vault_of(conventions=Conventions(dictionaries=(BIOLOGY, LAW)))


def test_dictionaries_come_in_the_order_of_the_definitions() -> None:
    content = "[^1]: [[A Law Book]]\n[^2]: [[Walls]]\n[^3]: Biology, p. 3\n[^4]: [[A Law Book#1]]\n"
    assert QuotedDictionaries(read_note("note.md", content), VAULT).all() == (LAW, BIOLOGY)


@pytest.mark.parametrize(
    ("heading", "definitions", "home", "dictionary"),
    [
        ("Source[^1]", "[^1]: [[x/Biology.md#Cells]]", "Biology", BIOLOGY),
        ("Source[^A]", "[^a]: [[Biology]]", "Biology", BIOLOGY),
        ("Source[^1]", "[^1]: [[Biology]]\n[^1]: [[Biology|x]]", "Biology", BIOLOGY),
        ("Source[^1]", "[^1]: [[B8|A Biology, 8th ed.]]", "A Biology, 8th ed.", BIOLOGY),
        ("Source[^1]", "[^1]: [Biology](https://example.org)", "Biology", BIOLOGY),
        ("Source[^1]", "[^1]: *Biology*, [8e](x.md)", "*Biology*, 8e", BIOLOGY),
        ("Source[^1]", "[^1]: [[Law|Biology]]", "Law", LAW),
        ("Source[^1]", "[^1]: [[#Biology]]", "", None),
        ("Source[^1]", "[^1]: [[Walls]]", "Walls", None),
        ("Source[^1]", "[^1]: [[Biology]]\n[^1]: [[Law]]", None, None),
        ("Source[^1][^2]", "[^1]: [[Biology]]\n[^2]: [[Biology]]", None, None),
        ("Source[^1]", "[^2]: [[Biology]]", None, None),
        ("Source", "[^1]: [[Biology]]", None, None),
    ],
)
def test_a_section_quotes_what_its_one_reference_says_beyond_doubt(
    heading: str, definitions: str, home: str | None, dictionary: Dictionary | None
) -> None:
    note = read_note("note.md", f"## {heading}\n- A wall.\n\n{definitions}\n")
    quoted = QuotedDictionaries(note, VAULT)
    [section] = note.facts.sections
    assert (quoted.home_of(section), quoted.by(section)) == (home, dictionary)
