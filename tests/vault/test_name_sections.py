"""Names whose keys were kept: the same as those that are made of the files."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.disk import records_of
from notelint.vault import FileNames, kept_names, records_of_names

many = settings(max_examples=100, deadline=None, derandomize=True)
NAMES = st.sampled_from(
    ("a.md", "A.md", "a", "\u00e4.md", "a\u0308.md", "x\ny#.md", "p.png", "\udcff.md")
)
FILES = st.sets(
    st.tuples(st.sampled_from(("", "b/", "b/c/", "B/")), NAMES).map("".join), max_size=8
)


def section_of(names: FileNames) -> bytes:
    return b"".join(records_of(records_of_names(names)))


@many
@given(FILES, NAMES)
def test_kept_names_are_those_of_the_files(files: set[str], name: str) -> None:
    made = FileNames.of(files)
    kept = kept_names(tuple(sorted(files)), frozenset(), lambda: section_of(made))
    assert (kept.named(name), name in kept) == (made.named(name), name in made)
    assert (kept.has_sign("#"), kept.has_folder("b/c")) == (
        made.has_sign("#"),
        made.has_folder("b/c"),
    )
    assert {*kept.near(name)} == {*made.near(name)}
    assert kept == made
    assert kept.with_file("new.md") == made.with_file("new.md")
    assert pickle.loads(pickle.dumps(kept)) == made


@pytest.mark.parametrize("section", [None, b"", b"x", b"".join(records_of([("a.md", "")]))])
def test_keys_that_are_broken_are_made_of_the_files(section: bytes | None) -> None:
    kept = kept_names(("a.md",), frozenset(), lambda: section)
    assert kept.named("a.md") == ("a.md",)
    assert kept == FileNames.of(["a.md"])


def test_a_key_that_is_missing_makes_no_name_that_leads_nowhere() -> None:
    kept = kept_names(("cell.md",), frozenset(), lambda: b"".join(records_of([])))
    assert kept.near("cel") == ()


def test_the_keys_are_only_read_where_one_is_asked_for() -> None:
    asked: list[str] = []
    names = kept_names(("a.md",), frozenset(), lambda: asked.append("keys"))
    assert (names.files, names.has_sign("#"), names.has_folder(".")) == (("a.md",), False, True)
    assert asked == []
    assert names.named("a") == ("a.md",)
    assert asked == ["keys"]
