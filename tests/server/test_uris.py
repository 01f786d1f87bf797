"""Addresses of files: as editors write them, and those that are none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from notelint.server.uris import path_of, uri_of


@pytest.mark.parametrize("name", ["a b.md", "ü#?%.md", "日本.md", "100%25.md", "a:b.md"])
def test_a_file_has_an_address_and_an_address_a_file(name: str, tmp_path: Path) -> None:
    assert path_of(uri_of(tmp_path / name)) == tmp_path / name


def test_a_name_that_is_no_text_has_one_too(tmp_path: Path) -> None:
    name = tmp_path / os.fsdecode(b"caf\xe9.md")
    assert path_of(uri_of(name)) == name


@pytest.mark.parametrize(
    "uri", ["file:///a%20b/c.md", "file:///a b/c.md", "file://localhost/a b/c.md"]
)
def test_editors_write_the_same_in_several_ways(uri: str) -> None:
    assert path_of(uri) == Path("/a b/c.md")


@pytest.mark.parametrize(
    "uri",
    [
        *("untitled:Untitled-1", "http://x/a.md", "", "file:a.md", "file:///a%00.md", "http://[x"),
        *("\ud800", "file:///\ud800.md"),
    ],
)
def test_what_means_no_file(uri: str) -> None:
    assert path_of(uri) is None


def test_drives_and_shares() -> None:
    assert str(path_of("file:///c%3A/a.md")).endswith("c:/a.md")
    assert str(path_of("file://share/a.md")).endswith("/share/a.md")
