"""Which configuration holds: the nearest file, the one that is named, or none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from support.configurations import LIGATURE, SPACED, checked
from support.on_disk import VaultOnDisk
from support.packs import using


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notelint.yaml", "ignore: [ligature]\n"),
        (".notelint.yaml", "ignore: [ligature]\n"),
        ("pyproject.toml", "[project]\nname = 'x'\n[tool.notelint]\nignore = ['ligature']\n"),
        ("notelint.yaml", "\ufeffignore: [ligature]\r\n"),
        ("pyproject.toml", "\ufeff[tool.notelint]\r\nignore = ['ligature']\r\n"),
    ],
)
def test_a_configuration_has_three_names(vault: VaultOnDisk, name: str, content: str) -> None:
    assert checked(vault, content, name=name).names == ["source-spacing"]


def test_a_pyproject_without_the_table_is_no_configuration(vault: VaultOnDisk) -> None:
    vault.put("pyproject.toml", "[tool.ruff]\nignore = ['x']\n")
    (vault.root.parent / "notelint.yaml").write_text("ignore: [ligature]\n")
    vault.put("a.md", SPACED + LIGATURE)
    assert vault.json().names == ["source-spacing"]


def test_the_nearest_configuration_wins(vault: VaultOnDisk) -> None:
    (vault.root.parent / "notelint.yaml").write_text("ignore: [source-spacing]\n")
    assert checked(vault, "ignore: [ligature]\n").names == ["source-spacing"]


def test_a_configuration_makes_its_folder_the_vault(folder: VaultOnDisk) -> None:
    folder.put("notelint.yaml", "ignore: [ligature]\n")
    folder.put("terms/a.md", "[[b]] ﬁ\n")
    folder.put("other/b.md", "")
    assert folder.json("terms/a.md").names == []


def test_one_file_may_be_named(vault: VaultOnDisk) -> None:
    vault.put("other.yaml", "ignore: [ligature]\n")
    vault.put("notelint.yaml", "ignore: [source-spacing]\n")
    vault.put("a.md", SPACED + LIGATURE)
    assert vault.json("--config", "other.yaml").names == ["source-spacing"]


def test_isolated_reads_no_file(vault: VaultOnDisk) -> None:
    vault.put("notelint.yaml", "ignore: [ligature]\n")
    vault.put("a.md", LIGATURE)
    assert vault.json("--isolated").names == ["ligature"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("notelint.yaml", "a: ["), ("pyproject.toml", "a = ["), ("notelint.yaml", b"\xff")],
)
def test_isolated_goes_without_a_broken_file(
    folder: VaultOnDisk, name: str, content: str | bytes
) -> None:
    folder.put(name, content)
    folder.put("a.md", LIGATURE)
    assert folder.json("--isolated").names == ["ligature"]


def test_isolated_reads_no_pack(vault: VaultOnDisk) -> None:
    using(vault, "no pack at all")
    assert vault.json("--isolated").names == []


def test_a_value_outweighs_the_file_and_an_option_outweighs_the_value(vault: VaultOnDisk) -> None:
    vault.put("notelint.yaml", "select: [NL402]\n")
    vault.put("a.md", SPACED + LIGATURE)
    value = ("--config", "select=[ligature]")
    assert vault.json(*value).names == ["ligature"]
    assert vault.json(*value, "--select", "NL201").names == ["source-spacing"]


def test_a_file_and_values_may_be_given_together(vault: VaultOnDisk) -> None:
    vault.put("other.yaml", "ignore: [ligature]\n")
    vault.put("a.md", SPACED + LIGATURE)
    both = ("--config", "other.yaml", "--config", "rules.source-spacing.severity=info")
    [diagnostic] = vault.json(*both).report["diagnostics"]
    assert (diagnostic["name"], diagnostic["severity"]) == ("source-spacing", "info")


def test_a_wrong_configuration_stops_before_any_note_is_written(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    vault.put("notelint.yaml", "per-file: {zzz: {ignore: [x]}}\n")
    vault.refusal("--fix")
    assert vault.text("a.md") == SPACED


def test_a_configuration_that_is_no_file_is_named_and_passed_over(vault: VaultOnDisk) -> None:
    os.mkfifo(vault.root / "notelint.yaml")
    (vault.root / ".notelint.yaml").symlink_to("/dev/zero")
    vault.put("a.md", LIGATURE)
    ran = vault.json()
    assert (ran.code, ran.names) == (1, ["ligature"])
    assert [line.split(": ")[1] for line in ran.err.splitlines()] == [
        str(vault.root / name) for name in ("notelint.yaml", ".notelint.yaml")
    ]


def test_a_foreign_pyproject_that_cannot_be_read_is_named_and_passed_over(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.put("../pyproject.toml", "[tool.notelint]\nignore = ['ligature']\n")
    vault.put("a.md", LIGATURE)

    def refusing(path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("notelint.config.loader.has_table", refusing)
    ran = vault.json()
    assert (ran.code, ran.names) == (1, ["ligature"])
    assert ran.err.count("pyproject.toml: not read (Permission denied); mend that") == 1


def test_a_configuration_that_is_too_large_is_not_read(vault: VaultOnDisk) -> None:
    vault.put("notelint.yaml", "")
    os.truncate(vault.root / "notelint.yaml", 5_000_000_000)
    assert "5,000,000,000 bytes, more than 1,000,000" in vault.refusal()
