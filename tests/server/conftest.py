"""A vault of three notes, and an editor that has the whole server as a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.desks import write_notes
from support.editor import Editor, editor_at

NOTES = {"a.md": "🙂 [[b#B]] ﬁ\n", "b.md": "# B\n", "x/c.md": "ﬁ\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_notes(tmp_path / "vault", NOTES)
    return tmp_path / "vault"


@pytest.fixture
def editor(root: Path) -> Iterator[Editor]:
    with editor_at(root) as editor:
        yield editor
