"""The page on what notelint costs has the table that the script makes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(BENCH)])


def test_the_table_has_the_cases_of_the_script() -> None:
    import rivals

    text = rivals.PAGE.read_text(encoding="utf-8")
    table = text.partition(rivals.BEGIN)[2].partition(rivals.END)[0]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    zero = rivals.Cost(1.0, 1.0, 1)
    rows = [rivals.row_of(case, [rivals.Pair(zero, zero)]) for case in rivals.CASES]
    expected = rivals.table_of(rows)
    assert lines[:2] == expected[:2]
    assert [_said(line) for line in lines[2:]] == [_said(line) for line in expected[2:]]
    assert all(float(cell) > 0 for line in lines[2:] for cell in line.split("|")[5:8])


def _said(line: str) -> list[str]:
    """A row without what was measured."""
    return line.split("|")[:5]


def test_nine_notes_in_ten_of_the_vault_have_a_finding(tmp_path: Path) -> None:
    import dictionary

    import notelint

    dictionary.make_vault(tmp_path / "vault", 200)
    results = list(notelint.check(notelint.open_vault(tmp_path / "vault"), ["terms"]))
    share = sum(bool(result.findings) for result in results) / len(results)
    assert 0.85 < share < 0.97


def test_a_note_is_changed_a_little_each_time(tmp_path: Path) -> None:
    import rivals

    note = tmp_path / "a.md"
    note.write_text("x\n", encoding="utf-8")
    edit, states = rivals._editing(note), set()
    for _ in range(3):
        edit()
        states.add((note.stat().st_mtime_ns, note.read_bytes()))
    assert len(states) == 3
