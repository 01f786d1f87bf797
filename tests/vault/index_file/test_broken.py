"""A file that is not as it was written, or never was what it says: an error that names it."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.index_files import Made, mappings, questions, told

from notelint.disk import MappedFile, SectionWriter, write_sections
from notelint.notes import scan_summary
from notelint.values import NotelintError, ReadError, WriteError, __version__
from notelint.vault import fold_facts, open_index, write_facts

TEXT = (
    "---\naliases: [Mauer]\n---\n# A\n\n[[b#B]] a side-effect eNzyme\n## S[^1]\n- n. x\n\n[^1]: W\n"
)
VAULT = Made(
    {"a/wall.md": scan_summary(TEXT), "b.md": scan_summary("# B\n"), "x#y.md": scan_summary("")},
    frozenset(["pic.png", "b/wall.md"]),
    frozenset(["pic.png"]),
)
many = settings(max_examples=200, deadline=None, derandomize=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


def answers(file: Path) -> list[object]:
    """What a file has to say."""
    opened = open_index(file)
    names, index = opened.names, opened.index
    asked = list(dict.fromkeys(questions(VAULT)))[-30:]
    return [
        *(told(names), mappings(index)),
        [(names.near(name), names.is_folder_name(name), names.begins(name, "a")) for name in asked],
        [(name in names.title_words, name in names.unlisted, name in names) for name in asked],
        [(index.anchors(name), index.links_to(name), index.spelling.count(name)) for name in asked],
    ]


def error_of(ask: Callable[[], object]) -> NotelintError | None:
    """The error that asking gives, if any."""
    try:
        ask()
    except NotelintError as error:
        return error
    return None


def names_a_file(error: NotelintError | None, *files: Path) -> bool:
    """Whether an error says which of some files is at fault, and what to do."""
    place = error.place if error else None
    return error is not None and bool(error.remedy) and str(place) in map(str, files)


def test_no_byte_can_be_another_and_change_an_answer(folder: Path) -> None:
    data = VAULT.write(folder / "index").read_bytes()
    expected, changed, errors = answers(folder / "index"), folder / "changed", 0
    places = range(0, len(data), 7)
    for at in places:
        changed.write_bytes(data[:at] + bytes((data[at] ^ 1 << at % 8,)) + data[at + 1 :])
        if (error := error_of(lambda: answers(changed))) is None:
            assert answers(changed) == expected
        else:
            assert names_a_file(error, changed)
            errors += 1
    assert errors > len(places) / 2  # at the others nothing is written, or nothing was asked for


def test_a_file_that_was_cut_is_none(folder: Path) -> None:
    data, cut = VAULT.write(folder / "index").read_bytes(), folder / "cut"
    for size in range(0, len(data), 23):
        cut.write_bytes(data[:size])
        is_marked = size > data.index(b"\n")
        with pytest.raises(
            ReadError, match="not whole; remove it" if is_marked else "make it anew"
        ):
            open_index(cut)


@pytest.mark.parametrize(
    ("mark", "message"),
    [
        (b"notelint index 1 0.0.0 little\n", "made by another version of notelint; make it anew"),
        (b"# A note\n", "no index of notelint; check the path, or remove it and make it anew"),
        (b"", "no index of notelint; check the path"),
    ],
)
def test_another_file_is_told_from_one_of_another_version(
    mark: bytes, message: str, tmp_path: Path
) -> None:
    file = tmp_path / "index"
    data = VAULT.write(file).read_bytes()
    _, _, rest = data.partition(b"\n")
    file.write_bytes(mark + rest if mark else mark)
    with pytest.raises(ReadError, match=message):
        open_index(file)
    assert __version__.encode() in data.partition(b"\n")[0]


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "gone", tmp_path):
        with pytest.raises(ReadError, match=r"cannot be read: .*; check the path"):
            open_index(path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(ReadError, match="a pipe, not a file"):
            open_index(tmp_path / "pipe")


def sections_of(file: Path) -> dict[str, bytes]:
    mapped = MappedFile(file)
    found = {name: mapped.section(name) for name in mapped.names}
    return {name: section.read(0, section.size) for name, section in found.items()}


def put(file: Path, sections: dict[str, bytes]) -> None:
    """A file that is whole, whatever is in its sections."""

    def write(writer: SectionWriter) -> None:
        for name, data in sections.items():
            writer.put(name, [data])

    write_sections(file, write)


@st.composite
def spoilt(draw: st.DrawFn, data: bytes) -> bytes:
    """Other bytes: one is another, some are cut or put in, or all are."""
    at = draw(st.integers(0, max(len(data) - 1, 0)))
    other = draw(st.one_of(st.binary(max_size=9), st.just(b"\xff" * 8), st.just(bytes(8))))
    size = draw(st.sampled_from((0, 1, len(other), len(data))))
    return data[:at] + other + data[at + size :]


@many
@given(data=st.data())
def test_nonsense_that_is_whole_is_no_more_than_an_error(data: st.DataObject, folder: Path) -> None:
    """Somebody may have made a file with right check sums, and put anything in it."""
    sections = sections_of(VAULT.write(folder / "index"))
    for name in data.draw(st.lists(st.sampled_from(sorted(sections)), min_size=1, max_size=3)):
        sections[name] = data.draw(spoilt(sections[name]))
    file, other = folder / "nonsense", folder / "other"
    put(file, sections)
    write_facts(other, [("z.md", VAULT.notes["a/wall.md"])], ["0.md"])
    for ask in (lambda: answers(file), lambda: fold_facts([other, file], folder / "fold")):
        error = error_of(ask)
        assert error is None or names_a_file(error, file, folder / "fold")


def test_a_summary_that_would_fill_the_memory_is_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = VAULT.write(folder / "index")
    monkeypatch.setattr("notelint.vault.index_file.values._LONGEST", 100)
    assert names_a_file(error_of(lambda: open_index(file).index.anchors("a/wall.md")), file)


def test_keys_with_one_check_sum_are_all_found(folder: Path) -> None:
    """Keys are easily made that share one: here of `plumless` and `buckeroo`."""
    names = ("plumless.png", "buckeroo.png")
    for known in (names, names[:1], names[1:]):
        files = [name.removesuffix(".png") for name in known]
        write_facts(folder / "index", [], files)
        found = [bool(open_index(folder / "index").names.named(name[:-4])) for name in names]
        assert found == [name in known for name in names]


def test_a_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "file" / "index", tmp_path):
        with pytest.raises(WriteError, match="cannot be written"):
            write_facts(path, [])
    assert [*tmp_path.iterdir()] == [tmp_path / "file"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
def test_whoever_is_killed_leaves_a_whole_file_or_none(tmp_path: Path) -> None:
    chance, file = random.Random(1), tmp_path / "index"
    notes = {f"{number}.md": scan_summary(f"word{number} [[x#y]]\n") for number in range(200)}
    expected = Made(notes, frozenset(), frozenset())
    size = expected.write(tmp_path / "whole").stat().st_size
    for _ in range(12):
        file.unlink(missing_ok=True)
        if not (child := os.fork()):
            while True:
                write_facts(file, sorted(notes.items()))
        time.sleep(chance.uniform(0, 0.15))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if file.exists():
            assert len(open_index(file).index.summaries) == len(notes)
            assert file.stat().st_size == size
