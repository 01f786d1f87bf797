"""Which vault a folder is in while an editor has some folders open."""

from __future__ import annotations

from pathlib import Path

from notelint.server.roots import Roots


def folder(path: Path, *marks: str) -> Path:
    path.mkdir(parents=True, exist_ok=True)
    for mark in marks:
        (path / mark).mkdir()
    return path


def test_the_vault_around_a_folder_is_its_root(tmp_path: Path) -> None:
    vault = folder(tmp_path / "vault", ".obsidian")
    assert Roots(()).of(folder(vault / "a/b")) == vault


def test_without_a_mark_it_is_the_folder_that_the_editor_has_open(tmp_path: Path) -> None:
    top = folder(tmp_path / "plain")
    inner = folder(top / "a/b")
    assert Roots([inner.parent, top]).of(inner) == top
    assert Roots(()).of(inner) is None
    assert Roots([folder(tmp_path / "other")]).of(inner) is None


def test_a_mark_counts_more_than_what_is_open(tmp_path: Path) -> None:
    top = folder(tmp_path / "plain")
    vault = folder(top / "vault", ".git")
    assert Roots([top]).of(folder(vault / "a")) == vault
    assert Roots([top]).of(vault) == vault


def test_what_was_found_is_remembered_until_it_is_forgotten(tmp_path: Path) -> None:
    top = folder(tmp_path / "plain")
    roots = Roots(())
    assert roots.of(top) is None
    folder(top, ".obsidian")
    assert roots.of(top) is None
    roots.forget()
    assert roots.of(top) == top
