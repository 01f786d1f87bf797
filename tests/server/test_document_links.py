"""The links of a note that lead to files."""

from __future__ import annotations

from pathlib import Path

from support.quoting import asked

from notelint.server.document_links import document_links


def test_each_link_that_leads_to_a_file_is_told_with_it(tmp_path: Path) -> None:
    at = asked(tmp_path, "terms/enzyme.md")
    found = document_links(at.desk, at.path)
    assert [link.tooltip for link in found] == ["terms/cell wall.md"] * 5 + ["figure.png"]
    assert {link.target for link in found} == {
        (tmp_path / "terms/cell wall.md").as_uri(),
        (tmp_path / "figure.png").as_uri(),
    }
    assert (found[0].range.start.line, found[0].range.start.character) == (3, 13)


def test_links_to_the_web_are_left_to_the_editor(tmp_path: Path) -> None:
    at = asked(tmp_path, "new.md", "[x](https://example.org) [[enzyme]]¦\n")
    assert [link.tooltip for link in document_links(at.desk, at.path)] == ["terms/enzyme.md"]
