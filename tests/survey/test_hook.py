"""The hook in a configuration of pre-commit: added once, and all else kept to the byte."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.survey import with_hook
from notelint.survey.hook import HOOK
from notelint.values import ConfigError

FILE = ".pre-commit-config.yaml"
PLAIN = """\
# house rules
repos:
  - repo: https://example.org/a  # the first
    rev: v1
    hooks:
      - id: a
        args: [--x, "y"]
"""
BLOCK = "repos:\n- repo: local\n  hooks:\n  - id: a\n    entry: {}\n      x\n"
SHAPES = {
    "empty": "",
    "only a comment": "# later\n",
    "plain": PLAIN,
    "no newline at the end": PLAIN.rstrip("\n"),
    "a comment at the end": PLAIN + "  # - repo: https://example.org/b\n\n# the end\n",
    "keys behind": PLAIN + "\n# runs where it may\nci:\n  skip: [a]\n",
    "keys before": "minimum_pre_commit_version: '4.0'\ndefault_stages: [pre-commit]\n" + PLAIN,
    "not indented": "repos:\n- repo: local\n  hooks:\n  - id: a\n    entry: x\n",
    "indented by four": "repos:\n    - repo: local\n      hooks:\n          - id: a\n",
    "a block of text": BLOCK.format("|") + "      y\n",
    "a block of text and more": BLOCK.format(">-") + "\n# c\nfail_fast: true\n",
    "a block that keeps its blank lines": BLOCK.format("|+") + "\n\n",
    "a list in one line": "repos:\n  - {repo: local, hooks: [{id: a, name: a}]}\n",
    "an empty list": "repos: []  # none yet\nfail_fast: true\n",
    "an empty list at the end": "repos: []",
    "nothing": "repos:\nfail_fast: true\n",
    "nothing at the end": "# x\nrepos:",
    "another key only": "fail_fast: true\n",
    "a document's start": "---\n" + PLAIN,
    "an anchor": "x: &x [a]\n" + PLAIN + "        types: *x\n",
    "letters of all sorts": PLAIN.replace("house rules", "Häuser 家 🏠").replace("y", "ﬁ"),
}  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_hook_is_added_and_nothing_else_changes(shape: str, newline: str) -> None:
    before = SHAPES[shape].replace("\n", newline)
    after = with_hook(FILE, before)
    old, new = yaml.safe_load(before) or {}, yaml.safe_load(after)
    assert new == {**old, "repos": [*(old.get("repos") or []), HOOK]}
    lines = iter(after.splitlines())
    kept = [line.replace("repos: []", "repos:") for line in before.splitlines()]
    assert all(line in lines for line in kept)
    if "\r\n" in before:
        assert "\n" not in after.replace("\r\n", "")


@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_added_once(shape: str) -> None:
    once = with_hook(FILE, SHAPES[shape])
    assert with_hook(FILE, once) == once


@pytest.mark.parametrize("name", ["notelint", "notelint-fix"])
def test_a_hook_from_elsewhere_is_enough(name: str) -> None:
    text = f"repos:\n- repo: https://example.org/notelint\n  rev: v1\n  hooks:\n  - id: {name}\n"
    assert with_hook(FILE, text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- a\n", "no configuration of pre-commit"),
        ("repos: x\n", "no configuration of pre-commit"),
        ("repos: {a: 1}\n", "no configuration of pre-commit"),
        ("a: [1\n", "not YAML"),
        ("{repos: [{repo: local, hooks: []}]}\n", "no place was found"),
        ("a: 1\n---\nb: 2\n", "not YAML"),
    ],
)
def test_what_cannot_take_it_is_refused(text: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        with_hook(FILE, text)


COMMENTS = st.sampled_from(["", "  # a comment", " # [x]: {y}"])
HOOKS = st.builds(
    lambda name, comment: f"      - id: {name}{comment}\n",
    st.text("abc-", min_size=1, max_size=4).map(lambda name: f"x{name}"),
    COMMENTS,
)
REPOS = st.builds(
    lambda comment, hooks, behind: (
        f"  - repo: local{comment}\n    hooks:\n{''.join(hooks)}{behind}"
    ),
    COMMENTS,
    st.lists(HOOKS, min_size=1, max_size=3),
    st.sampled_from(["", "\n", "  # between\n", "\n    # deeper\n\n"]),
)


@settings(deadline=None)
@given(st.lists(REPOS, min_size=1, max_size=4), st.sampled_from(["", "ci: {}\n", "# end"]))
def test_whatever_stands_there_is_kept(repos: list[str], behind: str) -> None:
    before = "repos:\n" + "".join(repos) + behind
    after = with_hook(FILE, before)
    assert yaml.safe_load(after)["repos"] == [*yaml.safe_load(before)["repos"], HOOK]
    lines = iter(after.splitlines())
    assert all(line in lines for line in before.splitlines())
