"""Kinds of notes as a configuration writes them."""

from __future__ import annotations

import pytest
from support.configurations import KIND, RECIPE, checked, told
from support.on_disk import VaultOnDisk


def test_a_kind_says_which_sections_its_notes_have(vault: VaultOnDisk) -> None:
    assert checked(vault, "", RECIPE).names == []
    assert checked(vault, KIND, RECIPE).names == ["duplicate-section"]


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


@pytest.mark.parametrize("value", ["boat", "true", "8", "2024-02-03", "'8'"])
def test_a_value_of_the_front_matter_is_what_a_note_writes(vault: VaultOnDisk, value: str) -> None:
    when = f"{{front-matter: {{built: {value}}}}}"
    config = f"kinds: {{x: {{when: {when}, sections: [{{heading: A}}]}}}}"
    assert checked(vault, config, f"---\nbuilt: {value}\n---\n# x\n").names == ["missing-section"]
    assert checked(vault, config, "---\nbuilt: no boat\n---\n# x\n").names == []


WRONG = [
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
]  # fmt: skip


@pytest.mark.parametrize(("config", "line", "parts"), WRONG)
def test_a_wrong_kind_is_named_with_its_line_and_what_is_allowed(
    vault: VaultOnDisk, config: str, line: int, parts: list[str]
) -> None:
    error = told(vault, config)
    assert f"notelint.yaml:{line}: " in error
    assert [part for part in parts if part not in error] == []


@pytest.mark.parametrize(
    ("given", "note", "holds"),
    [
        ("yes", "yes", True),
        ("yes", "true", False),
        ("no", "no", True),
        ("TRUE", "TRUE", True),
        ("true", "True", True),
        ("true", "false", False),
        ("12:30", "12:30", True),
        ("1.50", "1.50", True),
        ("1.5", "1.50", True),
        ("1.5", "1.51", False),
        ("007", "007", True),
        ("0x1f", "0x1f", True),
        ("2024-02-03", "2024-02-03", True),
        ("2024-02-03 10:00", "2024-02-03 10:00", True),
        ("~", "x", None),
        ("{a: b}", "x", None),
        ("[a, b]", "[b, c, a]", True),
        ("[a, b]", "[a]", False),
        ("'yes'", "yes", True),
        ("1_000", "1_000", True),
    ],
)
def test_a_value_is_compared_as_it_was_written(
    vault: VaultOnDisk, given: str, note: str, holds: bool | None
) -> None:
    vault.put("a.md", f"---\nbuilt: {note}\n---\n")
    when = f"{{front-matter: {{built: {given}}}}}"
    vault.put("notelint.yaml", f"kinds: {{x: {{when: {when}, front-matter: {{required: [y]}}}}}}\n")
    if holds is None:
        assert "should have a value for `built`" in vault.refusal()
    else:
        assert vault.json().names == ["front-matter-schema"] * holds


def test_on_the_command_line_too(vault: VaultOnDisk) -> None:
    vault.put("a.md", "---\nbuilt: yes\n---\n")
    kind = "{when: {front-matter: {built: yes}}, front-matter: {required: [y]}}"
    assert vault.json("--config", f"kinds.x={kind}").names == ["front-matter-schema"]


@pytest.mark.parametrize(
    ("given", "note"),
    [("true", "TRUE"), ("1.5", "1.50"), ("'yes'", "yes"), ("2024-02-03", "2024-02-03")],
)
def test_in_toml_values_are_compared_by_what_they_mean(
    vault: VaultOnDisk, given: str, note: str
) -> None:
    vault.put("a.md", f"---\nbuilt: {note}\n---\n")
    vault.put(
        "pyproject.toml",
        f"[tool.notelint.kinds.x]\nwhen = {{front-matter = {{built = {given}}}}}\n"
        "front-matter = {required = ['y']}\n",
    )
    assert vault.json().names == ["front-matter-schema"]
