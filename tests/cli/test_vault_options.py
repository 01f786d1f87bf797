"""Which vault and which configuration a command works with."""

from __future__ import annotations

import os
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk
from support.short_notes import GOOD, LIGATURE

from notelint.cli.vault_options import configuration_of, root_of, vault_cache
from notelint.config import Options
from notelint.values import UsageError


def test_the_vault_option_says_what_links_resolve_against(folder: VaultOnDisk) -> None:
    folder.put("terms/a.md", "[[b]]\n")
    folder.put("other/b.md", GOOD)
    assert folder.json("terms").names == ["unresolved-link"]
    assert folder.json("terms", "--vault", ".").names == []


def test_a_vault_may_be_reached_through_a_link(vault: VaultOnDisk) -> None:
    vault.put("a.md", LIGATURE)
    other = vault.root.parent / "other"
    other.symlink_to(vault.root)
    assert vault.json("--vault", str(other), "a.md").names == ["ligature"]


def test_a_note_is_in_the_vault_of_its_folder(vault: VaultOnDisk) -> None:
    note = vault.put("terms/a.md", GOOD)
    assert root_of(None, note) == root_of(None, note.parent) == vault.root


def test_a_note_outside_of_every_vault_has_its_folder_for_one(folder: VaultOnDisk) -> None:
    assert root_of(None, folder.put("terms/a.md", GOOD)) == folder.root / "terms"


def test_the_folder_that_is_named_outweighs_the_one_that_is_found(vault: VaultOnDisk) -> None:
    note = vault.put("terms/a.md", GOOD)
    assert root_of("terms", note) == vault.root / "terms"
    with pytest.raises(UsageError, match="--vault gone: no such folder; check the path"):
        root_of("gone", note)


@pytest.mark.parametrize(
    ("values", "file", "overrides"),
    [
        ([], None, ()),
        (["a.yaml"], Path("a.yaml"), ()),
        (["select=[ALL]", "ignore=[NL4]"], None, ("select=[ALL]", "ignore=[NL4]")),
        (["select=[ALL]", "a.yaml"], Path("a.yaml"), ("select=[ALL]",)),
        (["a=b.yaml", "c=d.yaml"], Path("a=b.yaml"), ("c=d.yaml",)),
    ],
)
def test_a_value_has_an_equals_sign_unless_it_is_a_file(
    vault: VaultOnDisk, values: list[str], file: Path | None, overrides: tuple[str, ...]
) -> None:
    vault.put("a=b.yaml", "")
    asked = configuration_of(Namespace(config=values, isolated=False))
    assert asked == Options(file, False, overrides)


def test_the_cache_is_let_go_even_where_a_command_fails(vault: VaultOnDisk) -> None:
    with vault_cache(vault.root, "../kept") as cache:
        cache.keep([("notes", [b"x"])])
    before = open_files()
    with suppress(UsageError), vault_cache(vault.root, "../kept") as cache:
        assert cache.section("notes") == b"x"
        assert open_files() > before
        raise UsageError("wrong")
    assert open_files() == before


def open_files() -> int:
    return len(os.listdir("/dev/fd"))
