"""What an editor offers to do about a finding, and what comes of it when it is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcContentModified

from notelint.lint import IN_NOTE, PLACINGS, sift
from notelint.run import Treatment, fix_text
from notelint.server.diagnostics import diagnostics
from notelint.server.edits import difference, workspace_edit
from notelint.server.session import Place
from notelint.values import Applicability, Diagnostic, Span

FIX_ALL = "source.fixAll.notelint"
EXPLAIN = "notelint.explain"
_QUICK_FIX = lsp.CodeActionKind.QuickFix.value
_MOST = 50  # findings of one stretch that something is offered about
_MOST_READ = 2_000_000  # characters in all for the proofs of fixes, each of which reads the note

OPTIONS = lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, FIX_ALL], resolve_provider=True)


def actions(place: Place, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """What can be done about the findings of a stretch of an open note."""
    offer = _Offer(place)
    found = list(offer.found(params.range))
    wanted = params.context.only
    made: list[lsp.CodeAction] = []
    if _is_wanted(_QUICK_FIX, wanted):
        made += offer.fixes(found)
        made += offer.allows(found)
        made += offer.explanations(found)
    if _is_wanted(FIX_ALL, wanted):
        made += offer.all_fixes()
    return made if place.session.desk.client.resolves_edits else [resolved(place, a) for a in made]


def _is_wanted(kind: str, wanted: Sequence[lsp.CodeActionKind | str] | None) -> bool:
    """Whether a kind of actions, or one that it belongs to, is asked for."""
    names = [str(getattr(name, "value", name)) for name in wanted or ()]
    return wanted is None or any(f"{kind}.".startswith(f"{name}.") or not name for name in names)


def resolved(place: Place, action: lsp.CodeAction) -> lsp.CodeAction:
    """An action with the edit that it makes.

    Raises:
        JsonRpcContentModified: it was offered for another text.
    """
    if action.edit is None and action.data is not None:
        edit = _edit_of(place, dict(action.data))
        if edit is None:
            why = "nothing can be written there that allows this and nothing else"
            action.disabled = lsp.CodeActionDisabled(why)
        action.edit = edit
    return action


class _Offer:
    """What is found in one open note, and what is offered about it."""

    def __init__(self, place: Place) -> None:
        session, path = place
        self._session, self._path, self._desk = session, path, session.desk
        self._note = session.desk.notes[path].note
        self._result = session.result(path)
        self._is_left_out = session.is_left_out(path)
        self._told = diagnostics(session.desk, self._result)

    def found(self, stretch: lsp.Range) -> Iterator[tuple[Diagnostic, lsp.Diagnostic]]:
        """The findings that a stretch touches, as they are and as the editor has them."""
        span = self._desk.positions(self._note).span(stretch)
        touched = (
            pair
            for pair in zip(self._result.findings, self._told, strict=True)
            if pair[0].span.start <= span.end and span.start <= pair[0].span.end
        )
        if not self._is_left_out and self._note.is_parsed:
            yield from (pair for pair, _ in zip(touched, range(_MOST), strict=False))

    def fixes(self, found: list[tuple[Diagnostic, lsp.Diagnostic]]) -> Iterator[lsp.CodeAction]:
        """A quick fix for each finding that has one which is proven."""
        fixable = [(item, told) for item, told in found if item.fix]
        for item, told in fixable[: self._most_proofs]:
            fix = item.fix
            if fix is None or not sift(self._note, [item], self._session.vault).kept:
                continue
            yield lsp.CodeAction(
                f"{fix.title} ({fix.applicability})",
                lsp.CodeActionKind.QuickFix,
                [told],
                is_preferred=True if fix.applicability is Applicability.SAFE else None,
                edit=workspace_edit(self._desk, {self._path: fix.edits}),
            )

    @property
    def _most_proofs(self) -> int:
        """How many edits are proven for one offer."""
        return max(_MOST_READ // (len(self._note.text.content) or 1), 1)

    def allows(self, found: list[tuple[Diagnostic, lsp.Diagnostic]]) -> Iterator[lsp.CodeAction]:
        """For each finding an allow at its place, and for each rule one in the note."""
        if not self._note.may_be_written:
            return
        is_late = self._desk.client.resolves_edits
        for item, told in found if is_late else found[: self._most_proofs]:
            yield self._late(f"allow `{item.name}` here", told, item, in_note=False)
        for name, (item, told) in {item.name: (item, told) for item, told in found}.items():
            yield self._late(f"allow `{name}` in this note", told, item, in_note=True)

    def _late(
        self, title: str, told: lsp.Diagnostic, item: Diagnostic, in_note: bool
    ) -> lsp.CodeAction:
        data = self._data() | {"name": item.name, "span": list(item.span), "inNote": in_note}
        return lsp.CodeAction(title, lsp.CodeActionKind.QuickFix, [told], data=data)

    def _data(self) -> dict[str, Any]:
        return {"uri": self._desk.uri(self._path), "version": self._desk.version(self._path)}

    def explanations(
        self, found: list[tuple[Diagnostic, lsp.Diagnostic]]
    ) -> Iterator[lsp.CodeAction]:
        """For each rule, why it matters."""
        for name in dict.fromkeys(item.name for item, _ in found):
            title = f"explain `{name}`"
            command = lsp.Command(title, EXPLAIN, arguments=[name, self._desk.uri(self._path)])
            yield lsp.CodeAction(title, lsp.CodeActionKind.QuickFix, command=command)

    def all_fixes(self) -> Iterator[lsp.CodeAction]:
        """All that is safe, where there is something."""
        findings = () if self._is_left_out else self._result.findings
        if any(item.is_fixed_by(Applicability.SAFE) for item in findings):
            title = "mend all that is certain (notelint)"
            yield lsp.CodeAction(title, FIX_ALL, data=self._data())


def _edit_of(place: Place, data: dict[str, Any]) -> lsp.WorkspaceEdit | None:
    """The edit of an action that was offered without it; None where there is none."""
    session, path = place
    desk = session.desk
    if data.get("version") != desk.version(path):
        raise JsonRpcContentModified()
    note = desk.notes[path].note
    before = note.text.content
    if "name" not in data:
        result = fix_text(session.vault, path, before)
        return workspace_edit(desk, {path: difference(before, result.after.content)})
    span, placings = Span(*data["span"]), IN_NOTE if data["inNote"] else PLACINGS
    found = [item for item in session.result(path).findings if item.name == data["name"]]
    items = found if data["inNote"] else [item for item in found if item.span == span][:1]
    treatment = Treatment(session.vault.settings)
    allowed = treatment.allowing_some(note, items, session.vault, placings)
    if allowed is None:
        return None
    return workspace_edit(desk, {path: difference(before, allowed.text.content)})
