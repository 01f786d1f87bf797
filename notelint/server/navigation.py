"""What editors ask besides findings: each way can be switched off, for those who have another
server for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp

from notelint.server.client import Client
from notelint.server.completion import OPTIONS as COMPLETING
from notelint.server.completion import completion
from notelint.server.definition import definition
from notelint.server.document_links import document_links
from notelint.server.edits import workspace_edit
from notelint.server.hover import hover
from notelint.server.moving import moved_note
from notelint.server.references import references
from notelint.server.rename import prepared, renamed
from notelint.server.session import Place
from notelint.server.symbols import document_symbols, workspace_symbols
from notelint.server.uris import path_of
from notelint.server.vault_session import VaultSession
from notelint.values import NamedTuple


class Way(NamedTuple):
    """A method, and what answers it: by the place of a text, or where it ``is_of_vaults``, by the
    vaults that the editor's folders are in."""

    method: str
    answer: Callable[[Any, Any], Any]
    options: Any = None
    is_of_vaults: bool = False


def ways(client: Client) -> Iterator[Way]:
    """What is answered to an editor."""
    for name in sorted(client.navigation):
        yield from _WAYS[name]


def _definition(place: Place, params: lsp.DefinitionParams) -> Any:
    return definition(place.session.desk, place.path, params.position)


def _hover(place: Place, params: lsp.HoverParams) -> Any:
    return hover(place.session.desk, place.path, params.position)


def _completion(place: Place, params: lsp.CompletionParams) -> Any:
    return completion(place.session.desk, place.path, params.position)


def _references(place: Place, params: lsp.ReferenceParams) -> Any:
    is_whole = params.context.include_declaration
    return references(place.session.desk, place.path, params.position, is_whole)


def _prepared(place: Place, params: lsp.PrepareRenameParams) -> Any:
    return prepared(place.session.desk, place.path, params.position)


def _renamed(place: Place, params: lsp.RenameParams) -> Any:
    return renamed(place.session.desk, place.path, params.position, params.new_name)


def _document_symbols(place: Place, params: lsp.DocumentSymbolParams) -> Any:
    return document_symbols(place.session.desk, place.path)


def _document_links(place: Place, params: lsp.DocumentLinkParams) -> Any:
    return document_links(place.session.desk, place.path)


def _workspace_symbols(
    sessions: Sequence[VaultSession], params: lsp.WorkspaceSymbolParams
) -> list[lsp.WorkspaceSymbol]:
    return [item for session in sessions for item in workspace_symbols(session.desk, params.query)]


def _files_renamed(
    sessions: Sequence[VaultSession], params: lsp.RenameFilesParams
) -> lsp.WorkspaceEdit | None:
    """The edits of links for one file that the editor is about to rename."""
    if len(params.files) != 1:
        return None
    old, new = path_of(params.files[0].old_uri), path_of(params.files[0].new_uri)
    for session in sessions:
        paths = [_inside(session.disk.root, path) for path in (old, new)]
        if paths[0] is not None and paths[1] is not None and paths[0] in session.vault.names:
            renaming = moved_note(session.desk, paths[0], paths[1]).proven()
            return workspace_edit(session.desk, renaming.edits) if renaming.edits else None
    return None


def _inside(root: Path, path: Path | None) -> str | None:
    if path is None or not path.is_relative_to(root):
        return None
    return path.relative_to(root).as_posix()


_ANY_FILE = lsp.FileOperationRegistrationOptions(
    [lsp.FileOperationFilter(lsp.FileOperationPattern("**/*", lsp.FileOperationPatternKind.File))]
)
_WAYS: dict[str, list[Way]] = {
    "definition": [Way(lsp.TEXT_DOCUMENT_DEFINITION, _definition)],
    "hover": [Way(lsp.TEXT_DOCUMENT_HOVER, _hover)],
    "completion": [Way(lsp.TEXT_DOCUMENT_COMPLETION, _completion, COMPLETING)],
    "references": [Way(lsp.TEXT_DOCUMENT_REFERENCES, _references)],
    "rename": [
        Way(lsp.TEXT_DOCUMENT_RENAME, _renamed, lsp.RenameOptions(prepare_provider=True)),
        Way(lsp.TEXT_DOCUMENT_PREPARE_RENAME, _prepared),
        Way(lsp.WORKSPACE_WILL_RENAME_FILES, _files_renamed, _ANY_FILE, is_of_vaults=True),
    ],
    "documentSymbol": [Way(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, _document_symbols)],
    "workspaceSymbol": [
        Way(lsp.WORKSPACE_SYMBOL, _workspace_symbols, is_of_vaults=True),
    ],
    "documentLink": [Way(lsp.TEXT_DOCUMENT_DOCUMENT_LINK, _document_links)],
}
