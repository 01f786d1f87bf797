"""The notes that a text names."""

from __future__ import annotations

import pytest
from support.vaults import vault_of

from notelint.wording import notes_named

VAULT = vault_of(
    {
        "cytokine.md": "",
        "Gerstmann’s syndrome.md": "---\naliases: ['angular gyrus syndrome', box]\n---\n",
        "a/cell.md": "",
        "b/cell.md": "",
        "box.md": "",
        "artery.md": "",
        "aid.md": "",
        "picture.png": "",
    }
)


@pytest.mark.parametrize(
    ("written", "paths"),
    [
        ("CYTOKINES", ("cytokine.md",)),
        ("Gerstmann's Syndrome", ("Gerstmann’s syndrome.md",)),
        ("angular gyrus syndromes", ("Gerstmann’s syndrome.md",)),
        ("cell", ("a/cell.md", "b/cell.md")),
        ("boxes", ("box.md", "Gerstmann’s syndrome.md")),
        ("ARTERIES", ("artery.md",)),
        ("AIDS", ()),
        ("picture", ()),
    ],
)
def test_a_name_is_that_of_a_file_or_an_alias_in_the_plural_too(
    written: str, paths: tuple[str, ...]
) -> None:
    assert notes_named(VAULT, written) == paths
