"""A vault opened: whose settings it has, what of it is known, and what could not be read."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk

from notelint.config import default_settings
from notelint.disk import Cache, Discovery, cache_file, discover
from notelint.run import open_vault, opened, reopened


@pytest.fixture
def root(vault: VaultOnDisk) -> Path:
    vault.put("notelint.yaml", "select: [ligature]\n")
    vault.put("other.yaml", "select: [math-dash]\n")
    vault.put("a.md", "[[b#Walls]]\n")
    vault.put("terms/b.md", "# Walls\n")
    vault.put("figure.png", b"")
    for note in ("a.md", "terms/b.md"):
        os.utime(vault.root / note, (0, 0))
    return vault.root


def test_a_vault_has_the_settings_of_its_own_file(root: Path) -> None:
    assert open_vault(root / "terms").settings.selected == {"ligature"}


def test_another_file_is_taken_in_its_place(root: Path) -> None:
    assert open_vault(root, root / "other.yaml").settings.selected == {"math-dash"}


def test_settings_are_taken_in_place_of_any_file(root: Path) -> None:
    settings = default_settings()
    assert open_vault(root, root / "gone.yaml", settings=settings).settings == settings


def test_of_a_folder_s_notes_the_others_are_known_too(root: Path) -> None:
    vault = open_vault(root / "terms")
    assert (vault.root, list(vault.notes)) == (root, ["terms/b.md"])
    assert set(vault.files) >= {"a.md", "terms/b.md", "figure.png"}
    assert vault.index == open_vault(root).index


def test_what_cannot_be_read_is_told_and_the_rest_is_there(root: Path) -> None:
    (root / ".obsidian" / "app.json").write_text("{")
    found = discover(root, [root], True)
    gone = Discovery(root, (*found.files, "c.md"), (*found.notes, "c.md"), found.problems)
    vault = opened(gone, default_settings())
    assert ["app.json" in problem for problem in vault.problems] == [True]
    assert "c.md" in (vault.notes["c.md"].error or "")
    assert vault.notes["terms/b.md"].content == b"# Walls\n"
    assert vault.index.anchors("c.md") is None


def test_a_vault_that_is_opened_from_the_cache_is_the_same(root: Path, tmp_path: Path) -> None:
    discovery, settings = discover(root, [root], True), default_settings()
    for is_known in (False, True):
        cache = Cache(lambda: cache_file(root, tmp_path))
        kept, fresh = opened(discovery, settings, cache), opened(discovery, settings)
        assert kept.snapshot.is_kept is is_known
        assert (kept.index, kept.names, dict(kept.notes)) == (
            *(fresh.index, fresh.names, dict(fresh.notes)),
        )
        kept.snapshot.keep_in(cache)
        cache.close()


def test_a_note_too_large_for_the_settings_is_unknown_though_others_read_it(
    root: Path, tmp_path: Path
) -> None:
    """Else links to its headings were checked in one run, and in another not."""
    discovery, large = discover(root, [root], True), default_settings()
    for settings in (large, replace(large, max_note_size=1), large):
        cache = Cache(lambda: cache_file(root, tmp_path))
        kept = opened(discovery, settings, cache)
        assert kept.index == opened(discovery, settings).index
        kept.snapshot.keep_in(cache)
        cache.close()


def test_a_tilde_is_the_user_s_home(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(root.parent))
    monkeypatch.setenv("USERPROFILE", str(root.parent))
    assert open_vault(f"~/{root.name}").root == root


def test_a_vault_is_opened_again_by_what_is_known_of_it(root: Path) -> None:
    settings = default_settings()
    before = opened(discover(root, [root], True), settings)
    (root / "terms/b.md").write_text("# Doors\n")
    (root / "c.md").write_text("x\n")
    os.utime(root / "c.md", (0, 0))
    now = reopened(before.snapshot, discover(root, [root], True), settings)
    assert now.read == ("c.md", "terms/b.md")
    assert now.index == opened(discover(root, [root], True), settings).index


def test_any_note_of_the_vault_can_be_read_be_it_checked_or_not(root: Path) -> None:
    vault = opened(discover(root, [root / "terms"], True), default_settings())
    assert vault.file("a.md").content == b"[[b#Walls]]\n"
    assert "gone.md" in (vault.file("gone.md").error or "")
