"""What a configuration file may say: its keys, and the options of rules."""

from __future__ import annotations

from dataclasses import fields

import pytest
from support.configurations import LIGATURE, SPACED, SYNTHESIS, TIGHT, checked, told
from support.on_disk import VaultOnDisk

from notelint.config import shipped_rules
from notelint.config.schema import ConfigModel

KEYS = {
    "extends", "select", "extend-select", "ignore", "dictionaries", "exclude", "rules", "per-file",
    "max-note-size", "respect-gitignore", "home-pages", "kinds", "packs",
    "learn-labels",
}  # fmt: skip


def test_these_are_all_keys() -> None:
    found = {field.alias for field in ConfigModel.model_fields.values()}
    assert found == KEYS


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_a_rule_has_the_severity_that_it_is_given(vault: VaultOnDisk, severity: str) -> None:
    ran = checked(vault, f"rules: {{source-spacing: {{severity: {severity}}}}}\n", SPACED)
    assert [d["severity"] for d in ran.report["diagnostics"]] == [severity]


def test_a_rule_whose_options_are_set_keeps_its_severity(vault: VaultOnDisk) -> None:
    ran = checked(vault, "rules: {source-spacing: {style: spaced}}\n", TIGHT)
    assert [d["severity"] for d in ran.report["diagnostics"]] == ["warning"]


WORDS = "a[^1]\n\n[^1]: a book\n"
QUOTED = SYNTHESIS + "## Source[^1]\n- {}\n## References\n\n[^1]: A Dictionary of Psychology\n"
COPIED = "## Synthesis\n- {}\n## Source[^1]\n- a b c d e f g h i\n## References\n\n[^1]: a book\n"
OPTIONS = [
    ("copied-synthesis", "percent: 90", COPIED.format("a b c d e f g h x y"), ["copied-synthesis"],
     []),
    ("copied-synthesis", "run: 4", COPIED.format("a b c d x f g h i"), [], ["copied-synthesis"]),
    ("copied-synthesis", "minimum: 5", COPIED.format("a b c d e"), [], ["copied-synthesis"]),
    ("source-spacing", "style: spaced", TIGHT, [], ["source-spacing"]),
    ("source-spacing", "style: spaced", SPACED, ["source-spacing"], []),
    ("source-spacing", "style: consistent", SPACED, ["source-spacing"], []),
    ("lost-hyphen", "both: [sideeffect, cell1]", "A cell-1 and a cell1.\n", ["lost-hyphen"], []),
    ("lost-hyphen", "prefixes: [mid]", QUOTED.format("A mid-wall is a mid-wall, a midwall."),
     ["lost-hyphen"], []),
    ("lost-hyphen", "minimum: 2", QUOTED.format("A wall2 is %% wall-2, wall-2 %%."), [],
     ["lost-hyphen"]),
    ("math-part-of-speech", "labels: [gloss.]", QUOTED.format("$g l o s s$. A wall!"), [],
     ["math-part-of-speech"]),
    ("invisible-character", "joiners: [Thai]", "می\u200cخواهم\n", [], ["invisible-character"]),
    ("invisible-character", "joiners: [Latin]", "Auf\u200clage\n", ["invisible-character"], []),
    ("mojibake", "allow: [Ã©]", "The scar Ã© of a letter.\n", ["mojibake"], []),
    ("math-number", "mathematical: ['*psycho*']", QUOTED.format("Some $3$."), ["math-number"], []),
    ("space-before-punctuation", "marks: ['?']", "Walls ? no\n", [], ["space-before-punctuation"]),
    ("space-before-punctuation", "marks: []", "Walls , cells\n", ["space-before-punctuation"], []),
    ("mixed-script", "allow: [\"C\\u0435lla\"]", "C\u0435lla\n", ["mixed-script"], []),
    ("split-word", "hanging: [wall]", "A sidewall, a side- wall.\n", ["split-word"], []),
    ("split-word", "prefixes: [ken]", "Kennedy is Ken-nedy.\n", ["split-word"], []),
    ("broken-word", "hanging: [wall]", "A sidewall, a side-\nwall.\n", ["broken-word"], []),
    ("small-caps", "allow: [zONE]", QUOTED.format("See HYBRID zONE."), ["small-caps"], []),
    ("small-caps", "cues: [jämför]", QUOTED.format("Jämför zONE."), [], ["small-caps"]),
    ("unlinked-reference", "cues: [siehe]", QUOTED.format("See wall."), ["unlinked-reference"], []),
    ("unlinked-reference", "places: [wall]", QUOTED.format("See wall."), ["unlinked-reference"],
     []),
    ("definition-target", "forms: [url]", WORDS, [], ["definition-target"]),
    ("definition-target", "targets: ['(Home Page) *']", "a[^1]\n\n[^1]: [[a]]\n", [],
     ["definition-target"]),
    ("unresolved-link", "planned: ['Projects/*']", "[[Projects/x]]\n", ["unresolved-link"], []),
    ("unresolved-link", "planned: ['Projects/*']", "[[Plans/x]]\n", ["unresolved-link"] * 1, None),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "option", "note", "before", "after"), OPTIONS)
def test_an_option_changes_what_its_rule_finds(
    vault: VaultOnDisk,
    rule: str,
    option: str,
    note: str,
    before: list[str],
    after: list[str] | None,
) -> None:
    vault.put("wall.md", "")
    on = f"extend-select: [{rule}]\n"
    assert checked(vault, on, note).names == before
    assert checked(vault, f"{on}rules: {{{rule}: {{{option}}}}}", note).names == (
        before if after is None else after
    )


MENDED = [
    ("math-part-of-speech", "style: emphasis", QUOTED.format("$n$. A wall."), "n.", "*n.*"),
]


@pytest.mark.parametrize(("rule", "option", "note", "before", "after"), MENDED)
def test_an_option_changes_what_its_rule_writes(
    vault: VaultOnDisk, rule: str, option: str, note: str, before: str, after: str
) -> None:
    vault.put("a.md", note)
    vault.run("--fix")
    plain = vault.text("a.md")
    vault.put("notelint.yaml", f"rules: {{{rule}: {{{option}}}}}")
    vault.put("a.md", note)
    vault.run("--fix")
    assert plain.count(f"- {before} ") == 1
    assert vault.text("a.md") == plain.replace(f"- {before} ", f"- {after} ")


def test_this_page_speaks_of_every_option_of_every_rule() -> None:
    found = {
        (name, field) for name, rule in shipped_rules().items() for field in rule.__annotations__
        if field in getattr(rule, "__dataclass_fields__", {})
    }  # fmt: skip
    spoken_of = {(rule, option.split(":")[0]) for rule, option, *_ in [*OPTIONS, *MENDED]}
    assert {(name, field.replace("_", "-")) for name, field in found} == spoken_of


ALL_OPTIONS = [
    (name, field.name.replace("_", "-"))
    for name, rule in shipped_rules().items()
    for field in fields(rule)
]


@pytest.mark.parametrize("wrong", ["{a: 1}", "[[1]]", "3.5"])
@pytest.mark.parametrize(("rule", "option"), ALL_OPTIONS)
def test_every_option_refuses_what_it_may_not_be(
    vault: VaultOnDisk, rule: str, option: str, wrong: str
) -> None:
    vault.put("notelint.yaml", f"rules:\n  {rule}:\n    {option}: {wrong}\n")
    said = vault.refusal()
    assert f"notelint.yaml:3: rules.{rule}.{option}" in said
    assert "should be" in said


@pytest.mark.parametrize(("rule", "option"), ALL_OPTIONS)
def test_every_misspelt_option_names_the_near_one(
    vault: VaultOnDisk, rule: str, option: str
) -> None:
    vault.put("notelint.yaml", f"rules:\n  {rule}:\n    {option}x: 1\n")
    said = vault.refusal()
    assert f"notelint.yaml:3: rules.{rule}.{option}x: unknown key; did you mean `{option}`?" in said
    assert "allowed: " in said


WRONG = [
    ("ignroe: [ligature]", 1, ["ignroe", "did you mean `ignore`?", "allowed: ", "per-file"]),
    ("rules:\n  source-spacng: {}", 2, ["`source-spacng`", "did you mean `source-spacing`?"]),
    ("rules:\n  source-spacing:\n    stile: tight", 3,
     ["rules.source-spacing.stile", "did you mean `style`?", "allowed: severity, style"]),
    ("rules:\n  source-spacing:\n    style: tigth", 3,
     ["rules.source-spacing.style", "'tight'", "'spaced'", "'consistent'", "'tigth'"]),
    ("rules:\n  source-spacing:\n    severity: fatal", 3,
     ["rules.source-spacing.severity", "error", "warning", "info", "'fatal'"]),
    ("rules:\n  source-spacing:\n    style: tight\n    severity: fatal", 4,
     ["rules.source-spacing.severity", "error", "warning", "info", "'fatal'"]),
    ("rules:\n  source-spacing: tight", 2, ["rules.source-spacing", "'tight'"]),
    ("rules:\n  ligature: {both: [x]}", 2, ["rules.ligature.both", "allowed: severity"]),
    ("rules:\n  lost-hyphen:\n    both: online", 3, ["rules.lost-hyphen.both", "'online'"]),
    ("rules:\n  lost-hyphen:\n    both: [online, 3]", 3, ["rules.lost-hyphen.both"]),
    ("rules:\n  lost-hyphen:\n    minimum: many", 3, ["rules.lost-hyphen.minimum", "'many'"]),
    ("rules:\n  math-part-of-speech:\n    style: bold", 3,
     ["rules.math-part-of-speech.style", "'plain'", "'emphasis'", "'bold'"]),
    ("rules:\n  space-before-punctuation:\n    marks: [x]", 3,
     ["rules.space-before-punctuation.marks", "','", "'?'", "'x'"]),
    ("rules:\n  invisible-character: {joiner: [Thai]}", 2, ["did you mean `joiners`?"]),
    ("rules:\n  invisible-character: {joiners: [Martian]}", 2,
     ["rules.invisible-character", "joiners", "as Unicode names them", "Martian"]),
    ("per-file:\n  a.md: {ignroe: x}", 2, ["did you mean `ignore`?", "allowed: ignore"]),
    ("per-file:\n  '!': {ignore: ligature}", 2, ["per-file", "!"]),
    ("dictionaries:\n- match: x\n- mach: y", 3,
     ["mach", "did you mean `match`?", "parts-of-speech"]),
    ("dictionaries:\n- parts-of-speech: [n.]", 2, ["dictionaries", "match"]),
    ("dictionaries:\n- match: x\n  parts-of-speech: n.", 3, ["parts-of-speech", "'n.'"]),
    ("dictionaries:\n- match: x\n  edition: 8", 3, ["edition", "should be text", "8"]),
    ("home-pages: [Home]", 1, ["home-pages.0", "one `*`", "'Home'"]),
    ("respect-gitignore: 'no'", 1, ["respect-gitignore", "'no'"]),
    ("respect-gitignore: 1", 1, ["respect-gitignore", "1"]),
    ("select: 3", 1, ["select", "3"]),
    ("select: [3]", 1, ["select", "3"]),
    ("extends: 3", 1, ["extends", "3"]),
    ("packs: rules/house.yaml", 1, ["packs", "should be a list"]),
    ('packs:\n- "a\\0b"', 2, ["packs.0", "path of a file"]),
    ("packs: ['']", 1, ["packs.0", "path of a file"]),
    ("1: 2", 1, ["1"]),
    ("null: 2", 1, ["strings"]),
]  # fmt: skip


@pytest.mark.parametrize(("config", "line", "parts"), WRONG)
def test_a_wrong_key_or_value_is_named_with_its_line_and_what_is_allowed(
    vault: VaultOnDisk, config: str, line: int, parts: list[str]
) -> None:
    error = told(vault, config)
    assert f"notelint.yaml:{line}: " in error
    assert [part for part in parts if part not in error] == []


def test_a_configuration_that_holds_itself_is_an_error(vault: VaultOnDisk) -> None:
    vault.put("a.md", LIGATURE)
    vault.put("notelint.yaml", "ignore: &a [*a]")
    assert "notelint.yaml" in vault.refusal()
