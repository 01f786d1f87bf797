"""Shards: where they end, and what they are called."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notelint.batch.listing import Entry, Role, cut, entries_of, name_of_shard, write_shard
from notelint.batch.store import Folder
from notelint.values import ReadError

PATHS = st.lists(st.text(max_size=5), unique=True).map(sorted)


@given(PATHS, st.integers(1, 20))
def test_shards_are_all_paths_in_order_and_none_has_too_many(paths: list[str], most: int) -> None:
    shards = list(cut(paths, most))
    assert [path for shard in shards for path in shard] == paths
    assert all(0 < len(shard) <= most for shard in shards)
    assert all(2 * len(shard) + 1 >= most for shard in shards[:-1])


@pytest.mark.parametrize("seed", range(5))
def test_a_path_that_comes_moves_few_ends(seed: int) -> None:
    chance = Random(seed)
    paths = sorted(f"{chance.randrange(10**9)}.md" for _ in range(20_000))
    before = {tuple(shard) for shard in cut(paths, 200)}
    more = sorted([*paths, f"{chance.randrange(10**9)}x.md"])
    after = {tuple(shard) for shard in cut(more, 200)}
    assert len(after) > 130
    assert len(after - before) <= 6


def entries(*paths: str) -> list[Entry]:
    return [Entry(path, Role.NOTE | Role.CHECKED, "12 34") for path in paths]


def test_a_shard_is_read_by_itself(tmp_path: Path) -> None:
    first, second = entries("a.md", "b\udcff.md"), [*entries("c.md"), Entry("d.png", Role(0), "")]
    with (tmp_path / "listing").open("wb") as out:
        shards = [
            write_shard(out, number, out.tell(), given, "s")
            for number, given in enumerate((first, second))
        ]
    assert [shard.notes for shard in shards] == [2, 1]
    store = Folder(tmp_path)
    assert entries_of(store, "listing", shards[0], "s") == first
    assert entries_of(store, "listing", shards[1], "s") == second
    assert entries_of(store, "listing", shards[1].halves()[1], "s") == second[1:]


def test_a_listing_that_was_made_anew_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "listing").open("wb") as out:
        shard = write_shard(out, 0, 0, entries("a.md"), "s")
    with (tmp_path / "listing").open("wb") as out:
        write_shard(out, 0, 0, entries("b.md"), "s")
    with pytest.raises(ReadError, match="another run"):
        entries_of(Folder(tmp_path), "listing", shard, "s")


def test_a_shard_has_another_name_where_anything_in_it_is_another() -> None:
    base = entries("a.md", "b.md")
    others = [
        entries("a.md"),
        entries("a.md", "c.md"),
        [base[0], base[1]._replace(stamp="12 35")],
        [base[0], base[1]._replace(role=Role.NOTE)],
    ]
    shards = [write_shard(io.BytesIO(), 0, 0, given, "s") for given in (base, *others)]
    shards.append(write_shard(io.BytesIO(), 0, 0, base, "another seed"))
    shards += shards[0].halves()
    assert len({name_of_shard(shard) for shard in shards}) == len(shards)
    assert shards[0] == write_shard(io.BytesIO(), 0, 0, base, "s")
