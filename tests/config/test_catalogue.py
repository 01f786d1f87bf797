"""The catalogue itself: names, sentences and examples of every rule."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from support.on_disk import VaultOnDisk
from support.packs import entry, pack, using
from support.vaults import vault_of

from notelint import rules
from notelint.authoring import Rule
from notelint.config import shipped_rules
from notelint.config.layers import merge
from notelint.disk import NoteFile
from notelint.lint import check
from notelint.notes import Note, read_note
from notelint.packs import PackRule
from notelint.validation import load_yaml
from notelint.values import Applicability, Diagnostic

CATALOGUE = shipped_rules()
PAGES = Path(__file__).parent.parent / "rules"
each_rule = pytest.mark.parametrize("rule", CATALOGUE.values(), ids=CATALOGUE.keys())


def findings(rule: type[Rule], text: str) -> tuple[Diagnostic, ...]:
    """What the default settings, and the rule itself if it is off, find in a note on its own."""
    file = NoteFile(text.encode("utf-8", "surrogateescape"))
    if file.text is None:
        note = Note.undecoded("note.md", file.content, file.bad_byte or 0)
    else:
        note = read_note("note.md", file.text)
    settings = merge([load_yaml("configuration", rule.configuration)])
    settings = settings.selecting({*settings.selected, rule.name})
    vault = vault_of({"note.md": text, **rule.files}, conventions=settings.conventions)
    return check(note, settings.rules_for("note.md"), vault, settings.known)


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in CATALOGUE.values()]
    assert len(codes) == len(set(codes))


def test_every_module_of_a_rule_is_found() -> None:
    modules = {file.stem for file in Path(rules.__file__).parent.glob("[!_]*.py")}
    python = [rule for rule in CATALOGUE.values() if not issubclass(rule, PackRule)]
    assert {rule.name.replace("-", "_") for rule in python} == modules


def test_every_page_of_cases_belongs_to_a_rule() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == set(CATALOGUE)


@each_rule
def test_a_code_is_of_a_family(rule: type[Rule]) -> None:
    assert re.fullmatch(r"NL[1-9]?\d\d\d?", rule.code)
    assert len(rule.code) == 5


@each_rule
def test_a_name_can_be_said_aloud(rule: type[Rule]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+){0,3}", rule.name)
    assert not rule.name.startswith(("no-", "disallow-", "avoid-"))


@each_rule
def test_a_module_and_its_class_are_named_as_the_rule(rule: type[Rule]) -> None:
    if issubclass(rule, PackRule):
        return
    assert rule.__module__ == f"notelint.rules.{rule.name.replace('-', '_')}"
    assert rule.__name__ == rule.name.title().replace("-", "")


@each_rule
def test_a_summary_is_one_short_sentence(rule: type[Rule]) -> None:
    assert len(rule.summary) <= 72
    assert re.fullmatch(r"[A-Z][^.!?]*\.", rule.summary)


@each_rule
def test_a_reason_says_more_than_the_summary(rule: type[Rule]) -> None:
    reason = " ".join((inspect.getdoc(rule) or "").split())
    assert reason.endswith(".")
    assert rule.summary not in reason
    assert reason == " ".join(rule().reason.split())
    assert inspect.getdoc(rule) != inspect.getdoc(rule.__mro__[1])


@each_rule
def test_bad_is_bad_for_that_reason_alone(rule: type[Rule]) -> None:
    assert {finding.name for finding in findings(rule, rule.bad)} == {rule.name}


@each_rule
def test_good_is_good(rule: type[Rule]) -> None:
    assert findings(rule, rule.good) == ()


@each_rule
def test_fixes_are_told_where_there_are_any(rule: type[Rule]) -> None:
    page = (PAGES / f"{rule.name}.md").read_text(encoding="utf-8")
    from_bad = {found.fix.applicability for found in findings(rule, rule.bad) if found.fix}
    has_fix = bool(from_bad) or "````fixed" in page
    assert bool(rule.fixes) == has_fix
    for applicability in from_bad:
        assert str(applicability) in rule.fixes.lower()


@each_rule
def test_a_message_is_what_one_would_tell_a_friend(rule: type[Rule]) -> None:
    for finding in findings(rule, rule.bad):
        assert not finding.message.endswith(".")
        assert not finding.message[0].isupper()
        if finding.fix:
            assert finding.fix.title[0].islower()
            assert finding.fix.applicability in Applicability


def test_the_rules_stand_in_the_order_of_their_codes(vault: VaultOnDisk) -> None:
    using(vault, pack(a=entry(code="ZOO001"), b=entry(code="ARK001")))
    codes = [line.split()[0] for line in vault.run("explain", "--all").out.splitlines()]
    assert codes == sorted(codes)
    assert {"ZOO001", "ARK001", "NL201"} <= set(codes)
