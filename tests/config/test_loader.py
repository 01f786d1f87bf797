"""Configuration: what every key changes, which file wins, and what a wrong one is told."""

from __future__ import annotations

from dataclasses import fields

import pytest
from support.configurations import KIND
from support.on_disk import Ran, VaultOnDisk

from notelint.config import shipped_rules
from notelint.config.schema import ConfigModel

SYNTHESIS = "## Synthesis\n- What holds it up.\n"
SPACED = SYNTHESIS + "## Source [^1]\n- A wall.\n## References\n\n[^1]: a book\n"
TIGHT = SPACED.replace("Source [", "Source[")
LIGATURE = "A ﬁnite set.\n"
DASH = "A word$\\textemdash$one.\n"
KEYS = {
    "extends", "select", "extend-select", "ignore", "dictionaries", "rules", "per-file",
    "max-note-size", "respect-gitignore", "home-pages", "kinds", "packs",
}  # fmt: skip


def checked(vault: VaultOnDisk, config: str, note: str = "", name: str = "notelint.yaml") -> Ran:
    """Run on one note with a configuration."""
    vault.put(name, config)
    vault.put("a.md", note or SPACED + "\n" + LIGATURE)
    return vault.json()


def test_this_page_speaks_of_every_key() -> None:
    found = {field.alias for field in ConfigModel.model_fields.values()}
    assert found == KEYS


# --- every key changes something


@pytest.mark.parametrize("content", ["", "# nothing yet\n", "---\n", "{}\n", "\ufeff"])
def test_an_empty_configuration_is_the_preset(vault: VaultOnDisk, content: str) -> None:
    assert checked(vault, content).names == ["source-spacing", "ligature"]


def test_a_note_past_the_size_is_not_checked_and_says_so(vault: VaultOnDisk) -> None:
    config = "max-note-size: 20\n"
    assert checked(vault, config, SPACED).names == ["beyond-limits"]
    assert checked(vault, config, LIGATURE[:20]).names == ["ligature"]


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


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_a_rule_has_the_severity_that_it_is_given(vault: VaultOnDisk, severity: str) -> None:
    ran = checked(vault, f"rules: {{source-spacing: {{severity: {severity}}}}}\n", SPACED)
    assert [d["severity"] for d in ran.report["diagnostics"]] == [severity]


def test_a_rule_whose_options_are_set_keeps_its_severity(vault: VaultOnDisk) -> None:
    ran = checked(vault, "rules: {source-spacing: {style: spaced}}\n", TIGHT)
    assert [d["severity"] for d in ran.report["diagnostics"]] == ["warning"]


def test_an_option_of_a_rule_that_is_not_selected_does_not_select_it(vault: VaultOnDisk) -> None:
    config = "select: [ligature]\nrules: {source-spacing: {severity: error}}\n"
    assert checked(vault, config).names == ["ligature"]


WORDS = "a[^1]\n\n[^1]: a book\n"
QUOTED = SYNTHESIS + "## Source[^1]\n- {}\n## References\n\n[^1]: A Dictionary of Psychology\n"
OPTIONS = [
    ("source-spacing", "style: spaced", TIGHT, [], ["source-spacing"]),
    ("source-spacing", "style: spaced", SPACED, ["source-spacing"], []),
    ("source-spacing", "style: consistent", SPACED, ["source-spacing"], []),
    ("lost-hyphen", "both: [sideeffect, cell1]", "A cell-1 and a cell1.\n", ["lost-hyphen"], []),
    ("lost-hyphen", "prefixes: [mid]", QUOTED.format("A non-wall is a nonwall."), [],
     ["lost-hyphen"]),
    ("lost-hyphen", "minimum: 2", QUOTED.format("A wall2 is `wall-2`, `wall-2`."), [],
     ["lost-hyphen"]),
    ("math-part-of-speech", "labels: [interj.]", QUOTED.format("$i n t e r j$. A wall!"), [],
     ["math-part-of-speech"]),
    ("invisible-character", "joiners: [Thai]", "می\u200cخواهم\n", [], ["invisible-character"]),
    ("invisible-character", "joiners: [Latin]", "Auf\u200clage\n", ["invisible-character"], []),
    ("mojibake", "allow: [Ã©]", "The scar Ã© of a letter.\n", ["mojibake"], []),
    ("math-number", "mathematical: ['*psycho*']", QUOTED.format("Some $3$."), ["math-number"], []),
    ("space-before-punctuation", "marks: [;]", "Walls ; cells\n", [], ["space-before-punctuation"]),
    ("space-before-punctuation", "marks: []", "Walls , cells\n", ["space-before-punctuation"], []),
    ("mixed-script", "allow: [\"C\\u0435lla\"]", "C\u0435lla\n", ["mixed-script"], []),
    ("broken-word", "hanging: [wall]", "A sidewall, a side-\nwall.\n", ["broken-word"], []),
    ("small-caps", "allow: [zONE]", QUOTED.format("See HYBRID zONE."), ["small-caps"], []),
    ("small-caps", "cues: [siehe]", QUOTED.format("Siehe zONE."), [], ["small-caps"]),
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


RECIPE = "## Steps\n- Stir.\n## Things\n- A spoon.\n## Things\n- A bowl.\n"


def test_a_kind_says_which_sections_its_notes_have(vault: VaultOnDisk) -> None:
    assert checked(vault, "", RECIPE).names == []
    assert checked(vault, KIND, RECIPE).names == ["duplicate-section"]


def test_the_kinds_of_a_file_are_tried_before_those_it_inherits(vault: VaultOnDisk) -> None:
    vault.put("base.yaml", KIND)
    own = "extends: base.yaml\nkinds: {any: {when: {path: '*'}, sections: [{heading: Synthesis}]}}"
    assert checked(vault, own, RECIPE).names == ["missing-section"]
    assert checked(vault, own.replace("any", "recipe"), RECIPE).names == ["missing-section"]
    assert checked(vault, own.replace("*", "b.md"), RECIPE).names == ["duplicate-section"]


@pytest.mark.parametrize(
    ("count", "sections", "expected"),
    [
        ("1", 0, ["missing-section"]), ("1", 1, []), ("1", 2, ["duplicate-section"]),
        ("0-1", 0, []), ("0-1", 2, ["duplicate-section"]),
        ("1+", 0, ["missing-section"]), ("1+", 9, []), ("0+", 0, []), ("0+", 3, []),
        ("2-3", 1, ["missing-section"]), ("2-3", 3, []), ("2-3", 4, ["duplicate-section"]),
        ("3", 2, ["missing-section"]),
    ],
)  # fmt: skip
def test_a_count_says_how_many(
    vault: VaultOnDisk, count: str, sections: int, expected: list[str]
) -> None:
    config = f"kinds: {{x: {{when: {{path: a.md}}, sections: [{{heading: A, count: {count}}}]}}}}"
    assert checked(vault, config, "# x\n" + "## A\n" * sections).names == expected


def test_the_forms_of_home_pages_extend_the_shipped_ones(vault: VaultOnDisk) -> None:
    for name in ("Home Page - X", "X (home)"):
        vault.put(f"{name}.md", "")
    note = "a[^1] b[^2]\n\n[^1]: [[Home Page - X]]\n[^2]: [[X (home)]]\n"
    assert checked(vault, "", note).names == []
    assert checked(vault, "home-pages: ['* (home)']\n", note).names == ["repeated-source"]


def test_notes_that_git_ignores_are_checked_when_asked_for(vault: VaultOnDisk) -> None:
    (vault.root / ".git").mkdir()
    vault.put(".gitignore", "a.md\n")
    assert checked(vault, "respect-gitignore: true\n", LIGATURE).names == []
    assert checked(vault, "respect-gitignore: false\n", LIGATURE).names == ["ligature"]


@pytest.mark.parametrize(
    ("pattern", "path", "is_ignored"),
    [
        ("Home pages/**", "Home pages/a.md", True),
        ("Home pages/", "Home pages/b/a.md", True),
        ("Home pages/**", "terms/a.md", False),
        ("*.md", "terms/a.md", True),
        ("/*.md", "terms/a.md", False),
        ("terms/[ab].md", "terms/a.md", True),
        ("terms", "terms/a.md", True),
        ("**/x/*.md", "terms/x/a.md", True),
        ("TERMS/*", "terms/a.md", False),
        ("(Home Page)*", "terms/(Home Page) A.md", True),
    ],
)
def test_per_file_patterns_are_those_of_gitignore(
    vault: VaultOnDisk, pattern: str, path: str, is_ignored: bool
) -> None:
    vault.put("notelint.yaml", f"per-file:\n  '{pattern}': {{ignore: ligature}}\n")
    vault.put(path, LIGATURE)
    assert vault.json().names == ([] if is_ignored else ["ligature"])


def test_all_patterns_that_match_a_note_count(vault: VaultOnDisk) -> None:
    config = "per-file:\n  '*.md': {ignore: ligature}\n  'a.*': {ignore: NL201}\n"
    assert checked(vault, config).names == []


# --- where it stands


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notelint.yaml", "ignore: [ligature]\n"),
        (".notelint.yaml", "ignore: [ligature]\n"),
        ("pyproject.toml", "[project]\nname = 'x'\n[tool.notelint]\nignore = ['ligature']\n"),
        ("notelint.yaml", "\ufeffignore: [ligature]\r\n"),
        ("pyproject.toml", "\ufeff[tool.notelint]\r\nignore = ['ligature']\r\n"),
    ],
)
def test_a_configuration_has_three_names(vault: VaultOnDisk, name: str, content: str) -> None:
    assert checked(vault, content, name=name).names == ["source-spacing"]


def test_toml_reaches_as_deep_as_yaml(vault: VaultOnDisk) -> None:
    config = (
        "[tool.notelint.rules.source-spacing]\nseverity = 'error'\n"
        "[tool.notelint.per-file.'*.md']\nignore = ['ligature']\n"
        "[[tool.notelint.dictionaries]]\nmatch = '*Walls*'\nparts-of-speech = ['n.']\n"
    )
    ran = checked(vault, config, SPACED + LIGATURE, "pyproject.toml")
    assert [(d["name"], d["severity"]) for d in ran.report["diagnostics"]] == [
        ("source-spacing", "error")
    ]


def test_a_pyproject_without_the_table_is_no_configuration(vault: VaultOnDisk) -> None:
    vault.put("pyproject.toml", "[tool.ruff]\nignore = ['x']\n")
    (vault.root.parent / "notelint.yaml").write_text("ignore: [ligature]\n")
    vault.put("a.md", SPACED + LIGATURE)
    assert vault.json().names == ["source-spacing"]


def test_the_nearest_configuration_wins(vault: VaultOnDisk) -> None:
    (vault.root.parent / "notelint.yaml").write_text("ignore: [source-spacing]\n")
    assert checked(vault, "ignore: [ligature]\n").names == ["source-spacing"]


def test_a_configuration_makes_its_folder_the_vault(folder: VaultOnDisk) -> None:
    folder.put("notelint.yaml", "ignore: [ligature]\n")
    folder.put("terms/a.md", "[[b]] ﬁ\n")
    folder.put("other/b.md", "")
    assert folder.json("terms/a.md").names == []


def test_one_file_may_be_named(vault: VaultOnDisk) -> None:
    vault.put("other.yaml", "ignore: [ligature]\n")
    vault.put("notelint.yaml", "ignore: [source-spacing]\n")
    vault.put("a.md", SPACED + LIGATURE)
    assert vault.json("--config", "other.yaml").names == ["source-spacing"]


def test_isolated_reads_no_file(vault: VaultOnDisk) -> None:
    vault.put("notelint.yaml", "ignore: [ligature]\n")
    vault.put("a.md", LIGATURE)
    assert vault.json("--isolated").names == ["ligature"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("notelint.yaml", "a: ["), ("pyproject.toml", "a = ["), ("notelint.yaml", b"\xff")],
)
def test_isolated_goes_without_a_broken_file(
    folder: VaultOnDisk, name: str, content: str | bytes
) -> None:
    folder.put(name, content)
    folder.put("a.md", LIGATURE)
    assert folder.json("--isolated").names == ["ligature"]


# --- what it inherits


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


def test_a_chain_of_files_is_followed_from_each_one_s_own_folder(vault: VaultOnDisk) -> None:
    vault.put("house/one.yaml", "extends: deep/two.yaml\n")
    vault.put("house/deep/two.yaml", "extends: ../../pyproject.toml\n")
    vault.put("pyproject.toml", "[tool.notelint]\nignore = ['ligature']\n")
    assert checked(vault, "extends: house/one.yaml\n").names == ["source-spacing"]


def test_an_override_may_extend_a_file_too(vault: VaultOnDisk) -> None:
    vault.put("base.yaml", "ignore: [ligature]\n")
    vault.put("a.md", LIGATURE)
    assert vault.json("--config", "extends=base.yaml").names == []


# --- one value on the command line


@pytest.mark.parametrize(
    ("override", "expected"),
    [
        ("ignore=[ligature]", ["source-spacing"]),
        ("ignore=ligature,NL402", ["source-spacing"]),
        ("select=NL4", ["ligature"]),
        ("rules.source-spacing.style=spaced", ["ligature"]),
        ("rules.source-spacing={style: spaced}", ["ligature"]),
        (" rules.source-spacing.style = spaced ", ["ligature"]),
        ("per-file={'*.md': {ignore: [NL403]}}", ["source-spacing"]),
        ("respect-gitignore=false", ["source-spacing", "ligature"]),
    ],
)
@pytest.mark.parametrize("isolated", [[], ["--isolated"]])
def test_one_value_may_be_given(
    vault: VaultOnDisk, override: str, expected: list[str], isolated: list[str]
) -> None:
    vault.put("a.md", SPACED + LIGATURE)
    assert vault.json("--config", override, *isolated).names == expected


def test_a_value_outweighs_the_file_and_an_option_outweighs_the_value(vault: VaultOnDisk) -> None:
    vault.put("notelint.yaml", "select: [NL402]\n")
    vault.put("a.md", SPACED + LIGATURE)
    value = ("--config", "select=[ligature]")
    assert vault.json(*value).names == ["ligature"]
    assert vault.json(*value, "--select", "NL201").names == ["source-spacing"]


def test_a_file_and_values_may_be_given_together(vault: VaultOnDisk) -> None:
    vault.put("other.yaml", "ignore: [ligature]\n")
    vault.put("a.md", SPACED + LIGATURE)
    both = ("--config", "other.yaml", "--config", "rules.source-spacing.severity=info")
    [diagnostic] = vault.json(*both).report["diagnostics"]
    assert (diagnostic["name"], diagnostic["severity"]) == ("source-spacing", "info")


# --- what a wrong one is told

WRONG = [
    ("ignroe: [ligature]", 1, ["ignroe", "did you mean `ignore`?", "allowed: ", "per-file"]),
    ("\nselect: [ligatures]", 2, ["select", "`ligatures`", "did you mean `ligature`?"]),
    ("ignore:\n- ligature\n- NL999", 3, ["ignore", "`NL999`"]),
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
    ("per-file:\n  a.md:\n    ignore: [x]", 3, ["per-file", "`x`"]),
    ("per-file:\n  '!': {ignore: ligature}", 2, ["per-file", "!"]),
    ("dictionaries:\n- match: x\n- mach: y", 3,
     ["mach", "did you mean `match`?", "parts-of-speech"]),
    ("dictionaries:\n- parts-of-speech: [n.]", 2, ["dictionaries", "match"]),
    ("dictionaries:\n- match: x\n  parts-of-speech: n.", 3, ["parts-of-speech", "'n.'"]),
    ("dictionaries:\n- match: x\n  edition: 8", 3, ["edition", "should be text", "8"]),
    ("home-pages: [Home]", 1, ["home-pages.0", "one `*`", "'Home'"]),
    ("kinds: {x: {}}", 1, ["kinds.x.when", "is required"]),
    ("kinds:\n  x:\n    when: {}", 3, ["kinds.x.when", "`any-heading`"]),
    ("kinds:\n  x:\n    when: {headng: A}", 3,
     ["kinds.x.when.headng", "did you mean `heading`?", "allowed: any-heading, front-matter"]),
    ("kinds:\n  x:\n    when: {path: '!'}", 3, ["kinds.x.when.path", ".gitignore"]),
    ("kinds:\n  x:\n    when: {heading: A}\n    depth: 7", 4, ["kinds.x.depth", "7"]),
    ("kinds:\n  x:\n    when: {heading: A}\n    sections:\n    - {heading: A}\n    - {haeding: B}",
     6, ["sections.1.haeding", "did you mean `heading`?", "allowed: count, heading, last, role"]),
    ("kinds:\n  x:\n    when: {heading: A}\n    sections:\n    - {heading: '[^n]'}", 5,
     ["heading", "`Source[^n]`"]),
    ("kinds:\n  x:\n    when: {heading: A}\n    sections:\n    - {heading: A, count: 3-2}", 5,
     ["sections.0.count", "smaller number first", "'3-2'"]),
    ("kinds:\n  x:\n    when: {heading: A}\n    sections:\n    - {heading: A, count: some}", 5,
     ["sections.0.count", "1, 0-1, 1+, 0+ or 2-4", "'some'"]),
    ("kinds:\n  x:\n    when: {heading: A}\n    sections:\n    - {heading: A, role: summary}", 5,
     ["sections.0.role", "synthesis, source, references, other", "'summary'"]),
    ("kinds:\n  x:\n    when: {heading: A}\n    front-matter:\n      requried: [a]", 5,
     ["front-matter.requried", "did you mean `required`?", "forbidden, required, types"]),
    ("kinds:\n  x:\n    when: {heading: A}\n    front-matter:\n      types: {a: word}", 5,
     ["front-matter.types.a", "text, list, number, checkbox, date, datetime", "'word'"]),
    ("kinds:\n  x:\n    when: {heading: A}\n    front-matter:\n      types: {on: date}", 5,
     ["a key should be text, not True", "in quotes"]),
    ("respect-gitignore: 'no'", 1, ["respect-gitignore", "'no'"]),
    ("respect-gitignore: 1", 1, ["respect-gitignore", "1"]),
    ("select: 3", 1, ["select", "3"]),
    ("select: [3]", 1, ["select", "3"]),
    ("extends: 3", 1, ["extends", "3"]),
    ("extends: gone.yaml", 1, ["extends", "`gone.yaml`", "dictionary"]),
    ("extends: dictionry", 1, ["extends", "`dictionry`", "dictionary"]),
    ("packs: rules/house.yaml", 1, ["packs", "should be a list"]),
    ('packs:\n- "a\\0b"', 2, ["packs.0", "path of a file"]),
    ("packs: ['']", 1, ["packs.0", "path of a file"]),
    ("1: 2", 1, ["1"]),
    ("null: 2", 1, ["strings"]),
    ("a: [1\nb: 2\n", 2, ["YAML"]),
    ("ignore: [ligature]\nrules: {]\n", 2, ["YAML"]),
    ("a: 1\n---\nb: 2", 2, ["YAML"]),
    ("? [a]\n: b", 1, ["YAML"]),
    ("ignore: !!python/name:os.system", 1, ["YAML"]),
]  # fmt: skip


@pytest.mark.parametrize(("config", "line", "parts"), WRONG)
def test_a_wrong_key_or_value_is_named_with_its_line_and_what_is_allowed(
    vault: VaultOnDisk, config: str, line: int, parts: list[str]
) -> None:
    vault.put("a.md", LIGATURE)
    vault.put("notelint.yaml", config)
    error = vault.refusal()
    assert f"notelint.yaml:{line}: " in error
    assert [part for part in parts if part not in error] == []


WRONG_TOML = [
    ("[tool.notelint]\n\nignroe = 'x'", 3, "did you mean `ignore`?"),
    ("[tool]\nnotelint.ignroe = 'x'", 2, "did you mean `ignore`?"),
    ("[ tool . notelint ]\nignroe = 'x'", 2, "did you mean `ignore`?"),
    ("[tool.\"notelint\"]\nignroe = 'x'", 2, "did you mean `ignore`?"),
    ("[tool.notelint.rules.source-spacing]\nstyle = 'tigth'", 2, "'tight'"),
    ("[tool.notelint.rules]\nsource-spacing.style = 'tigth'", 2, "'tight'"),
    ("[tool.notelint.rules]\nsource-spacing = {style = 'tigth'}", 2, "'tight'"),
    ("[tool.notelint.per-file.\"a/*\"]\nignroe = []", 2, "did you mean `ignore`?"),
    ("[tool.notelint]\nignore = [\n  'x',\n]", 2, "`x`"),
    ("[[tool.notelint.dictionaries]]\nmatch = 'x'\n[[tool.notelint.dictionaries]]\nmach = 'y'", 4,
     "did you mean `match`?"),
]  # fmt: skip


@pytest.mark.parametrize(("config", "line", "part"), WRONG_TOML)
def test_a_wrong_key_in_toml_is_named_with_its_line(
    vault: VaultOnDisk, config: str, line: int, part: str
) -> None:
    vault.put("a.md", LIGATURE)
    vault.put("pyproject.toml", config)
    error = vault.refusal()
    assert f"pyproject.toml:{line}: " in error
    assert part in error


def test_toml_that_does_not_load_is_named_with_its_line(vault: VaultOnDisk) -> None:
    vault.put("a.md", LIGATURE)
    vault.put("pyproject.toml", "[tool.notelint]\nignore = [\n")
    assert "pyproject.toml" in vault.refusal()
    vault.put("pyproject.toml", "[tool.notelint]\nignore ligature\nselect = 3\n")
    assert "line 2" in vault.refusal()


@pytest.mark.parametrize("content", ["- ignore", "ignore", "3", "true"])
def test_a_configuration_that_is_no_mapping_is_an_error(vault: VaultOnDisk, content: str) -> None:
    vault.put("a.md", LIGATURE)
    vault.put("notelint.yaml", content)
    assert "notelint.yaml" in vault.refusal()


def test_a_configuration_that_holds_itself_is_an_error(vault: VaultOnDisk) -> None:
    vault.put("a.md", LIGATURE)
    vault.put("notelint.yaml", "ignore: &a [*a]")
    assert "notelint.yaml" in vault.refusal()


@pytest.mark.parametrize("content", [b"\xff", b"ignore: [\xe9]\n", b"a: \x00\n"])
def test_a_configuration_that_is_no_text_is_an_error(vault: VaultOnDisk, content: bytes) -> None:
    vault.put("a.md", LIGATURE)
    vault.put("notelint.yaml", content)
    assert "notelint.yaml" in vault.refusal()


@pytest.mark.parametrize(
    ("files", "circle"),
    [
        ({"notelint.yaml": "extends: notelint.yaml"}, "notelint.yaml"),
        (
            {"notelint.yaml": "extends: b.yaml", "b.yaml": "extends: ./notelint.yaml"},
            "notelint.yaml",
        ),
    ],
)
def test_a_configuration_that_extends_itself_is_an_error(
    vault: VaultOnDisk, files: dict[str, str], circle: str
) -> None:
    for name, content in files.items():
        vault.put(name, content)
    error = vault.refusal()
    assert "extends itself" in error
    assert circle in error


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["--config", "gone.yaml"], "gone.yaml"),
        (["--config", "."], "."),
        (["--config", "=x"], "=x"),
        (["--config", "a.yaml", "--config", "b.yaml"], "--config"),
        (["--config", "pyproject.toml"], "[tool.notelint]"),
        (["--config", "ignroe=x"], "did you mean `ignore`?"),
        (["--config", "ignore=x"], "`x`"),
        (["--config", "ignore=["], "YAML"),
        (["--config", "rules.ligatur.severity=error"], "did you mean `ligature`?"),
        (["--config", "rules.source-spacing.style=x"], "'tight'"),
        (["--config", "rules=x"], "rules"),
        (["--config", "rules..style=x"], "rules"),
    ],
)
def test_a_wrong_configuration_option_is_one_line_and_exit_code_2(
    vault: VaultOnDisk, arguments: list[str], part: str
) -> None:
    for name in ("a.yaml", "b.yaml", "pyproject.toml"):
        vault.put(name, "")
    assert part in vault.refusal(*arguments)


def test_a_wrong_configuration_stops_before_any_note_is_written(vault: VaultOnDisk) -> None:
    vault.put("a.md", SPACED)
    vault.put("notelint.yaml", "per-file: {zzz: {ignore: [x]}}\n")
    vault.refusal("--fix")
    assert vault.text("a.md") == SPACED
