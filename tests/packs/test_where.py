"""The places of a note that a rule looks at, and no others."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk
from support.pack_rules import found_by, pattern, words
from support.packs import entry, found, pack

from notelint.authoring import Rule
from notelint.notes import read_note
from notelint.packs.where import Where, regions


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
    assert found_by(rule, note) == []


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
    assert found_by(rule, note) == ["x"]


@pytest.mark.parametrize("note", ["a $x$ b\n", "- $x$\n", "| $x$ |\n|---|\n"])
def test_math_is_nothing_but_math(note: str) -> None:
    rule = pattern((r"\$x\$", "x"), where="math")
    assert found_by(rule, note) == ["$x$"]
    assert found_by(rule, note.replace("$x$", "`$x$` x")) == []


def test_text_is_seen_with_the_note_before_it() -> None:
    assert found_by(pattern((r"(?<=\*)x", None)), "*x*\n") == ["x"]
    assert found_by(pattern((r"^x$", None)), "*x*\n") == []


@pytest.mark.parametrize("where", Where)
def test_regions_stand_in_the_order_of_the_note_and_are_parts_of_it(where: Where) -> None:
    note = read_note(
        "a.md", "# a\n\nb [[c]] $d$ ![[e]] f[^1]\n\n## g\n\n[^1]: $h$ [[i]]\n[^2]: j\n"
    )
    found = list(regions(note, where))
    assert len(found) > 1
    assert [region.seen[region.start : region.end] for region in found] == [
        note[region.span] for region in found
    ]
    assert found == sorted(found, key=lambda region: region.span)
