"""What the vaults of a run are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from notelint.batch.placing import Places, name_below, refuse_inside
from notelint.values import UsageError


def test_a_vault_is_called_by_its_place_in_a_source() -> None:
    assert name_below("/x/vaults", "/x/vaults/a/b") == "a/b"
    assert name_below("/x/vault", "/x/vault") == "vault"
    assert name_below("s3://bucket/x", "s3://bucket/x/a/b") == "a/b"
    assert name_below("s3://user:pass@bucket", "s3://user:pass@bucket") == "bucket"


@pytest.mark.parametrize("name", ["", "..", "a/../../b", "a//b", "."])
def test_a_name_that_leads_elsewhere_is_none(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="its folder has no name"):
        Places(str(tmp_path)).take(name, "s3://bucket/vault")


def test_names_that_some_disks_take_for_one_are_one(tmp_path: Path) -> None:
    places = Places(str(tmp_path))
    places.take("Notes", "/x/Notes")
    with pytest.raises(UsageError, match="would stand with that of /x/Notes"):
        places.take("notes", "/y/notes")


def test_a_vault_may_stand_below_another_where_nothing_of_that_one_is(tmp_path: Path) -> None:
    places = Places(str(tmp_path))
    places.take("a", "/x/a")
    places.take("a/b", "/x/a/b")
    with pytest.raises(UsageError, match="would stand with that of /x/a;"):
        places.take("a/index/b", "/x/a/index/b")


def test_it_is_the_same_whichever_comes_first(tmp_path: Path) -> None:
    places = Places(str(tmp_path))
    places.take("a/index/b", "/x/a/index/b")
    with pytest.raises(UsageError, match="would stand with that of /x/a/index/b;"):
        places.take("a", "/x/a")


def test_nothing_is_written_into_a_vault_of_a_store() -> None:
    with pytest.raises(UsageError, match="is in the vault s3://bucket/vault"):
        refuse_inside("s3://bucket/vault/out", "s3://user:pass@bucket/vault")
    refuse_inside("s3://bucket/vault/.out", "s3://bucket/vault")
    refuse_inside("s3://bucket/vault2", "s3://bucket/vault")
