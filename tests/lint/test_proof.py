"""The proof by itself: what edits may change, and what only where a fix declares it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from notelint.lint.edit_map import EditMap, SpanSet
from notelint.lint.proof import disproof
from notelint.notes import Note, read_note
from notelint.values import Applicability, Edit, Effect, Fix, Span, apply_edits


def read(content: str) -> Note:
    return read_note("titanin.md", content)


NOTE = """\
## Source[^1]
- Walls.[^2]

```
[^9]
```
## References

[^1]: [[titanin]]
[^2]: a book, as \\[^8] says
"""


def edit(old: str, new: str) -> str | None:
    """What the proof says of a replacement in the note."""
    start = NOTE.index(old)
    fix = Fix.replacing(Span(start, start + len(old)), new, "replace it")
    return disproof(read(NOTE), read(apply_edits(NOTE, fix.edits)), [fix])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[^2]: a book, as \\[^8] says\n", ""),
        ("[^1]: [[titanin]]\n", ""),
        ("[^2]: a book", "[^3]: a book"),
        ("Walls.[^2]", "Walls.[^1]"),
        ("Source[^1]", "Source[^2]"),
        ("Source[^1]", "Source"),
        ("```\n[^9]", "``\n[^9]"),
        ("```\n##", "\n##"),
        ("```\n##", "``` \n~~~\n##"),
        ("[[titanin]]", "[[titan]]"),
        ("[[titanin]]", "titanin"),
        ("\\[^8]", "[^8]"),
        ("- Walls.", "- Walls.[^8]"),
        ("- Walls.", "%% Walls."),
        ("- Walls.", "<!-- Walls."),
        ("- Walls.", "$$ Walls."),
        ("## Source", "```\n## Source"),
        ("## References\n", "<pre>\n"),
        ("says\n", "says\n[^3]: new\n"),
        (" Walls.", " [[Walls]]"),
    ],
)
def test_a_bad_edit_is_refused(old: str, new: str) -> None:
    assert edit(old, new) is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Source[^1]", "Source [^1]"),
        ("Walls", "Cells"),
        ("- Walls", "-   Walls"),
        ("a book", "the book"),
        ("a book", "a *good* book"),
        ("[^9]", "[^10]"),
        ("\n[^1]:", "\n\n[^1]:"),
        ("says\n", "says"),
        (".[^2]\n", ".[^2]  \n"),
    ],
)
def test_an_edit_of_words_is_proven(old: str, new: str) -> None:
    assert edit(old, new) is None


def test_no_edit_is_proven() -> None:
    assert disproof(read(NOTE), read(NOTE), []) is None


# What fixes declare: the same edits with a declaration and without.


def fix(content: str, pairs: dict[str, str], *effects: Effect) -> Fix:
    """A fix that replaces the first occurrence of each key."""
    edits = [
        Edit(Span(content.index(old), content.index(old) + len(old)), new)
        for old, new in pairs.items()
    ]
    return Fix("x", tuple(sorted(edits)), Applicability.UNSAFE, frozenset(effects))


def verdicts(content: str, pairs: dict[str, str], effect: Effect) -> tuple[bool, bool]:
    """Whether edits are proven that declare an effect, and that do not."""
    after = read(apply_edits(content, fix(content, pairs).edits))
    declared, undeclared = fix(content, pairs, effect), fix(content, pairs)
    others = fix(content, pairs, *(other for other in Effect if other is not effect))
    assert (disproof(read(content), after, [others]) is None) is (
        disproof(read(content), after, [undeclared]) is None
    )
    return (
        disproof(read(content), after, [declared]) is None,
        disproof(read(content), after, [undeclared]) is None,
    )


CITED = "One[^1] two.[^2]\n\n[^1]: a book\n[^2]: a paper\n"
LINKED = "See [[wall]] and [[#Cells]].\n\n# Cells\n"
MISPLACED = "One.[^1]\n\n[^1]: a *book*\n\nTwo.[^2]\n\n# R\n\n[^2]: a paper\n"


@pytest.mark.parametrize(
    ("content", "pairs", "effect"),
    [
        (CITED, {"1] ": "2] ", "2]\n": "1]\n", "1]:": "2]:", "2]:": "1]:"}, Effect.LABELS),
        (LINKED, {"wall": "cell wall|wall"}, Effect.TARGETS),
        (
            MISPLACED,
            {"[^1]: a *book*\n\n": "", "a paper\n": "a paper\n[^1]: a *book*\n"},
            Effect.PLACES,
        ),
        (CITED, {"One": "# One\n\nOne[^3] [[x]]"}, Effect.ADDITIONS),
    ],
)
def test_what_is_declared_is_proven_and_else_refused(
    content: str, pairs: dict[str, str], effect: Effect
) -> None:
    assert verdicts(content, pairs, effect) == (True, False)


@pytest.mark.parametrize(
    ("content", "addition"),
    [
        (CITED, "\n# More\n- \n"),
        (CITED, "\n[^3]: \n"),
        ("One.[^9]\n", "\n[^9]: \n"),
        (LINKED, "\n[[x]][^2]\n"),
    ],
)
def test_what_is_put_in_may_be_new(content: str, addition: str) -> None:
    after, end = read(content + addition), len(content)
    edit = Edit(Span(end, end), addition)
    declared = Fix("x", (edit,), effects=frozenset({Effect.ADDITIONS}))
    assert disproof(read(content), after, [declared]) is None


@pytest.mark.parametrize(
    ("content", "pairs", "effect", "said"),
    [
        # renumbered so that a reference reaches another definition, or none
        (CITED, {"1] ": "2] ", "2]\n": "1]\n"}, Effect.LABELS, "another definition"),
        (CITED, {"2]\n": "3]\n"}, Effect.LABELS, "another definition"),
        (CITED, {"2]:": "1]:"}, Effect.LABELS, "another definition"),
        ("One.[^1]\n\n[^2]: a book\n", {"1]\n": "2]\n"}, Effect.LABELS, "another definition"),
        # moved and not the same, or not moved at all
        (MISPLACED, {"[^1]: a *book*\n\n": ""}, Effect.PLACES, "moved"),
        (
            MISPLACED,
            {"[^1]: a *book*\n\n": "", "a paper\n": "a paper\n[^1]: a book\n"},
            Effect.PLACES,
            "moved",
        ),
        (
            MISPLACED,
            {"[^1]: a *book*\n\n": "", "a paper\n": "a paper\n\n> [^1]: a *book*\n"},
            Effect.PLACES,
            "moved",
        ),
        # put in, and a heading that is lost
        (LINKED, {"# Cells": "# Walls"}, Effect.TARGETS, "no longer reach its heading"),
        (LINKED, {"[[wall]]": "wall"}, Effect.TARGETS, "target"),
        ("See [[a]] [[b]].\n", {"[[a]]": "[[c]]"}, Effect.LABELS, "target"),
        # a new definition takes the references of an old one
        (CITED, {"One": "[^1]: new\n\nOne"}, Effect.ADDITIONS, "another definition"),
    ],
)
def test_a_declared_effect_may_not_go_further(
    content: str, pairs: dict[str, str], effect: Effect, said: str
) -> None:
    edits = fix(content, pairs, effect)
    problem = disproof(read(content), read(apply_edits(content, edits.edits)), [edits])
    assert problem is not None
    assert said in problem


LOST = "a reference or a definition would be lost, or come from nowhere"
LABEL = "a reference or a definition would change its label"
TWICE = "A[^1].\n\n[^1]: a book\n\nB.\n\n[^1]: a paper\n\nC.\n\n# R\n"


def test_of_two_definitions_the_first_stays_the_first() -> None:
    taken = {"[^1]: a book\n": "", "[^1]: a paper\n": ""}
    kept = fix(TWICE, {**taken, "# R\n": "# R\n[^1]: a book\n[^1]: a paper\n"}, Effect.PLACES)
    assert disproof(read(TWICE), read(apply_edits(TWICE, kept.edits)), [kept]) is None
    turned = fix(TWICE, {**taken, "# R\n": "# R\n[^1]: a paper\n[^1]: a book\n"}, Effect.PLACES)
    problem = disproof(read(TWICE), read(apply_edits(TWICE, turned.edits)), [turned])
    assert problem == "a reference would reach another definition"


def test_what_a_moved_definition_cites_stays_the_same() -> None:
    content = "A[^1].\n\n[^1]: see[^2]\n\n[^2]: a book\n\nB.\n\n# R\n\n[^2]: a paper\n"
    taken = {"[^1]: see[^2]\n": "", "[^2]: a book\n": ""}
    put = {"a paper\n": "a paper\n[^1]: see[^2]\n[^2]: a book\n"}
    moved = fix(content, {**taken, **put}, Effect.PLACES)
    problem = disproof(read(content), read(apply_edits(content, moved.edits)), [moved])
    assert problem == "a reference would reach another definition"


@pytest.mark.parametrize(
    ("content", "pairs", "problem"),
    [
        ("# Cells\n", {"#": "##"}, "what an edit touches would be read as something else"),
        ("1. one\n", {"1": "3"}, "what an edit touches would be read as something else"),
        ("- [ ] one\n", {"[ ]": "[x]"}, "what an edit touches would be read as something else"),
        ("> [!note]\n", {"note": "tip"}, "what an edit touches would be read as something else"),
        ("one ^a1\n", {"a1": "a2"}, "what an edit touches would be read as something else"),
        ("a `b` c\n", {"`b": "b"}, "a text that no edit touches would be read in another way"),
        ("---\na: b\n---\n", {"b": "["}, "the front matter would be no YAML any more"),
        ("a[^1] b\n", {"[^1]": "1"}, LOST),
        ("a[^1]\n\n[^1]: b\n", {"a[^1]": "a[^2]"}, LABEL),
        ("[[a]]\n", {"a": "b"}, "a link would change its target"),
        ("[[#A]]\n\n# A\n", {"# A": "# B"}, "a link would no longer reach its heading in the note"),
    ],
)
def test_the_proof_says_what_would_be_lost(
    content: str, pairs: dict[str, str], problem: str
) -> None:
    edits = fix(content, pairs)
    assert disproof(read(content), read(apply_edits(content, edits.edits)), [edits]) == problem


def test_front_matter_that_is_broken_may_stay_so() -> None:
    content = "---\na: [\n---\nA wall.\n"
    edits = fix(content, {"wall": "cell"})
    assert disproof(read(content), read(apply_edits(content, edits.edits)), [edits]) is None


@pytest.mark.parametrize("link", ["[[wall#Cells]]", "[[titanin]]", "[[#Other]]", "[[titanin#^x]]"])
def test_a_heading_may_change_that_no_link_of_the_note_reaches(link: str) -> None:
    content = f"{link}\n\n# Cells\n"
    edits = fix(content, {"# Cells": "# Walls"})
    assert disproof(read(content), read(apply_edits(content, edits.edits)), [edits]) is None


def test_a_moved_definition_may_cite_others() -> None:
    content = "A[^1].\n\n[^1]: see[^2] [[x]]\n\nB.\n\n# R\n\n[^2]: a book\n"
    put = {"[^1]: see[^2] [[x]]\n": "", "a book\n": "a book\n[^1]: see[^2] [[x]]\n"}
    moved = fix(content, put, Effect.PLACES)
    assert disproof(read(content), read(apply_edits(content, moved.edits)), [moved]) is None


def test_a_definition_is_not_moved_into_a_quote() -> None:
    content = MISPLACED + "\n> q\n>\n> r\n"
    put = {"[^1]: a *book*\n\n": "", "q\n>\n": "q\n>\n> [^1]: a *book*\n>\n"}
    moved = fix(content, put, Effect.PLACES)
    problem = disproof(read(content), read(apply_edits(content, moved.edits)), [moved])
    assert problem == "what is moved would be read in another way"


def test_a_letter_is_taken_out_of_a_word() -> None:
    taken = fix("wa\u00adlls\n", {"\u00ad": ""})
    assert disproof(read("wa\u00adlls\n"), read("walls\n"), [taken]) is None


def test_what_was_shown_as_a_letter_is_no_escape() -> None:
    escaped = fix("ax* b\n", {"x": "\\"})
    problem = disproof(read("ax* b\n"), read("a\\* b\n"), [escaped])
    assert problem == "words that no edit touches would be shown in another way"


def test_code_beside_an_edit_says_what_it_said() -> None:
    content = "- a\n\n         b\n"
    widened = fix(content, {"- ": "-  "})
    problem = disproof(read(content), read(content.replace("- ", "-  ")), [widened])
    assert problem == "a code that no edit touches would be read in another way"


def test_a_note_that_is_read_with_doubt_is_never_proven() -> None:
    note = read(NOTE)
    doubtful = replace(note, tree=note.tree._replace(is_sound=False))
    assert disproof(note, doubtful, []) == "the mended note cannot be parsed with certainty"


def test_one_fix_does_not_declare_for_another() -> None:
    content = "See [[a]] and [[b]].\n"
    one = fix(content, {"[[a]]": "[[c]]"}, Effect.TARGETS)
    other = fix(content, {"[[b]]": "[[d]]"})
    after = read("See [[c]] and [[d]].\n")
    assert disproof(read(content), after, [one, other]) == "a link would change its target"


def test_letters_beside_an_edit_are_shown_as_they_were() -> None:
    before, edit = read("a \u00ad* b *\n"), Edit(Span(2, 3), "")
    assert disproof(before, read("a * b *\n"), [Fix("x", (edit,))]) is None
    before, edit = read("a * b*\n"), Edit(Span(3, 4), "")
    assert disproof(before, read("a *b*\n"), [Fix("x", (edit,))]) is not None


# Where places are after edits.

EDITS = EditMap.of([Edit(Span(6, 8), "long"), Edit(Span(2, 4), ""), Edit(Span(9, 9), "x")])


def test_edits_are_aligned_in_order() -> None:
    assert EDITS.old.spans == (Span(2, 4), Span(6, 8), Span(9, 9))
    assert EDITS.new.spans == (Span(2, 2), Span(4, 8), Span(9, 10))


@pytest.mark.parametrize(
    ("offset", "shift"), [(0, 0), (1, 0), (4, -2), (5, -2), (8, 0), (9, 1), (12, 1)]
)
def test_what_stands_behind_an_edit_moves_with_it(offset: int, shift: int) -> None:
    assert EDITS.shift(offset) == shift


@pytest.mark.parametrize(
    ("span", "is_held"),
    [((2, 4), True), ((2, 3), True), ((3, 3), True), ((1, 3), False), ((3, 5), False),
     ((9, 9), False), ((6, 8), True), ((4, 6), False)],
)  # fmt: skip
def test_a_place_holds_what_is_inside(span: tuple[int, int], is_held: bool) -> None:
    assert EDITS.old.hold(Span(*span)) is is_held


@pytest.mark.parametrize(
    ("span", "touches", "is_beside"),
    [((0, 2), False, True), ((0, 1), False, False), ((3, 5), True, True), ((4, 6), False, True),
     ((5, 5), False, False), ((0, 12), True, True), ((8, 12), True, True), ((10, 12), False, False),
     ((4, 5), False, True), ((7, 9), True, True)],
)  # fmt: skip
def test_a_place_touches_what_it_overlaps(
    span: tuple[int, int], touches: bool, is_beside: bool
) -> None:
    assert EDITS.old.touch(Span(*span)) is touches
    assert EDITS.old.touch(Span(*span), beside=True) is is_beside


@pytest.mark.parametrize(
    ("span", "parts"),
    [
        ((0, 12), [(0, 2), (4, 6), (8, 9), (9, 12)]),
        ((3, 7), [(4, 6)]),
        ((2, 4), []),
        ((4, 6), [(4, 6)]),
        ((9, 12), [(9, 12)]),
        ((0, 2), [(0, 2)]),
    ],
)
def test_what_is_outside_is_what_no_place_covers(
    span: tuple[int, int], parts: list[tuple[int, int]]
) -> None:
    assert [tuple(part) for part in EDITS.old.outside(Span(*span))] == parts


def test_without_places_all_is_outside() -> None:
    nothing = SpanSet(())
    assert list(nothing.outside(Span(1, 3))) == [Span(1, 3)]
    assert not nothing.hold(Span(1, 3))
    assert not nothing.touch(Span(1, 3), beside=True)
