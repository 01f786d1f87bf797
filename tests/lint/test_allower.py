"""Allows written for what is found: near to it, in nobody's way, and enough."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from support.notes import notes

from notelint.config import default_settings
from notelint.lint import IN_NOTE, PLACINGS, Placing, Result
from notelint.markdown import Node, parse
from notelint.notes import Note, read_note
from notelint.run import Treatment, nothing_known
from notelint.values import Text
from notelint.vault import FileNames, Vault

ALL = default_settings().selecting(default_settings().catalogue)
VAULT = Vault(FileNames.of(["note.md"]))
LIGATURE = "%% notelint: allow ligature %%"


def allowed(content: str, *rules: str) -> Result:
    """A note with an allow for all that some rules find, or all of them."""
    treatment = Treatment(ALL.selecting(rules) if rules else ALL)
    found = treatment.of(read_note("note.md", content), VAULT)
    return treatment.allowing(found, VAULT, nothing_known)


def note_with(content: str, *rules: str) -> str:
    result = allowed(content, *rules)
    assert result.findings == ()
    return result.after.content


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ﬁ", f"ﬁ {LIGATURE}"),
        ("ﬁ ^id-1", f"ﬁ {LIGATURE} ^id-1"),
        ("ﬁ  \nb", f"ﬁ {LIGATURE}  \nb"),
        ("ﬁ\\\nb", f"ﬁ {LIGATURE}\\\nb"),
        ("ﬁ\nﬁ", f"ﬁ {LIGATURE}\nﬁ {LIGATURE}"),
        ("- ﬁ\n\t- [ ] ﬁ", f"- ﬁ {LIGATURE}\n\t- [ ] ﬁ {LIGATURE}"),
        ("> ﬁ", f"> ﬁ {LIGATURE}"),
        ("[^1]: ﬁ", f"[^1]: ﬁ {LIGATURE}"),
        ("ﬁ [[a]]", f"ﬁ [[a]] {LIGATURE}"),
        ("ﬁ `a`", f"ﬁ `a` {LIGATURE}"),
        ("**ﬁ**", f"**ﬁ** {LIGATURE}"),
        ("# ﬁ", f"{LIGATURE}\n# ﬁ"),
        ("- a\n# ﬁ", f"- a\n\n{LIGATURE}\n# ﬁ"),
        ("> # ﬁ", f"> {LIGATURE}\n> # ﬁ"),
        ("ﬁ\n===", f"{LIGATURE}\nﬁ\n==="),
        ("| ﬁ |\n| --- |\n| ﬁ |", f"{LIGATURE}\n| ﬁ |\n| --- |\n| ﬁ |"),
        ("> [!note] ﬁ\n> a", f"{LIGATURE}\n> [!note] ﬁ\n> a"),
        ("ﬁ `a\nb`", f"{LIGATURE}\nﬁ `a\nb`"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_an_allow_stands_at_the_line_s_end_or_before_the_block(
    before: str, after: str, ending: str
) -> None:
    before, after = (f"x\n\n{part}\n".replace("\n", ending) for part in (before, after))
    assert note_with(before, "ligature") == after


def test_several_rules_share_a_comment() -> None:
    assert note_with("x\n\nﬁ $\\textemdash$ ﬁ\n", "ligature", "math-dash") == (
        "x\n\nﬁ $\\textemdash$ ﬁ %% notelint: allow ligature, math-dash %%\n"
    )


@pytest.mark.parametrize("comment", ["%% notelint: allow {} %%", "<!-- notelint: allow {} -->"])
@pytest.mark.parametrize("form", ["x\n\nﬁ {}\n", "x\n\n{}\n# ﬁ\n"])
def test_an_allow_that_is_there_already_is_gone_on_with(form: str, comment: str) -> None:
    before = form.format(comment.format("math-dash"))
    assert note_with(before, "ligature") == form.format(comment.format("math-dash, ligature"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\na: [\n---\nx\n", "---\na: [\n---\n%% notelint: allow invalid-front-matter %%\nx\n"),
        (
            "---\na: [\n---",
            "---\na: [\n---\n%% notelint: allow invalid-front-matter, final-newline %%",
        ),
        ("\ufeffx\n\n\n", "\ufeff%% notelint: allow final-newline %%\nx\n\n\n"),
        ("x", "x %% notelint: allow final-newline %%"),
    ],
)
def test_what_no_line_and_no_block_can_allow_is_allowed_for_the_note(
    before: str, after: str
) -> None:
    assert note_with(before, "invalid-front-matter", "final-newline") == after


def test_conflict_markers_in_code_are_allowed_before_it() -> None:
    code = "```\n<<<<<<< a\n=======\n>>>>>>> b\n```\n"
    found = "%% notelint: allow conflict-marker %%\n"
    assert note_with(f"x\n\n{code}", "conflict-marker") == f"x\n\n{found}{code}"


def test_blanks_at_a_line_s_end_stay_there() -> None:
    assert note_with("x\n\na \n* \nb\n", "trailing-space") == (
        "x\n\na %% notelint: allow trailing-space %% \n* \nb\n"
    )


def nodes(node: Node) -> list[tuple[object, ...]]:
    """What a note shows, comments and blanks aside."""
    if node.type == "comment":
        return []
    if node.type == "text":
        return [(node.type, char) for char in "".join(str(node.data["value"]).split())]
    kept = {key: value for key, value in node.data.items() if isinstance(value, str | int)}
    below = [item for child in node.children for item in nodes(child)]
    return [(node.type, *sorted(kept.items())), *below]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(notes())
def test_nothing_is_found_after_it_and_nothing_else_is_changed(content: str) -> None:
    result = allowed(content)
    assert not result.findings
    assert nodes(parse(result.after.content).root) == nodes(parse(content).root)
    again = allowed(result.after.content)
    assert (again.after, again.allowed) == (Text(result.after.content), ())


def with_some(content: str, index: int, placings: Sequence[Placing]) -> str | None:
    """A note with an allow for one of its findings."""
    treatment, note = (
        Treatment(ALL.selecting(["ligature", "math-dash"])),
        read_note("note.md", content),
    )
    found = treatment.of(note, VAULT).findings
    allowed = treatment.allowing_some(note, found[index : index + 1], VAULT, placings)
    return allowed.text.content if allowed else None


def test_one_finding_of_several_is_allowed_by_itself() -> None:
    assert with_some("ﬁ\n\nﬂ\n", 1, PLACINGS) == f"ﬁ\n\nﬂ {LIGATURE}\n"
    assert with_some("ﬁ $\\textemdash$\n", 0, PLACINGS) == f"ﬁ $\\textemdash$ {LIGATURE}\n"


def test_an_allow_for_the_note_stands_on_top() -> None:
    assert with_some("a\n\nﬁ\n", 0, IN_NOTE) == f"{LIGATURE}\na\n\nﬁ\n"


def test_no_allow_is_written_in_a_note_that_cannot_be_trusted() -> None:
    note = read_note("note.md", "ﬁ\n")
    treatment = Treatment(ALL.selecting(["ligature"]))
    found = treatment.of(note, VAULT).findings
    undecoded = Note.undecoded("note.md", b"\xff", 0)
    assert treatment.allowing_some(undecoded, found, VAULT, PLACINGS) is None
