"""The file of a baseline: what is written is read again."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.report import rendered_baseline
from notelint.run import Entry, read_baseline

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
baselines = st.dictionaries(st.builds(Entry, texts, texts, texts), st.integers(1, 9), max_size=5)


@settings(deadline=None, derandomize=True)
@given(baselines)
def test_what_is_written_is_read_and_stands_in_order(known: dict[Entry, int]) -> None:
    written = "".join(rendered_baseline(known))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "base.json"
        path.write_text(written, encoding="utf-8", newline="")
        read = read_baseline(str(path))
    assert read == known
    assert list(read) == sorted(known)
