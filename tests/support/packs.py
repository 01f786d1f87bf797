"""Packs of a vault's own: a right one, what is wrong in others, the documented one, and how a
vault has one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from support.on_disk import VaultOnDisk

DOCS = Path(__file__).parent.parent.parent / "docs" / "packs.md"

DOCUMENTED = DOCS.read_text(encoding="utf-8").partition("<!-- pack -->\n```yaml\n")[2]
DOCUMENTED = DOCUMENTED.partition("\n```\n")[0] + "\n"


ENTRY: dict[str, Any] = {
    "code": "HOUSE001",
    "kind": "pattern",
    "summary": "Walls are walls.",
    "reason": "They are.",
    "where": "text",
    "patterns": [{"find": "fence", "replace": "wall"}],
    "message": "`{found}` is a wall",
    "fix": {"title": "write `{replacement}`", "applicability": "safe", "reason": "Safe."},
    "bad": "A fence.\n",
    "good": "A wall.\n",
}


def entry(**changes: Any) -> dict[str, Any]:
    """An entry with other values; None takes a key away."""
    return {key: value for key, value in {**ENTRY, **changes}.items() if value is not None}


def pack(**rules: dict[str, Any]) -> str:
    """A pack of some rules, by their names with `_` for `-`."""
    named = {name.replace("_", "-"): rule for name, rule in rules.items()}
    return yaml.safe_dump({"pack": "house", "version": 1, "rules": named}, sort_keys=False)


HOUSE = pack(house_rule=entry(), other_rule=entry(code="HOUSE002", default=False))

# A rule that runs away, and the note that it runs away on.
SLOW = entry(code="SLOW001", patterns=[{"find": "(a+)+$"}], fix=None)
RUNAWAY = "a" * 5000 + "! fence\n"

# Changes of an entry, the key that each makes wrong, and what is said of it.
WRONG: list[tuple[dict[str, Any], str, list[str]]] = [
    ({"kind": "patern"}, "kind", ["pattern, words, spelling, form, required", "'patern'",
                                  "did you mean `pattern`?"]),
    ({"kind": None}, "kind", ["is required: pattern, words"]),
    ({"kind": ["pattern"]}, "kind", ["should be pattern"]),
    ({"code": None}, "code", ["is required"]),
    ({"code": "house001"}, "code", ["capitals", "`HOUSE001`", "'house001'"]),
    ({"code": "HOUSE1"}, "code", ["three digits"]),
    ({"code": "NL999"}, "code", ["`NL999`", "begin with NL"]),
    ({"where": "txt"}, "where", ["'text'", "'lines'", "'txt'", "did you mean `text`?"]),
    ({"where": None}, "where", ["is required"]),
    ({"severity": "fatal"}, "severity", ["'error', 'warning' or 'info'", "'fatal'"]),
    ({"default": "no"}, "default", ["true or false", "'no'"]),
    ({"summary": ""}, "summary", ["should say something"]),
    ({"summary": "a\nb"}, "summary", ["one line"]),
    ({"summary": "\x1b[31m"}, "summary", ["no control characters"]),
    ({"summary": "a" * 201}, "summary", ["at most 200 characters", "…"]),
    ({"mesage": "x"}, "mesage", ["unknown key", "did you mean `message`?", "allowed: bad, cases"]),
    ({"patterns": None}, "patterns", ["is required"]),
    ({"patterns": []}, "patterns", ["at least 1"]),
    ({"patterns": [{"fnd": "a"}]}, "patterns.0.fnd", ["did you mean `find`?", "find, replace"]),
    ({"patterns": [{"find": ""}]}, "patterns.0.find", ["at least 1"]),
    ({"patterns": [{"find": "(a"}]}, "patterns.0.find", ["regular expression", "position 0"]),
    ({"patterns": [{"find": "[[:alpha:]]"}]}, "patterns.0.find", ["regular expression", "set"]),
    ({"patterns": [{"find": "a{e<=1}"}]}, "patterns.0.find", ["position 1", "`\\{`"]),
    ({"patterns": [{"find": "a" * 1001}]}, "patterns.0.find", ["at most 1000 characters"]),
    ({"patterns": [{"find": "(" * 480 + "a" + ")" * 480}]}, "patterns.0.find",
     ["regular expression", "recursion"]),
    ({"patterns": [{"find": "(?:" * 200 + "a" + ")" * 200}]}, "patterns.0.find",
     ["simpler regular expression", "recursion"]),
    ({"patterns": [{"find": "(?<=(?:a{1000}){1001})b"}]}, "patterns.0.find",
     ["repeat less", "10,000 pieces"]),
    ({"patterns": [{"find": "(?:a{1,1000000}){1,1000000}"}]}, "patterns.0.find", ["repeat less"]),
    ({"patterns": [{"find": "a{99999999999}"}]}, "patterns.0.find", ["regular expression"]),
    ({"patterns": [{"find": "(a)", "replace": "\\2"}]}, "patterns.0.replace",
     ["groups of `find`", "2"]),
    ({"patterns": [{"find": "a", "replace": "\\g<b>"}]}, "patterns.0.replace", ["groups", "'b'"]),
    ({"patterns": [{"find": "a", "replace": "\\"}]}, "patterns.0.replace", ["groups"]),
    ({"message": "{fund}"}, "message", ["`{found}` and `{replacement}`", "'{fund}'"]),
    ({"message": "{found!r}"}, "message", ["`{found}` and"]),
    ({"message": "{found:>999999999}"}, "message", ["`{found}` and"]),
    ({"message": "{found.__class__}"}, "message", ["`{found}` and"]),
    ({"message": "{"}, "message", ["`{{`"]),
    ({"fix": None}, "fix", ["is required", "replacements"]),
    ({"patterns": [{"find": "a"}]}, "fix", ["nothing to do"]),
    ({"patterns": [{"find": "a"}], "fix": None, "message": "{replacement}"}, "message",
     ["`{replacement}`", "none"]),
    ({"fix": {"title": "t"}}, "fix.reason", ["is required"]),
    ({"fix": {"title": "{x}", "reason": "r"}}, "fix.title", ["placeholders"]),
    ({"fix": {"title": "t", "reason": "r", "applicability": "sure"}}, "fix.applicability",
     ["'safe', 'unsafe' or 'manual'"]),
    ({"cases": [{"note": "a"}]}, "cases.0.found", ["is required"]),
    ({"words": {"a": "b"}}, "words", ["unknown key", "patterns"]),
]  # fmt: skip
WORDS = {"kind": "words", "patterns": None}
FORMS = {"kind": "form", "patterns": None, "fix": None, "where": "lines", "forms": ["a"]}
WRONG += [
    ({**WORDS}, "words", ["is required"]),
    ({**WORDS, "words": {}}, "words", ["at least 1"]),
    ({**WORDS, "words": {"a": "a"}}, "words.a", ["something else"]),
    ({**WORDS, "words": {"": "a"}}, "words", ["at least 1 character"]),
    ({**WORDS, "words": {True: "a"}}, "words", ["a key should be text, not True", "in quotes"]),
    ({**WORDS, "words": {"a": None}}, "fix", ["nothing to do"]),
    ({**WORDS, "kind": "spelling", "words": {"a": "b", "A": "c"}}, "words.", ["letter case"]),
    ({**FORMS, "forms": []}, "forms", ["at least 1"]),
    ({**FORMS, "forms": ["(a"]}, "forms.0", ["regular expression"]),
    ({**FORMS, "where": "text"}, "where", ["'lines'", "'text'"]),
    ({**FORMS, "fix": ENTRY["fix"]}, "fix", ["unknown key"]),
    ({**FORMS, "message": "{replacement}"}, "message", ["none"]),
    ({**FORMS, "kind": "required"}, "message", ["no placeholders"]),
]


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
