"""The git repository around a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.folders import make

from notelint.disk import repository_of


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (["a/b/.git/"], "a/b"),
        (["a/.git/"], "a"),
        (["a/.git"], "a"),
        (["a/.git/", "a/b/.git"], "a/b"),
        (["a/.git/", "a/b/c/.git/"], "a"),
        (["a/.gitignore", ".git/"], "."),
    ],
)
def test_the_repository_is_the_nearest_one_upward(
    tmp_path: Path, marks: list[str], expected: str
) -> None:
    make(tmp_path, "a/b/", *marks)
    assert repository_of(tmp_path / "a" / "b") == tmp_path / expected


def test_outside_of_any_repository_there_is_none(tmp_path: Path) -> None:
    make(tmp_path, "a/", "b/.git/")
    assert repository_of(tmp_path / "a") is None
