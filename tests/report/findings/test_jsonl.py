"""The format ``jsonl``: one diagnostic a line."""

from __future__ import annotations

import json

from support.on_disk import VaultOnDisk
from support.short_notes import GOOD, LIGATURE, SPACED


def test_each_line_is_a_diagnostic_of_the_json_report(vault: VaultOnDisk) -> None:
    vault.put("a b.md", SPACED + LIGATURE)
    vault.put("a\nb.md", SPACED)
    told = vault.json().report["diagnostics"]
    lines = vault.run("--output-format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == told
    assert len(told) > 2


def test_nothing_found_is_no_line(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD)
    assert vault.run("--output-format", "jsonl").out == ""
