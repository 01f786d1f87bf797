"""Packs: rules that are data, where they are found, and what their two kinds do."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from notelint.authoring import Rule
from notelint.notes import read_note
from notelint.packs import make_rules, shipped_packs
from notelint.packs.kinds import PatternRule, WordsRule
from notelint.values import Applicability, Finding, Severity
from notelint.vault import Vault

PROJECT = Path(__file__).parent.parent.parent
PACKS = {pack.name: yaml.safe_load(pack.read_text(encoding="utf-8")) for pack in shipped_packs()}
ENTRIES = {name: entry for pack in PACKS.values() for name, entry in pack["rules"].items()}


# --- the shipped ones


def test_there_are_packs() -> None:
    assert {"math-dash", "ligature"} <= set(ENTRIES)


@pytest.mark.parametrize("name", PACKS)
def test_a_shipped_pack_has_the_header(name: str) -> None:
    assert list(PACKS[name]) == ["pack", "version", "rules"]
    assert PACKS[name]["pack"] == name.removesuffix(".yaml")
    assert PACKS[name]["version"] == 1


@pytest.mark.parametrize("name", ENTRIES)
def test_a_shipped_entry_says_what_every_rule_says(name: str) -> None:
    entry = ENTRIES[name]
    assert re.fullmatch(r"[a-z]+(-[a-z]+){0,3}", name)
    assert re.fullmatch(r"NL\d{3}", entry["code"])
    assert [key for key in ("summary", "reason", "message", "bad", "good") if not entry[key]] == []
    assert entry["summary"].endswith(".")
    assert not entry["message"].endswith(".")


@pytest.mark.parametrize("name", ENTRIES)
def test_a_shipped_entry_is_of_a_kind_and_of_a_place_that_there_is(name: str) -> None:
    entry = ENTRIES[name]
    assert entry["kind"] in ("pattern", "words")
    assert entry["where"] in ("text", "math")
    common = {"code", "kind", "summary", "reason", "where", "message", "fix", "bad", "good"}
    own = {"pattern": {"patterns"}, "words": {"words"}}[entry["kind"]]
    assert set(entry) <= common | own | {"severity", "default"}
    assert set(entry.get("fix") or {}) <= {"title", "applicability", "reason"}


# --- the kinds


def rule_of(**entry: Any) -> Rule:
    """A rule made from an entry, with what this page does not speak of filled in."""
    shared = {
        "code": "NL999", "summary": "S.", "reason": "R.", "where": "text",
        "message": "`{found}`", "bad": "", "good": "",
        "fix": {"title": "write `{replacement}`", "applicability": "safe", "reason": "Safe."},
    }  # fmt: skip
    [made] = make_rules({"rules": {"house-rule": {**shared, **entry}}})
    return made()


def findings(rule: Rule, content: str) -> list[Finding]:
    return list(rule.check(read_note("a.md", content), Vault()))


def found(rule: Rule, content: str) -> list[str]:
    return [content[f.span.start : f.span.end] for f in findings(rule, content)]


def pattern(*pairs: tuple[str, str | None], **entry: Any) -> Rule:
    patterns = [{"find": find, "replace": replace} for find, replace in pairs]
    return rule_of(kind="pattern", patterns=patterns, **entry)


def words(table: dict[str, str], **entry: Any) -> Rule:
    return rule_of(kind="words", words=table, **entry)


def test_an_entry_becomes_a_rule_with_its_identity() -> None:
    rule = pattern(("x", "y"), code="NL998", reason="Because.\n", severity="error", default=False)
    made = type(rule)
    assert (made.name, made.code, made.severity, made.is_default, rule.reason) == (
        "house-rule", "NL998", Severity.ERROR, False, "Because.",
    )  # fmt: skip
    assert isinstance(rule, PatternRule)
    assert isinstance(words({"a": "b"}), WordsRule)


def test_letters_that_only_look_alike_are_another_word() -> None:
    rule = rule_of(kind="spelling", words={"mail": "post"})
    assert found(rule, "maıl Mail\n") == ["Mail"]


def test_a_form_needs_no_watch_where_it_ships() -> None:
    rule = rule_of(kind="form", where="headings", forms=["A.*"])
    assert found(rule, "# A b\n\n# B\n") == ["B"]


def test_an_entry_is_a_warning_that_is_on_unless_it_says_otherwise() -> None:
    made = type(pattern(("x", "y")))
    assert (made.severity, made.is_default) == (Severity.WARNING, True)


def test_a_pattern_is_replaced_with_its_groups() -> None:
    [finding] = findings(pattern((r"(\d+) +(%)", r"\1\2")), "It is 15  % of it.\n")
    assert finding.message == "`15  %`"
    assert finding.fix is not None
    assert (finding.fix.title, finding.fix.edits[0].text) == ("write `15%`", "15%")
    assert finding.fix.applicability is Applicability.SAFE


def test_a_pattern_without_a_replacement_has_no_fix() -> None:
    [finding] = findings(pattern(("x", None)), "x\n")
    assert finding.fix is None


def test_a_pattern_may_replace_with_nothing() -> None:
    [finding] = findings(pattern(("x", "")), "x\n")
    assert finding.fix is not None
    assert finding.fix.edits[0].text == ""


def test_a_fix_is_manual_unless_it_says_otherwise() -> None:
    [finding] = findings(pattern(("x", "y"), fix={"title": "t"}), "x\n")
    assert finding.fix is not None
    assert finding.fix.applicability is Applicability.MANUAL


def test_a_pattern_that_matches_nothing_at_all_finds_nothing() -> None:
    assert findings(pattern(("x*", "y")), "abc\n") == []


def test_several_patterns_are_one_rule() -> None:
    assert sorted(found(pattern(("a", "b"), ("c", "d")), "c a c\n")) == ["a", "c", "c"]


def test_of_two_words_the_longer_is_found() -> None:
    rule = words({"ﬀ": "ff", "ﬀi": "ffi"})
    assert found(rule, "ﬀi ﬀ\n") == ["ﬀi", "ﬀ"]
    assert [f.fix.edits[0].text for f in findings(rule, "ﬀi ﬀ\n") if f.fix] == ["ffi", "ff"]


def test_words_are_letters_and_no_patterns() -> None:
    assert found(words({"a.c": "x", "(": "["}), "abc a.c (\n") == ["a.c", "("]


@pytest.mark.parametrize("rule", [pattern(("x", "y")), words({"x": "y"})], ids=["pattern", "words"])
@pytest.mark.parametrize(
    "note",
    [
        "`x`\n", "```\nx\n```\n", "    x\n", "$x$\n", "$$\nx\n$$\n", "%%x%%\n", "%%\nx\n%%\n",
        "<!-- x -->\n", "<b x>\n", "<div>\nx\n</div>\n", "---\nx: x\n---\n", "[[x]]\n",
        "![[x.png]]\n", "[[a|b]]\n", "[a](x)\n", "<https://x.org>\n", "https://e.org/x\n", "a ^x\n",
        "#x\n", "[^x]\n", "[x]: https://e.org\n",
    ],
)  # fmt: skip
def test_text_is_nothing_but_text(rule: Rule, note: str) -> None:
    assert found(rule, note) == []


@pytest.mark.parametrize("rule", [pattern(("x", "y")), words({"x": "y"})], ids=["pattern", "words"])
@pytest.mark.parametrize(
    "note",
    [
        "x\n", "# x\n", "- x\n", "> x\n", "| x |\n|---|\n", "**x**\n", "*x*\n", "~~x~~\n",
        "==x==\n",
        "[x](a)\n", "a[^1]\n\n[^1]: x\n", "> [!note]\n> x\n", "x\r\n", "\ufeffx", "- [ ] x\n",
    ],
)  # fmt: skip
def test_text_is_found_wherever_it_stands(rule: Rule, note: str) -> None:
    assert found(rule, note) == ["x"]


@pytest.mark.parametrize("note", ["a $x$ b\n", "- $x$\n", "| $x$ |\n|---|\n"])
def test_math_is_nothing_but_math(note: str) -> None:
    rule = pattern((r"\$x\$", "x"), where="math")
    assert found(rule, note) == ["$x$"]
    assert found(rule, note.replace("$x$", "`$x$` x")) == []


# --- where the shipped ones are found

LISTING = [
    sys.executable,
    "-c",
    "import notelint.cli as c; print(c.__file__); c.main(['explain', '--all'])",
]


def listed(path: Path, folder: Path) -> tuple[str, str]:
    """Where notelint came from, and the rules that it lists, when it is imported from ``path``."""
    done = subprocess.run(
        LISTING, cwd=folder, env={"PYTHONPATH": str(path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    module, _, rules = done.stdout.partition("\n")
    return module, rules


def copy_package(to: Path) -> Path:
    shutil.copytree(PROJECT / "notelint", to, ignore=shutil.ignore_patterns("__pycache__"))
    return to


def test_packs_are_found_inside_an_installed_package(tmp_path: Path) -> None:
    package = copy_package(tmp_path / "site" / "notelint")
    shutil.copytree(PROJECT / "rules", package / "packs" / "shipped")
    module, rules = listed(tmp_path / "site", tmp_path)
    assert module.startswith(str(tmp_path))
    assert " ligature " in rules
    assert " source-spacing " in rules


def test_packs_are_found_beside_the_package_in_a_checkout(tmp_path: Path) -> None:
    copy_package(tmp_path / "checkout" / "notelint")
    shutil.copytree(PROJECT / "rules", tmp_path / "checkout" / "rules")
    module, rules = listed(tmp_path / "checkout", tmp_path)
    assert module.startswith(str(tmp_path))
    assert " ligature " in rules


def test_packs_are_found_in_a_zipped_checkout(tmp_path: Path) -> None:
    archive = tmp_path / "notelint.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for folder in ("notelint", "rules"):
            for path in sorted((PROJECT / folder).rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    file.write(path, path.relative_to(PROJECT))
    module, rules = listed(archive, tmp_path)
    assert module.startswith(str(archive))
    assert " ligature " in rules
    assert " source-spacing " in rules
