"""What a run over shards tells at its end."""

from __future__ import annotations

from argparse import Namespace

import pytest

from notelint.batch import Came
from notelint.cli.batch_summary import tell_of


def test_of_many_failures_some_are_told_and_where_the_others_stand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    failures = [(f"{number}.md", f"{number}.md: passed over") for number in range(22)]
    tell_of([Came("a", notes=30, failures=failures)], Namespace(quiet=True, step="run"), 1)
    *told, last = capsys.readouterr().err.splitlines()
    assert len(told) == 20
    assert last == "notelint: and 2 failures more, which stand in the manifests"
