"""What is kept of a vault, whatever somebody has put in its place: wrong in a section, cut off, or
of another vault. A run tells what it tells without, or takes it at its word; it never fails."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random

import pytest
from support.kept_runs import ALL_RULES, BASE, KeptRuns
from support.random_vaults import edit, name, note

from notelint.disk import Cache, KeptRecords, cache_file, records_of
from notelint.run.snapshot import Snapshot

NOTES = {
    "a.md": "[[b#Walls]] [[gone]] [[nick]] a side-effect\n",
    "b.md": "---\naliases: [nick]\n---\n# Walls\n\n## Source [^1]\n\n[^1]: [[a]]\n",
    "c/d.md": "[[b#Source 1]] [[b#Doors]] sideeffect eNzyme\n",
}
MAPPINGS = ("aliases", "linking", "naming", "printing", "words", "small", "mixed", "compounds")
OTHER = replace(ALL_RULES, max_note_size=100_000)  # settings under which nothing was checked yet
VALUES = (
    *(b"", b"\0", b"\xff", b"[]", b"{}", b"null", b"[" * 9_000, b"\0" * 8, b"\xff" * 64),
    *(b"a.md\0b.md\0c/d.md\0", b"[]\0[]\0[]\0"),
)
NO_VALUES = (
    *("", "x", '"b.md"', "[5]", "null", "[null]", '{"b.md": -1}', '{"b.md": "1"}', "-1", "1.5"),
    *("true", "1e400", "NaN", "[[]]", '[["b", 7]]', '[["b", ["b", 7]]]', '[{"-": 1}]'),
    *("9" * 14, "9" * 5000, "[" * 9_000),
)
NO_ROWS = (
    *("", "x", "7", "null", "{}", "[]", "[" * 9_000, '"12345678"', '[[],[],[],[],[],"",[],[],[]]'),
    *('[[1],[],[],[],[],"",[],[]]', '[[],[[null,"a","a"]],[],[],[],"",[],[]]'),
    *('[[],[],7,[],[],"",[],[]]', '[[],[],[],[],[[]],"",[],[]]', '[[],[],[],[],[],"",[1],[]]'),
    *('[[],[],[],[],[["b#x",1,2]],"",[],[]]', '[[],[],[],[],[],"?",[],[]]'),
    *("[[],[],[],[],[],7,[],[]]", '[[],[],[],[],[],"0 x",[],[]]', '[[],[],[],[],[],"",[],[1]]'),
    *('[[],[],[],[],[],"",[],[["a","",0]]]', '[[],[],[],[],[],"",[],[["a","",true]]]'),
    *('[[],[],[],[],[],"",[],[["a","",9e99]]]', '[[],[],[],[],[],"",[],[["a",1,1]]]'),
)


@pytest.fixture
def runs(tmp_path: Path) -> KeptRuns:
    """A vault that was checked under two settings."""
    made = KeptRuns(tmp_path)
    made.put_all(NOTES)
    for settings in (BASE, ALL_RULES):
        assert made.kept((), settings) == made.fresh((), settings)
    return made


def sections(runs: KeptRuns) -> dict[str, bytes]:
    cache = runs.cache()
    found = {section: cache.section(section) or b"" for section in sorted(cache.names)}
    cache.close()
    return found


def keep(runs: KeptRuns, kept: dict[str, bytes]) -> None:
    cache = runs.cache()
    cache.keep((name, [data]) for name, data in kept.items())
    cache.close()


def is_the_same(runs: KeptRuns) -> bool:
    """Whether runs tell the same as without, under settings with and without kept checks, before
    and after an edit."""
    same = [runs.kept((), settings) == runs.fresh((), settings) for settings in (ALL_RULES, OTHER)]
    runs.put("b.md", NOTES["b.md"].replace("nick", "name"))
    same += [runs.kept((), settings) == runs.fresh((), settings) for settings in (ALL_RULES, OTHER)]
    runs.put("b.md", NOTES["b.md"])
    return all(same)


def test_all_that_is_kept_is_in_these_sections(runs: KeptRuns) -> None:
    kinds = {section.partition(" ")[0] for section in sections(runs)}
    assert kinds == {
        *("notes", "rows", "stamps", "files", "unlisted", "names", "tables", *MAPPINGS),
        *("folders", "times"),
        *("found", "sizes", "asked", "words"),
    }
    assert is_the_same(runs)


def test_a_section_that_is_missing_is_made_anew(runs: KeptRuns) -> None:
    whole = sections(runs)
    for gone in whole:
        keep(runs, {section: data for section, data in whole.items() if section != gone})
        assert is_the_same(runs), gone


@pytest.mark.parametrize("mapping", MAPPINGS)
def test_what_is_no_mapping_is_made_anew(runs: KeptRuns, mapping: str) -> None:
    whole = sections(runs)
    keys = [key for key, _ in KeptRecords(whole[mapping]).pairs()]
    for value in NO_VALUES:
        keep(runs, {**whole, mapping: b"".join(records_of((key, value) for key in keys))})
        assert is_the_same(runs), value
    for data in (b"", b"x", whole[mapping][:-1], b"\xff" * 8):
        keep(runs, {**whole, mapping: data})
        assert is_the_same(runs), data


@pytest.mark.parametrize("row", NO_ROWS)
def test_what_is_no_summary_is_read_anew(runs: KeptRuns, row: str) -> None:
    whole = sections(runs)
    rows = {"rows 0": f"{row}\0".encode() * len(NOTES)}
    keep(runs, {**whole, **rows})
    assert is_the_same(runs)
    keep(runs, {**whole, **rows, **dict.fromkeys(MAPPINGS, b"")})
    assert is_the_same(runs)


def test_what_is_no_result_is_found_anew(runs: KeptRuns) -> None:
    whole = sections(runs)
    table = next(section for section in whole if section.startswith("found "))
    for line in ("x", "7", "[[]]", "NL999.\t[]", "NL101!\t[]", "NL101", " .", "\ud7ff"):
        found = "".join(f"{path}\0{line}\0" for path in NOTES)
        keep(runs, {**whole, table: found.encode()})
        assert is_the_same(runs), line


def test_no_section_with_anything_in_it_makes_a_run_fail(runs: KeptRuns) -> None:
    """What it then tells may be what the section says: who writes it could as well leave out what
    was found."""
    whole = sections(runs)
    for number, (section, data) in enumerate(product(whole, VALUES)):
        keep(runs, {**whole, section: data})
        told = runs.kept((), (ALL_RULES, OTHER)[number % 2])
        assert [note.path for note in told] == list(NOTES)
        assert not any(note.complaints for note in told)


def test_no_mapping_that_speaks_of_other_notes_makes_a_run_fail(runs: KeptRuns) -> None:
    whole = sections(runs)
    lies = {"aliases": {"nick": ["x.md"]}, "naming": {"b": 9}, "names": {}}
    lies |= {"linking": {"b": [["x.md", ["b#Walls", True]]]}}
    lies |= {"printing": {"walls": {"": 9, "n.": 99}, "": {"": 1}}}
    lies |= {kind: {"side-effect": 7, "-": 1, "": 1} for kind in ("words", "small", "mixed")}
    lies |= {"compounds": {"sideeffect": ["side-effect", "-", ""], "": [""]}}
    told = {
        kind: b"".join(records_of((key, json.dumps(value)) for key, value in lie.items()))
        for kind, lie in lies.items()
    }
    keep(runs, {**whole, **told})
    for settings in (OTHER, ALL_RULES):
        assert len(runs.kept((), settings)) == len(NOTES)
        runs.put("b.md", "# Doors\n")


def test_the_cache_of_another_vault_is_of_no_account(runs: KeptRuns, tmp_path: Path) -> None:
    chance = Random(1)
    other = KeptRuns(tmp_path / "other")
    for _ in range(10):
        other.put(name(chance), note(chance))
    other.kept()
    keep(runs, sections(other))
    assert is_the_same(runs)


def test_what_was_cut_off_or_has_another_bit_is_of_no_account(runs: KeptRuns) -> None:
    [file] = (runs.top / "kept").iterdir()
    whole, fresh, chance = file.read_bytes(), runs.fresh(), Random(2)
    for _ in range(40):
        at = chance.choice((chance.randrange(200), chance.randrange(len(whole))))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << chance.randrange(8)
        for broken in (whole[:at], whole[at:], whole[:at] + whole[at + 1 :]):
            file.write_bytes(broken)
            assert runs.kept() == fresh
            assert runs.checked == NOTES.keys()
        file.write_bytes(flipped)
        assert is_the_same(runs)


def test_what_is_known_is_only_written_where_it_is_other(runs: KeptRuns) -> None:
    [file] = (runs.top / "kept").iterdir()
    before = file.stat().st_ino
    runs.kept()
    runs.only_opened()
    runs.kept([runs.root / "a.md"])
    assert file.stat().st_ino == before
    runs.put("a.md", "x\n")
    runs.kept()
    assert file.stat().st_ino != before


def test_the_file_does_not_grow_with_the_runs(runs: KeptRuns) -> None:
    chance, sizes = Random(3), []
    for _ in range(30):
        edit(runs, chance)
        runs.kept()
    for path in runs.notes:
        path.unlink()
    runs.put_all(NOTES)
    for _ in range(2):
        runs.kept()
        sizes.append(sum(len(data) for data in sections(runs).values()))
        runs.touch(runs.root / "a.md")
    assert sizes[0] == sizes[1]


def test_nothing_is_known_from_what_is_no_cache(tmp_path: Path) -> None:
    cache = Cache(lambda: cache_file(tmp_path, tmp_path))
    assert Snapshot.kept_in(cache, lambda _: None) == Snapshot()
    assert not Snapshot().is_kept
