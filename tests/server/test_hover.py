"""What is told of what stands under the cursor."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import MarkupContent
from support.quoting import BIOLOGY, asked

from notelint.server.hover import hover

WALL, ENZYME = "terms/cell wall.md", "terms/enzyme.md"


def told(root: Path, path: str, drawn: str) -> str | None:
    at = asked(root, path, drawn)
    found = hover(at.desk, at.path, at.place)
    if found is None:
        return None
    assert isinstance(found.contents, MarkupContent)
    return found.contents.value


@pytest.mark.parametrize("drawn", ["## Sour¦ce[^1]", "holds.[^¦1]", "[^1¦]: [[(Home Page)"])
def test_a_source_is_told_by_its_dictionary_edition_and_home_page(
    drawn: str, tmp_path: Path
) -> None:
    assert told(tmp_path, WALL, drawn) == (
        "**A Dictionary of Biology** (8th Edition, Oxford Reference)\n\n"
        f"home page: `{BIOLOGY}`, which 1 note links to\n\n"
        "it prints no labels for parts of speech"
    )


def test_a_home_page_that_is_missing_is_told(tmp_path: Path) -> None:
    found = told(tmp_path, WALL, "## Source[^¦2]") or ""
    assert "**A Dictionary of Psychology** (4th Edition)" in found
    missing = "(Home Page) A Dictionary of Psychology 4th Edition"
    assert f"its home page is missing: `{missing}` leads to no file" in found
    assert "it prints *n.*, *vb.*" in found


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x[^¦9]\n", "`[^9]` has no definition"),
        ("x[^¦1]\n\n[^1]: A book, 3rd ed.\n", "A book, 3rd ed."),
        ("x[^¦1]\n\n[^1]:\n", "it cites nothing"),
        ("x[^¦1]\n\n[^1]: [[enzyme]]\n", f"enzyme\n\npage: `{ENZYME}`, which 2 notes link to"),
    ],
)
def test_other_citations(text: str, says: str, tmp_path: Path) -> None:
    assert told(tmp_path, "new.md", text) == says


def test_a_link_is_told_by_its_file_and_how_that_begins(tmp_path: Path) -> None:
    assert told(tmp_path, ENZYME, "[[cell¦ wall]]") == (
        "`terms/cell wall.md`\n\n---\n\n# Cell wall\n## Synthesis\n- 🙂 It holds.[^1] ^held\n"
        "## Source[^1]\n- A layer. See [[enzyme#Parts]].\n## Source[^2]\n- Another.\n"
        "## References\n\n…"
    )
    assert (told(tmp_path, ENZYME, "[[cell wall#^he¦ld]]") or "").startswith(
        "`terms/cell wall.md`\n\n---\n\n- 🙂 It holds."
    )
    assert told(tmp_path, ENZYME, "![[fig¦ure.png]]") == "`figure.png`"


@pytest.mark.parametrize(
    ("drawn", "says"),
    [
        ("[[no¦where]]", "- `nowhere` reaches no file of the vault"),
        ("[[wall of¦ a cell]]", "only an alias of `terms/cell wall.md`"),
        ("[[cell wal¦]]", "A name that is near: `cell wall`."),
        ("[[enzyme#Pa¦rt]]", "The note has no heading `Part`."),
        ("[[enzyme#^¦x]]", "The note has no block `^x`."),
        ("[[:¦x]]", "malformed"),
    ],
)
def test_of_a_link_that_leads_nowhere_it_is_told_why(drawn: str, says: str, tmp_path: Path) -> None:
    assert says in (told(tmp_path, "new.md", drawn + "\n") or "")


def test_a_rule_that_is_allowed_is_explained(tmp_path: Path) -> None:
    found = told(tmp_path, "new.md", "ﬁ %% notelint: allow lig¦ature %%\n") or ""
    assert found.startswith("### ligature (NL403)")


@pytest.mark.parametrize(
    "drawn", ["A lay¦er", "## Synth¦esis", "[x](https://exa¦mple.org)", "%% notelint: allow no¦ %%"]
)
def test_of_all_else_nothing_is_told(drawn: str, tmp_path: Path) -> None:
    assert told(tmp_path, WALL, drawn) is None
