"""The format ``rdjsonl``: one diagnostic a line, for reviewdog."""

from __future__ import annotations

import json

from support.hostile_names import put_hostile_notes
from support.on_disk import VaultOnDisk


def test_each_line_is_a_diagnostic_of_rdjson_with_its_source(vault: VaultOnDisk) -> None:
    put_hostile_notes(vault)
    whole = vault.run("--output-format", "rdjson").report["diagnostics"]
    lines = vault.run("--output-format", "rdjsonl").out.split("\n")[:-1]
    source = {"source": {"name": "notelint"}}
    assert [json.loads(line) for line in lines] == [{**item, **source} for item in whole]
