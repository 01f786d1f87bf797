"""Triggers: a rule that is not run would have found nothing, whatever note it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.notes import notes
from support.pages import read_page
from support.vaults import vault_of

from notelint.authoring import Rule, Trigger
from notelint.config import ActiveRule, RuleSet, default_settings, shipped_rules
from notelint.notes import Facts, Note, read_note
from notelint.run import open_vault
from notelint.values import unusual_in
from notelint.vault import Vault

TESTS = Path(__file__).parents[1]
PAGES = {page.stem: read_page(page) for page in sorted((TESTS / "rules").glob("*.md"))}
CASES = [case for cases in PAGES.values() for case in cases]
ALL = default_settings().selecting(shipped_rules())
# Every rule as it is without options, and with those of its cases.
RULES = RuleSet(dict.fromkeys([*ALL.rules, *(case.active for case in CASES)]))
LINES = sorted({line for case in CASES for sheet in case.sheets for line in sheet.note.text.lines})
TEXTS = [line.content for line in LINES]
CHARACTERS = sorted({char for text in TEXTS for char in text})


def missed(note: Note, vault: Vault) -> list[str]:
    """The rules that find something and are not run."""
    run = set(RULES.triggered_by(note))
    return [r.rule.name for r in RULES if r not in run and any(r.rule.check(note, vault))]


@pytest.mark.parametrize("page", PAGES)
def test_no_rule_is_missed_in_the_cases_of_another(page: str) -> None:
    for case in PAGES[page]:
        notes_of_case = [note for sheet in case.sheets for note in (sheet.note, sheet.crlf)]
        found = [missed(note, case.vault) for note in notes_of_case if note]
        assert not any(found), (case.title, found)


@pytest.mark.parametrize("name", ["labelled", "second_reader"])
def test_no_rule_is_missed_in_a_vault(name: str) -> None:
    vault = open_vault(TESTS / name / "vault")
    for path, file in vault.notes.items():
        assert file.text is None or missed(read_note(path, file.text), vault) == []


some_lines = st.lists(st.sampled_from(TEXTS), max_size=12).map("\n".join)
some_characters = st.text(st.sampled_from(CHARACTERS), max_size=80)


@given(notes() | some_lines | some_characters)
def test_no_rule_is_missed_in_a_note_of_any_kind(content: str) -> None:
    vault = vault_of({"a.md": content, "b.md": "Cell-wall, interleukin-1, different practices.\n"})
    assert missed(read_note("a.md", content), vault) == []


def test_every_rule_says_what_triggers_it_or_that_nothing_does() -> None:
    silent = [name for name, rule in shipped_rules().items() if "trigger" not in vars(_rule(rule))]
    assert silent == []


def _rule(rule: type) -> type:
    """The class that a rule is written in: that of its kind, if it is of a pack."""
    from notelint.packs import PackRule

    return PackRule if issubclass(rule, PackRule) else rule


@pytest.mark.parametrize("rule", [active.rule for active in ALL.rules], ids=lambda r: r.name)
def test_a_trigger_names_facts_that_there_are_and_unusual_characters(rule: Rule) -> None:
    trigger = rule.trigger or Trigger()
    assert [name for name in trigger.facts if not hasattr(Facts(), name)] == []
    usual = "".join(map(chr, [9, 10, 13, *range(32, 127)]))
    assert not trigger.characters or re.search(f"[{trigger.characters}]", usual) is None


def _triggered(triggers: list[Trigger | None], content: str) -> Iterator[Trigger | None]:
    """The triggers of some rules that are there in a note."""

    class Stub:
        def __init__(self, trigger: Trigger | None) -> None:
            self.trigger = trigger

    rules = [ActiveRule(Stub(trigger), 0) for trigger in triggers]  # type: ignore[arg-type]
    for active in RuleSet(rules).triggered_by(read_note("a.md", content)):
        yield active.rule.trigger


HYPHEN = Trigger(texts=("-", "\u2010"))
LIGATURE = Trigger(characters="\ufb00-\ufb06")
LONG = Trigger(texts=("caf\u00e9",))
FORMULA = Trigger(facts=("formulas",), texts=("dash$",))


@pytest.mark.parametrize(
    ("content", "there"),
    [
        ("a b\n", [None]),
        ("", [None]),
        ("a-b\n", [HYPHEN, None]),
        ("a\u2010b\n", [HYPHEN, None]),
        ("a \ufb01t\n", [LIGATURE, None]),
        ("a caf\u00e9\n", [LONG, None]),
        ("the \u00e9l\u00e8ve\n", [LONG, None]),  # one character of a text tells enough
        ("the $n$ cells\n", [FORMULA, None]),
        ("1$\\textendash$2\n", [FORMULA, None]),
        ("1$-\ufb01$2 caf\u00e9\n", [HYPHEN, LIGATURE, LONG, None]),
    ],
)
def test_one_of_all_that_a_trigger_names_must_be_there(
    content: str, there: list[Trigger | None]
) -> None:
    triggers = [HYPHEN, LIGATURE, LONG, FORMULA, Trigger(), None]
    assert list(_triggered(triggers, content)) == there


@given(st.text(st.characters()))
def test_what_is_unusual_is_what_is_no_printable_ascii(content: str) -> None:
    expected = [char for char in content if not (" " <= char <= "~" or char in "\t\n\r")]
    assert unusual_in(content) == "".join(expected)
