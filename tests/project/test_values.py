"""Everything that goes from one part to another is a value: it compares, and it can be sent."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk

from notelint import check, check_text, fix_text, open_vault, read_note
from notelint.disk import NoteFile
from notelint.undo.rewrite import Rewrite
from notelint.values import (
    Applicability,
    ConfigError,
    NotelintError,
    Place,
    RunawayPatternError,
    UsageError,
)

TERM = (
    "---\naliases: [PNS]\n---\n## Synthesis\n- [[b]] ﬁ\n## Source [^1]\n- y\n\n[^1]: *z* $n$ `c`\n"
)
PACK = """\
pack: house
version: 1
rules:
  no-etc:
    code: HOUSE001
    kind: words
    where: text
    summary: Nothing is left out.
    reason: Because.
    message: "`{found}` says nothing"
    words: {etc: null}
    bad: "etc\\n"
    good: "x\\n"
"""
CONFIG = "packs: [house.yaml]\nselect: [ALL]\nper-file: {'x/**': {ignore: [ligature]}}\n"


def sent(value: object) -> object:
    return pickle.loads(pickle.dumps(value))


@pytest.fixture
def root(vault: VaultOnDisk) -> Path:
    vault.put("a.md", TERM)
    vault.put("b.md", "etc [[PNS]]\n")
    vault.put("bad.md", b"\xe9")
    vault.put("house.yaml", PACK)
    vault.put("notelint.yaml", CONFIG)
    return vault.root


def test_a_vault_with_its_settings_and_packs_is_a_value(root: Path) -> None:
    vault = open_vault(root)
    assert {rule.rule.name for rule in vault.settings.rules} >= {"no-etc", "ligature"}
    assert open_vault(root) == vault
    assert sent(vault) == vault
    assert sent(vault.settings) == vault.settings


def test_results_and_their_diagnostics_are_values(root: Path) -> None:
    vault = open_vault(root)
    results = list(check(vault))
    assert {finding.name for result in results for finding in result.findings} >= {
        "no-etc",
        "alias-link",
        "invalid-encoding",
    }
    assert list(check(sent(vault))) == results  # type: ignore[arg-type]
    assert sent(results) == results


def test_a_fixed_text_is_a_value(root: Path) -> None:
    result = fix_text(open_vault(root), "a.md", TERM, applicability=Applicability.SAFE)
    assert [fixed.name for fixed in result.fixed] == ["ligature", "source-spacing"]
    assert sent(result) == result


def test_a_note_with_its_tree_and_facts_is_a_value() -> None:
    note = read_note("a.md", TERM)
    assert note.facts.links
    assert note.anchors.by_key
    again = sent(note)
    assert again == note == read_note("a.md", TERM)
    assert again.is_parsed  # type: ignore[attr-defined]


def test_what_is_read_and_written_are_values() -> None:
    for value in (NoteFile(b"x"), NoteFile(error="gone"), Rewrite("a.md", b"x", b"y", ("r",))):
        assert sent(value) == value


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (NotelintError("broken"), "broken"),
        (UsageError("no such path", "check it", Place("x")), "x: no such path; check it"),
        (ConfigError("is wrong", "mend it", Place("f", 3), "a.b"), "f:3: a.b: is wrong; mend it"),
        (RunawayPatternError("runs", place=Place("p"), rule="r"), "p: runs"),
    ],
)
def test_an_error_says_where_what_and_what_to_do(error: NotelintError, text: str) -> None:
    again = sent(error)
    assert str(error) == str(again) == text
    assert vars(again) == vars(error)


def test_a_text_in_an_editor_is_seen_in_place_of_the_one_on_disk(root: Path) -> None:
    vault = open_vault(root, root / "notelint.yaml")
    assert "ligature" not in {found.name for found in check_text(vault, "a.md", "# New\n").findings}
    linked = check_text(vault, "new.md", "[[#Here]] [[new#Here]]\n\n# Here\n")
    assert linked.findings == ()
