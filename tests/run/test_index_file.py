"""Notes checked with the index of their vault in a file: the same findings as with one in memory,
and the same questions put to it."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from support.kept_runs import ALL_RULES
from support.random_vaults import name, note

from notelint.disk import NoteFile
from notelint.lint import Result
from notelint.notes import scan_summary
from notelint.run import Treatment
from notelint.values import Applicability
from notelint.vault import (
    Asked,
    FileNames,
    Vault,
    asking,
    fold,
    fold_facts,
    open_index,
    write_facts,
)

OTHERS = frozenset(["pic.png", "a/cell.pdf", "x.md"])


def vaults_of(texts: dict[str, str], folder: Path) -> tuple[Vault, Vault]:
    """A vault in memory, and the same with its index in a file, folded of three."""
    notes, conventions = {path: scan_summary(texts[path]) for path in texts}, ALL_RULES.conventions
    others, paths = OTHERS - texts.keys(), sorted(texts)
    parts = [folder / f"facts {number}" for number in range(3)]
    for number, part in enumerate(parts):
        some = [(path, notes[path]) for path in paths[number::3]]
        write_facts(part, some, () if number else others, others)
    fold_facts(parts, folder / "index")
    opened = open_index(folder / "index")
    names = FileNames.of([*texts, *others], others)
    return Vault(names, fold(notes), conventions), Vault(opened.names, opened.index, conventions)


def treated(texts: dict[str, str], vault: Vault, safety: Applicability | None) -> list[Result]:
    treatment = Treatment(ALL_RULES, safety)
    return [treatment.of_file(path, NoteFile(texts[path].encode()), vault) for path in texts]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("safety", [None, Applicability.UNSAFE])
def test_findings_are_the_same(tmp_path: Path, seed: int, safety: Applicability | None) -> None:
    chance = Random(seed)
    texts = {name(chance): note(chance) for _ in range(30)}
    in_memory, in_a_file = vaults_of(texts, tmp_path)
    found = treated(texts, in_memory, safety)
    assert any(result.findings for result in found)
    assert treated(texts, in_a_file, safety) == found


def test_what_is_asked_is_the_same(tmp_path: Path) -> None:
    chance = Random(9)
    texts = {name(chance): note(chance) for _ in range(30)}
    treatment = Treatment(ALL_RULES)
    asked = (Asked(), Asked())
    vaults = [asking(*pair) for pair in zip(vaults_of(texts, tmp_path), asked, strict=True)]
    for path, content in texts.items():
        for vault in vaults:
            treatment.of_file(path, NoteFile(content.encode()), vault)
        assert asked[0].cells == asked[1].cells
        assert asked[0].words == asked[1].words
    assert asked[0].cells
