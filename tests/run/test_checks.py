"""Notes checked with what earlier runs found: the same findings as without, and checks of exactly
the notes that a change concerns."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from support.kept_runs import ALL_RULES, BASE, KeptRuns
from support.random_vaults import edit, name, note

from notelint.run import checks, reading, snapshot


@pytest.fixture
def runs(tmp_path: Path) -> KeptRuns:
    return KeptRuns(tmp_path)


# --- the law


@pytest.mark.parametrize("seed", range(6))
def test_what_is_told_is_the_same_with_and_without_what_was_kept(
    runs: KeptRuns, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(seed)
    monkeypatch.setattr(checks, "_LARGE", chance.choice((2, 1000)))  # a run on one keeps nothing
    monkeypatch.setattr(checks, "CHUNK", chance.choice((1, 3, 32)))
    monkeypatch.setattr(reading, "_MOST_BYTES", chance.choice((1, 300, 10_000)))
    small = replace(ALL_RULES, max_note_size=120)
    quick = replace(ALL_RULES, conventions=replace(ALL_RULES.conventions, learn_labels=2))
    for _ in range(25):
        runs.put(name(chance), note(chance))
    for _ in range(15):
        for _ in range(chance.choice((0, 1, 1, 1, 2, 5))):
            edit(runs, chance)
        if chance.random() < 0.1:
            runs.only_opened()
        settings = chance.choice((BASE, ALL_RULES, quick, quick, small))
        paths = chance.sample(runs.notes, 1) if runs.notes and chance.random() < 0.5 else []
        assert runs.kept(paths, settings) == runs.fresh(paths, settings)


# --- whom a change concerns

NOTES = {
    "cell.md": "# Walls\n\n## Doors\n",
    "links.md": "[[cell#Walls]]\n",
    "also.md": "See [[cell#walls|there]].\n",
    "door.md": "[[cell#Doors]]\n",
    "plain.md": "[[cell]]\n",
    "lost.md": "[[nowhere]]\n",
    "words.md": "A side-effect.\n",
    "alone.md": "Nothing.\n",
}


@pytest.fixture
def kept(runs: KeptRuns) -> KeptRuns:
    """A vault that was checked."""
    runs.put_all(NOTES)
    runs.kept()
    assert runs.checked == NOTES.keys()
    runs.kept()
    assert runs.checked == set()
    return runs


def checked_again(kept: KeptRuns) -> set[str]:
    assert kept.kept() == kept.fresh()
    checked = kept.checked
    kept.kept()
    assert kept.checked == set()
    return checked


def test_an_edit_that_nobody_asks_about_has_its_note_checked(kept: KeptRuns) -> None:
    kept.put("alone.md", "Nothing. Or something?\n")
    assert checked_again(kept) == {"alone.md"}


def test_a_note_that_was_touched_is_checked(kept: KeptRuns) -> None:
    kept.touch(kept.root / "plain.md")
    assert checked_again(kept) == {"plain.md"}


def test_a_heading_that_goes_has_all_checked_that_link_to_places_in_its_note(
    kept: KeptRuns,
) -> None:
    kept.put("cell.md", "## Doors\n")
    assert checked_again(kept) == {"cell.md", "links.md", "also.md", "door.md"}


def test_a_heading_that_comes_concerns_no_one_else(kept: KeptRuns) -> None:
    kept.put("alone.md", "# Nothing\n")
    assert checked_again(kept) == {"alone.md"}


def test_an_alias_that_comes_and_goes_concerns_who_links_by_it(kept: KeptRuns) -> None:
    kept.put("alone.md", "---\naliases: [nowhere]\n---\n")
    assert checked_again(kept) == {"alone.md", "lost.md"}
    kept.put("alone.md", "---\naliases: [elsewhere]\n---\n")
    assert checked_again(kept) == {"alone.md", "lost.md"}
    kept.put("alone.md", "---\naliases: [anywhere]\n---\n")
    assert checked_again(kept) == {"alone.md"}


def test_a_note_that_comes_and_goes_concerns_a_source_that_refers_to_it(kept: KeptRuns) -> None:
    kept.put("quoting.md", "## Source[^1]\n- See CYTOKINES, hyBRID.\n")
    assert checked_again(kept) == {"quoting.md", "lost.md"}
    kept.put("cytokine.md", "")
    assert checked_again(kept) == {"cytokine.md", "quoting.md", "lost.md"}
    (kept.root / "cytokine.md").unlink()
    assert checked_again(kept) == {"quoting.md", "lost.md"}
    kept.put("alone.md", "---\naliases: [Cytokine, hybrid]\n---\n")
    assert checked_again(kept) == {"alone.md", "quoting.md"}


def test_a_link_that_comes_concerns_the_note_that_it_leads_into(kept: KeptRuns) -> None:
    kept.put("source.md", "## Source [^1]\n\n[^1]: [[cell]]\n")
    checked_again(kept)
    kept.put("alone.md", "[[source#Source 1]]\n")
    assert checked_again(kept) == {"alone.md", "source.md"}


def test_a_file_that_is_renamed_concerns_who_links_to_it_or_looks_for_names(
    kept: KeptRuns,
) -> None:
    kept.move(kept.root / "plain.md", "other.md")
    assert checked_again(kept) == {"other.md", "lost.md"}
    kept.move(kept.root / "cell.md", "wall.md")
    assert checked_again(kept) == {
        *("wall.md", "links.md", "also.md", "door.md", "other.md", "lost.md"),
    }


def test_a_file_of_a_missing_name_concerns_who_links_to_it(kept: KeptRuns) -> None:
    kept.put("below/nowhere.md", "Here.\n")
    assert checked_again(kept) == {"below/nowhere.md", "lost.md"}
    kept.put("figure.png", "x")
    assert checked_again(kept) == set()


def test_a_compound_that_is_first_written_concerns_who_writes_it_in_one(kept: KeptRuns) -> None:
    kept.put("one.md", "The sideeffect.\n")
    kept.put("two.md", "## Source[^1]\n- The landmark.\n\n[^1]: a book\n")
    checked_again(kept)
    kept.put("alone.md", "A land-mark.\n")
    assert checked_again(kept) == {"alone.md", "two.md"}


def test_a_word_that_is_counted_concerns_who_weighs_it(kept: KeptRuns) -> None:
    kept.put("split.md", "A sta ff here.\n")
    kept.put("other.md", "A di ff erent one.\n")
    checked_again(kept)
    kept.put("alone.md", "The staff there.\n")
    assert checked_again(kept) == {"alone.md", "split.md"}


def test_a_word_in_other_letters_concerns_nobody_who_does_not_weigh_it(kept: KeptRuns) -> None:
    kept.put("alone.md", "Something else altogether.\n")
    assert checked_again(kept) == {"alone.md"}


def quoting(item: str, name: str = "(Home Page) Book of Walls") -> str:
    return f"## Synthesis\n- x\n## Source[^1]\n- {item}\n## References\n\n[^1]: [[{name}]]\n"


def test_a_label_that_is_printed_concerns_who_takes_a_formula_for_it(kept: KeptRuns) -> None:
    kept.put("formula.md", quoting("$n$. a wall"))
    kept.put("place.md", quoting("a wall of $n$ stones"))
    kept.put("other.md", quoting("$n$. a door", "(Home Page) Book of Doors"))
    kept.put("known.md", quoting("$n$. a door", "(Home Page) A Dictionary of Psychology"))
    for number in range(4):
        kept.put(f"{number}.md", quoting("n. a wall"))
    checked_again(kept)
    kept.put("0.md", quoting("n. a high wall"))
    assert checked_again(kept) == {"0.md"}
    kept.put("0.md", quoting("a high wall", "Home Page - Book of Walls"))
    assert checked_again(kept) == {"0.md", "formula.md"}
    kept.put("1.md", quoting("vb. to wall"))
    assert checked_again(kept) == {"1.md", "formula.md"}


def test_a_letter_that_is_proven_concerns_who_has_it_in_a_known_dictionary(
    kept: KeptRuns,
) -> None:
    collins = "(Home Page) Collins English Dictionary"
    kept.put("formula.md", quoting("$n$ direction of the fibres", collins))
    kept.put("other.md", quoting("$n$ direction of the fibres", f"{collins} 2nd Edition"))
    for number, item in enumerate(["a face", "n an edge", "n an end", "adj edged", "vb to edge"]):
        kept.put(f"{number}.md", quoting(item, collins))
    checked_again(kept)
    kept.put("0.md", quoting("n a face", collins))
    assert checked_again(kept) == {"0.md", "formula.md"}
    assert "NL401" in codes(kept, "formula.md")
    kept.put("1.md", quoting("an edge", collins))
    assert checked_again(kept) == {"1.md", "formula.md"}
    assert "NL401" not in codes(kept, "formula.md")


def codes(kept: KeptRuns, path: str) -> set[str]:
    """What is found in a note by a run that uses what was kept."""
    return {item.code for told in kept.kept() if told.path == path for item in told.findings}


# --- what is loaded


def test_rules_are_loaded_at_once_only_where_processes_part(
    runs: KeptRuns, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads: list[int] = []
    monkeypatch.setattr(type(BASE), "load", lambda settings: loads.append(1))
    runs.put_all({f"{number}.md": "Nothing.\n" for number in range(3 * checks.CHUNK)})
    runs.processes = 2
    assert len(runs.kept()) == 3 * checks.CHUNK
    assert loads == [1]
    runs.put("1.md", "Something.\n")
    runs.kept()
    assert (runs.checked, loads) == ({"1.md"}, [1])


# --- what is known by what


def test_settings_that_take_turns_are_kept_side_by_side_up_to_some(runs: KeptRuns) -> None:
    runs.put_all(NOTES)
    kinds = [
        replace(ALL_RULES, max_note_size=10_000 + number)
        for number in range(snapshot.MOST_TABLES + 1)
    ]
    for settings in kinds:
        runs.kept((), settings)
        assert runs.checked == NOTES.keys()
    for settings in reversed(kinds[1:]):
        runs.kept((), settings)
        assert runs.checked == set()
    runs.kept((), kinds[0])
    assert runs.checked == NOTES.keys()


def test_a_run_on_one_note_leaves_what_is_known_of_the_others(kept: KeptRuns) -> None:
    kept.put("plain.md", "[[cell]] again\n")
    kept.put("alone.md", "# More\n")
    kept.kept([kept.root / "plain.md"])
    assert kept.checked == {"plain.md"}
    assert checked_again(kept) == {"alone.md"}


def test_a_note_that_is_changed_twice_while_it_is_young_is_read_twice(runs: KeptRuns) -> None:
    """Its time and size are the same, and say nothing."""
    for head in ("Walls", "Doors", "Walls"):
        runs.put_all({"a.md": "[[b#Walls]]\n", "b.md": f"# {head}\n"})
        os.utime(runs.root / "b.md", (time.time() + 3600, time.time() // 1 + 3600))
        assert runs.kept() == runs.fresh()


def test_a_note_that_is_out_of_reach_by_now_is_unknown(kept: KeptRuns) -> None:
    cell = kept.root / "cell.md"
    cell.unlink()
    cell.symlink_to(kept.root / "gone.md")
    assert kept.kept() == kept.fresh()
    cell.unlink()
    kept.put("cell.md", NOTES["cell.md"])
    assert kept.kept() == kept.fresh()


def test_a_note_that_cannot_be_decoded_any_more_is_unknown(kept: KeptRuns) -> None:
    (kept.root / "cell.md").write_bytes(b"# Walls \xff\n")
    kept.touch(kept.root / "cell.md")
    for _ in range(2):
        assert kept.kept() == kept.fresh()
        assert "cell.md" in kept.checked


def test_a_vault_of_one_note_is_known_too(runs: KeptRuns) -> None:
    runs.put("a.md", "of to\n")
    runs.kept()
    runs.put("figure.png", "x")
    assert runs.kept() == runs.fresh()
    assert runs.checked == set()


def test_of_a_large_vault_a_run_on_one_note_writes_nothing(
    runs: KeptRuns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_LARGE", 2)
    monkeypatch.setattr(checks, "_LITTLE", 4)
    runs.put_all({f"{name}.md": "A wall.\n" for name in "abcdef"})
    runs.kept()
    [file] = (runs.top / "kept").iterdir()
    before = file.read_bytes()
    runs.put("a.md", "Another wall.\n")
    for _ in range(2):
        runs.kept([runs.root / "a.md"])
        assert (file.read_bytes(), runs.checked) == (before, {"a.md"})
    runs.kept()
    assert (file.read_bytes() != before, runs.checked) == (True, {"a.md"})
    runs.kept()
    assert runs.checked == set()
