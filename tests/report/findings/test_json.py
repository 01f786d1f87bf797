"""The format ``json``: the report for programs."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk
from support.reports import finding
from support.short_notes import LIGATURE, SPACED

from notelint import __version__
from notelint.report import Options, Report
from notelint.report.findings import json
from notelint.values import Applicability, Edit, Fix, Span


def test_json_is_one_object_with_its_letters_as_they_are() -> None:
    text = "".join(json.render(Report("/vàult", [finding("ﬁ", "ﬁ")]), Options()))
    assert "/vàult" in text
    assert '"version": 1' in text


def test_the_edits_of_a_fix_are_all_told() -> None:
    fix = Fix("do both", (Edit(Span(0, 1), "fi"), Edit(Span(2, 2), "x")), Applicability.UNSAFE)
    report = Report("/vault", [finding("ﬁ\nb", "ﬁ", fix)])
    [told] = [d["fix"] for d in json.diagnostics(report)]
    assert (told["applicability"], told["title"]) == ("unsafe", "do both")
    assert [(e["start"]["line"], e["end"]["offset"], e["text"]) for e in told["edits"]] == [
        (1, 1, "fi"),
        (2, 2, "x"),
    ]


def test_the_json_report_has_the_keys_of_the_contract(vault: VaultOnDisk) -> None:
    vault.put("terms/a.md", SPACED + "[^1]: another\n")
    report = vault.json().report
    assert list(report) == ["version", "tool", "vault", "summary", "diagnostics"]
    assert report["version"] == 1
    assert report["tool"] == {"name": "notelint", "version": __version__}
    assert report["vault"] == str(vault.root)
    assert report["summary"] == {
        "files": 1, "checked": 1, "fixed": 0, "findings": 2, "fixable": 1,
    }  # fmt: skip
    spacing, duplicate = report["diagnostics"]
    assert spacing == {
        "code": "NL201",
        "name": "source-spacing",
        "severity": "warning",
        "message": spacing["message"],
        "path": "terms/a.md",
        "start": {"line": 3, "column": 10, "offset": 42},
        "end": {"line": 3, "column": 11, "offset": 43},
        "fix": {
            "applicability": "safe",
            "title": spacing["fix"]["title"],
            "edits": [
                {
                    "start": {"line": 3, "column": 10, "offset": 42},
                    "end": {"line": 3, "column": 11, "offset": 43},
                    "text": "",
                }
            ],
        },
        "related": [],
    }
    assert duplicate["fix"] is None
    heading, definition = duplicate["related"]
    assert heading["start"] == {"line": 3, "column": 1, "offset": 33}
    assert definition == {
        "path": "terms/a.md",
        "start": {"line": 7, "column": 1, "offset": 73},
        "end": {"line": 7, "column": 6, "offset": 78},
        "message": "its definition",
    }


def test_findings_are_ordered_by_path_then_offset_then_code(vault: VaultOnDisk) -> None:
    for name in ("b.md", "a/c.md", "a.md", "A.md"):
        vault.put(name, "ﬁ[[x]][^1]\n[^1]: \n")
    found = [
        (d["path"], d["start"]["offset"], d["code"]) for d in vault.json().report["diagnostics"]
    ]
    assert found == sorted(found)
    assert len({path for path, _, _ in found}) == 4


def test_offsets_are_code_points_of_the_file_on_disk(vault: VaultOnDisk) -> None:
    vault.put("a.md", "\ufeff🧱 é\r\n𝒳 e\u0301 ﬁ\r\n")
    [diagnostic] = vault.json().report["diagnostics"]
    assert diagnostic["start"] == {"line": 2, "column": 6, "offset": 11}
    assert diagnostic["end"] == {"line": 2, "column": 7, "offset": 12}


def test_a_byte_order_mark_counts_as_a_column(vault: VaultOnDisk) -> None:
    vault.put("a.md", "\ufeffﬁ")
    [diagnostic] = vault.json().report["diagnostics"]
    assert diagnostic["start"] == {"line": 1, "column": 2, "offset": 1}


@pytest.mark.parametrize(
    ("ending", "line"), [("\n", 2), ("\r\n", 2), ("\r", 2), ("\x0b", 1), ("\u2028", 1), ("\x85", 1)]
)
def test_three_line_endings_count_and_nothing_else_does(
    vault: VaultOnDisk, ending: str, line: int
) -> None:
    vault.put("a.md", f"a{ending}ﬁ")
    [diagnostic] = vault.json("--select", "ligature").report["diagnostics"]
    assert diagnostic["start"]["line"] == line


def test_the_paths_of_the_report_are_relative_to_the_vault(vault: VaultOnDisk) -> None:
    vault.put("a b/ç.md", LIGATURE)
    vault.monkeypatch.chdir(vault.root / "a b")
    assert [d["path"] for d in vault.json("ç.md").report["diagnostics"]] == ["a b/ç.md"]
