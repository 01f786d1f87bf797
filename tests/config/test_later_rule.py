"""Rules that are loaded when one of them runs: the same as those that are loaded at once."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from notelint import config
from notelint.authoring import AllowRule, Rule
from notelint.config import default_settings, digest_of, shipped_rules
from notelint.config.later_rule import LaterRule, later_rules
from notelint.config.rule_table import table_of_rules
from notelint.packs import PackRule
from notelint.values import fields, replace

RULES = {name: rule() for name, rule in shipped_rules().items()}
each_rule = pytest.mark.parametrize("rule", tuple(later_rules()), ids=RULES)


def test_the_table_is_what_the_rules_say() -> None:
    page = Path(config.__file__).parent / "shipped_rules.json"
    assert page.read_text(encoding="utf-8") == table_of_rules(), "run `python docs/reference.py`"


@each_rule
def test_what_stands_for_a_rule_tells_what_the_rule_does(rule: Rule) -> None:
    meant = RULES[rule.name]
    for name in ("name", "code", "severity", "is_default", "trigger", "summary", "reason", "fixes"):
        assert getattr(rule, name) == getattr(meant, name)
    assert (rule.__class__, rule, hash(rule), repr(rule)) == (
        type(meant),
        meant,
        hash(meant),
        repr(meant),
    )
    assert meant == rule
    assert fields(rule) == fields(meant)
    for kind in (AllowRule, PackRule):
        assert isinstance(rule, kind) == isinstance(meant, kind)
    if not isinstance(rule, PackRule):  # which have no options, and are not copied
        assert (type(replace(rule)), replace(rule)) == (type(meant), meant)
    assert (type(pickle.loads(pickle.dumps(rule))), pickle.loads(pickle.dumps(rule))) == (
        type(meant),
        meant,
    )


def test_settings_with_them_are_the_same() -> None:
    later, now = default_settings(), default_settings(shipped_rules())
    assert all(type(active.rule) is LaterRule for active in later.rules)
    assert later == now
    assert digest_of(later) == digest_of(now)
    assert dict(later.catalogue) == dict(now.catalogue)
    assert later.known == now.known
    assert ("alias-link" in later.catalogue, "nope" in later.catalogue) == (True, False)


def test_settings_load_the_rules_that_run_where_they_are_told_to() -> None:
    code = """
import sys
from notelint.config import default_settings
settings = default_settings().selecting(["alias-link", "trailing-space"])
assert not any(name.startswith("notelint.rules.") for name in sys.modules)
settings.load()
print(*[name for name in sys.modules if name.startswith("notelint.rules.")])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {
        "notelint.rules.alias_link",
        "notelint.rules.trailing_space",
    }
