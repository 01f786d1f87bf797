"""Who may apply a fix that changes what links call a heading."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.vaults import vault_of

from notelint.lint.proof import disproof
from notelint.lint.safety import judged
from notelint.notes import Subpath, read_note
from notelint.values import (
    Applicability,
    Diagnostic,
    Edit,
    Effect,
    Finding,
    Fix,
    Severity,
    Span,
    apply_edits,
)

SAFE, UNSAFE, MANUAL = Applicability.SAFE, Applicability.UNSAFE, Applicability.MANUAL


def applicability(
    content: str, old: str, new: str, given: Applicability = SAFE, **others: str
) -> Applicability | None:
    """Who may replace the first occurrence of a string, in a vault with other notes."""
    span = Span(content.index(old), content.index(old) + len(old))
    fix = Fix.replacing(span, new, "replace it", given)
    diagnostic = Diagnostic("NL999", "x", Severity.WARNING, "note.md", Finding(span, "x", fix))
    vault = vault_of({"note.md": content, **{f"{name}.md": text for name, text in others.items()}})
    after = judged(diagnostic, read_note("note.md", content), vault).fix
    return after and after.applicability


@pytest.mark.parametrize(
    ("content", "old", "new", "expected"),
    [
        ("# Cells\n", "Cells", "Walls", UNSAFE),
        ("Cells\n===\n", "Cells", "Walls", UNSAFE),
        ("# Cells\n", "Cells", "cells", SAFE),
        ("# Cells \n", "Cells ", "Cells:", SAFE),
        ("# Source [^1]\n", " [", "[", SAFE),
        ("# Cells\n", "# ", "## ", SAFE),
        ("# Cells\nWalls\n", "Walls", "Cells", SAFE),
        ("> # Cells\n", "Cells", "Walls", UNSAFE),
    ],
)
def test_a_fix_that_renames_a_heading_is_not_safe(
    content: str, old: str, new: str, expected: Applicability
) -> None:
    assert applicability(content, old, new) is expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("[[note#Cells]]", MANUAL),
        ("[[#cells]]", UNSAFE),
        ("[x](note.md#Cells)", MANUAL),
        ("[[other#Walls#Cells|x]]", UNSAFE),
        ("[[note]]", UNSAFE),
        ("[[note#Cell]]", UNSAFE),
    ],
)
@pytest.mark.parametrize("heading", ["# Cells", "Cells\n---"])
def test_it_is_left_to_a_person_where_some_note_links_to_that_heading(
    heading: str, link: str, expected: Applicability
) -> None:
    assert applicability(f"{heading}\n", "Cells", "Walls", other=link) is expected
    assert applicability(f"{heading}\n", "Cells", "Walls", UNSAFE, other=link) is expected


def test_what_is_left_to_a_person_stays_so() -> None:
    assert applicability("# Cells\n", "Cells", "Walls", MANUAL) is MANUAL


def test_a_finding_without_a_fix_gets_none() -> None:
    finding = Finding(Span(2, 7), "x")
    diagnostic = Diagnostic("NL999", "x", Severity.WARNING, "note.md", finding)
    assert judged(diagnostic, read_note("note.md", "# Cells\n"), vault_of()) == diagnostic


# Every form of a link to a heading, each with the name of the note that the heading is in.
LINKED = [
    ("note", "# {} walls", "[[note#{} walls]]"),
    ("note", "# {} walls", "![[note.md#{} Walls|x]]"),
    ("note", "# {} walls", "[x](<note.md#{} walls>)"),
    ("note", "# {} walls", "[x][y]\n\n[y]: note.md#{}%20walls"),
    ("note", "# {} walls", "[x]\n\n[x]:\n  <note.md#{} walls>"),
    ("note", "# {} walls", "[x](note.md#{}-walls)"),
    ("note", "# {} walls", "[x](note#{}-Walls 'title')"),
    ("note", "# {} (x) walls", "[x](note.md#{}%20(x)%20walls)"),
    ("note", "# {} walls", "[x](\nnote.md#{}-walls)"),
    ("note", "# {} walls", "> - [x](\n>   <note.md#{} walls>)"),
    ("note", "# {} walls", "[x](note.md&#35;{}-walls) [y](note.md%23{}-walls)"),
    ("a (1)", "# {} walls", "[x](a%20(1).md#{}%20walls)"),
    ("a (1)", "# {} walls", "[x](<a (1).md#{} walls>)"),
    ("a [b] c", "# {} walls", "[[a [b] c#{} walls]]"),
    ("a\u00a0b", "# {} walls", "[x](a\u00a0b.md#{}-walls)"),
    ("x/y/note", "# {} walls", "[[y/note#{} walls]]"),
    ("x/y/note", "# {} walls", "[x](y/note#{}-walls)"),
    ("note", "> # {} walls", "[[note#{} walls]]"),
    ("note", "- a\n\n  > [!note] b\n  > ## {} walls", "[[note#{} walls]]"),
    ("note", "[^1]: # {} walls", "[[note#{} walls]]"),
    ("note", "{} *walls*\nhold\n===", "[[note#{} walls hold]]"),
    ("note", "# [{}](http://u) walls", "[[note#{} walls]]"),
    ("note", "# [[cell|{}]] walls", "[[note#{} walls]]"),
    ("note", "# {} &amp; walls", "[[note#{} & walls]]"),
    ("note", "# _a_ {} walls", "[[note#a {} walls]]"),
    ("note", "# `{}` $walls$", "[[note#{} walls]]"),
    ("note", "# {} walls #", "[[note#{} walls]]"),
    ("note", "# Top\n## {} walls\n### Low", "[[note#{} walls#Low]]"),
    ("note", "# Top\n## {} walls", "[[note#Top#{} walls]]"),
    ("note", "# {} walls", '---\nup: "[[note#{} walls]]"\n---'),
    ("note", "# {} walls", "Words.^[see [[note#{} walls]]]"),
    ("note", "# {} walls", "Words.[^1]\n\n[^1]: [[note#{} walls]]"),
    ("note", "# {} walls", "| [[note#{} walls\\|x]] |\n| --- |"),
    ("note", "# {} walls", "<mark>[[note#{} walls]]</mark>"),
    ("note", "# Walls\n# {} walls {{#own}}", "[x](note.md#{}-walls-own)"),
    ("note", "# {} walls\n# {} walls", "[x](note.md#{}-walls-1)"),
    ("note", '# <b id="#1">{}</b>', '[[note#<b id="#1">{}</b>]]'),
]
NEW = "thi\u010dk"


@pytest.mark.parametrize(("name", "heading", "link"), LINKED)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("old", ["thick", "caf\u00c3\u00a9"])
def test_whoever_links_to_a_heading_however_is_not_led_astray(
    name: str, heading: str, link: str, ending: str, old: str
) -> None:
    path = f"{name}.md"
    content, linking = (text.replace("{}", old).replace("\n", ending) for text in (heading, link))
    start = content.rindex(old)
    fix = Fix.replacing(Span(start, start + len(old)), NEW, "replace it", UNSAFE)
    diagnostic = Diagnostic("NL999", "x", Severity.WARNING, path, Finding(Span(0, 0), "x", fix))
    note = read_note(path, content)
    for texts in ({path: content, "other.md": linking}, {path: f"{content}{ending * 2}{linking}"}):
        note = read_note(path, texts[path])
        after = judged(diagnostic, note, vault_of(texts)).fix
        assert after is not None
        assert after.applicability is MANUAL
        edited = read_note(path, apply_edits(note.text.content, fix.edits))
        assert disproof(note, edited, [fix], vault_of(texts)) == (
            "a link would reach another place in the note, or none"
        )
        # A link to another heading, or to one of that name in another note, holds nothing up.
        elsewhere = vault_of({path: content, "other.md": linking.replace(old, "thin")})
        after = judged(diagnostic, read_note(path, content), elsewhere).fix
        assert after is not None
        assert after.applicability is UNSAFE


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("# fi\u00adbre\none\n# fibre\ntwo\n\n[[#fibre]]\n", MANUAL),
        ("# fi\u00adbre\none\n# fibre\ntwo\n\n[x](#fibre)\n", MANUAL),
        ("# fibre\none\n# fi\u00adbre\ntwo\n\n[[#fibre]]\n", UNSAFE),
        ("# fi\u00adbre\none\n\n[[#fibre]]\n", UNSAFE),
        ("# a\n## fi\u00adbre\n# b\n## fibre\n\n[[#b#fibre]]\n", UNSAFE),
        ("# a\n## fi\u00adbre\n# b\n## fibre\n\n[[#fibre]]\n", MANUAL),
        ("# fi\u00adbre\n# fibre\n# fibre\n\n[x](#fibre-1)\n", UNSAFE),  # no slug has a soft hyphen
    ],
)
def test_two_headings_of_one_name_must_not_take_links_from_each_other(
    content: str, expected: Applicability
) -> None:
    assert applicability(content, "\u00ad", "", UNSAFE) is expected
    fix = Fix.replacing(Span(content.index("\u00ad"), content.index("\u00ad") + 1), "", "x")
    after = read_note("note.md", content.replace("\u00ad", ""))
    problem = disproof(read_note("note.md", content), after, [fix], vault_of({"note.md": content}))
    assert (problem is None) is (expected is UNSAFE)


@pytest.mark.parametrize("link", ["[x](note.md#source-1)", "[x](<note.md#source-1>)"])
def test_a_slug_may_change_where_no_link_has_it(link: str) -> None:
    assert applicability("# Source [^1]\n", " [", "[", other="[[note#Source 1]]") is SAFE
    assert applicability("# Source [^1]\n", " [", "[", other=link) is MANUAL
    two = "# Source [^1]\n# Source [^2]\n"
    assert applicability(two, " [", "[", other=link.replace("-1", "-2")) is SAFE


def test_a_footnote_that_another_note_links_to_keeps_its_label() -> None:
    content = "b[^1]\n\n[^1]: c\n"
    edits = tuple(Edit(Span(start, start + 1), "2") for start in (3, 9))
    fix = Fix("x", edits, UNSAFE, frozenset({Effect.LABELS}))
    before, after = (read_note("note.md", text) for text in (content, apply_edits(content, edits)))
    assert disproof(before, after, [fix]) is None
    for link in ("[[note#[^1]]]", "[x](note.md#%5B%5E1%5D)"):
        vault = vault_of({"note.md": content, "b.md": link})
        assert disproof(before, after, [fix], vault) is not None


def test_the_slugs_of_other_headings_are_numbered_as_they_were() -> None:
    content = "# a ﬁbre\n# a fibre\n# a fibre\n"
    assert applicability(content, "ﬁ", "fi", other="[x](note.md#a-fibre-1)") is MANUAL
    assert applicability(content, "ﬁ", "fi", other="[x](note.md#a-fibre-2)") is UNSAFE


NAMES = ["a", "b", "*a*", "a-1", "a--1", "a {#b}", "[[b|a]]", "-a", "a 1", "A b", "a {#a-b}"]
SLUGS = ["a", "b", "a-1", "a-2", "b-1", "a-1-1", "a--1", "-a", "a-b", "a-b-1"]


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=7),
    st.integers(0, 6),
    st.sampled_from(NAMES),
    st.sampled_from(SLUGS),
)
@example(["a", "a", "-a", "a"], 2, "a", "a-2")
@example(["a-1", "a", "a"], 0, "b", "a-2")
@example(["a--1", "a--1"], 0, "b", "a-1-1")
@example(["a", "a", "a", "a--1", "a--1", "a"], 5, "a 1", "a-1-1")
@example(["A b", "a"], 1, "a {#a-b}", "a-b")
@example(["A b", "A b"], 1, "a {#a-b}", "a-b")
@example(["a", "A b"], 0, "A b", "a-b")
def test_what_a_slug_reaches_is_not_changed_by_a_fix_that_is_applied(
    names: list[str], index: int, new: str, slug: str
) -> None:
    index %= len(names)
    lines = [f"# {name}\n" for name in names]
    start = len("".join(lines[:index])) + 2
    span, end = Span(start, start + len(names[index])), f"\n[x](#{slug})\n"
    content, fixed = ("".join([*all_lines, end]) for all_lines in (lines, _with(lines, index, new)))
    fix = Fix.replacing(span, new, "replace it", UNSAFE)
    before, after = read_note("note.md", content), read_note("note.md", fixed)
    place = Subpath.read(f"#{slug}", is_url=True)
    at = place.heading(before.anchors)
    diagnostic = Diagnostic("NL999", "x", Severity.WARNING, "note.md", Finding(span, "x", fix))
    made = judged(diagnostic, before, vault_of({"note.md": content})).fix
    assert made is not None
    if at is not None and place.heading(after.anchors) != at:
        assert made.applicability is MANUAL


@pytest.mark.parametrize(
    ("content", "old", "new"),
    [
        ("# A b\n# x\n", "x", "A b"),  # it becomes `a-b-1`
        ("# x {#a-b}\n# A c\n# A b\n", "A b", "y"),  # an id goes before all slugs
        ("# z\n# A b\n", "z", "y"),
    ],
)
def test_what_cannot_take_a_slug_may_be_renamed(content: str, old: str, new: str) -> None:
    link = "[x](note.md#a-b)"
    assert applicability(content, old, new, UNSAFE, other=link) is UNSAFE


def _with(lines: list[str], index: int, name: str) -> list[str]:
    return [*lines[:index], f"# {name}\n", *lines[index + 1 :]]
