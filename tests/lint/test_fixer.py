"""What fixing must never do, tried on notes that nobody would write by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.odd_lines import LINES
from support.term_notes import HOMES, TERM
from support.vaults import vault_of

from notelint.authoring import Rule
from notelint.config import ActiveRule, default_settings, shipped_rules
from notelint.lint import LeftOut, Result, fix
from notelint.lint.fixer import MAX_ROUNDS
from notelint.notes import Note, read_note
from notelint.values import Applicability, Edit, Effect, Finding, Fix, Span
from notelint.vault import Vault

ALL_RULES = [ActiveRule(rule(), rule.severity) for rule in shipped_rules().values()]
VAULT = vault_of(files=("titanin.md", "(Home Page) A Dictionary of Psychology.md"))

INVISIBLE = "\u00ad\u200b\ufeff"

lines = st.lists(
    st.one_of(
        st.sampled_from(LINES),
        st.text("$n.[]^1: -#>`*\t\u00adﬁ|%\\é🧱a", max_size=12),
    ),
    max_size=14,
)


@st.composite
def notes(draw: st.DrawFn) -> Note:
    """A note put together from lines, with any line ending, byte order mark and last line."""
    ending = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    content = ending.join(draw(lines)) + draw(st.sampled_from(["", ending]))
    bom = draw(st.sampled_from(["", "", "\ufeff"]))
    front_matter = draw(
        st.sampled_from(["", "", f"---{ending}aliases: titanin{ending}---{ending}"])
    )
    return read(bom + front_matter + content)


def read(content: str) -> Note:
    return read_note("titanin.md", content)


def fixed(note: Note, applicability: Applicability = Applicability.UNSAFE) -> Result:
    return fix(note, ALL_RULES, VAULT, applicability)


def note_after(result: Result) -> Note:
    return read_note(result.path, result.after)


many = settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@many
@given(notes())
def test_fixing_settles(note: Note) -> None:
    once = fixed(note)
    again = fixed(note_after(once))
    assert again.after == once.after
    assert again.findings == once.findings
    assert again.left_out == once.left_out
    assert once.error is None
    assert not [d for d in once.findings if d.is_fixed_by(Applicability.UNSAFE)]


@many
@given(notes())
def test_a_refused_note_is_as_it_was(note: Note) -> None:
    result = fixed(note)
    if result.error is not None:
        assert (result.after, result.fixed) == (note.text, ())


@many
@given(notes())
def test_every_reference_reaches_the_same_definition(note: Note) -> None:
    before, after = reached(note), reached(note_after(fixed(note)))
    assert before <= after
    assert reached(note_after(fixed(note, Applicability.SAFE))) == before


@many
@given(notes())
def test_labels_targets_and_kinds_of_blocks_stay(note: Note) -> None:
    before, after = note.facts, note_after(fixed(note, Applicability.SAFE)).facts
    assert [x.target for x in after.all_links] == [x.target for x in before.all_links]
    assert [x.label for x in after.references] == [x.label for x in before.references]
    assert [x.label for x in after.definitions] == [x.label for x in before.definitions]
    assert len(after.sections) == len(before.sections)


@many
@given(notes())
def test_nothing_but_what_fixes_declare_is_moved_renamed_or_written(note: Note) -> None:
    declared = {Effect.LABELS, Effect.PLACES, Effect.ADDITIONS}
    result = fixed(note)
    made = {effect for found in result.fixed if found.fix for effect in found.fix.effects}
    before, after = note.facts, note_after(result).facts
    if not made & declared:
        assert [x.label for x in after.definitions] == [x.label for x in before.definitions]
    if Effect.ADDITIONS not in made:
        assert len(after.sections) == len(before.sections)
        assert len(after.definitions) == len(before.definitions)
    targets = [x.target for x in after.all_links], [x.target for x in before.all_links]
    if Effect.PLACES in made:  # a definition is moved with the links in it
        assert Counter(targets[0]) == Counter(targets[1])
    else:
        assert targets[0] == targets[1]


@many
@given(notes(), st.sampled_from([Applicability.SAFE, Applicability.UNSAFE]))
def test_line_endings_and_the_byte_order_mark_stay(note: Note, level: Applicability) -> None:
    rules = [active for active in ALL_RULES if active.rule.name != "final-newline"]
    before, after = note.text.content, fix(note, rules, VAULT, level).after.content
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    assert endings(after) <= (endings(before) or {"\n"})
    if before.rstrip(INVISIBLE) == before:
        assert endings(after[-1:]) == endings(before[-1:])


@many
@given(notes())
def test_only_what_fixes_say_changes(note: Note) -> None:
    assert bare(fixed(note, Applicability.SAFE).after.content) == bare(note.text.content)


def bare(content: str) -> str:
    """A text without all that the shipped rules put in or take out."""
    seen = content.translate(dict.fromkeys(map(ord, f"{INVISIBLE} \t\r\n-"))).replace("$", "")
    seen = seen.replace("\\|", "|")
    return seen.replace("\\textemdash", "—").replace("ﬁ", "fi").replace("ﬂ", "fl")


def reached(note: Note) -> Counter[str]:
    """What the definitions say that references reach, and how often each is reached."""
    found = (note.facts.definition_of(reference.label) for reference in note.facts.references)
    return Counter(bare(note[item.span].partition("]:")[2]) for item in found if item)


def endings(content: str) -> set[str]:
    crlf = {"\r\n"} if "\r\n" in content else set()
    return crlf | (set("\r\n") & set(content.replace("\r\n", "")))


@pytest.mark.parametrize("opening", ["# ", "- ", "> ", "1. ", "```\n", "[^1]: ", "---\n", "    "])
def test_text_does_not_become_a_block(opening: str) -> None:
    before = read(f"\u00ad{opening}walls\n")
    after = note_after(fixed(before))
    assert [node.type for node in after.tree.root.children] == ["paragraph"] * len(
        before.tree.root.children
    )


def mended(content: str, *files: str, path: str = "terms/titanin.md") -> Result:
    """A note after the safe fixes that are on by default, in a vault with some files."""
    vault, rules = vault_of(files=(path, *files)), default_settings().rules_for(path)
    return fix(read_note(path, content), rules, vault, Applicability.SAFE)


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_fixing_a_term_note_writes_four_things(ending: str, bom: str) -> None:
    content = bom + TERM.replace("\n", ending)
    result = mended(content, *HOMES)
    assert result.error is None
    assert len(result.fixed) == 4
    assert result.after.content == content.replace("Source [", "Source[").replace("$n$", "n")
    again = mended(result.after.content, *HOMES)
    assert (again.after, again.fixed) == (result.after, ())


@pytest.mark.parametrize(
    "beside",
    ["- ", "-  ", "\t- walls", "walls  ", "walls\\", "| a  |\n| --- |", " \t ", "\n\n", "`a  `"],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n"])
def test_bytes_beside_a_fix_survive(beside: str, ending: str, last: str) -> None:
    note = f"{beside}\n\n## Source [^1]\n{beside}\n\n- a\n\n[^1]: a book\n\n{beside}{last}"
    content = note.replace("\n", ending)
    assert mended(content).after.content == content.replace("Source [", "Source[")


RESTLESS = f"still not settled after {MAX_ROUNDS} rounds"

# Rules that misbehave, one against another or against itself.


@dataclass(frozen=True)
class Replacing(Rule):
    """A rule that wants one string in the place of another."""

    name = "replacing"
    code = "NL999"

    old: str = ""
    new: str = ""
    applicability: Applicability = Applicability.SAFE

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        start = note.text.content.find(self.old)
        while start >= 0:
            span = Span(start, start + len(self.old))
            fix = Fix.replacing(span, self.new, "replace it", self.applicability)
            yield Finding(span, f"`{self.old}`", fix)
            start = note.text.content.find(self.old, span.end)


@dataclass(frozen=True)
class Swapping(Rule):
    """A rule whose one fix has two edits that only make sense together."""

    name = "swapping"
    code = "NL998"

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        one, two = note.text.content.find("one"), note.text.content.find("two")
        if 0 <= one < two:
            edits = (Edit(Span(one, one + 3), "two"), Edit(Span(two, two + 3), "one"))
            yield Finding(Span(one, two + 3), "the wrong way round", Fix("swap them", edits))


def fixed_by(content: str, *rules: Rule, level: Applicability = Applicability.SAFE) -> Result:
    return fix(read(content), [ActiveRule(rule, rule.severity) for rule in rules], VAULT, level)


def test_rules_that_fight_leave_the_note_alone() -> None:
    result = fixed_by("wall\n", Replacing("wall", "cell"), Replacing("cell", "wall"))
    assert (result.after.content, result.fixed, result.error) == ("wall\n", (), None)
    assert [*map(str, result.left_out)] == [f"titanin.md:1:1: replacing left out: {RESTLESS}"]


def test_a_rule_that_never_has_enough_leaves_the_note_alone() -> None:
    result = fixed_by("wall\n", Replacing("wall", "wall wall"))
    assert result.after.content == "wall\n"
    assert [found.fix and found.fix.applicability for found in result.findings] == [
        Applicability.MANUAL
    ]


@dataclass(frozen=True)
class Restoring(Replacing):
    """The same under another name."""

    name = "restoring"


def test_rules_that_fight_in_turn_are_both_named() -> None:
    result = fixed_by("one two\n", Replacing("one", "1"), Replacing("1", "one"),
                     Restoring("two", "2"), Restoring("2", "two"))  # fmt: skip
    assert result.after.content == "one two\n"
    assert result.left_out == (
        LeftOut("titanin.md", 1, 1, "replacing", 0, RESTLESS),
        LeftOut("titanin.md", 1, 5, "restoring", 0, RESTLESS),
    )


@pytest.mark.parametrize(
    "fighting",
    [
        [Replacing("wall", "cell"), Restoring("cell", "wall")],
        [Replacing("wall", "cell"), Restoring("cell", "tissue"), Replacing("tissue", "wall")],
        [Replacing("wall", "cells"), Restoring("cells", ""), Replacing("()", "(wall)")],
        [Replacing("wall", "wall wall")],
    ],
)
@pytest.mark.parametrize("before", ["ten ﬁ (wall) ten\n", "(wall) ten and ten (wall)\nten\n"])
def test_the_others_are_mended_where_some_are_never_done(before: str, fighting: list[Rule]) -> None:
    rules = (*fighting, Replacing("ten", "10"))
    once = fixed_by(before, *rules)
    assert once.after.content == before.replace("ten", "10")
    assert len(once.left_out) == 1
    again = fixed_by(once.after.content, *rules)
    assert (again.after, again.fixed, again.left_out) == (once.after, (), once.left_out)


STEPS = [Replacing(one, other) for one, other in zip("abcdefghij", "bcdefghijk", strict=True)]


def test_as_many_rounds_as_there_may_be_are_enough() -> None:
    result = fixed_by("a\n", *STEPS)
    assert (result.after.content, result.error) == ("k\n", None)
    assert [found.message for found in result.fixed] == [f"`{step.old}`" for step in STEPS]
    assert len(result.fixed) == MAX_ROUNDS
    assert result.findings == ()


def test_one_round_more_is_too_many() -> None:
    result = fixed_by("a\n", *STEPS, Restoring("k", "l"))
    assert (result.after.content, result.fixed, result.error) == ("a\n", (), None)
    assert result.left_out == (LeftOut("titanin.md", 1, 1, "replacing", 0, RESTLESS),)
    assert [finding.message for finding in result.findings] == ["`a`"]


def test_what_fails_the_proof_is_left_out_and_the_others_are_made() -> None:
    content = "Walls.[^1]\n\n[^1]: a book\n"
    result = fixed_by(content, Replacing("Walls", "Cells"), Restoring("[^1]: a book\n", ""))
    assert result.after.content == content.replace("Walls", "Cells")
    assert [found.name for found in result.fixed] == ["replacing"]
    assert [found.name for found in result.findings] == ["restoring"]
    assert result.error is None
    lost = "a reference or a definition would be lost, or come from nowhere"
    assert result.left_out == (LeftOut("titanin.md", 3, 1, "restoring", 0, lost),)


def test_where_only_the_sum_fails_the_first_are_made() -> None:
    result = fixed_by("x * yy zz * w\n", Replacing("* yy", "*yy"), Restoring("zz *", "zz*"))
    assert result.after.content == "x *yy zz * w\n"
    assert [found.name for found in result.findings] == ["restoring"]
    assert len(result.left_out) == 1


@pytest.mark.parametrize("failing", [1, 3, 40])
def test_a_few_of_many_that_fail_are_told_from_the_others(failing: int) -> None:
    content = "".join(f"Walls.[^{number}]\n\n" for number in range(40))
    content += "".join(f"[^{number}]: a book\n" for number in range(failing))
    result = fixed_by(content, Replacing("Walls", "Cells"), Restoring("]: a book\n", "] a book\n"))
    assert result.after.content == content.replace("Walls", "Cells")
    assert [found.name for found in result.findings] == ["restoring"] * failing
    assert sum(left.more + 1 for left in result.left_out) == failing


def test_what_overlaps_with_a_fix_that_fails_is_tried_without_it() -> None:
    content = "Walls.[^1]\n\n[^1]: a book\n"
    result = fixed_by(content, Restoring(".[^1]", "."), Replacing("Walls.", "Cells."))
    assert result.after.content == content.replace("Walls", "Cells")


def test_fixes_that_overlap_are_applied_one_after_the_other() -> None:
    result = fixed_by("abc\n", Replacing("ab", "x"), Replacing("bc", "y"), Replacing("xc", "z"))
    assert (result.after.content, result.error) == ("z\n", None)
    assert len(result.fixed) == 2


def test_fixes_at_one_place_are_applied_one_after_the_other() -> None:
    result = fixed_by("a\n", Replacing("a", "b"), Replacing("a", "c"))
    assert result.after.content == "b\n"


def test_a_fix_is_applied_whole_or_not_at_all() -> None:
    result = fixed_by("one two\n", Replacing("two", "2"), Swapping())
    assert result.after.content in ("two one\n", "one 2\n", "2 one\n")
    assert fixed_by("one two\n", Swapping()).after.content == "two one\n"


@pytest.mark.parametrize(
    ("applicability", "level", "expected"),
    [
        (Applicability.SAFE, Applicability.SAFE, "cell\n"),
        (Applicability.SAFE, Applicability.UNSAFE, "cell\n"),
        (Applicability.UNSAFE, Applicability.SAFE, "wall\n"),
        (Applicability.UNSAFE, Applicability.UNSAFE, "cell\n"),
        (Applicability.MANUAL, Applicability.SAFE, "wall\n"),
        (Applicability.MANUAL, Applicability.UNSAFE, "wall\n"),
    ],
)
def test_only_what_is_allowed_is_applied(
    applicability: Applicability, level: Applicability, expected: str
) -> None:
    result = fixed_by("wall\n", Replacing("wall", "cell", applicability), level=level)
    assert result.after.content == expected
