"""What the change of a file on disk means for a vault."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol.types import FileChangeType

from notelint.server.watched_files import News, news_of, watchers

NEW, CHANGED, GONE = FileChangeType.Created, FileChangeType.Changed, FileChangeType.Deleted


@pytest.mark.parametrize(
    ("path", "kind", "news"),
    [
        ("a/b.md", CHANGED, News.TEXT),
        ("a/b.md", NEW, News.VAULT),
        ("a/b.md", GONE, News.VAULT),
        ("picture.png", NEW, News.VAULT),
        ("picture.png", CHANGED, News.NOTHING),
        ("folder", GONE, News.VAULT),
        ("rules/house.yaml", CHANGED, News.VAULT),
        ("notelint.yaml", CHANGED, News.VAULT),
        ("notelint.yaml", GONE, News.MARK),
        (".notelint.yaml", CHANGED, News.VAULT),
        ("pyproject.toml", NEW, News.MARK),
        ("sub/.obsidian", NEW, News.MARK),
        (".git", GONE, News.MARK),
        (".gitignore", CHANGED, News.VAULT),
        (".obsidian/app.json", CHANGED, News.VAULT),
        (".obsidian/workspace.json", CHANGED, News.NOTHING),
        (".git/index.lock", NEW, News.NOTHING),
        (".trash/b.md", NEW, News.NOTHING),
        ("../rules/house.yaml", CHANGED, News.VAULT),
        ("../other/b.md", NEW, News.NOTHING),
    ],
)
def test_what_a_change_means(path: str, kind: FileChangeType, news: News) -> None:
    root = Path("/vaults/mine")
    told = (root / path).parent.resolve() / Path(path).name
    assert news_of(root, told, kind) is news


def test_the_editor_is_asked_for_notes_settings_and_whatever_comes_and_goes() -> None:
    asked = {str(watcher.glob_pattern): watcher.kind for watcher in watchers().watchers}
    assert asked["**/*.md"] is None
    assert asked["**/*"] == 5
