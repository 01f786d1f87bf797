"""The shape of a pack, and the page that tells of it."""

from __future__ import annotations

from typing import get_args

import yaml
from support.on_disk import VaultOnDisk
from support.packs import DOCS, DOCUMENTED

from notelint.packs import schema
from notelint.packs.kinds import KINDS
from notelint.packs.where import Where


def test_a_pack_may_name_every_place_and_kind_that_there_is() -> None:
    assert set(get_args(schema.Where)) == set(Where)
    assert set(schema.MODELS) == set(KINDS)
    assert all(kind in DOCS.read_text(encoding="utf-8") for kind in {*KINDS, *Where})


def test_the_documented_pack_is_right_and_has_every_kind(vault: VaultOnDisk) -> None:
    vault.put("house.yaml", DOCUMENTED)
    assert vault.run("test-pack", "house.yaml").code == 0
    kinds = {rule["kind"] for rule in yaml.safe_load(DOCUMENTED)["rules"].values()}
    assert kinds == {"pattern", "words", "spelling", "form", "required"}
