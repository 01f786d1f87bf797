"""The names of a vault's files: what links look up, and how links are written to them."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.notes import PATHS
from support.vaults import vault_of

from notelint.values import file_key
from notelint.vault import FileNames, is_note, link_text
from notelint.vault import names as module

FILES = ("a/Wall.md", "b/wall.md", "c/Cell Wall.md", "x.png", "README", "q/r/s.md", "s.md.md")
NAMES = FileNames.of(FILES)


@given(st.sets(PATHS), st.lists(st.tuples(PATHS, st.booleans())))
def test_names_one_file_at_a_time_are_those_of_all_files(
    files: set[str], steps: list[tuple[str, bool]]
) -> None:
    names, expected = FileNames.of(files), set(files)
    for path, comes in steps:
        names = names.with_file(path) if comes else names.without_file(path)
        (expected.add if comes else expected.discard)(path)
    assert names == FileNames.of(expected)
    assert names.files == tuple(sorted(expected))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a/wall.md", "a/wall"),
        ("WALL.MD", "WALL"),
        ("s.md.md", "s.md"),
        ("x.png", None),
        ("README", None),
        ("a.md/x.png", None),
        ("wallmd", None),
    ],
)
def test_a_note_is_told_by_its_ending_which_links_leave_out(path: str, text: str | None) -> None:
    assert is_note(path) is (text is not None)
    assert link_text(path) == (text or path)


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("wall", FILES[:2]),
        ("WALL.md", FILES[:2]),
        ("cell\u00a0wall", FILES[2:3]),
        ("x.png", FILES[3:4]),
        ("x", ()),
        ("readme", FILES[4:5]),
        ("README.md", ()),
        ("s", FILES[5:6]),
        ("s.md", FILES[5:]),
        ("a/Wall", ()),
    ],
)
def test_files_are_named_letter_case_and_their_ending_aside(
    name: str, paths: tuple[str, ...]
) -> None:
    assert NAMES.named(name) == paths


def test_a_file_is_there_under_its_path_to_the_letter() -> None:
    assert all(path in NAMES for path in FILES)
    assert [name for name in ("Wall.md", "a/wall.md", "a/Wall", "a", "") if name in NAMES] == []


def test_folders_are_those_of_files_that_are_there() -> None:
    names = FileNames.of(["a/b/x.md", "a/y.md"])
    assert [path for path in (".", "a", "A/B", "b", "a/b/x.md") if names.has_folder(path)] == [
        ".",
        "a",
        "A/B",
    ]
    assert not names.without_file("a/b/x.md").has_folder("a/b")
    assert names.without_file("a/b/x.md").has_folder("a")


@given(st.sets(st.one_of(PATHS, st.sampled_from(FILES)), min_size=1), PATHS)
def test_a_link_is_written_so_that_it_reaches_its_file(files: set[str], source: str) -> None:
    resolver = vault_of(files=files).resolver
    names = FileNames.of(files)
    for path in files:
        assert resolver.target(names.shortest_target(path), source).path == path


@pytest.mark.parametrize("name", ["paper.pdf", "wall", "s.md"])
def test_a_note_that_is_called_as_another_file_is_told_from_it(name: str) -> None:
    files = (name, f"{name}.md")
    vault = vault_of(files=files)
    targets = map(vault.names.shortest_target, files)
    assert tuple(vault.resolver.target(target, "z.md").path for target in targets) == files


def test_a_name_alone_is_enough_where_no_other_file_has_it() -> None:
    targets = ["a/Wall", "b/wall", "Cell Wall", "x.png", "README", "s", "s.md.md"]
    assert [NAMES.shortest_target(path) for path in FILES] == targets


def test_of_several_files_with_a_name_the_first_is_taken() -> None:
    assert NAMES.path_of("wall") == "a/Wall.md"


def test_what_obsidian_does_not_suggest_is_not_near() -> None:
    names = FileNames.of(["osmosis.md", "old/osmosys.md"], unlisted=frozenset({"old/osmosys.md"}))
    assert names.near("osmosiss") == ("osmosis",)
    assert names.named("osmosys") == ("old/osmosys.md",)
    assert names.with_file("x.md").near("osmosiss") == ("osmosis",)


def test_names_can_be_sent() -> None:
    assert NAMES.near("cel wall")
    assert pickle.loads(pickle.dumps(NAMES)) == NAMES


@given(st.lists(st.sampled_from(
    ["x.md", "a/x.md", "x", "X.md.md", "a/x.md.md", "x.pdf", "x.pdf.md", "b/X.PDF", "y.md"]
), unique=True))  # fmt: skip
def test_a_note_is_written_whole_where_another_file_has_its_name_without_the_ending(
    files: list[str],
) -> None:
    names = FileNames.of(files)
    for path in files:
        bare = link_text(path)
        others = {other.lower().rpartition("/")[2] for other in files if other != path}
        is_another = bare.lower().rpartition("/")[2] in others
        target = path if is_another else bare
        name = target.rpartition("/")[2]
        assert names.shortest_target(path) == (name if len(names.named(name)) == 1 else target)


def test_how_a_link_is_written_looks_at_no_other_file_of_the_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = [f"{number}/index.md" for number in range(300)]
    names, asked = FileNames.of(files), []
    monkeypatch.setattr(module, "file_key", lambda name: asked.append(name) or file_key(name))
    assert [names.shortest_target(path) for path in files] == [path[:-3] for path in files]
    assert len(asked) <= 3 * len(files)
