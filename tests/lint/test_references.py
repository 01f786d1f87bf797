"""What references and links reach, before edits and after: the same, unless a fix declares it."""

from __future__ import annotations

import pytest
from support.fixes import CITED, LINKED, disproof_of, fix, read

from notelint.lint.proof import disproof
from notelint.values import Effect

LOST = "a reference or a definition would be lost, or come from nowhere"
LABEL = "a reference or a definition would change its label"
PLACE = "a link would reach another place in the note, or none"
TWICE = "A[^1].\n\n[^1]: a book\n\nB.\n\n[^1]: a paper\n\nC.\n\n# R\n"


@pytest.mark.parametrize(
    ("content", "pairs", "effect", "said"),
    [
        # renumbered so that a reference reaches another definition, or none
        (CITED, {"1] ": "2] ", "2]\n": "1]\n"}, Effect.LABELS, "another definition"),
        (CITED, {"2]\n": "3]\n"}, Effect.LABELS, "another definition"),
        (CITED, {"2]:": "1]:"}, Effect.LABELS, "another definition"),
        ("One.[^1]\n\n[^2]: a book\n", {"1]\n": "2]\n"}, Effect.LABELS, "another definition"),
        # put in, and a heading that is lost
        (LINKED, {"# Cells": "# Walls"}, Effect.TARGETS, "another place"),
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
    problem = disproof_of(content, edits)
    assert problem is not None
    assert said in problem


def test_of_two_definitions_the_first_stays_the_first() -> None:
    taken = {"[^1]: a book\n": "", "[^1]: a paper\n": ""}
    kept = fix(TWICE, {**taken, "# R\n": "# R\n[^1]: a book\n[^1]: a paper\n"}, Effect.PLACES)
    assert disproof_of(TWICE, kept) is None
    turned = fix(TWICE, {**taken, "# R\n": "# R\n[^1]: a paper\n[^1]: a book\n"}, Effect.PLACES)
    problem = disproof_of(TWICE, turned)
    assert problem == "a reference would reach another definition"


def test_what_a_moved_definition_cites_stays_the_same() -> None:
    content = "A[^1].\n\n[^1]: see[^2]\n\n[^2]: a book\n\nB.\n\n# R\n\n[^2]: a paper\n"
    taken = {"[^1]: see[^2]\n": "", "[^2]: a book\n": ""}
    put = {"a paper\n": "a paper\n[^1]: see[^2]\n[^2]: a book\n"}
    moved = fix(content, {**taken, **put}, Effect.PLACES)
    problem = disproof_of(content, moved)
    assert problem == "a reference would reach another definition"


@pytest.mark.parametrize(
    ("content", "pairs", "problem"),
    [
        ("a[^1] b\n", {"[^1]": "1"}, LOST),
        ("a[^1]\n\n[^1]: b\n", {"a[^1]": "a[^2]"}, LABEL),
        ("[[a]]\n", {"a": "b"}, "a link would change its target"),
        (
            "[[#A]]\n\n# A\n",
            {"# A": "# B"},
            PLACE,
        ),
    ],
)
def test_the_proof_says_what_would_not_be_reached(
    content: str, pairs: dict[str, str], problem: str
) -> None:
    edits = fix(content, pairs)
    assert disproof_of(content, edits) == problem


@pytest.mark.parametrize("link", ["[[wall#Cells]]", "[[titanin]]", "[[#Other]]", "[[titanin#^x]]"])
def test_a_heading_may_change_that_no_link_of_the_note_reaches(link: str) -> None:
    content = f"{link}\n\n# Cells\n"
    edits = fix(content, {"# Cells": "# Walls"})
    assert disproof_of(content, edits) is None


def test_a_moved_definition_may_cite_others() -> None:
    content = "A[^1].\n\n[^1]: see[^2] [[x]]\n\nB.\n\n# R\n\n[^2]: a book\n"
    put = {"[^1]: see[^2] [[x]]\n": "", "a book\n": "a book\n[^1]: see[^2] [[x]]\n"}
    moved = fix(content, put, Effect.PLACES)
    assert disproof_of(content, moved) is None


def test_one_fix_does_not_declare_for_another() -> None:
    content = "See [[a]] and [[b]].\n"
    one = fix(content, {"[[a]]": "[[c]]"}, Effect.TARGETS)
    other = fix(content, {"[[b]]": "[[d]]"})
    after = read("See [[c]] and [[d]].\n")
    assert disproof(read(content), after, [one, other]) == "a link would change its target"
