"""The index in plain data: whole again, however it was parted, and after it was kept."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.notes import PATHS, notes

from notelint.disk import records_of
from notelint.notes import NoteSummary, scan_summary
from notelint.vault import IndexParts, VaultIndex, fold, kept_index, sections_of, summary_of
from notelint.vault.index_parts import row_of

many = settings(max_examples=60, deadline=None, derandomize=True)
SUMMARIES = st.dictionaries(PATHS, notes().map(scan_summary), max_size=5)
SOME = {"a.md": scan_summary("---\naliases: [x]\n---\n# A\n\n[[b#B]] a side-effect eNzyme cell\n")}
QUOTING = {"b.md": scan_summary("## A[^1]\n- n. x\n\n[^1]: Walls\n")}


def sections(index: VaultIndex) -> dict[str, bytes]:
    return {name: b"".join(pieces) for name, pieces in sections_of(index)}


def no_note(_path: str) -> None:
    """For summaries that are all there."""


def mappings(index: VaultIndex) -> list[Mapping[str, object]]:
    spelling = index.spelling
    return [
        *(dict(index.summaries), dict(index.aliases), dict(index.linking), dict(index.naming)),
        dict(index.printing),
        *(dict(spelling.words), dict(spelling.small), dict(spelling.mixed)),
        dict(spelling.compounds),
    ]


@many
@given(SUMMARIES, st.integers(0, 5))
def test_the_parts_joined_are_the_index(summaries: dict[str, NoteSummary], cut: int) -> None:
    entries = sorted(summaries.items())
    parts = (IndexParts.of(entries[:cut]), IndexParts.of(entries[cut:]))
    assert mappings(IndexParts.joined(parts).as_index()) == mappings(fold(summaries))


@many
@given(SUMMARIES, SUMMARIES)
def test_an_index_that_was_kept_is_the_same_and_goes_on_so(
    summaries: dict[str, NoteSummary], later: dict[str, NoteSummary]
) -> None:
    rows = {path: row_of(summary) for path, summary in summaries.items()}
    kept = kept_index(rows, sections(fold(summaries)).get, no_note)
    assert mappings(kept.with_notes(later)) == mappings(fold({**summaries, **later}))
    assert mappings(kept) == mappings(fold(summaries))


@many
@given(SUMMARIES)
def test_what_is_not_kept_or_broken_is_made_of_the_summaries(
    summaries: dict[str, NoteSummary],
) -> None:
    rows = {path: row_of(summary) for path, summary in summaries.items()}
    for data in (None, b"", b"[]", b'{"a": "b"}', b"\xff"):
        kept = kept_index(rows, lambda _, data=data: data, no_note)
        assert mappings(kept) == mappings(fold(summaries))


def test_nothing_is_read_before_it_is_looked_at() -> None:
    asked: list[str] = []
    rows = {"a.md": row_of(SOME["a.md"])}
    index = kept_index(rows, lambda name: asked.append(name), no_note)
    assert index.anchors("a.md") == SOME["a.md"].anchors
    assert asked == []
    assert index.notes_called("x") == ("a.md",)
    assert asked == ["aliases"]
    assert index.spelling.count("cell") == 1
    assert asked == ["aliases", "words"]


@pytest.mark.parametrize(
    "value",
    ["", "1", "[1]", '{"n.": 0}', '{"n.": true}', '{"n.": 9e99}', '{"n.": "1"}', '["walls"]'],
)
def test_a_count_of_sections_that_is_none_is_made_of_the_summaries(value: str) -> None:
    rows = {path: row_of(summary) for path, summary in QUOTING.items()}
    broken = {"printing": b"".join(records_of([("walls", value)]))}
    kept = kept_index(rows, {**sections(fold(QUOTING)), **broken}.get, no_note)
    assert kept.printed_by("walls") == {"": 1, "n.": 1}
    kept = kept_index(rows, {**sections(fold(QUOTING)), **broken}.get, no_note)
    assert dict(kept.printing) == {"walls": {"": 1, "n.": 1}}


@pytest.mark.parametrize("row", ["", "x", "7", "null", "[]", "{}", "[" * 100_000, '"1234567"'])
def test_a_row_that_is_no_summary_is_read_anew(row: str) -> None:
    with pytest.raises((TypeError, ValueError)):
        summary_of(row)
    anew = kept_index({"a.md": row}, lambda _: None, lambda path: SOME[path])
    assert mappings(anew) == mappings(fold(SOME))
    gone = kept_index({"a.md": row}, lambda _: None, no_note)
    assert dict(gone.summaries) == {"a.md": NoteSummary()}


@many
@given(notes().map(scan_summary))
def test_a_summary_is_whole_again(summary: NoteSummary) -> None:
    assert summary_of(row_of(summary)) == summary
    assert "\0" not in row_of(summary)
