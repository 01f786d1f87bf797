"""The proof by itself: what edits may change, and what only where a fix declares it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.fixes import CITED, LINKED, disproof_of, fix, read

from notelint.lint.proof import disproof
from notelint.values import Edit, Effect, Fix, Span, apply_edits

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
    return disproof_of(NOTE, fix)


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
        ("|a|b|\n|-|-|\n|x [[y|z]]|c|\n", {"[[y|z]]": "[[y\\|z]]"}, Effect.CELLS),
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
    ],
)
def test_a_declared_effect_may_not_go_further(
    content: str, pairs: dict[str, str], effect: Effect, said: str
) -> None:
    edits = fix(content, pairs, effect)
    problem = disproof_of(content, edits)
    assert problem is not None
    assert said in problem


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
    ],
)
def test_the_proof_says_what_would_be_lost(
    content: str, pairs: dict[str, str], problem: str
) -> None:
    edits = fix(content, pairs)
    assert disproof_of(content, edits) == problem


def test_front_matter_that_is_broken_may_stay_so() -> None:
    content = "---\na: [\n---\nA wall.\n"
    edits = fix(content, {"wall": "cell"})
    assert disproof_of(content, edits) is None


def test_a_definition_is_not_moved_into_a_quote() -> None:
    content = MISPLACED + "\n> q\n>\n> r\n"
    put = {"[^1]: a *book*\n\n": "", "q\n>\n": "q\n>\n> [^1]: a *book*\n>\n"}
    moved = fix(content, put, Effect.PLACES)
    problem = disproof_of(content, moved)
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
    doubtful = replace(note, known_tree=note.tree._replace(is_sound=False))
    assert disproof(note, doubtful, []) == "the mended note cannot be parsed with certainty"


def test_letters_beside_an_edit_are_shown_as_they_were() -> None:
    before, edit = read("a \u00ad* b *\n"), Edit(Span(2, 3), "")
    assert disproof(before, read("a * b *\n"), [Fix("x", (edit,))]) is None
    before, edit = read("a * b*\n"), Edit(Span(3, 4), "")
    assert disproof(before, read("a *b*\n"), [Fix("x", (edit,))]) is not None
