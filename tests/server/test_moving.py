"""A file that gets another path, with all links to it, and its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.desks import session_at

from notelint.server.moving import moved_note
from notelint.server.renaming import RefusedError
from notelint.values import apply_edits

NOTES = {
    "a/one.md": "[x](two.md) [[two]] ![[p.png]] [y](../b/three.md#T) [[#H]] [w](./two.md)\n# H\n",
    "a/two.md": "[[one]] [[a/one|1]] [z](one.md#h) [r](/a/one.md)\n",
    "a/sub/four.md": "x\n",
    "b/three.md": "[[one#H]] [x](../a/one.md) [n](one.md)\n# T\n",
    "p.png": "",
}


def moved(root: Path, old: str, new: str, **more: str) -> dict[str, str]:
    desk = session_at(root, NOTES | more).desk
    edits = moved_note(desk, old, new).proven().edits
    texts = NOTES | more
    return {path: apply_edits(texts[path], made) for path, made in edits.items()}


def test_in_its_folder_a_note_is_called_otherwise(tmp_path: Path) -> None:
    assert moved(tmp_path, "a/one.md", "a/uno.md") == {
        "a/two.md": "[[uno]] [[a/uno|1]] [z](uno.md#h) [r](/a/uno.md)\n",
        "b/three.md": "[[uno#H]] [x](../a/uno.md) [n](uno.md)\n# T\n",
    }


def test_in_another_folder_its_own_links_change_too(tmp_path: Path) -> None:
    assert moved(tmp_path, "a/one.md", "b/one.md") == {
        "a/one.md": NOTES["a/one.md"].replace("./two.md", "../a/two.md"),
        "a/two.md": "[[one]] [[b/one|1]] [z](one.md#h) [r](/b/one.md)\n",
        "b/three.md": "[[one#H]] [x](one.md) [n](one.md)\n# T\n",
    }


def test_a_file_that_is_no_note_goes_with_its_links(tmp_path: Path) -> None:
    assert moved(tmp_path, "p.png", "q.png") == {
        "a/one.md": NOTES["a/one.md"].replace("p.png", "q.png")
    }


def test_a_name_that_another_note_has_is_told_apart(tmp_path: Path) -> None:
    found = moved(tmp_path, "a/one.md", "a/three.md")
    assert found["a/two.md"].startswith("[[three]] [[a/three|1]]")
    assert found["b/three.md"].startswith("[[a/three#H]] [x](../a/three.md)")


def test_links_that_the_new_name_would_catch_are_led_where_they_led(tmp_path: Path) -> None:
    more = {"c/four.md": "[[four]]\n", "x.md": "[[four]]\n"}
    found = moved(tmp_path, "a/one.md", "four.md", **more)
    assert (found["x.md"], found["c/four.md"]) == ("[[c/four]]\n", "[[c/four]]\n")


def test_a_file_that_is_there_already_stays(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="already"):
        moved(tmp_path, "a/one.md", "a/two.md")
