"""What is offered about findings: fixes that are proven, allows, explanations, all that is safe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcContentModified
from support.desks import document, session_at
from support.edited import edited

from notelint.run import fix_text
from notelint.server.actions import EXPLAIN, FIX_ALL, actions, resolved
from notelint.server.client import Client
from notelint.server.session import Place

EAGER = Client(encoding="utf-16")
LATE = Client(encoding="utf-16", resolves_edits=True, counts_versions=True)
NOTE = "🙂 ﬁbre\n\n[[Wals]] $\\textemdash$\n"
NOTES = {"walls.md": "# Walls\n", "a.md": NOTE}


def place(root: Path, text: str = NOTE, client: Client = EAGER, **more: str) -> Place:
    return Place(session_at(root, NOTES | more, {"a.md": text}, client), "a.md")


def asked(start: tuple[int, int], end: tuple[int, int], *only: str) -> lsp.CodeActionParams:
    stretch = lsp.Range(lsp.Position(*start), lsp.Position(*end))
    context = lsp.CodeActionContext([], list(only) or None)
    return lsp.CodeActionParams(lsp.TextDocumentIdentifier("x"), stretch, context)


EVERYWHERE = asked((0, 0), (9, 0), "quickfix")


def titles(found: list[lsp.CodeAction]) -> list[str]:
    return [action.title for action in found]


def action(found: list[lsp.CodeAction], title: str) -> lsp.CodeAction:
    [one] = [action for action in found if action.title == title]
    return one


def text_after(at: Place, made: lsp.CodeAction) -> str:
    return edited(at.session.desk, made.edit)["a.md"]


def test_the_applicability_of_a_fix_stands_in_its_title(tmp_path: Path) -> None:
    at = place(tmp_path)
    found = actions(at, EVERYWHERE)
    fixes = [action for action in found if action.edit and "allow" not in action.title]
    assert titles(fixes) == ["write `fi` (safe)", "link to `walls` (manual)", "write `—` (safe)"]
    assert [action.is_preferred for action in fixes] == [True, None, True]
    assert text_after(at, fixes[0]) == NOTE.replace("ﬁ", "fi")
    assert fixes[0].diagnostics
    assert fixes[0].diagnostics[0].code == "NL403"


def test_only_what_the_stretch_touches_is_spoken_of(tmp_path: Path) -> None:
    at = place(tmp_path)
    assert "write `fi` (safe)" in titles(actions(at, asked((0, 3), (0, 3))))
    assert "write `fi` (safe)" not in titles(actions(at, asked((2, 0), (2, 0))))
    assert titles(actions(at, asked((1, 0), (1, 0), "quickfix"))) == []


@pytest.mark.parametrize(
    ("only", "are_fixes", "is_all"),
    [
        ((), True, True),
        (("quickfix",), True, False),
        (("source",), False, True),
        (("source.fixAll",), False, True),
        ((FIX_ALL,), False, True),
        (("source.fixAll.other",), False, False),
        (("refactor",), False, False),
        (("",), True, True),
    ],
)
def test_only_the_kinds_that_are_asked_for_are_offered(
    only: tuple[str, ...], are_fixes: bool, is_all: bool, tmp_path: Path
) -> None:
    kinds = {action.kind for action in actions(place(tmp_path), asked((0, 0), (9, 0), *only))}
    assert (lsp.CodeActionKind.QuickFix in kinds, FIX_ALL in kinds) == (are_fixes, is_all)


def test_a_finding_is_allowed_where_it_stands(tmp_path: Path) -> None:
    at = place(tmp_path, "ﬁ\n\nﬁ\n")
    here = [item for item in actions(at, EVERYWHERE) if item.title == "allow `ligature` here"]
    assert text_after(at, here[1]) == "ﬁ\n\nﬁ %% notelint: allow ligature %%\n"


def test_a_rule_is_allowed_in_the_note_once(tmp_path: Path) -> None:
    at = place(tmp_path, "a\n\nﬁ\n\nﬁ\n")
    made = action(actions(at, EVERYWHERE), "allow `ligature` in this note")
    assert text_after(at, made) == "%% notelint: allow ligature %%\na\n\nﬁ\n\nﬁ\n"


def test_an_edit_can_wait_until_the_action_is_chosen(tmp_path: Path) -> None:
    at = place(tmp_path, NOTE, LATE)
    made = action(actions(at, EVERYWHERE), "allow `ligature` here")
    assert made.edit is None
    assert "allow ligature" in text_after(at, resolved(at, made))


def test_what_was_offered_for_another_text_is_not_done(tmp_path: Path) -> None:
    at = place(tmp_path, NOTE, LATE)
    made = action(actions(at, EVERYWHERE), "allow `ligature` here")
    at.session.change({"a.md": document(tmp_path, "a.md", "x", 2)})
    with pytest.raises(JsonRpcContentModified):
        resolved(at, made)


def test_what_cannot_be_allowed_says_why(tmp_path: Path) -> None:
    at = place(tmp_path, NOTE, LATE)
    data: Any = {"uri": "x", "version": 1, "name": "ligature", "span": [0, 0], "inNote": False}
    made = resolved(at, lsp.CodeAction("allow", data=data))
    assert made.edit is None
    assert made.disabled is not None


def test_all_that_is_certain_is_mended_as_the_command_line_does_it(tmp_path: Path) -> None:
    at = place(tmp_path, NOTE, LATE)
    made = action(actions(at, asked((5, 0), (5, 0))), "mend all that is certain (notelint)")
    assert made.edit is None
    fixed = fix_text(at.session.vault, "a.md", NOTE).after.content
    assert text_after(at, resolved(at, made)) == fixed == "🙂 fibre\n\n[[Wals]] —\n"


def test_where_nothing_is_certain_it_is_not_offered(tmp_path: Path) -> None:
    at = place(tmp_path, "[[Wals]]\n")
    assert FIX_ALL not in {action.kind for action in actions(at, asked((0, 0), (0, 0)))}


def test_a_rule_is_explained_by_a_command(tmp_path: Path) -> None:
    made = action(actions(place(tmp_path), EVERYWHERE), "explain `ligature`")
    uri = (tmp_path / "a.md").as_uri()
    assert made.command == lsp.Command(made.title, EXPLAIN, arguments=["ligature", uri])


def test_of_an_excluded_note_nothing_is_offered(tmp_path: Path) -> None:
    at = place(tmp_path, NOTE, EAGER, **{"notelint.yaml": "exclude: [a.md]\n"})
    assert actions(at, asked((0, 0), (9, 0))) == []


def test_a_fix_that_would_do_harm_is_not_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notelint.lint.sieve.disproof", lambda *_: "harm")
    found = titles(actions(place(tmp_path), EVERYWHERE))
    assert "write `fi` (safe)" not in found
    assert "allow `ligature` here" in found


def test_in_a_large_note_fewer_fixes_are_proven_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "ﬁx\n\nﬁx\n\nﬁx\n"
    monkeypatch.setitem(actions.__globals__, "_MOST_READ", 2 * len(text))
    fix, allow = "write `fi` (safe)", "allow `ligature` here"
    found = titles(actions(place(tmp_path, text), EVERYWHERE))
    assert (found.count(fix), found.count(allow)) == (2, 2)
    found = titles(actions(place(tmp_path, text, LATE), EVERYWHERE))
    assert (found.count(fix), found.count(allow)) == (2, 3)
    monkeypatch.setitem(actions.__globals__, "_MOST_READ", 0)
    assert titles(actions(place(tmp_path, text), EVERYWHERE)).count(fix) == 1
