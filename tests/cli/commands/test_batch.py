"""``notelint batch``: vaults in shards."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
from support.batches import findings, grow_old
from support.on_disk import Ran, VaultOnDisk

NOTE = "## Synthesis\n- The e-mail of [[{other}]], a ﬁlm.\n## Source [^1]\n- $n$. A wall.\n"


@pytest.fixture
def house(vault: VaultOnDisk) -> VaultOnDisk:
    for number in range(12):
        vault.put(f"{number:02}.md", NOTE.format(other=f"{number + 1:02}"))
    grow_old(vault.root)
    return vault


@pytest.fixture
def out(tmp_path: Path) -> str:
    return str(tmp_path / "out")


def checked(house: VaultOnDisk, *given: str) -> Ran:
    return house.run("check", "--no-cache", "--output-format", "jsonl", *given)


def test_all_steps_find_what_a_check_finds(house: VaultOnDisk, out: str) -> None:
    ran = house.run("batch", "run", ".", "-o", out, "-j", "2", "--shard-size", "5")
    assert (ran.code, ran.err) == (1, "")
    assert findings(Path(out, "vault", "findings")) == checked(house).out.encode()
    first, last = ran.out.splitlines()
    assert re.fullmatch(
        r"vault: 12 notes, \d shards summarized, \d shards checked, \d+ findings\.", first
    )
    assert re.fullmatch(r"12 notes in [\d.]+ s: \d+ notes? a second\.", last)
    again = house.run("batch", "run", ".", "-o", out, "-j", "1", "--shard-size", "5")
    assert re.search(
        r"(\d) shards summarized \(\1 known\), \1 shards checked \(\1 known\)", again.out
    )


def test_step_by_step_it_is_the_same(house: VaultOnDisk, tmp_path: Path) -> None:
    facts, index, found = (str(tmp_path / name) for name in ("facts", "index", "findings"))
    alone = ("-j", "1", "--shard-size", "5")
    ran = house.run("batch", "facts", ".", "-o", facts, *alone)
    assert (ran.code, ran.err) == (0, "")
    assert house.run("batch", "fold", facts, "-o", index) == Ran(
        0, f"{index}: all facts folded\n", ""
    )
    ran = house.run("batch", "check", ".", "--index", index, "-o", found, *alone, "-q")
    assert ran == Ran(1, "", "")
    assert findings(Path(found)) == checked(house).out.encode()
    manifest = json.loads(Path(found, "manifest-0001-of-0001.json").read_text())
    assert [f"{name}.jsonl" for _, _, name in manifest["shards"]] == sorted(
        path.name for path in Path(found).glob("*.jsonl")
    )
    assert sum(manifest["findings"].values()) == checked(house).out.count("\n")


@pytest.mark.parametrize("given", [("--fail-on", "error"), ("--fail-on", "info"), ()])
def test_the_exit_code_is_that_of_a_check(
    house: VaultOnDisk, out: str, given: tuple[str, ...]
) -> None:
    ran = house.run("batch", "run", ".", "-o", out, "-j", "1", "-q", *given)
    assert ran.code == checked(house, *given).code


def test_the_configuration_is_that_of_the_command_line(house: VaultOnDisk, out: str) -> None:
    given = ("--config", "select=[ligature]")
    house.run("batch", "run", ".", "-o", out, "-j", "1", *given)
    assert findings(Path(out, "vault", "findings")) == checked(house, *given).out.encode() != b""
    house.put("notelint.yaml", "select: [final-newline]\n")
    house.run("batch", "run", ".", "-o", out, "-j", "1", "--isolated")
    expected = checked(house, "--isolated").out.encode()
    assert findings(Path(out, "vault", "findings")) == expected != b""


def test_a_note_that_cannot_be_read_is_told_and_exit_is_2(house: VaultOnDisk, out: str) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads what nobody may read")
    (house.root / "03.md").chmod(0)
    ran = house.run("batch", "run", ".", "-o", out, "-j", "1", "-q")
    assert ran.code == 2
    assert "03.md: Permission denied" in ran.err
    (house.root / "03.md").chmod(0o644)


def test_a_broken_configuration_is_told(house: VaultOnDisk, out: str) -> None:
    house.put("notelint.yaml", "nope: 1\n")
    ran = house.run("batch", "run", ".", "-o", out, "-j", "1")
    assert ran.code == 2
    assert "notelint.yaml:1: nope" in ran.err


def test_a_folder_without_notes_says_so(folder: VaultOnDisk, out: str) -> None:
    ran = folder.run("batch", "run", ".", "-o", out, "-j", "1")
    assert (ran.code, ran.err) == (0, "notelint: no note under vault; nothing was checked\n")


def test_what_is_wrong_above_vaults_is_told_as_by_a_check(folder: VaultOnDisk, out: str) -> None:
    folder.put("a/.obsidian/app.json", "{}")
    folder.put("a/n.md", "x\n")
    (folder.root / "b.md").symlink_to(folder.put("../elsewhere.md", "x\n"))
    given = ("--config", "select=[ligature]")
    ran = folder.run("batch", "run", ".", "-o", out, "-j", "1", *given)
    assert ran.err == folder.run("check", "--no-cache", *given).err != ""
    assert [line.partition(":")[0] for line in ran.out.splitlines()][:-1] == ["a"]


def test_what_lies_below_a_single_vault_is_left_out(house: VaultOnDisk, tmp_path: Path) -> None:
    house.put("inner/.obsidian/app.json", "{}")
    house.put("inner/a.md", "x\n")
    ran = house.run("batch", "facts", ".", "-o", str(tmp_path / "facts"), "-j", "1")
    assert ran.err == f"notelint: {house.root}/inner is a vault of its own; it is left out\n"
    (house.root / ".obsidian").rmdir()
    for note in house.root.glob("*.md"):
        note.unlink()
    refusal = house.refusal("batch", "facts", ".", "-o", str(tmp_path / "facts"), "-j", "1")
    assert "it has no notes, but vaults below it; name one of them" in refusal


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("run", "nowhere", "-o", "../x"), "nowhere: no such folder; check the path"),
        (("run", ".", "-o", "out"), "would be a part of it; write it elsewhere"),
        (("facts", ".", "-o", "facts"), "would be a part of it; write it elsewhere"),
        (("check", ".", "--index", "x", "-o", "y"), "would be a part of it"),
        (("fold", "nowhere", "-o", "../x"), "nowhere: no manifest is there; run `notelint batch"),
        (("run", ".", "-o", "../out", "--scheduler", "tcp://x:1"), "say --engine dask with it"),
        (("run", ".", "-o", "../out", "--engine", "dusk"), "did you mean `dask`?"),
        (("run", ".", "-o", "../out", "--shard-size", "0"), "a number from 1 to"),
        (("facts", ".", "-o", "../out", "--part", "4/3"), "a part such as 3/50, not '4/3'"),
        (("fold", "../facts", "-o", "index"), "would be a part of it; write it elsewhere"),
        (("run", "", "-o", "../out"), "a folder or an address, not ''"),
        (("run", ".", "-o", " "), "a folder or an address, not ' '"),
        (("fold", "", "-o", "x"), "a folder or an address, not ''"),
        (("check", ".", "--index", "", "-o", "../x"), "a folder or an address, not ''"),
        (("run", "."), "the following arguments are required: -o"),
        ((), "the following arguments are required: STEP"),
    ],
)
def test_what_is_wrong_is_told(house: VaultOnDisk, given: tuple[str, ...], said: str) -> None:
    assert said in house.refusal("batch", *given)


def test_an_index_that_is_not_there_is_told(house: VaultOnDisk, tmp_path: Path) -> None:
    index, found = str(tmp_path / "index"), str(tmp_path / "findings")
    refusal = house.refusal("batch", "check", ".", "--index", index, "-o", found, "-j", "1", "-q")
    assert refusal == f"notelint: {index}: no such index; make it with `notelint batch fold`\n"


def test_an_index_that_is_none_is_told(house: VaultOnDisk, tmp_path: Path) -> None:
    index, found = tmp_path / "index", str(tmp_path / "findings")
    index.write_bytes(b"x" * 100)
    given = ("--index", str(index), "-o", found, "-j", "1", "-q")
    assert str(index) in house.refusal("batch", "check", ".", *given)


def test_parts_together_are_the_whole(house: VaultOnDisk, tmp_path: Path) -> None:
    facts, index, found = (str(tmp_path / name) for name in ("facts", "index", "findings"))
    for part in ("1/2", "2/2"):
        given = ("--part", part, "-j", "1", "--shard-size", "3", "-q")
        house.run("batch", "facts", ".", "-o", facts, *given)
    house.run("batch", "fold", facts, "-o", index)
    for part in ("2/2", "1/2"):
        given = ("--part", part, "-j", "1", "--shard-size", "3", "-q")
        house.run("batch", "check", ".", "--index", index, "-o", found, *given)
    assert findings(Path(found)) == checked(house).out.encode()
