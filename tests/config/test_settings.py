"""Settings: which rules run on which note, and which notes are checked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.configurations import LIGATURE, SPACED, checked
from support.on_disk import VaultOnDisk

from notelint.config import Settings, default_settings, shipped_rules
from notelint.config.settings import PerFile

CATALOGUE = shipped_rules()
some_rules = st.frozensets(st.sampled_from(list(CATALOGUE)))


def running(settings: Settings, path: str) -> list[str]:
    return [active.rule.name for active in settings.rules_for(path)]


def test_where_nothing_is_configured_the_rules_run_that_are_on() -> None:
    expected = [name for name, rule in CATALOGUE.items() if rule.is_default]
    assert running(default_settings(), "a.md") == expected


@given(some_rules, some_rules)
def test_the_selected_rules_run_in_order_but_for_those_that_a_note_ignores(
    selected: frozenset[str], ignored: frozenset[str]
) -> None:
    settings = default_settings().selecting(selected)
    settings = replace(settings, per_file=(PerFile("a.md", ignored),))
    assert running(settings, "a.md") == [n for n in CATALOGUE if n in selected - ignored]
    assert running(settings, "b.md") == [n for n in CATALOGUE if n in selected]


def test_a_note_past_the_size_is_not_checked_and_says_so(vault: VaultOnDisk) -> None:
    config = "max-note-size: 20\n"
    assert checked(vault, config, SPACED).names == ["beyond-limits"]
    assert checked(vault, config, LIGATURE[:20]).names == ["ligature"]


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


def test_notes_in_which_the_same_rules_run_share_one_set_of_them() -> None:
    settings = replace(default_settings(), per_file=(PerFile("drafts/", frozenset({"ligature"})),))
    assert settings.rules_for("a.md") is settings.rules_for("b/c.md")
    assert settings.rules_for("drafts/a.md") is settings.rules_for("drafts/b.md")
    assert settings.rules_for("drafts/a.md") != settings.rules_for("a.md")
