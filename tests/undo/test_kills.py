"""Runs that are killed while they write, by the same script that does it five hundred times."""

from __future__ import annotations

import importlib.util
import signal
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parent.parent.parent / "bench" / "kills.py"


@pytest.fixture
def kills(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    specification = importlib.util.spec_from_file_location("kills", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    monkeypatch.setitem(sys.modules, "kills", module)  # where dataclasses look for it
    specification.loader.exec_module(module)
    return module


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system cannot kill like that")
def test_killed_runs_leave_every_note_old_or_new_and_can_be_undone(
    tmp_path: Path, kills: ModuleType
) -> None:
    vault = kills.make_range(tmp_path, notes=60, seed=7)
    tally = kills.Tally()
    for _ in range(8):
        kills.shoot(vault, tally)
    assert tally.is_good, tally
    assert tally.old + tally.new == 8 * 60
    assert tally.old
