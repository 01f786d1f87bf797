"""What fixing must never do, tried on notes that nobody would write by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notelint.authoring.rule import Rule
from notelint.config.catalogue import shipped_rules
from notelint.config.settings import ActiveRule
from notelint.lint.fixer import MAX_ROUNDS, Mended, mend
from notelint.notes.note import Note
from notelint.values.diagnostic import Applicability, Change, Edit, Finding, Fix
from notelint.values.text import Span, Text
from notelint.vault.vault import Vault

ALL_RULES = [ActiveRule(rule(), rule.severity) for rule in shipped_rules().values()]
VAULT = Vault(("titanin.md", "(Home Page) A Dictionary of Psychology.md"))

INVISIBLE = "\u00ad\u200b\ufeff"
LINES = (
    "## Synthesis",
    "## Source [^1]",
    "## Source[^2]",
    "## Source  [^1]",
    "## References",
    "- ",
    "- $n$. A wall of $n$ cells",
    "- (1) $v b$. To wall",
    "- titanin-2 $n$. Titanin2 is titanin-2  ",
    "\t- nested ﬁrst",
    "  continued so\u00adft",
    "\u200bWalls",
    "walls\u00ad",
    "a$\\textemdash$b, $p$$\\textemdash$still",
    "Walls[^1] hold[^2] and[^3].",
    "[^1]: [[(Home Page) A Dictionary of Psychology]]",
    "[^2]:a book",
    "[^3]: ",
    "[^1]: another",
    "    continued",
    "[^4] no colon",
    "[[titanin]] ![[x.png|400]] [a](b.md)",
    "> quoted ﬂow",
    "> [!note] Title",
    "> [^1]: quoted",
    "```",
    "~~~",
    "| a ﬁ | b |",
    "| --- | --- |",
    "$$",
    "%%",
    "%% [^1] %%",
    "<!--",
    "-->",
    "\\[^8] 🧫𝔸 e\u0301 \u00ad",
    "**bo\u200bld** ==ﬁ==",
    "---",
    "===",
    "1. one",
    "#tag",
    "text ^18f898",
    "haemopoietic haemo-",
    "poietic cells (x , it )",
    "poietic",
    "> 3 into 3 . haemo-",
    "- ($15\\text{-}20 \\%$) $(1,2)$ $3$. cafÃ©",
    "$3$",
    "c\u0435ll\ufffd See hyBRID ZONE",
    "",
    "",
)

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
    return Note.read("titanin.md", Text(content))


def mended(note: Note, least: Applicability = Applicability.UNSAFE) -> Mended:
    return mend(note, ALL_RULES, VAULT, least)


def content_of(result: Mended) -> str:
    return result.note.text.content


many = settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@many
@given(notes())
def test_fixing_settles(note: Note) -> None:
    once = mended(note)
    again = mended(once.note)
    assert content_of(again) == content_of(once)
    assert again.remaining == once.remaining
    if once.refusal is None:
        assert not [d for d in once.remaining if d.is_mended_by(Applicability.UNSAFE)]


@many
@given(notes())
def test_a_refused_note_is_as_it_was(note: Note) -> None:
    result = mended(note)
    if result.refusal is not None:
        assert (content_of(result), result.fixed) == (note.text.content, ())


@many
@given(notes())
def test_every_reference_reaches_the_same_definition(note: Note) -> None:
    before, after = reached(note), reached(mended(note).note)
    assert before <= after
    assert reached(mended(note, Applicability.SAFE).note) == before


@many
@given(notes())
def test_labels_targets_and_kinds_of_blocks_stay(note: Note) -> None:
    after = mended(note, Applicability.SAFE).note
    assert [link.target for link in after.facts.links] == [x.target for x in note.facts.links]
    assert [x.label for x in after.facts.references] == [x.label for x in note.facts.references]
    assert [x.label for x in after.facts.definitions] == [x.label for x in note.facts.definitions]
    assert len(after.facts.sections) == len(note.facts.sections)


@many
@given(notes())
def test_nothing_but_what_fixes_declare_is_moved_renamed_or_written(note: Note) -> None:
    declared = {Change.LABELS, Change.PLACES, Change.ADDITIONS}
    result = mended(note)
    made = {change for found in result.fixed if found.fix for change in found.fix.changes}
    before, after = note.facts, result.note.facts
    if not made & declared:
        assert [x.label for x in after.definitions] == [x.label for x in before.definitions]
    if Change.ADDITIONS not in made:
        assert len(after.sections) == len(before.sections)
        assert len(after.definitions) == len(before.definitions)
    targets = [x.target for x in after.links], [x.target for x in before.links]
    if Change.PLACES in made:  # a definition is moved with the links in it
        assert Counter(targets[0]) == Counter(targets[1])
    else:
        assert targets[0] == targets[1]


@many
@given(notes(), st.sampled_from([Applicability.SAFE, Applicability.UNSAFE]))
def test_line_endings_and_the_byte_order_mark_stay(note: Note, least: Applicability) -> None:
    before, after = note.text.content, content_of(mended(note, least))
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    assert endings(after) <= (endings(before) or {"\n"})
    if before.rstrip(INVISIBLE) == before:
        assert endings(after[-1:]) == endings(before[-1:])


@many
@given(notes())
def test_only_what_fixes_say_changes(note: Note) -> None:
    assert bare(content_of(mended(note, Applicability.SAFE))) == bare(note.text.content)


def bare(content: str) -> str:
    """A text without all that the shipped rules put in or take out."""
    seen = content.translate(dict.fromkeys(map(ord, f"{INVISIBLE} \t\r\n-"))).replace("$", "")
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
    after = mended(before).note
    assert [node.type for node in after.tree.root.children] == ["paragraph"] * len(
        before.tree.root.children
    )


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


def mend_by(content: str, *rules: Rule, least: Applicability = Applicability.SAFE) -> Mended:
    return mend(read(content), [ActiveRule(rule, rule.severity) for rule in rules], VAULT, least)


def test_rules_that_fight_leave_the_note_alone() -> None:
    result = mend_by("wall\n", Replacing("wall", "cell"), Replacing("cell", "wall"))
    assert (content_of(result), result.fixed) == ("wall\n", ())
    assert result.refusal is not None
    assert "replacing" in result.refusal


def test_a_rule_that_never_has_enough_leaves_the_note_alone() -> None:
    result = mend_by("wall\n", Replacing("wall", "wall wall"))
    assert content_of(result) == "wall\n"
    assert result.refusal is not None


@dataclass(frozen=True)
class Restoring(Replacing):
    """The same under another name."""

    name = "restoring"


def test_rules_that_fight_in_turn_are_both_named() -> None:
    result = mend_by("one two\n", Replacing("one", "1"), Replacing("1", "one"),
                     Restoring("two", "2"), Restoring("2", "two"))  # fmt: skip
    assert result.refusal == (f"replacing, restoring: still not settled after {MAX_ROUNDS} rounds")


STEPS = [Replacing(one, other) for one, other in zip("abcdefghij", "bcdefghijk", strict=True)]


def test_as_many_rounds_as_there_may_be_are_enough() -> None:
    result = mend_by("a\n", *STEPS)
    assert (content_of(result), result.refusal) == ("k\n", None)
    assert [len(fixed) for fixed in result.rounds] == [1] * MAX_ROUNDS
    assert result.remaining == ()


def test_one_round_more_is_too_many() -> None:
    result = mend_by("a\n", *STEPS, Restoring("k", "l"))
    assert (content_of(result), result.rounds) == ("a\n", ())
    assert result.refusal == f"restoring: still not settled after {MAX_ROUNDS} rounds"
    assert [finding.message for finding in result.remaining] == ["`a`"]


def test_a_refusal_names_only_the_rule_that_failed() -> None:
    content = "Walls.[^1]\n\n[^1]: a book\n"
    result = mend_by(content, Replacing("Walls", "Cells"), Restoring("[^1]: a book\n", ""))
    assert result.refusal is not None
    assert result.refusal.startswith("restoring: ")


def test_where_only_the_sum_fails_all_are_named() -> None:
    result = mend_by("x * yy zz * w\n", Replacing("* yy", "*yy"), Restoring("zz *", "zz*"))
    assert result.refusal is not None
    assert result.refusal.startswith("replacing, restoring: ")


def test_a_refused_note_keeps_its_findings() -> None:
    result = mend_by("Walls.[^1]\n\n[^1]: a book\n", Replacing("[^1]: a book\n", ""))
    assert [finding.name for finding in result.remaining] == ["replacing"]
    assert result.refusal is not None
    assert result.refusal.startswith("replacing: ")


def test_fixes_that_overlap_are_applied_one_after_the_other() -> None:
    result = mend_by("abc\n", Replacing("ab", "x"), Replacing("bc", "y"), Replacing("xc", "z"))
    assert (content_of(result), result.refusal) == ("z\n", None)
    assert len(result.fixed) == 2


def test_fixes_at_one_place_are_applied_one_after_the_other() -> None:
    result = mend_by("a\n", Replacing("a", "b"), Replacing("a", "c"))
    assert content_of(result) == "b\n"


def test_a_fix_is_applied_whole_or_not_at_all() -> None:
    result = mend_by("one two\n", Replacing("two", "2"), Swapping())
    assert content_of(result) in ("two one\n", "one 2\n", "2 one\n")
    assert content_of(mend_by("one two\n", Swapping())) == "two one\n"


@pytest.mark.parametrize(
    ("applicability", "least", "expected"),
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
    applicability: Applicability, least: Applicability, expected: str
) -> None:
    result = mend_by("wall\n", Replacing("wall", "cell", applicability), least=least)
    assert content_of(result) == expected
