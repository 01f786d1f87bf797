"""Files folded are the file of all their notes, however they are parted."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.index_files import Made, vaults

from notelint.notes import scan_summary
from notelint.values import UsageError
from notelint.vault import fold_facts, write_facts

many = settings(max_examples=100, deadline=None, derandomize=True)
NOTES = {
    f"{n % 7}/Lecture {n % 40:03} walls.md": scan_summary(f"e-mail {n} [[x#y]] word{n}\n")
    for n in range(90)
}
VAULT = Made(NOTES, frozenset(["x.png", "1/x.md", "2/x.md"]), frozenset(["1/x.md"]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


def parts_in(made: Made, folder: Path, count: int, chance: random.Random) -> list[Path]:
    """The files of the parts of a vault, dealt out by chance."""
    where = {path: chance.randrange(count) for path in made.paths}
    return [
        made.part({path for path in where if where[path] == number}).write(
            folder / f"part {number}"
        )
        for number in range(count)
    ]


@many
@given(made=vaults(), count=st.integers(1, 5), chance=st.randoms(use_true_random=False))
def test_parts_folded_are_the_whole(
    made: Made, count: int, chance: random.Random, folder: Path
) -> None:
    whole = made.write(folder / "whole").read_bytes()
    parts = parts_in(made, folder, count, chance)
    fold_facts(parts, folder / "fold")
    assert (folder / "fold").read_bytes() == whole
    chance.shuffle(parts)
    fold_facts(parts[:2], folder / "first")
    fold_facts([folder / "first", *parts[2:]], folder / "fold of folds")
    assert (folder / "fold of folds").read_bytes() == whole


def test_many_parts_are_folded_by_and_by(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("notelint.vault.index_file.folding._MOST_AT_ONCE", 3)
    parts = parts_in(VAULT, folder, 11, random.Random(1))
    here = {*folder.iterdir()}
    fold_facts(parts, folder / "fold")
    assert (folder / "fold").read_bytes() == VAULT.write(folder / "whole").read_bytes()
    assert {*folder.iterdir()} - here <= {folder / "fold", folder / "whole"}


def test_tables_are_merged_part_by_part(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for bound in ("_ROWS_AT_ONCE", "_LEAST_OF_EACH"):
        monkeypatch.setattr(f"notelint.vault.index_file.folding.{bound}", 2)
    fold_facts(parts_in(VAULT, folder, 4, random.Random(2)), folder / "fold")
    assert (folder / "fold").read_bytes() == VAULT.write(folder / "whole").read_bytes()


@pytest.mark.parametrize("most", [1, 2, 30])
def test_what_tells_nothing_in_a_part_tells_nothing_in_the_whole(
    most: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("writing", "tables"):
        monkeypatch.setattr(f"notelint.vault.index_file.{module}.MOST_POSTINGS", most)
    fold_facts(parts_in(VAULT, folder, 4, random.Random(3)), folder / "fold")
    assert (folder / "fold").read_bytes() == VAULT.write(folder / "whole").read_bytes()


def test_nothing_folded_is_the_index_of_nothing(folder: Path) -> None:
    write_facts(folder / "nothing", [])
    fold_facts([], folder / "fold")
    assert (folder / "fold").read_bytes() == (folder / "nothing").read_bytes()


def test_a_note_in_two_parts_is_an_error(folder: Path) -> None:
    one, other = VAULT.write(folder / "one"), VAULT.write(folder / "other")
    with pytest.raises(UsageError, match=r"two of the files that are folded have `0/Lecture 000"):
        fold_facts([one, other], folder / "never")
    assert not (folder / "never").exists()
