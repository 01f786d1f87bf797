"""Tables: every key is found, no other one is, and parts of them are all of them."""

from __future__ import annotations

import zlib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.disk import MappedFile, write_sections
from notelint.vault.index_file import table as module
from notelint.vault.index_file.table import HASHES, Table, order_of, write_table

many = settings(max_examples=100, deadline=None, derandomize=True)
# Keys of any length, and some that share a check sum.
KEYS = st.one_of(
    st.binary(max_size=4),
    st.binary(min_size=250, max_size=300),
    st.sampled_from((b"plumless", b"buckeroo", b"", b"\0", b"\xff" * 70_000)),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("table") / "file"


def table_of(rows: dict[bytes, bytes], file: Path) -> Table:
    in_order = [(key, rows[key]) for key in sorted(rows, key=order_of)]
    write_sections(file, lambda sections: write_table(sections, "t", in_order))
    return Table(MappedFile(file), "t")


@many
@given(
    rows=st.dictionaries(KEYS, st.binary(max_size=9), max_size=40),
    others=st.lists(KEYS),
    parts=st.integers(1, 9),
)
def test_all_that_is_put_there_is_found_and_nothing_else(
    rows: dict[bytes, bytes], others: list[bytes], parts: int, file: Path
) -> None:
    table = table_of(rows, file)
    assert len(table) == len(rows)
    for key in (*rows, *others):
        assert table.get(key) == rows.get(key)
        assert (key in table) is (key in rows)
    cuts = [HASHES * number // parts for number in range(parts + 1)]
    found = [row for low, high in pairwise(cuts) for row in table.rows(low, high)]
    assert found == list(table.rows())
    assert dict(found) == rows


def test_a_large_table_is_found_whole(file: Path) -> None:
    rows = {b"%d" % number: b"%x" % number for number in range(20_000)}
    table = table_of(rows, file)
    assert dict(table.rows()) == rows
    assert all(table.get(key) == value for key, value in rows.items())
    assert not any(b"x%d" % number in table for number in range(1000))


def test_places_take_more_bytes_where_rows_are_many(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = {b"%d" % number: b"x" * 20 for number in range(9)}
    small = len(table_of(rows, file)._columns.starts.tobytes())
    monkeypatch.setattr(module, "_WIDE", 100)
    wide = table_of(rows, file)
    assert len(wide._columns.starts.tobytes()) == 2 * small
    assert dict(wide.rows()) == rows


def test_the_keys_that_share_a_check_sum_do() -> None:
    assert zlib.crc32(b"plumless") == zlib.crc32(b"buckeroo")
