"""Findings that a note allows itself: for a line, for the next block, for the whole note."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk


def lines_found(vault: VaultOnDisk, note: str) -> list[tuple[int, str]]:
    """Where what was found and not allowed stands."""
    vault.put("a.md", note)
    report = vault.json("--select", "ligature,math-dash").report
    return [(d["start"]["line"], d["name"]) for d in report["diagnostics"]]


COMMENTS = ["%% notelint: allow {} %%", "<!-- notelint: allow {} -->"]
comments = pytest.mark.parametrize("comment", COMMENTS, ids=["Obsidian", "HTML"])


# --- a line


@comments
@pytest.mark.parametrize(
    "line",
    [
        "A ﬁnite set. {}",
        "- A ﬁnite set. {}",
        "# ﬁnite {}",
        "> ﬁnite {}",
        "1. ﬁ\n\t- ﬁ {}",
        "==ﬁ== {}",
    ],
)
def test_a_comment_at_a_line_s_end_allows_that_line(
    vault: VaultOnDisk, comment: str, line: str
) -> None:
    found = lines_found(vault, f"x\n\n{line.format(comment.format('ligature'))}\n\nA ﬁnite set.\n")
    assert [at for at, _ in found] == [3, 6] if "\n" in line else [5]


@comments
def test_a_line_of_a_paragraph_is_allowed_and_its_neighbours_are_not(
    vault: VaultOnDisk, comment: str
) -> None:
    note = f"ﬁ\nﬁ ﬂ {comment.format('ligature')}\nﬁ\n"
    assert lines_found(vault, note) == [(1, "ligature"), (3, "ligature")]


@pytest.mark.parametrize("name", ["ligature", "NL403"])
@comments
def test_a_rule_is_allowed_by_its_name_and_by_its_code(
    vault: VaultOnDisk, comment: str, name: str
) -> None:
    assert lines_found(vault, f"ﬁ {comment.format(name)}\n") == []


@comments
@pytest.mark.parametrize("other", ["math-dash", "NL402", "NL40", "ligatures", "Ligature", "ALL"])
def test_another_rule_is_not_allowed(vault: VaultOnDisk, comment: str, other: str) -> None:
    assert lines_found(vault, f"ﬁ {comment.format(other)}\n") == [(1, "ligature")]


@comments
@pytest.mark.parametrize("names", ["ligature, math-dash", "NL402,NL403", "x,  ligature ,math-dash"])
def test_several_rules_are_allowed_at_once(vault: VaultOnDisk, comment: str, names: str) -> None:
    assert lines_found(vault, f"ﬁ$\\textemdash$x {comment.format(names)}\n") == []


@pytest.mark.parametrize(
    "comment",
    [
        "%%notelint: allow ligature%%",
        "%% notelint:allow ligature %%",
        "<!--notelint: allow ligature-->",
        "<!--  notelint:  allow  ligature  -->",
    ],
)
def test_blanks_inside_the_comment_do_not_matter(vault: VaultOnDisk, comment: str) -> None:
    assert lines_found(vault, f"x\n\nﬁ {comment}\n") == []


@pytest.mark.parametrize(
    "not_a_comment",
    [
        "`%% notelint: allow ligature %%`",
        "\\%% notelint: allow ligature %\\%",
        "notelint: allow ligature",
        "%% allow ligature %%",
        "%% see notelint: allow ligature %%",
        "%% notelint: allow %%",
        "$%% notelint: allow ligature %%$",
    ],
)
def test_what_is_no_such_comment_allows_nothing(vault: VaultOnDisk, not_a_comment: str) -> None:
    assert lines_found(vault, f"x\n\nﬁ {not_a_comment}\n") == [(3, "ligature")]


# --- the next block


@comments
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize(
    "block", ["ﬁ\nﬁ\n", "- ﬁ\n- ﬁ\n", "> ﬁ\n", "# ﬁ\n", "| ﬁ |\n|---|\n| ﬁ |\n"]
)
def test_a_comment_on_its_own_line_allows_the_next_block(
    vault: VaultOnDisk, comment: str, gap: str, block: str
) -> None:
    note = f"ﬁ\n\n{comment.format('ligature')}{gap}{block}\nﬁ\n"
    last = note.count("\n")
    assert lines_found(vault, note) == [(1, "ligature"), (last, "ligature")]


@comments
def test_a_heading_is_a_block_and_its_section_is_not(vault: VaultOnDisk, comment: str) -> None:
    note = f"x\n\n{comment.format('ligature')}\n## ﬁ\nﬁ\n"
    assert lines_found(vault, note) == [(5, "ligature")]


@comments
def test_a_comment_between_items_allows_the_next_one(vault: VaultOnDisk, comment: str) -> None:
    note = f"- ﬁ\n{comment.format('ligature')}\n- ﬁ\n\nﬁ\n"
    assert lines_found(vault, note) == [(1, "ligature"), (5, "ligature")]


@comments
def test_a_comment_with_nothing_after_it_allows_nothing(vault: VaultOnDisk, comment: str) -> None:
    assert lines_found(vault, f"ﬁ\n\n{comment.format('ligature')}\n") == [(1, "ligature")]


@comments
def test_two_comments_above_a_block_both_count(vault: VaultOnDisk, comment: str) -> None:
    one, other = comment.format("ligature"), comment.format("math-dash")
    assert lines_found(vault, f"x\n\n{one}\n\n{other}\n\nﬁ$\\textemdash$x\n") == []


# --- the note


@comments
@pytest.mark.parametrize(
    "top", ["", "\ufeff", "\n\n", "---\ntags: x\n---\n", "---\ntags: x\n---\n\n", "---\n---\n"]
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_comment_on_top_allows_the_whole_note(
    vault: VaultOnDisk, comment: str, top: str, ending: str
) -> None:
    note = f"{top}{comment.format('ligature')}\n\nﬁ\n\n- ﬁ\n"
    assert lines_found(vault, note.replace("\n", ending)) == []


@comments
def test_a_comment_at_the_end_of_the_first_line_allows_that_line(
    vault: VaultOnDisk, comment: str
) -> None:
    assert lines_found(vault, f"ﬁ {comment.format('ligature')}\n\nﬁ\n") == [(3, "ligature")]


@pytest.mark.parametrize(
    "front_matter",
    [
        "notelint: {allow: [ligature]}",
        "notelint:\n  allow: [NL403, NL402]",
        "notelint:\n  allow:\n    - x\n    - ligature",
        "notelint: {allow: ligature}",
        "tags: [x]\nnotelint: {allow: [ligature]}\naliases: y",
    ],
)
def test_front_matter_allows_for_the_whole_note(vault: VaultOnDisk, front_matter: str) -> None:
    assert lines_found(vault, f"---\n{front_matter}\n---\nﬁ\n\nﬁ\n") == []


@pytest.mark.parametrize(
    "front_matter",
    [
        "notelint: {allow: [math-dash]}",
        "notelint: {allow: []}",
        "notelint: {allow: {ligature: true}}",
        "notelint: {allow: [3, null]}",
        "notelint: ligature",
        "notelint: [ligature]",
        "allow: [ligature]",
        "x: {notelint: {allow: [ligature]}}",
        "- notelint",
        "notelint:",
        "'notelint: {allow: [ligature]}'",
    ],
)
def test_front_matter_that_does_not_say_so_allows_nothing(
    vault: VaultOnDisk, front_matter: str
) -> None:
    found = lines_found(vault, f"---\n{front_matter}\n---\nﬁ\n")
    assert [name for _, name in found] == ["ligature"]


# --- what allowing means


def test_what_is_allowed_is_not_mended(vault: VaultOnDisk) -> None:
    vault.put("a.md", "ﬁ %% notelint: allow ligature %%\nﬁ\n")
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, "ﬁ %% notelint: allow ligature %%\nfi\n")


def test_what_is_allowed_does_not_fail_a_run(vault: VaultOnDisk) -> None:
    vault.put("a.md", "%% notelint: allow undefined-footnote %%\n\nWalls hold.[^1]\n")
    assert vault.run().code == 0


def test_front_matter_that_is_not_yaml_may_be_allowed_under_it(vault: VaultOnDisk) -> None:
    vault.put("a.md", "---\na: [\n---\n%% notelint: allow invalid-front-matter %%\n\nx\n")
    assert vault.json().names == []
