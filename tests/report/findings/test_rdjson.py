"""The format ``rdjson``: one object for reviewdog."""

from __future__ import annotations

from support.on_disk import VaultOnDisk
from support.short_notes import GOOD, SPACED


def test_the_diagnostics_come_from_notelint(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    report = vault.run("--output-format", "rdjson").report
    assert list(report) == ["source", "diagnostics"]
    assert report["source"] == {"name": "notelint"}
    assert [item["code"] for item in report["diagnostics"]] == [{"value": "NL201"}]


def test_nothing_found_is_an_empty_list(vault: VaultOnDisk) -> None:
    vault.put("a.md", GOOD)
    assert vault.run("--output-format", "rdjson").report["diagnostics"] == []
