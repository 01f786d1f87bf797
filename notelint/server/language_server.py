"""What an editor may ask and tell, and who hears it."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from lsprotocol.converters import get_converter
from pygls.lsp.server import LanguageServer

from notelint.server.actions import EXPLAIN, OPTIONS, actions, resolved
from notelint.server.client import Client
from notelint.server.diagnostics import report
from notelint.server.documents import Document
from notelint.server.explanation import at_length, in_short, rule_called
from notelint.server.failures import in_a_line
from notelint.server.navigation import Way, ways
from notelint.server.protocol import Protocol
from notelint.server.session import Place
from notelint.server.uris import path_of
from notelint.server.watched_files import watchers
from notelint.server.workroom import Workroom
from notelint.server.workspace_diagnostics import WorkspaceReport
from notelint.values import __version__


class Server(LanguageServer):
    """The texts are taken in the order of the messages; all else is done in the workroom, on the
    newest of them."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__(
            "notelint", __version__, protocol_cls=Protocol, converter_factory=get_converter
        )
        self._client = Client()
        self._room = Workroom(self)
        self._folders: dict[str, Path | None] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        for method, handler in self._always().items():
            self._answer(method, handler)

    def _always(self) -> Mapping[str, Callable[..., Any]]:
        return {
            lsp.INITIALIZE: self._initialize,
            lsp.INITIALIZED: self._initialized,
            lsp.TEXT_DOCUMENT_DID_OPEN: self._did_open,
            lsp.TEXT_DOCUMENT_DID_CHANGE: self._did_change,
            lsp.TEXT_DOCUMENT_DID_SAVE: self._did_save,
            lsp.TEXT_DOCUMENT_DID_CLOSE: self._did_close,
            lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: self._did_change_files,
            lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: self._did_change_folders,
        }

    def _answer(self, method: str, handler: Callable[[Any], Any], options: Any = None) -> None:
        """Have messages of a method handled. pygls wants functions, on which it can write."""
        if inspect.iscoroutinefunction(handler):

            async def asked(params: Any) -> Any:
                return await handler(params)

            self.feature(method, options)(asked)
        else:
            self.feature(method, options)(lambda params: handler(params))

    # The editor

    def _initialize(self, params: lsp.InitializeParams) -> None:
        self._loop = asyncio.get_running_loop()
        self._client = Client.of(params)
        folders = [folder.uri for folder in params.workspace_folders or ()]
        self._folders = {uri: path_of(uri) for uri in folders or filter(None, [params.root_uri])}
        if self._client.pulls:
            options = lsp.DiagnosticOptions(True, True, "notelint")
            self._answer(lsp.TEXT_DOCUMENT_DIAGNOSTIC, self._diagnostic, options)
            self._answer(lsp.WORKSPACE_DIAGNOSTIC, self._workspace_diagnostic)
        self._answer(lsp.TEXT_DOCUMENT_CODE_ACTION, self._code_action, OPTIONS)
        self._answer(lsp.CODE_ACTION_RESOLVE, self._resolve_action)
        self.command(EXPLAIN)(_explain)
        for way in ways(self._client):
            self._answer(way.method, partial(self._navigate, way), way.options)
        self._room.start(self._client, self._open_folders())

    def _open_folders(self) -> list[Path]:
        return [path for path in self._folders.values() if path is not None]

    def _initialized(self, _: lsp.InitializedParams) -> None:
        self._room.tell(lambda session: session.of_folders())
        if self._client.watches:
            method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
            wanted = lsp.Registration("notelint files", method, watchers())
            self.client_register_capability(lsp.RegistrationParams([wanted]))

    def _did_change_folders(self, params: lsp.DidChangeWorkspaceFoldersParams) -> None:
        for folder in params.event.removed:
            self._folders.pop(folder.uri, None)
        self._folders |= {folder.uri: path_of(folder.uri) for folder in params.event.added}
        folders = self._open_folders()
        self._room.tell(lambda session: session.reopen(folders))

    def stop(self) -> None:
        """Do no more."""
        self._room.stop()

    # Texts and files

    def _did_open(self, params: lsp.DidOpenTextDocumentParams) -> None:
        document = Document.opened(params.text_document)
        self._room.put(document.uri, document)
        self._look_at_disk(document.uri)

    def _did_change(self, params: lsp.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        document = self._room.texts.get(uri)
        if document is not None:
            changes, encoding = params.content_changes, self._client.encoding
            self._room.put(uri, document.changed(changes, version, encoding))

    def _did_close(self, params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        self._room.put(uri, None)
        if not self._client.pulls:
            self._publish(lsp.PublishDiagnosticsParams(uri, []))
        self._look_at_disk(uri)

    def _did_save(self, params: lsp.DidSaveTextDocumentParams) -> None:
        self._look_at_disk(params.text_document.uri)

    def _look_at_disk(self, uri: str) -> None:
        path = path_of(uri)
        self._room.tell(lambda session: session.saved(path))

    def _did_change_files(self, params: lsp.DidChangeWatchedFilesParams) -> None:
        found = ((path_of(change.uri), change.type) for change in params.changes)
        changes = [(path, kind) for path, kind in found if path is not None]
        self._room.tell(lambda session: session.told(changes))

    # What the editor asks

    async def _ask(self, uri: str, answer: Callable[[Place], Any]) -> Any:
        return await asyncio.wrap_future(self._room.ask(uri, answer))

    async def _diagnostic(self, params: lsp.DocumentDiagnosticParams) -> Any:
        found = await self._ask(params.text_document.uri, self._room.found)
        return report(found or [], params.previous_result_id)

    async def _workspace_diagnostic(self, params: lsp.WorkspaceDiagnosticParams) -> Any:
        known = {item.uri: item.value for item in params.previous_result_ids}
        token = params.partial_result_token
        tell = None if token is None else partial(self._on_loop, self._tell_part, token)
        return await asyncio.wrap_future(self._room.reports(known, tell))

    def _tell_part(self, token: lsp.ProgressToken, reports: list[WorkspaceReport]) -> None:
        part = lsp.WorkspaceDiagnosticReportPartialResult(reports)
        self.progress(lsp.ProgressParams(token, part))

    async def _navigate(self, way: Way, params: Any) -> Any:
        if way.is_of_vaults:
            answer = self._room.ask_vaults(lambda sessions: way.answer(sessions, params))
            return await asyncio.wrap_future(answer)
        return await self._ask(params.text_document.uri, lambda place: way.answer(place, params))

    async def _code_action(self, params: lsp.CodeActionParams) -> Any:
        return await self._ask(params.text_document.uri, lambda place: actions(place, params))

    async def _resolve_action(self, action: lsp.CodeAction) -> Any:
        uri = dict(action.data).get("uri") if isinstance(action.data, Mapping) else None
        if not isinstance(uri, str):
            return action
        return await self._ask(uri, lambda place: resolved(place, action)) or action

    async def explain(self, name: str, uri: str) -> str | None:
        """Show why a rule matters; a page about it."""

        def answer(place: Place) -> str:
            rule = rule_called(place.session.vault.settings, name)
            message = lsp.ShowMessageParams(lsp.MessageType.Info, in_short(rule))
            self._on_loop(self.window_show_message, message)
            return at_length(rule)

        page: str | None = await self._ask(uri, answer)
        return page

    # What the editor did not ask for

    def push(self, params: lsp.PublishDiagnosticsParams) -> None:
        """Tell what is found in an open note, from any thread."""
        self._on_loop(self._publish, params)

    def _publish(self, params: lsp.PublishDiagnosticsParams) -> None:
        document = self._room.texts.get(params.uri)
        if (document.version if document else None) == params.version:  # else another is coming
            self.text_document_publish_diagnostics(params)

    def refresh(self) -> None:
        """Tell that what was asked for may be different by now, from any thread."""
        self._on_loop(self.workspace_diagnostic_refresh, None)

    def complain(self, message: str, is_error: bool = False) -> None:
        """Say what went wrong, from any thread: an error where people see it, all else where they
        look for it."""
        if is_error:
            shown = lsp.ShowMessageParams(lsp.MessageType.Error, message)
            self._on_loop(self.window_show_message, shown)
        else:
            logged = lsp.LogMessageParams(lsp.MessageType.Warning, message)
            self._on_loop(self.window_log_message, logged)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Say on the side what no answer tells."""
        self.complain(in_a_line(error))

    def _on_loop(self, what: Callable[..., Any], *arguments: Any) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(what, *arguments)


async def _explain(ls: Server, rule: str, uri: str) -> str | None:
    return await ls.explain(rule, uri)
