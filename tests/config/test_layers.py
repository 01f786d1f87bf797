"""Layers of configuration: what each one adds, and which outweighs which."""

from __future__ import annotations

import pytest
from support.configurations import KIND, LIGATURE, RECIPE, SYNTHESIS, TIGHT, checked, told
from support.on_disk import VaultOnDisk
from support.packs import HOUSE, using


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ("extends: dictionary\n", ["source-spacing", "ligature"]),
        ("select: [ligature]\n", ["ligature"]),
        ("select: NL4\n", ["ligature"]),
        ("select: NL201, NL403\n", ["source-spacing", "ligature"]),
        ("select: [ALL]\n", ["source-spacing", "ligature"]),
        ("select: []\n", []),
        ("select: [math-dash]\nextend-select: [NL403]\n", ["ligature"]),
        ("extend-select: NL403\n", ["source-spacing", "ligature"]),
        ("ignore: [source-spacing]\n", ["ligature"]),
        ("select: ALL\nignore: [NL4]\n", ["source-spacing"]),
        ("rules:\n  source-spacing: {style: spaced}\n", ["ligature"]),
        ("rules:\n  source-spacing: {}\n", ["source-spacing", "ligature"]),
        ("per-file:\n  '*.md': {ignore: [ligature]}\n", ["source-spacing"]),
        ("per-file:\n  'b.md': {ignore: [ligature]}\n", ["source-spacing", "ligature"]),
        ("per-file:\n  '*.md': {}\n", ["source-spacing", "ligature"]),
    ],
)
def test_keys_choose_what_runs(vault: VaultOnDisk, config: str, expected: list[str]) -> None:
    assert checked(vault, config).names == expected


def test_an_option_of_a_rule_that_is_not_selected_does_not_select_it(vault: VaultOnDisk) -> None:
    config = "select: [ligature]\nrules: {source-spacing: {severity: error}}\n"
    assert checked(vault, config).names == ["ligature"]


def test_a_file_inherits_what_it_does_not_say(vault: VaultOnDisk) -> None:
    vault.put(
        "shared/base.yaml", "ignore: [ligature]\nrules: {source-spacing: {severity: error}}\n"
    )
    ran = checked(vault, "extends: shared/base.yaml\nrules: {source-spacing: {style: spaced}}\n",
                  TIGHT + LIGATURE)  # fmt: skip
    assert [(d["name"], d["severity"]) for d in ran.report["diagnostics"]] == [
        ("source-spacing", "error")
    ]


@pytest.mark.parametrize(
    ("base", "config", "expected"),
    [
        ("select: NL403\n", "extend-select: [source-spacing]\n", ["source-spacing", "ligature"]),
        ("select: [ligature]\n", "select: [source-spacing]\n", ["source-spacing"]),
        ("ignore: [ligature]\n", "extend-select: [ligature]\n", ["source-spacing", "ligature"]),
        ("ignore: [ligature]\n", "ignore: [source-spacing]\n", []),
        ("rules: {source-spacing: {style: spaced}}\n",
         "rules: {source-spacing: {style: tight}}\n", ["source-spacing", "ligature"]),
    ],
)  # fmt: skip
def test_what_a_file_says_outweighs_what_it_inherits(
    vault: VaultOnDisk, base: str, config: str, expected: list[str]
) -> None:
    vault.put("base.yaml", base)
    assert checked(vault, "extends: base.yaml\n" + config).names == expected


WRONG = [
    ("\nselect: [ligatures]", 2, ["select", "`ligatures`", "did you mean `ligature`?"]),
    ("ignore:\n- ligature\n- NL999", 3, ["ignore", "`NL999`"]),
    ("per-file:\n  a.md:\n    ignore: [x]", 3, ["per-file", "`x`"]),
]  # fmt: skip


@pytest.mark.parametrize(("config", "line", "parts"), WRONG)
def test_a_wrong_selector_is_named_with_its_line(
    vault: VaultOnDisk, config: str, line: int, parts: list[str]
) -> None:
    error = told(vault, config)
    assert f"notelint.yaml:{line}: " in error
    assert [part for part in parts if part not in error] == []


LABELLED = SYNTHESIS + "## Source[^1]\n- $n$. A wall.\n## References\n\n[^1]: {}\n"


def test_a_dictionary_extends_the_table(vault: VaultOnDisk) -> None:
    config = "dictionaries:\n  - match: '*Book of Walls*'\n    parts-of-speech: [n., vb.]\n"
    note = LABELLED.format("A Book of Walls, 2nd Edition")
    assert checked(vault, "", note).names == []
    assert checked(vault, config, note).names == ["math-part-of-speech"]
    shipped = LABELLED.format("A Dictionary of Psychology")
    assert checked(vault, config, shipped).names == ["math-part-of-speech"]


def test_a_dictionary_outweighs_a_shipped_one(vault: VaultOnDisk) -> None:
    note = LABELLED.format("A Dictionary of Psychology")
    assert checked(vault, "dictionaries: [{match: '*Psychology*'}]\n", note).names == []


def test_the_forms_of_home_pages_extend_the_shipped_ones(vault: VaultOnDisk) -> None:
    for name in ("Home Page - X", "X (home)"):
        vault.put(f"{name}.md", "")
    note = "a[^1] b[^2]\n\n[^1]: [[Home Page - X]]\n[^2]: [[X (home)]]\n"
    assert checked(vault, "", note).names == []
    assert checked(vault, "home-pages: ['* (home)']\n", note).names == ["repeated-source"]


def test_the_kinds_of_a_file_are_tried_before_those_it_inherits(vault: VaultOnDisk) -> None:
    vault.put("base.yaml", KIND)
    own = "extends: base.yaml\nkinds: {any: {when: {path: '*'}, sections: [{heading: Synthesis}]}}"
    assert checked(vault, own, RECIPE).names == ["missing-section"]
    assert checked(vault, own.replace("any", "recipe"), RECIPE).names == ["missing-section"]
    assert checked(vault, own.replace("*", "b.md"), RECIPE).names == ["duplicate-section"]


def test_a_path_starts_at_the_file_that_names_it_and_is_inherited(vault: VaultOnDisk) -> None:
    vault.put("shared/rules/house.yaml", HOUSE)
    vault.put("shared/base.yaml", "packs: [rules/house.yaml]\n")
    vault.put("notelint.yaml", "extends: shared/base.yaml\nignore: [HOUSE002]\n")
    vault.put("a.md", "A fence.\n")
    assert vault.json().names == ["house-rule"]


def test_a_pack_that_is_named_twice_is_read_once(vault: VaultOnDisk) -> None:
    vault.put("base.yaml", "packs: [rules/house.yaml, ./rules/../rules/house.yaml]\n")
    using(vault, HOUSE, more="extends: base.yaml\n")
    assert vault.json().names == ["house-rule"]


def test_an_override_names_a_pack_from_where_one_is(vault: VaultOnDisk) -> None:
    vault.put("rules/house.yaml", HOUSE)
    vault.put("terms/a.md", "A fence.\n")
    assert vault.json("--config", "packs=[rules/house.yaml]").names == ["house-rule"]


def test_toml_names_packs_too(vault: VaultOnDisk) -> None:
    vault.put("house.yaml", HOUSE)
    vault.put("pyproject.toml", "[tool.notelint]\npacks = ['house.yaml']\n")
    vault.put("a.md", "A fence.\n")
    assert vault.json().names == ["house-rule"]
