"""A note: what is known of it where it could be parsed, and where it could not."""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace

import pytest

from notelint.notes import Note, read_note
from notelint.values import Span, Text


@pytest.mark.parametrize(
    ("path", "title"),
    [("wall.md", "wall"), ("a/b/Dr. X.md", "Dr. X"), ("a.b/C#.MD", "C#"), ("README", "README")],
)
def test_the_title_is_the_name_of_the_file(path: str, title: str) -> None:
    assert read_note(path, "").title == title


def test_a_text_is_read_as_its_characters_are() -> None:
    assert read_note("a.md", Text("# A\n")) == read_note("a.md", "# A\n")
    assert read_note("a.md", "# A\n")[Span(2, 3)] == "A"


def test_the_offsets_of_a_note_that_is_not_utf_8_count_bytes() -> None:
    content = "é[[a]] ".encode() + b"\xff#"
    note = Note.undecoded("a.md", content, 8)
    assert len(note.text.content) == len(content)
    assert note.facts.bad_byte == 8
    assert (note.facts.all_links, note.is_parsed, note.may_be_written) == ((), False, False)


def test_a_note_that_is_too_large_says_so_on_its_first_line() -> None:
    note = Note.too_large("a.md", Text("# A\n" * 1000), "4,000 characters", 3999)
    [limit] = note.facts.limits
    assert note[Span(limit.start, limit.end)] == "# A"
    assert "4,000 characters, more than 3,999" in limit.reason
    assert (note.facts.sections, note.is_parsed, note.may_be_written) == ((), False, False)


@pytest.mark.parametrize("content", ["", "\n", "\ufeff", "# A\n"])
def test_a_note_that_was_parsed_may_be_written(content: str) -> None:
    note = read_note("a.md", content)
    assert note.is_parsed
    assert note.may_be_written


def test_a_note_whose_tree_is_in_doubt_may_not() -> None:
    note = read_note("a.md", "# A\n")
    doubtful = replace(note, known_tree=note.tree._replace(is_sound=False))
    assert doubtful.is_parsed
    assert not doubtful.may_be_written


def test_the_anchors_of_a_note_are_not_sent_with_it() -> None:
    note = read_note("a.md", "# A\n\nb ^id\n")
    assert [heading.plain for heading in note.anchors.headings] == ["A"]
    assert note.anchors.blocks == {"id"}
    assert pickle.dumps(note) == pickle.dumps(read_note("a.md", "# A\n\nb ^id\n"))


def test_deeply_nested_bullets_end() -> None:
    code = "from notelint.notes import read_note; read_note('a.md', '- ' * 30 + 'deep')"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=10)
