"""Files of one name, held against an order that looks at all of them."""

from __future__ import annotations

import posixpath
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from notelint.values import file_key
from notelint.vault.same_named import MOST, SameNamed

FOLDERS = st.lists(st.sampled_from(["a", "b", "ab", "A", "é", "e\u0301"]), max_size=3)
NAMES = st.sampled_from(["x.md", "X.md", "x", "x.md.md"])
PATHS = st.builds(lambda folders, name: "/".join([*folders, name]), FOLDERS, NAMES)
WRITTEN = st.builds(
    lambda folders, name: "/".join([*folders, name]), FOLDERS, st.sampled_from(["x", "X", "x.md"])
)


@given(st.lists(PATHS, unique=True, max_size=12).map(sorted), WRITTEN, FOLDERS.map("/".join))
def test_the_order_is_that_of_looking_at_all_files(
    paths: list[str], written: str, folder: str
) -> None:
    found = SameNamed(paths).ending_in(written, folder)
    assert [(fitting.group, fitting.path) for fitting in found] == ordered(paths, written, folder)


@given(st.lists(PATHS, unique=True, max_size=12).map(sorted), WRITTEN)
def test_exact_are_those_whose_whole_path_is_written(paths: list[str], written: str) -> None:
    key = file_key(written)
    whole = [path for path in paths if file_key(path) in (key, f"{key}.md")]
    assert sorted(SameNamed(paths).exactly(written)) == whole


def test_of_many_the_best_are_told() -> None:
    paths = sorted(f"{'f' * (number % 7 + 1)}{number}/index.md" for number in range(500))
    files = SameNamed(paths)
    assert [fitting.path for fitting in files.ending_in("index", "")] == [
        path for _, path in ordered(paths, "index", "")[:MOST]
    ]
    assert files.ending_in("index", posixpath.dirname(paths[77]))[0].path == paths[77]


def ordered(paths: list[str], written: str, folder: str) -> list[tuple[int, str]]:
    """All files that fit, as Obsidian takes them."""
    ends = (file_key(written), f"{file_key(written)}.md")
    fitting = (path for path in paths if file_key(path).endswith(ends))
    ranked = sorted((rank(path, written, folder), path) for path in fitting)
    return [(key[0], path) for key, path in ranked]


def rank(path: str, written: str, folder: str) -> tuple[int, bool, bool, int, int]:
    name, key = file_key(path), file_key(written)
    is_exact = name in (key, f"{key}.md")
    is_under = not folder or path.startswith(f"{folder}/")
    is_whole = f"/{name}".endswith((f"/{key}", f"/{key}.md"))
    group = 0 if is_exact else 1 if is_under else 2
    return group, not is_whole, not name.endswith(key), spelling(path, written), len(path)


def spelling(path: str, written: str) -> int:
    if path.endswith((written, f"{written}.md")):
        return 0
    one, other = (unicodedata.normalize("NFC", text) for text in (path, written))
    return 1 if one.endswith((other, f"{other}.md")) else 2
