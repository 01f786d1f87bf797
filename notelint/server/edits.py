"""Edits of notes as the editor makes them: the server itself writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from lsprotocol import types as lsp

from notelint.report import LineMatcher
from notelint.server.desk import Desk
from notelint.values import Edit, Span, Text

Edits = Mapping[str, Sequence[Edit]]  # by the paths of notes


def workspace_edit(
    desk: Desk, edits: Edits, renamed: lsp.RenameFile | None = None
) -> lsp.WorkspaceEdit:
    """Edits of some notes, made together; each is for the version that the editor has open. A file
    that is ``renamed`` is so after them."""
    changes = {desk.uri(path): list(_text_edits(desk, path, made)) for path, made in edits.items()}
    if not desk.client.counts_versions and renamed is None:
        return lsp.WorkspaceEdit(changes)
    versions = {desk.uri(path): desk.version(path) for path in edits}
    texts = [
        lsp.TextDocumentEdit(lsp.OptionalVersionedTextDocumentIdentifier(uri, versions[uri]), made)
        for uri, made in changes.items()
    ]
    return lsp.WorkspaceEdit(document_changes=[*texts, *([renamed] if renamed else [])])


def _text_edits(desk: Desk, path: str, edits: Iterable[Edit]) -> Iterator[lsp.TextEdit]:
    note = desk.note(path)
    assert note is not None, "it was read to make the edits"
    positions = desk.positions(note)
    for edit in sorted(edits):
        yield lsp.TextEdit(positions.range(edit.span), edit.text)


def difference(before: str, after: str) -> list[Edit]:
    """What makes one text of another, line by line."""
    old, new = _lines(before), _lines(after)
    starts = [*accumulate(map(len, old), initial=0)]
    return [
        _trimmed(Span(starts[a], starts[b]), before[starts[a] : starts[b]], "".join(new[c:d]))
        for tag, a, b, c, d in LineMatcher(old, new).get_opcodes()
        if tag != "equal"
    ]


def _lines(content: str) -> list[str]:
    """The lines of a text with their ends."""
    starts = [line.start for line in Text(content).lines]
    return [content[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]


def _trimmed(span: Span, old: str, new: str) -> Edit:
    """An edit of no more than what differs, so that a cursor beside it stays where it is."""
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    most -= head
    tail = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    return Edit(Span(span.start + head, span.end - tail), new[head : len(new) - tail])
