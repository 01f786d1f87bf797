"""What the pages of the background say of notes holds for notelint."""

from __future__ import annotations

import unicodedata

import pytest
from support.on_disk import VaultOnDisk

WALL = (
    "---\naliases: [rampart]\n---\n"
    "## Source[^1]\n\nA. ^stiff\n\n## Part\n\n### Piece\n\n[^1]: a book\n"
)
LINKS = [
    ("[[wall]]", None),
    ("[[terms/wall]]", None),
    ("[[/terms/wall]]", None),
    ("[[./wall]]", None),
    ("[[../terms/wall]]", None),
    ("[[WALL]]", None),
    ("[[STRASSE]]", "unresolved-link"),
    ("[[rampart]]", "alias-link"),
    ("[[wall|rampart]]", None),
    (f"[[{unicodedata.normalize('NFD', 'Straße é')}]]", "unnormalized-link"),
    ("[text](two%20words.md)", None),
    ("[[two\u00a0words]]", "unnormalized-link"),
    ("[[Twin]]", "ambiguous-link"),
    ("[[left out]]", None),
    ("[[hidden]]", "unresolved-link"),
    ("[[wall#Source 1]]", None),
    ("[[wall#Source^1]]", None),
    ("[[wall#Source1]]", "unresolved-heading"),
    ("[[wall#Part#Piece]]", None),
    ("[[wall#Piece#Part]]", "unresolved-heading"),
    ("[[wall#^stiff]]", None),
    ("[[wall#^STIFF]]", None),
    ("[[wall#^soft]]", "unresolved-block"),
    ("%% [[nowhere]] %%", None),
    ("`[[nowhere]]`", None),
    ("It costs $5 and $6, [[nowhere]].", "unresolved-link"),
    ("A formula $[[nowhere]]$.", None),
    ("Walls.[^A]\n\n[^a]: a book", None),
    ("Walls.[^9]", "undefined-footnote"),
    ("Walls.\\[^9]", None),
]


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_a_note_is_read_as_the_page_says(
    vault: VaultOnDisk, text: str, expected: str | None
) -> None:
    vault.put(".gitignore", "left out.md\n")
    for name in ("Straße é.md", "two words.md", "a/Twin.md", "b/Twin.md", "left out.md"):
        vault.put(name, "A.\n")
    vault.put(".bin/hidden.md", "A.\n")
    vault.put("terms/wall.md", WALL)
    vault.put("terms/a note.md", f"{text}\n")
    assert vault.json("terms/a note.md").names == ([expected] if expected else [])


NOTE = "## Synthesis\n- So.\n## Source[^1]\n- $n$. A wall.\n{}## References\n\n[^1]: {}\n{}"
PSYCHOLOGY, BIOLOGY = "A Dictionary of Psychology", "A Dictionary of Biology"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (NOTE.format("", PSYCHOLOGY, ""), "safe"),
        (NOTE.format("", f"[[gone|{PSYCHOLOGY}]]", ""), "safe"),
        (NOTE.format("", BIOLOGY, ""), None),
        (NOTE.format("", "A Book of Walls", ""), None),
        (
            NOTE.format("## Source[^2]\n- A.\n", "A Book of Walls", f"[^2]: {PSYCHOLOGY}\n"),
            "manual",
        ),
        (NOTE.format("", PSYCHOLOGY, "").replace("- $n$. A", "- The size $n$. A"), None),
        (NOTE.format("", PSYCHOLOGY, "").replace("- $n$. A", "- adj. & $n$. A"), "safe"),
    ],
)
def test_a_formula_is_a_label_where_the_page_says_so(
    vault: VaultOnDisk, note: str, expected: str | None
) -> None:
    vault.put("wall.md", note)
    found = vault.json("--select", "math-part-of-speech").report["diagnostics"]
    assert [item["fix"]["applicability"] for item in found] == ([expected] if expected else [])
