"""``notelint config``: what a configuration and a pack may say."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from support.on_disk import VaultOnDisk
from support.schemas import CONFIG, PACK


def test_a_schema_is_printed_where_the_configuration_is_broken(vault: VaultOnDisk) -> None:
    schema = vault.run("config", "--schema")
    vault.put("notelint.yaml", "slect: [\n")
    assert vault.run("config", "--schema") == schema


@pytest.mark.parametrize(
    ("arguments", "validator"),
    [(["--schema"], CONFIG), (["--schema", "configuration"], CONFIG), (["--schema", "pack"], PACK)],
)
def test_the_schemas_are_printed(
    vault: VaultOnDisk, arguments: list[str], validator: Draft202012Validator
) -> None:
    ran = vault.run("config", *arguments)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == validator.schema


@pytest.mark.parametrize("arguments", [[], ["--schema", "pck"]])
def test_config_needs_to_know_which(vault: VaultOnDisk, arguments: list[str]) -> None:
    assert "--schema" in vault.refusal("config", *arguments)
