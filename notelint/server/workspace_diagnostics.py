"""What is found in all notes of the vaults that an editor has open, and not told of already."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping

from lsprotocol import types as lsp

from notelint.run import stamps_of
from notelint.server.desk import Desk
from notelint.server.diagnostics import diagnostics, identity_of
from notelint.server.vault_session import Found, VaultSession

_AT_ONCE = 100  # reports that go out together

WorkspaceReport = (
    lsp.WorkspaceFullDocumentDiagnosticReport | lsp.WorkspaceUnchangedDocumentDiagnosticReport
)

Known = Mapping[str, str]  # by the addresses of notes, what tells the findings that were told of
Tell = Callable[[list[WorkspaceReport]], None]  # what hears of some reports before the others


def all_reports(
    sessions: Iterable[VaultSession], known: Known, tell: Tell | None
) -> Generator[None, None, lsp.WorkspaceDiagnosticReport]:
    """What is found in all notes, note by note, between which other things may be done."""
    left, reports = dict(known), list[WorkspaceReport]()
    for session in sessions:
        for uri, item in reports_of(session, known):
            left.pop(uri, None)
            reports += [item] if item else []
            if tell and len(reports) >= _AT_ONCE:
                tell(reports)
                reports = []
            yield
    reports += (_full(uri, identity_of([]), []) for uri in left)
    return lsp.WorkspaceDiagnosticReport(reports)


def reports_of(session: VaultSession, known: Known) -> Iterator[tuple[str, WorkspaceReport | None]]:
    """What is found in the notes of a vault, one by one, by their addresses; None where nothing is
    and the editor knows of nothing."""
    for found in session.everything():
        desk = session.desk
        uri, version = desk.uri(found.path), desk.version(found.path)
        kept = _kept_identity(desk, found) if found.line else None
        items = [] if kept and kept == known.get(uri) else diagnostics(desk, found.result)
        identity = kept or identity_of(items)
        if identity == known.get(uri):
            yield uri, lsp.WorkspaceUnchangedDocumentDiagnosticReport(uri, identity, version)
        elif items or uri in known:
            yield uri, _full(uri, identity, items, version)
        else:
            yield uri, None


def _kept_identity(desk: Desk, found: Found) -> str:
    """What tells the findings of a note on disk from others, without reading it."""
    stamp = stamps_of(desk.vault.root, [found.path]).get(found.path)
    return f"{zlib.crc32(found.line.encode('utf-8', 'surrogatepass')):x}-{stamp}"


def _full(
    uri: str, identity: str, items: list[lsp.Diagnostic], version: int | None = None
) -> lsp.WorkspaceFullDocumentDiagnosticReport:
    return lsp.WorkspaceFullDocumentDiagnosticReport(uri, items, version, result_id=identity)
