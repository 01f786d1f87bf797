"""A vault's own packs: what they add, what a wrong one is told, how a runaway rule is stopped."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import pairwise
from typing import Any, get_args

import pytest
import yaml
from support.on_disk import VaultOnDisk
from support.packs import DOCS, DOCUMENTED, HOUSE, WRONG, entry, pack

from notelint.config import shipped_rules
from notelint.packs import budget, schema, shipped_packs
from notelint.packs.kinds import KINDS
from notelint.packs.loader import LARGEST
from notelint.packs.validator import validate_pack
from notelint.packs.where import Where
from notelint.run.stopped_rules import MOST_STOPS
from notelint.validation import load_yaml, located


def using(vault: VaultOnDisk, content: str, note: str = "A fence.\n", more: str = "") -> None:
    """A vault with a pack and a note."""
    vault.put("rules/house.yaml", content)
    vault.put("notelint.yaml", "packs: [rules/house.yaml]\n" + more)
    vault.put("a.md", note)


def found(vault: VaultOnDisk, content: str, note: str) -> list[str]:
    """What the rules of a pack find in a note."""
    using(vault, content, note)
    ran = vault.json("--select", "HOUSE")
    assert ran.err == ""
    return [
        note[item["start"]["offset"] : item["end"]["offset"]] for item in ran.report["diagnostics"]
    ]


# --- rules like any other


@pytest.mark.parametrize(
    ("more", "arguments", "names"),
    [
        ("", [], ["house-rule"]),
        ("", ["--select", "other-rule"], ["other-rule"]),
        ("", ["--select", "HOUSE002"], ["other-rule"]),
        ("", ["--select", "HOUSE"], ["house-rule", "other-rule"]),
        ("", ["--select", "HOUSE00"], ["house-rule", "other-rule"]),
        ("", ["--select", "ALL"], ["house-rule", "other-rule"]),
        ("", ["--extend-select", "other-rule"], ["house-rule", "other-rule"]),
        ("", ["--ignore", "house-rule"], []),
        ("ignore: [HOUSE001]\n", [], []),
        ("select: [NL4]\n", [], []),
        ("extend-select: HOUSE002\n", [], ["house-rule", "other-rule"]),
        ("per-file: {a.md: {ignore: [house-rule]}}\n", [], []),
        ("per-file: {b.md: {ignore: [house-rule]}}\n", [], ["house-rule"]),
    ],
)
def test_an_own_rule_is_selected_like_any_other(
    vault: VaultOnDisk, more: str, arguments: list[str], names: list[str]
) -> None:
    using(vault, HOUSE, more=more)
    assert vault.json(*arguments).names == names


@pytest.mark.parametrize("selector", ["HOUS", "H", "HOUSE003", "HOUSE0011", "001", "house"])
def test_no_rule_is_selected_by_less_or_more_than_its_code(
    vault: VaultOnDisk, selector: str
) -> None:
    using(vault, HOUSE)
    assert f"`{selector}`" in vault.refusal("--select", selector)


@pytest.mark.parametrize("name", ["house-rule", "HOUSE001"])
def test_a_configuration_sets_an_own_rule_by_name_and_by_code(
    vault: VaultOnDisk, name: str
) -> None:
    using(vault, HOUSE, more=f"rules: {{{name}: {{severity: error}}}}\n")
    [diagnostic] = vault.json().report["diagnostics"]
    assert (diagnostic["name"], diagnostic["severity"]) == ("house-rule", "error")


def test_a_note_allows_an_own_rule(vault: VaultOnDisk) -> None:
    using(vault, HOUSE, "A fence. %% notelint: allow house-rule %%\n")
    assert vault.json().names == []


def test_an_own_rule_mends(vault: VaultOnDisk) -> None:
    using(vault, HOUSE)
    vault.run("--fix")
    assert vault.text("a.md") == "A wall.\n"


def test_the_severity_of_an_own_rule_is_its_own(vault: VaultOnDisk) -> None:
    using(vault, pack(house_rule=entry(severity="info")))
    assert vault.json().report["diagnostics"][0]["severity"] == "info"
    assert vault.run().code == 0


def test_the_rules_stand_in_the_order_of_their_codes(vault: VaultOnDisk) -> None:
    using(vault, pack(a=entry(code="ZOO001"), b=entry(code="ARK001")))
    codes = [line.split()[0] for line in vault.run("explain", "--all").out.splitlines()]
    assert codes == sorted(codes)
    assert {"ZOO001", "ARK001", "NL201"} <= set(codes)


# --- where packs come from


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


def test_isolated_reads_no_pack(vault: VaultOnDisk) -> None:
    using(vault, "no pack at all")
    assert vault.json("--isolated").names == []


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        (None, ["notelint.yaml:1: ", "house.yaml: no such pack", "did you mean `hose.yaml`?"]),
        (b"a: \xff", ["house.yaml: not UTF-8, at byte 3"]),
        (b"#" * (LARGEST + 1), ["house.yaml: more than 1,000,000 bytes", "split"]),
        (b"", ["house.yaml: a pack has the keys `pack`, `version` and `rules`"]),
        (b"- a\n", ["house.yaml: a pack has the keys"]),
        (b"[" * 5000, ["house.yaml", "not YAML"]),
        (b"a: [\nb: 2\n", ["house.yaml:2: not YAML"]),
    ],
)
def test_what_is_no_pack_is_told_so(
    vault: VaultOnDisk, content: bytes | None, parts: list[str]
) -> None:
    vault.put("rules/hose.yaml", HOUSE)
    vault.put("notelint.yaml", "packs: [rules/house.yaml]\n")
    if content is not None:
        vault.put("rules/house.yaml", content)
    error = vault.refusal()
    assert [part for part in parts if part not in error] == []


def test_a_missing_pack_in_a_missing_folder_says_what_to_do(vault: VaultOnDisk) -> None:
    vault.put("notelint.yaml", "packs: [gone/house.yaml]\n")
    assert "check the path" in vault.refusal()


def test_a_folder_is_no_pack(vault: VaultOnDisk) -> None:
    vault.put("rules/a.yaml", "")
    vault.put("notelint.yaml", "packs: [rules]\n")
    assert "rules: cannot be read" in vault.refusal()


def test_a_pack_that_explodes_is_refused(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(located, "MOST_NODES", 1000)
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in pairwise("abcdefghi")]
    vault.put("house.yaml", "\n".join(lines))
    vault.put("notelint.yaml", "packs: [house.yaml]\n")
    assert "more than 1,000 values" in vault.refusal()


def test_a_key_that_stands_twice_is_refused(vault: VaultOnDisk) -> None:
    text = pack(house_rule=entry())
    using(vault, text + text.partition("rules:\n")[2])
    error = vault.refusal()
    assert "rules.house-rule: stands in line " in error


def test_merged_keys_are_not_keys_that_stand_twice() -> None:
    read = load_yaml("x", "a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  x: 3\n")
    assert read.data["b"] == {"x": 3, "y": 2}


# --- what a wrong entry is told


@pytest.mark.parametrize(("changes", "key", "parts"), WRONG)
def test_a_wrong_entry_is_named_with_its_line_and_what_is_allowed(
    vault: VaultOnDisk, changes: dict[str, Any], key: str, parts: list[str]
) -> None:
    content = pack(house_rule=entry(**changes))
    using(vault, content)
    error = vault.refusal()
    line = int(error.partition("house.yaml:")[2].partition(":")[0])
    name = key.partition(".")[0]
    lines = content.splitlines()
    at = next((i for i, text in enumerate(lines, 1) if text.startswith(f"    {name}:")), 3)
    assert at <= line <= at + (3 if "." in key else 1)
    assert key in error
    assert [part for part in parts if part not in error] == []


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("pack: a\nversion: 2\nrules: {}\n", ["house.yaml:2: version", "should be 1, not 2"]),
        ("pack: a\nrules: {}\n", ["version: is required"]),
        ("pack: a\nversion: 1\nrules: {}\n", ["house.yaml:3: rules", "at least 1"]),
        ("pack: a\nversion: 1\nrules: [a]\n", ["house.yaml:3: rules", "mapping"]),
        ("pack: a\nversion: 1\nrules: {a: b}\n", ["house.yaml:3: rules.a", "mapping"]),
        ("pack: a\nversion: 1\nrulse: {}\n", ["house.yaml:3: rulse", "did you mean `rules`?"]),
        (pack(House=entry()), ["rules.House", "`house-rule`"]),
        (pack(a__b=entry()), ["rules.a--b", "`house-rule`"]),
        (pack(ligature=entry()), ["house.yaml:4", "`ligature`", "comes with notelint"]),
        (pack(a=entry(), b=entry()), ["`HOUSE001`", "taken at", "choose another"]),
        ('pack: a\nversion: 1\nrules: {"\\e[31m": {}}\n', ["\\x1b[31m"]),
    ],
)
def test_a_wrong_pack_is_named_with_its_line(
    vault: VaultOnDisk, content: str, parts: list[str]
) -> None:
    using(vault, content)
    error = vault.refusal()
    assert [part for part in parts if part not in error] == []
    assert "\x1b" not in error


@pytest.mark.parametrize("second", [entry(), entry(code="HOUSE002")])
def test_two_packs_have_no_rule_in_common(vault: VaultOnDisk, second: dict[str, Any]) -> None:
    name = "house_rule" if second["code"] != "HOUSE001" else "other_rule"
    vault.put("a.yaml", pack(house_rule=entry()))
    vault.put("b.yaml", pack(**{name: second}))
    vault.put("notelint.yaml", "packs: [a.yaml, b.yaml]\n")
    error = vault.refusal()
    assert "b.yaml:" in error.partition("is taken at")[0]
    assert "a.yaml:" in error.partition("is taken at")[2]


@pytest.mark.parametrize("shipped", [*shipped_packs()], ids=lambda pack: pack.name)
def test_the_packs_that_ship_are_of_the_same_form(shipped: Any) -> None:
    validate_pack(load_yaml(shipped.name, shipped.read_text(encoding="utf-8")))


def test_a_pack_may_name_every_place_and_kind_that_there_is() -> None:
    assert set(get_args(schema.Where)) == set(Where)
    assert set(schema.MODELS) == set(KINDS)
    assert all(kind in DOCS.read_text(encoding="utf-8") for kind in {*KINDS, *Where})


def test_a_wrong_pack_stops_before_any_note_is_written(vault: VaultOnDisk) -> None:
    using(vault, pack(house_rule=entry(), b=entry(code="HOUSE002", where="x")))
    vault.refusal("--fix")
    assert vault.text("a.md") == "A fence.\n"


# --- the kinds that own packs add


def test_a_spelling_is_a_whole_word_in_any_case(vault: VaultOnDisk) -> None:
    words = {"e-mail": "email", "data base": "database", "English": "english"}
    content = pack(house_rule=entry(kind="spelling", patterns=None, words=words))
    note = "E-mail, e-mails, E-MAIL. A Data Base. English\n"
    assert found(vault, content, note) == ["E-mail", "E-MAIL", "Data Base"]
    vault.run("--fix", "--select", "HOUSE")
    assert vault.text("a.md") == "Email, e-mails, EMAIL. A Database. English\n"


def test_a_spelling_without_a_replacement_is_only_found(vault: VaultOnDisk) -> None:
    content = pack(house_rule=entry(kind="spelling", patterns=None, words={"very": None, "a": "b"}))
    assert found(vault, content, "Very, every.\n") == ["Very"]


def test_what_matches_nothing_is_no_finding(vault: VaultOnDisk) -> None:
    rule = entry(patterns=[{"find": "x*|(?<=b)"}], fix=None)
    assert found(vault, pack(house_rule=rule), "axxb\n") == ["xx"]


@pytest.mark.parametrize(
    ("where", "note"),
    [
        ("targets", "---\na: '[[x]]'\n---\n`[[x]]` https://x.org [^x] %%[[x]]%%\n"),
        ("definitions", "x[^x]\n\n[^x]:\n\n`[^1]: x`\n"),
        ("headings", "> # x\n\n```\n# x\n```\n\nx\n"),
        ("math", "x `$x$` \\$x$\n\n$$x$$\n"),
    ],
)
def test_a_place_is_that_and_nothing_else(vault: VaultOnDisk, where: str, note: str) -> None:
    rule = entry(where=where, patterns=[{"find": "x"}], fix=None)
    assert found(vault, pack(house_rule=rule), note) == []


FORM_NOTE = """\
# Synthesis

x

See also
---

## Source[^1] ##

a[^1] [[Wall]] ![[w.png]]

[^1]: a book
"""


@pytest.mark.parametrize(
    ("where", "forms", "expected"),
    [
        ("headings", ["Synthesis", "Source\\[\\^\\d\\]"], ["See also"]),
        ("headings", ["S"], ["Synthesis", "See also", "Source[^1]"]),
        ("targets", ["[a-z.]+"], ["Wall"]),
        ("definitions", [r"\[\[.*\]\]"], ["a book"]),
        ("definitions", ["a.*"], []),
        ("lines", ["#.*", ".*a.*"], ["x"]),
    ],
)
def test_a_form_is_what_everything_in_a_place_has(
    vault: VaultOnDisk, where: str, forms: list[str], expected: list[str]
) -> None:
    rule = entry(kind="form", patterns=None, fix=None, where=where, forms=forms)
    assert found(vault, pack(house_rule=rule), FORM_NOTE) == expected


@pytest.mark.parametrize(
    ("where", "forms", "is_missing"),
    [
        ("headings", ["^See"], False),
        ("headings", ["^also"], True),
        ("targets", ["^Wall$"], False),
        ("text", ["book"], False),
        ("text", ["Wall"], True),
        ("text", ["zzz", "book"], False),
    ],
)
def test_what_is_required_stands_somewhere_in_the_place(
    vault: VaultOnDisk, where: str, forms: list[str], is_missing: bool
) -> None:
    rule = entry(kind="required", patterns=None, fix=None, where=where, forms=forms, message="m")
    assert found(vault, pack(house_rule=rule), FORM_NOTE) == ["# Synthesis"] * is_missing


def test_the_configuration_says_which_notes_have_to_have_it(vault: VaultOnDisk) -> None:
    rule = entry(kind="required", patterns=None, fix=None, forms=["zzz"], message="m")
    using(vault, pack(house_rule=rule), more="rules: {house-rule: {notes: ['terms/*']}}\n")
    vault.put("terms/b.md", "A fence.\n")
    vault.put("terms/c.md", b"\xff")
    assert [d["path"] for d in vault.json("--select", "HOUSE").report["diagnostics"]] == [
        "terms/b.md"
    ]


def test_a_fix_of_a_target_leads_the_link_elsewhere(vault: VaultOnDisk) -> None:
    rule = entry(where="targets", patterns=[{"find": "^Fence", "replace": "Wall"}])
    assert found(vault, pack(house_rule=rule), "[[Fence#a|b]] Fence\n") == ["Fence"]
    for name in ("Wall.md", "Fence.md"):
        vault.put(name, "## a\n")
    ran = vault.run("--fix", "--select", "HOUSE")
    assert (ran.code, vault.text("a.md")) == (0, "[[Wall#a|b]] Fence\n")


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("- **x** y\n", ["- **x**"]),
        ("> **x** `z`\n", ["> **x**"]),
        ("`**x**` y\n", []),
        ("```\n**x**\n```\n", []),
        ("%%\n**x**\n%%\n", []),
        ("---\na: '**x**'\n---\n", []),
        ("a\r\n**x**\r\nb\r\n", ["**x**"]),
        ("a **x** b\n`c`\n", ["a **x**"]),
        ("- [[**x**]]\n", ["- [[**x**"]),
    ],
)
def test_lines_are_seen_with_their_marks_and_without_code(
    vault: VaultOnDisk, note: str, expected: list[str]
) -> None:
    rule = entry(where="lines", patterns=[{"find": r"^.*?\*\*x\*\*"}], fix=None)
    assert found(vault, pack(house_rule=rule), note) == expected


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("## a", "a"), ("## a ##", "a"), ("## a#", "a#"), ("#  a  b\t", "a  b"), ("a\n===", "a"),
        ("a\nb\n---", "a\nb"), ("##", None), ("## ##", None), ("###### a", "a"), ("## \\#", "\\#"),
        ("#x\n---", "#x"),
    ],
)  # fmt: skip
def test_a_heading_is_seen_without_its_marks(
    vault: VaultOnDisk, heading: str, said: str | None
) -> None:
    rule = entry(where="headings", patterns=[{"find": r"(?s)^.*$"}], fix=None)
    assert found(vault, pack(house_rule=rule), heading + "\n\nb\n") == ([said] if said else [])


def test_a_long_find_is_cut_and_stands_on_one_line(vault: VaultOnDisk) -> None:
    using(vault, pack(house_rule=entry(where="definitions", patterns=[{"find": "(?s).+"}],
                                       fix=None)),
          "a[^1]\n\n[^1]: b\n    c " + "d" * 99 + "\n")  # fmt: skip
    [diagnostic] = vault.json("--select", "HOUSE").report["diagnostics"]
    assert diagnostic["message"] == f"`b c {'d' * 55}…` is a wall"


# --- rules that run away

SLOW = entry(code="SLOW001", patterns=[{"find": "(a+)+$"}], fix=None)
RUNAWAY = "a" * 5000 + "! fence\n"


@pytest.fixture
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", 0.1)


@pytest.mark.usefixtures("_hurry")
@pytest.mark.parametrize(
    "slow",
    [
        SLOW,
        {**SLOW, "where": "lines"},
        entry(code="SLOW001", kind="form", where="lines", patterns=None, fix=None,
              forms=["(a|aa)+b"]),
        entry(code="SLOW001", kind="required", patterns=None, fix=None, forms=["(a+)+$"],
              message="m"),
    ],
)  # fmt: skip
def test_a_rule_that_takes_too_long_is_stopped_and_all_else_goes_on(
    vault: VaultOnDisk, slow: dict[str, Any]
) -> None:
    using(vault, pack(slow_rule=slow, house_rule=entry()), RUNAWAY)
    vault.put("b.md", "A fence.\n")
    ran = vault.json("--select", "SLOW,house-rule")
    assert ran.code == 2
    names = [(d["path"], d["name"]) for d in ran.report["diagnostics"] if d["name"] != "slow-rule"]
    assert names == [("a.md", "house-rule"), ("b.md", "house-rule")]
    [line] = ran.err.splitlines()
    assert line.startswith("notelint: ")
    assert "house.yaml: slow-rule takes longer than 0.1 s on `a.md`, and was stopped" in line


@pytest.mark.usefixtures("_hurry")
@pytest.mark.parametrize("how", [["--fix"], ["--fix", "--unsafe-fixes"]])
def test_a_note_is_fixed_by_the_rules_that_are_not_stopped(
    vault: VaultOnDisk, how: list[str]
) -> None:
    using(vault, pack(slow_rule=SLOW, house_rule=entry()), RUNAWAY)
    ran = vault.run(*how)
    assert (ran.code, vault.text("a.md")) == (2, RUNAWAY.replace("fence", "wall"))
    assert len(ran.err.splitlines()) == 1


@pytest.mark.usefixtures("_hurry")
def test_time_is_counted_over_all_of_a_note(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(1000))
    monkeypatch.setattr(budget, "process_time", lambda: next(clock) / 1000)
    using(vault, pack(house_rule=entry()), "*a* b " * 100)
    assert "takes longer than 0.1 s" in vault.run().err


@pytest.mark.usefixtures("_hurry")
def test_a_rule_that_is_stopped_again_and_again_does_not_run_any_more(vault: VaultOnDisk) -> None:
    using(vault, pack(slow_rule=SLOW, house_rule=entry()))
    for index in range(MOST_STOPS + 2):
        vault.put(f"b{index}.md", RUNAWAY)
    ran = vault.json()
    lines = ran.err.splitlines()
    told = [line.endswith("; slow-rule does not run on the notes that follow") for line in lines]
    assert told == [False] * (MOST_STOPS - 1) + [True]
    assert ran.names == ["house-rule"] * (MOST_STOPS + 3)


def test_a_rule_that_finds_too_much_is_stopped(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MOST_FOUND", 5)
    using(vault, pack(house_rule=entry(patterns=[{"find": "."}], fix=None)), "12345\n")
    assert (vault.run().code, vault.run().err) == (1, "")
    vault.put("a.md", "123456\n")
    assert "finds more than 5 places" in vault.run().err


def test_a_rule_that_writes_too_much_is_stopped_before_it_fills_the_memory(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budget, "MOST_WRITTEN", 100_000)
    rule = entry(patterns=[{"find": "(a+)", "replace": "\\1" * 400}])
    using(vault, pack(house_rule=rule), "aaaa\n")
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (2, "aaaa\n")
    assert "would write more than 100,000 characters" in ran.err


def test_a_pattern_means_what_it_means_in_re(vault: VaultOnDisk) -> None:
    find, note = (
        r"(?i)(?<!x)\bfo{1,2}(?:[a-c]|\d)+?\b(?=,|$)",
        "fooa, Foo1b, xfoa, foo, foaa\n",
    )
    rule = entry(patterns=[{"find": find}], fix=None)
    expected = [match[0] for match in re.finditer(find, note)]
    assert expected == ["fooa", "Foo1b", "foaa"]
    assert found(vault, pack(house_rule=rule), note) == expected


# --- explain


def test_an_own_rule_is_explained(vault: VaultOnDisk) -> None:
    using(vault, HOUSE)
    page = vault.run("explain", "house-rule").out
    parts = ["# house-rule (HOUSE001)", "Walls are walls.", "They are.", "Safe.", "A fence."]
    assert [part for part in parts if part not in page] == []
    assert vault.run("explain", "HOUSE001").out == page
    assert "HOUSE002 other-rule" in vault.run("explain", "--all").out
    assert len(vault.run("explain", "HOUSE").out.split("\n# ")) == 2


def test_explain_takes_a_vault_and_a_configuration(vault: VaultOnDisk) -> None:
    vault.put("b/.obsidian/x", "")
    vault.put("b/house.yaml", HOUSE)
    vault.put("b/notelint.yaml", "packs: [house.yaml]\n")
    assert "`house-rule`" in vault.refusal("explain", "house-rule")
    for arguments in (["--vault", "b"], ["--config", "b/notelint.yaml"],
                      ["--config", "packs=[b/house.yaml]"]):  # fmt: skip
        assert vault.run("explain", "house-rule", *arguments).code == 0
    assert vault.run("explain", "ligature", "--vault", "b", "--isolated").code == 0


def test_explain_says_what_is_wrong_with_the_configuration(vault: VaultOnDisk) -> None:
    using(vault, pack(house_rule=entry(kind="x")))
    assert "house.yaml:" in vault.refusal("explain", "ligature")
    assert vault.run("explain", "ligature", "--isolated").code == 0


# --- test-pack


def said_of(vault: VaultOnDisk, **changes: Any) -> list[str]:
    """What test-pack says of a rule, without the place and the last line."""
    vault.put("house.yaml", pack(house_rule=entry(**changes)))
    ran = vault.run("test-pack", "house.yaml")
    *lines, last = ran.out.splitlines()
    assert (ran.err, ran.code) == ("", int(bool(lines)))
    assert last.startswith("1 rule, ")
    return [line.partition(": house-rule: ")[2] for line in lines]


NEW_REFERENCE = "a reference or a definition would be lost, or come from nowhere"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"bad": "A wall.\n"}, ["bad: finds nothing"]),
        ({"good": "A fence, a fence.\n"}, ["good: finds `fence`, `fence`"]),
        ({"bad": "x\n", "good": "fence\n"}, ["bad: finds nothing", "good: finds `fence`"]),
        ({"cases": [{"note": "fence\n", "found": ["fence"], "fixed": "wall\n"}]}, []),
        ({"cases": [{"note": "wall\n", "found": []}]}, []),
        ({"cases": [{"note": "fence\n", "found": []}]}, ["cases.0: finds `fence`, not nothing"]),
        ({"cases": [{"note": "wall\n", "found": ["x"]}]}, ["cases.0: finds nothing, not `x`"]),
        ({"cases": [{"note": "fence\n", "found": ["fence"], "fixed": "x\n"}]},
         ["cases.0: is mended to 'wall\\n', not 'x\\n'"]),
        ({"patterns": [{"find": "fence", "replace": "fence2"}]},
         ["bad: cannot be mended: house-rule: still not settled after 10 rounds"]),
        ({"patterns": [{"find": "fence", "replace": "[^9]"}]},
         [f"bad: cannot be mended: house-rule: {NEW_REFERENCE}"]),
        ({"bad": "A \x1b[31m.\n"}, ["bad: finds nothing"]),
    ],
)  # fmt: skip
def test_examples_are_held_against_their_rule(
    vault: VaultOnDisk, changes: dict[str, Any], expected: list[str]
) -> None:
    assert said_of(vault, **changes) == expected


@pytest.mark.usefixtures("_hurry")
def test_an_example_that_runs_away_is_one_that_fails(vault: VaultOnDisk) -> None:
    lines = said_of(vault, patterns=[{"find": "(a+)+$"}], fix=None, bad="a", good=RUNAWAY)
    assert ["takes longer than 0.1 s" in line for line in lines] == [True]
    assert lines[0].startswith("good: ")


def test_a_failing_example_is_told_with_its_line(vault: VaultOnDisk) -> None:
    content = pack(house_rule=entry(bad="A wall.\n"))
    vault.put("house.yaml", content)
    line = content.splitlines().index("    bad: |") + 1 if "bad: |" in content else None
    line = line or next(n for n, text in enumerate(content.splitlines(), 1) if "bad:" in text)
    ran = vault.run("test-pack", "house.yaml")
    assert ran.out.splitlines() == [
        f"house.yaml:{line}: house-rule: bad: finds nothing",
        "1 rule, 2 examples: 1 failure.",
    ]


def test_several_packs_are_tested_together(vault: VaultOnDisk) -> None:
    vault.put("a.yaml", pack(house_rule=entry()))
    vault.put("b.yaml", pack(other_rule=entry(code="HOUSE002")))
    ran = vault.run("test-pack", "a.yaml", "b.yaml", "a.yaml")
    assert (ran.code, ran.out) == (0, "2 rules, 4 examples: all hold.\n")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [([], "FILE"), (["gone.yaml"], "no such pack"), (["wrong.yaml"], "wrong.yaml:")],
)
def test_test_pack_cannot_go_on_without_a_right_pack(
    vault: VaultOnDisk, arguments: list[str], part: str
) -> None:
    vault.put("wrong.yaml", pack(house_rule=entry(kind="x")))
    assert part in vault.refusal("test-pack", *arguments)


# --- the documentation


def test_the_documented_pack_is_right_and_has_every_kind(vault: VaultOnDisk) -> None:
    vault.put("house.yaml", DOCUMENTED)
    assert vault.run("test-pack", "house.yaml").code == 0
    kinds = {rule["kind"] for rule in yaml.safe_load(DOCUMENTED)["rules"].values()}
    assert kinds == {"pattern", "words", "spelling", "form", "required"}


def test_the_documented_error_is_what_is_said(vault: VaultOnDisk) -> None:
    vault.put("house.yaml", DOCUMENTED.replace("kind: spelling", "kind: speling"))
    error = vault.refusal("test-pack", "house.yaml").partition("house.yaml")[2]
    assert error in DOCS.read_text(encoding="utf-8")


# --- what is not needed is not loaded


@pytest.mark.parametrize(
    ("config", "is_loaded"), [(None, False), ("packs: [rules/house.yaml]\n", True)]
)
def test_regex_is_loaded_only_where_there_is_a_pack(
    vault: VaultOnDisk, config: str | None, is_loaded: bool
) -> None:
    using(vault, HOUSE)
    if config is None:
        (vault.root / "notelint.yaml").unlink()
    code = (
        "import sys, json, notelint.cli; notelint.cli.main(['--no-cache', '-q']);"
        "print(json.dumps(['regex' in sys.modules, 'pydantic' in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=vault.root, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout.splitlines()[-1]) == [is_loaded, is_loaded]


def test_own_rules_leave_the_shipped_ones_alone(vault: VaultOnDisk) -> None:
    before = dict(shipped_rules())
    using(vault, HOUSE)
    vault.run()
    assert dict(shipped_rules()) == before
