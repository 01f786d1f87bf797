"""What editors are told of configurations and packs agrees with what notelint takes."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from support.configurations import KIND
from support.on_disk import VaultOnDisk
from support.packs import DOCUMENTED, HOUSE, WRONG, entry, pack
from support.schemas import CONFIG, PACK

from notelint.config.files import PRESETS, preset_file
from notelint.packs import shipped_packs


def references(schema: Any) -> list[str]:
    if isinstance(schema, list):
        return [name for part in schema for name in references(part)]
    if not isinstance(schema, dict):
        return []
    own = [schema["$ref"]] if isinstance(schema.get("$ref"), str) else []
    return own + [name for part in schema.values() for name in references(part)]


@pytest.mark.parametrize("validator", [CONFIG, PACK])
def test_a_schema_is_one(validator: Draft202012Validator) -> None:
    Draft202012Validator.check_schema(validator.schema)
    defined = {f"#/$defs/{name}" for name in validator.schema["$defs"]}
    assert set(references(validator.schema)) <= defined


def test_an_editor_offers_the_presets_which_are_right_themselves() -> None:
    assert CONFIG.schema["properties"]["extends"]["examples"] == list(PRESETS)
    for name in PRESETS[1:]:
        CONFIG.validate(yaml.safe_load(preset_file(name).read_text(encoding="utf-8")))


PACKS = [shipped.read_text(encoding="utf-8") for shipped in shipped_packs()]
PACKS += [DOCUMENTED, HOUSE]


@pytest.mark.parametrize("content", PACKS)
def test_a_right_pack_is_right_for_an_editor_too(content: str) -> None:
    PACK.validate(yaml.safe_load(content))


# What a schema cannot say: groups, braces, placeholders, and keys that contradict each other.
UNSAYABLE = {
    "cannot be compiled": ("patterns.0.find", "forms.0"),
    "has no such group": ("patterns.0.replace",),
    "is a template": ("message", "fix.title"),
    "contradicts another key": ("fix",),
    "is shown on terminals": ("summary",),
    "is another word": ("words.a", "words."),
}
SAYABLE = [
    changes
    for changes, key, _ in WRONG
    if key not in {key for keys in UNSAYABLE.values() for key in keys}
    and changes.get("code") != "NL999"  # which the shipped packs have
    and True not in (changes.get("words") or {})  # no key in JSON
]


@pytest.mark.parametrize("changes", SAYABLE)
def test_a_wrong_entry_is_wrong_for_an_editor_too(changes: dict[str, Any]) -> None:
    rules = {"house-rule": entry(**changes)}
    assert not PACK.is_valid({"pack": "house", "version": 1, "rules": rules})


def test_a_wrong_name_of_a_rule_is_wrong_for_an_editor_too() -> None:
    rules = {"House": entry()}
    assert not PACK.is_valid({"pack": "house", "version": 1, "rules": rules})


@pytest.mark.parametrize(
    "config",
    [
        KIND,
        "select: NL4\nignore: [ligature]\nextend-select: []\n",
        "rules: {source-spacing: {style: spaced, severity: error}, NL403: {severity: info}}\n",
        "rules: {house-rule: {notes: ['terms/*']}}\npacks: [rules/house.yaml]\n",
        "per-file: {'*.md': {ignore: ligature}}\nmax-note-size: 0\nrespect-gitignore: false\n",
        "dictionaries: [{match: x, parts-of-speech: [n.], edition: '8'}]\nhome-pages: ['* x']\n",
        "learn-labels: 0\n",
        "kinds: {x: {when: {path: a}, sections: [{heading: A, count: 1, last: true}]}}\n",
        "kinds: {x: {when: {path: a}, front-matter: {types: {a: date}, required: [b]}}}\n",
    ],
)
def test_a_right_configuration_is_right_for_an_editor_too(vault: VaultOnDisk, config: str) -> None:
    CONFIG.validate(yaml.safe_load(config))
    vault.put("rules/house.yaml", pack(house_rule=entry(
        kind="required", patterns=None, fix=None, forms=["a"], message="m")))  # fmt: skip
    vault.put("notelint.yaml", config)
    assert vault.run().code == 0


@pytest.mark.parametrize(
    "config",
    [
        "ignroe: [ligature]",
        "select: 3",
        "rules: {source-spacing: {stile: tight}}",
        "rules: {NL201: {style: tigth}}",
        "rules: {source-spacing: {severity: fatal}}",
        "per-file: {a.md: {ignroe: x}}",
        "dictionaries: [{parts-of-speech: [n.]}]",
        "kinds: {x: {}}",
        "kinds: {x: {when: {path: a}, sections: [{heading: A, count: some}]}}",
        "kinds: {x: {when: {path: a}, sections: [{heading: A, role: summary}]}}",
        "packs: rules/house.yaml",
        "max-note-size: -1",
        "learn-labels: -1",
        "learn-labels: some",
    ],
)
def test_a_wrong_configuration_is_wrong_for_an_editor_too(vault: VaultOnDisk, config: str) -> None:
    assert not CONFIG.is_valid(yaml.safe_load(config))
    vault.put("notelint.yaml", config)
    vault.refusal()


def test_an_editor_is_told_what_an_option_does() -> None:
    described = CONFIG.schema["$defs"]["NL301"]["properties"]["planned"]["description"]
    assert described.startswith("targets that may be missing")
