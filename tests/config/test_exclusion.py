"""What is not checked, by patterns as in ``.gitignore``."""

from __future__ import annotations

import pytest

from notelint.config.exclusion import is_excluded


@pytest.mark.parametrize(
    ("patterns", "path", "expected"),
    [
        ((), "a.md", False),
        (("a.md",), "x/a.md", True),
        (("/a.md",), "x/a.md", False),
        (("Templates/",), "x/Templates/y/a.md", True),
        (("Templates/",), "Templates", False),
        (("*.md", "!b.md"), "x/b.md", False),
        (("*.md", "!b.md"), "x/a.md", True),
        (("x/", "!x/b.md"), "x/b.md", True),
        (("x/*", "!x/b.md"), "x/b.md", False),
        (("# a.md", ""), "a.md", False),
    ],
)
def test_the_last_pattern_that_names_a_file_or_a_folder_decides(
    patterns: tuple[str, ...], path: str, expected: bool
) -> None:
    assert is_excluded(path, patterns) is expected


@pytest.mark.parametrize(
    ("named", "expected"), [("", True), ("x", True), ("x/y", False), ("x/y/z", False)]
)
def test_a_folder_that_was_asked_for_is_not_left_out(named: str, expected: bool) -> None:
    assert is_excluded("x/y/z/a.md", ("y/",), named) is expected


def test_what_is_in_a_named_folder_may_still_be_left_out() -> None:
    assert is_excluded("x/y/a.md", ("a.md",), "x/y")
