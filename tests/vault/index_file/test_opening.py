"""An index in a file answers as one in memory does, whatever the notes and names are."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from support.index_files import Made, mappings, questions, told, vaults

from notelint.notes import NoteSummary, scan_summary
from notelint.values import file_key, words_key
from notelint.vault import OpenIndex, open_index

many = settings(max_examples=150, deadline=None, derandomize=True)
SMALL = Made(
    {"a/wall.md": scan_summary("---\naliases: [Mauer]\n---\n# A\n\n[[b#B]] a side-effect eNzyme")},
    frozenset(["pic.png"]),
    frozenset(["pic.png"]),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index") / "index"


def opened(made: Made, file: Path) -> OpenIndex:
    return open_index(made.write(file))


@many
@given(made=vaults())
def test_all_mappings_are_the_same(made: Made, file: Path) -> None:
    kept = opened(made, file)
    assert mappings(kept.index) == mappings(made.index)
    assert told(kept.names) == told(made.names)


@many
@given(made=vaults())
def test_names_are_found_as_in_memory(made: Made, file: Path) -> None:
    kept, names = opened(made, file).names, made.names
    for name in dict.fromkeys(questions(made)):
        assert kept.named(name) == names.named(name)
        assert kept.has_folder(name) is names.has_folder(name)
        assert kept.is_folder_name(name) is names.is_folder_name(name)
        assert (name in kept, name in kept.files) == (name in names, name in names.files)
        assert (name in kept.unlisted) is (name in names.unlisted)
        assert kept.near(name) == names.near(name)
        assert all(kept.begins(name, word) is names.begins(name, word) for word in words_of(name))
        assert (words_key(name) in kept.title_words) is (words_key(name) in names.title_words)
    for path in made.paths:
        assert kept.shortest_target(path) == names.shortest_target(path)
    assert [kept.has_sign(sign) for sign in "#|^"] == [names.has_sign(sign) for sign in "#|^"]


def words_of(name: str) -> list[str]:
    return [*words_key(name).split(), "none"]


@many
@given(made=vaults())
def test_notes_are_found_as_in_memory(made: Made, file: Path) -> None:
    kept, index = opened(made, file).index, made.index
    for name in dict.fromkeys(questions(made)):
        assert kept.anchors(name) == index.anchors(name)
        assert kept.notes_called(name) == index.notes_called(name)
        assert kept.notes_linking(name) == index.notes_linking(name)
        assert kept.links_to(file_key(name)) == index.links_to(file_key(name))
        assert kept.printed_by(name) == index.printed_by(name)
        assert (name in kept.summaries) is (name in index.summaries)
    words = {*asked_of(made)}
    assert kept.spelling.hyphenated(words) == index.spelling.hyphenated(words)
    assert kept.spelling.compounds.among(words) == index.spelling.compounds.among(words)
    for word in words:
        for question in ("count", "is_written", "count_small", "count_mixed", "is_small"):
            assert getattr(kept.spelling, question)(word) == getattr(index.spelling, question)(word)
        if "-" in word:
            assert kept.spelling.count_parts(word) == index.spelling.count_parts(word)


def asked_of(made: Made) -> Iterator[str]:
    yield from ("walls", "e-mail", "email", "x")
    for summary in made.notes.values():
        for word in dict(summary.words.items()):
            yield from (word, word.lower(), word.replace("-", ""))


@many
@given(made=vaults(), later=vaults())
def test_it_goes_on_as_the_index_in_memory(made: Made, later: Made, file: Path) -> None:
    kept = opened(made, file)
    assert mappings(kept.index.with_notes(later.notes)) == mappings(
        made.index.with_notes(later.notes)
    )
    names, expected = kept.names, made.names
    for path in later.paths:
        names, expected = names.with_file(path), expected.with_file(path)
    assert told(names) == told(expected)


@pytest.mark.parametrize("most", [1000, 3])
def test_near_misses_among_many_names_are_the_same(
    most: int, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where most of what names have in common tells nothing."""
    for module in ("near_names", "index_file.writing"):
        monkeypatch.setattr(f"notelint.vault.{module}.MOST_POSTINGS", most)
    files = [f"{n % 9}/Lecture {n:04} of the course on walls.md" for n in range(2000)]
    files += [f"Word {n % 7}{n:x} in {n % 13} towns.png" for n in range(500)]
    made = Made({}, frozenset([*files, "a/Lecture 0007 of the course on walls.md"]), frozenset())
    kept, names = opened(made, file).names, made.names
    wrong = ["Lecture 1234 of the courses on walls", "Lectur 9999 walls", "Word 4f in 3 town"]
    assert [kept.near(name) for name in wrong] == [names.near(name) for name in wrong]
    assert any(map(names.near, wrong))


def test_what_is_looked_up_often_is_the_same_thing(file: Path) -> None:
    """Who follows the links to a name remembers them by what they are in memory."""
    kept = opened(SMALL, file)
    assert kept.index.links_to("b") is kept.index.links_to("b")
    assert kept.index.summaries["a/wall.md"] is kept.index.summaries["a/wall.md"]


def test_it_is_sent_as_its_path(file: Path) -> None:
    kept = opened(SMALL, file)
    for value in (kept, kept.names, kept.index):
        sent = pickle.dumps(value)
        assert b"Mauer" not in sent
        assert len(sent) < 300 + len(str(file))
    names, index = pickle.loads(pickle.dumps((kept.names, kept.index)))
    assert told(names) == told(SMALL.names)
    assert mappings(index) == mappings(SMALL.index)
    assert "spelling" in vars(index)


def test_it_is_sent_to_a_process_that_is_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SMALL.write(tmp_path / "index")
    monkeypatch.chdir(tmp_path)
    sent = pickle.dumps(open_index(Path("index")))
    monkeypatch.chdir("/")
    assert told(pickle.loads(sent).names) == told(SMALL.names)


def test_a_key_that_is_no_text_is_in_no_mapping(file: Path) -> None:
    kept = opened(SMALL, file)
    for mapping in (kept.names.by_key, kept.names.folders, kept.index.summaries):
        assert 1 not in mapping
    assert 1 not in kept.names.unlisted
    assert 1 not in kept.names.files
    with pytest.raises(KeyError):
        _ = kept.index.summaries["gone.md"]


def test_an_index_of_nothing_has_nothing(file: Path) -> None:
    nothing = Made({}, frozenset(), frozenset())
    kept = opened(nothing, file)
    assert told(kept.names) == told(nothing.names)
    assert mappings(kept.index) == mappings(nothing.index)
    assert kept.names.near("wall") == ()


def test_files_are_a_sequence(file: Path) -> None:
    files = opened(SMALL, file).names.files
    assert (files[0], files[-1], tuple(files[1:]), len(files)) == (
        *("a/wall.md", "pic.png", ("pic.png",)),
        2,
    )
    with pytest.raises(IndexError):
        _ = files[2]


def test_a_summary_of_nothing_is_a_summary(file: Path) -> None:
    empty = Made({"a.md": NoteSummary()}, frozenset(["b.md"]), frozenset())
    kept = opened(empty, file)
    assert dict(kept.index.summaries) == {"a.md": NoteSummary()}
