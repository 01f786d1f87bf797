"""What is in a vault as it was kept: told again while it is so, and listed anew otherwise."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support.folders import make

from notelint.disk import Cache, cache_file, joined, kept_listing, list_folder, sections_of_folders
from notelint.disk import listed as told
from notelint.disk.walk import Listing

AGAIN = 16  # folders that are listed again at most


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if what is made here were two seconds old."""
    monkeypatch.setattr(kept_listing, "_SETTLED", 0)


@pytest.fixture
def entered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folders that are listed."""
    seen: list[str] = []
    scandir = os.scandir

    def seeing(path: str) -> object:
        seen.append(os.path.basename(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", seeing)
    return seen


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(lambda: cache_file(tmp_path, tmp_path / ".kept"))


@pytest.fixture
def vault(tmp_path: Path, cache: Cache) -> Path:
    """A vault whose listing is kept, and has its cache in a dot-folder."""
    make(tmp_path, ".kept/", "a.md", "b/c.md", "b/d/e.png", "f/", *(f"g/{n}/" for n in range(20)))
    keep(list_folder(tmp_path), cache)
    return tmp_path


def keep(listing: Listing, cache: Cache) -> None:
    files = ("files", joined(sorted(listing.files)))
    cache.keep([files, *sections_of_folders(listing.folders)])


def test_what_has_not_changed_is_not_listed(vault: Path, cache: Cache, entered: list[str]) -> None:
    assert sorted(told(vault, cache).files) == ["a.md", "b/c.md", "b/d/e.png"]
    assert entered == []
    assert told(vault, cache).is_lasting


def test_a_note_that_was_written_is_no_other_file(
    vault: Path, cache: Cache, entered: list[str]
) -> None:
    (vault / "b" / "x").write_text("x")
    (vault / "b" / "x").replace(vault / "b" / "c.md")
    assert sorted(told(vault, cache).files) == ["a.md", "b/c.md", "b/d/e.png"]
    assert entered == ["b"]


CHANGES: list[Callable[[Path], object]] = [
    lambda vault: (vault / "new.md").touch(),
    lambda vault: (vault / "b" / "new.md").touch(),
    lambda vault: (vault / "b" / "d" / "new.md").touch(),
    lambda vault: (vault / "a.md").unlink(),
    lambda vault: (vault / "a.md").rename(vault / "A.md"),
    lambda vault: (vault / "b" / "d").rename(vault / "f" / "d"),
    lambda vault: (vault / "f").rmdir(),
    lambda vault: (vault / "f" / "new").mkdir(),
    lambda vault: (vault / "b" / ".obsidian").mkdir(),
    lambda vault: (vault / "b" / ".git").mkdir(),
    lambda vault: (vault / "f" / "x.md").symlink_to(vault / "a.md"),
    lambda vault: os.mkfifo(vault / "f" / "x.md"),
    lambda vault: ((vault / "a.md").unlink(), (vault / "a.md").mkdir()),
    lambda vault: [(vault / "g" / f"{n}" / "x.md").touch() for n in range(AGAIN + 1)],
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_seen(
    vault: Path, cache: Cache, change: Callable[[Path], object]
) -> None:
    times = {folder: folder.stat() for folder in (vault, vault / "b", vault / "f")}
    change(vault)
    for folder, status in times.items():
        if folder.exists():  # what sets times back cannot set back that it did so
            os.utime(folder, ns=(status.st_atime_ns, status.st_mtime_ns))
    anew = list_folder(vault)
    anew.folders, anew.is_lasting = {}, True
    now = told(vault, cache)
    now.folders, now.is_lasting = {}, True
    for listing in (anew, now):
        listing.files.sort()
    assert now == anew


@pytest.mark.parametrize("link", ["f/x.md", "f/gone.md", "b/.obsidian"])
def test_what_leads_elsewhere_is_always_looked_at(tmp_path: Path, cache: Cache, link: str) -> None:
    make(tmp_path, ".kept/", "a.md", "b/", "f/", "other/")
    target = {"f/x.md": "a.md", "f/gone.md": "gone", "b/.obsidian": "a.md"}[link]
    (tmp_path / link).symlink_to(tmp_path / target)
    assert not list_folder(tmp_path).is_lasting


def test_a_young_folder_is_listed_again(
    vault: Path, cache: Cache, entered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_listing, "_SETTLED", 3_600_000_000_000)
    (vault / "b" / "new.md").touch()
    keep(list_folder(vault), cache)
    entered.clear()
    assert "b/new.md" in told(vault, cache).files
    assert "b" in entered


@pytest.mark.parametrize("times", [b"", b"x", b"\0" * 16, b"\0" * 1024])
def test_what_is_broken_is_listed_anew(vault: Path, cache: Cache, times: bytes) -> None:
    keep(list_folder(vault), cache)
    cache.keep([("files", [b"gone.md\0"]), ("folders", [b"\0b\0"]), ("times", [times])])
    assert sorted(told(vault, cache).files) == ["a.md", "b/c.md", "b/d/e.png"]
