"""What an editor may ask, and who answers."""

from __future__ import annotations

import asyncio
import inspect
import os
from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any

from lsprotocol import types as lsp
from lsprotocol.converters import get_converter
from pygls.exceptions import JsonRpcContentModified, JsonRpcException
from pygls.lsp.server import LanguageServer

from notelint.server.actions import EXPLAIN, OPTIONS, actions, resolved
from notelint.server.client import Client
from notelint.server.diagnostics import (
    WorkspaceReport,
    diagnostics,
    full_report,
    identity_of,
    report,
    workspace_reports,
)
from notelint.server.documents import Document
from notelint.server.explanation import at_length, in_short, rule_called
from notelint.server.navigation import Way, ways
from notelint.server.protocol import Protocol
from notelint.server.session import Place, Session
from notelint.server.uris import path_of
from notelint.server.watched_files import watchers
from notelint.server.worker import Worker
from notelint.values import NotelintError, __version__

_REQUEST_FAILED = lsp.LSPErrorCodes.RequestFailed.value
_INTERNAL_ERROR = lsp.ErrorCodes.InternalError.value

Answer = Callable[[Place], Any]


class Server(LanguageServer):
    """The texts are taken in the order of the messages; all else is done by the worker, on the
    newest of them."""

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__(
            "notelint", __version__, protocol_cls=Protocol, converter_factory=get_converter
        )
        self.client = Client()
        self._session = Session(self.client, (), self.complain)
        self._texts: dict[str, Document] = {}
        self._new: dict[str, Document | None] = {}
        self._lock = Lock()
        self._pushed: dict[str, tuple[int | None, str]] = {}  # by address, the version and what
        self._folders: dict[str, Path | None] = {}
        self._worker = Worker(self._take_texts, self._idle, self._failed)
        self._loop: asyncio.AbstractEventLoop | None = None
        for method, handler in self._always().items():
            self.answer(method, handler)

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

    def answer(self, method: str, handler: Callable[[Any], Any], options: Any = None) -> None:
        """Have messages of a method handled. pygls wants functions, on which it can write."""
        if inspect.iscoroutinefunction(handler):

            async def asked(params: Any) -> Any:
                return await handler(params)

            self.feature(method, options)(asked)
        else:
            self.feature(method, options)(lambda params: handler(params))

    # What the editor says of itself

    def _initialize(self, params: lsp.InitializeParams) -> None:
        self._loop = asyncio.get_running_loop()
        self.client = Client.of(params)
        folders = [folder.uri for folder in params.workspace_folders or ()]
        self._folders = {uri: path_of(uri) for uri in folders or filter(None, [params.root_uri])}
        self._session = Session(self.client, self._open_folders(), self.complain)
        if self.client.pulls:
            options = lsp.DiagnosticOptions(True, True, "notelint")
            self.answer(lsp.TEXT_DOCUMENT_DIAGNOSTIC, self._diagnostic, options)
            self.answer(lsp.WORKSPACE_DIAGNOSTIC, self._workspace_diagnostic)
        self.answer(lsp.TEXT_DOCUMENT_CODE_ACTION, self._code_action, OPTIONS)
        self.answer(lsp.CODE_ACTION_RESOLVE, self._resolve_action)
        self.command(EXPLAIN)(_explain)
        for way in ways(self.client):
            self.answer(way.method, partial(self._navigate, way), way.options)
        self._worker.start()

    def _open_folders(self) -> list[Path]:
        return [path for path in self._folders.values() if path is not None]

    def _initialized(self, _: lsp.InitializedParams) -> None:
        self._worker.ask(lambda: self._session.of_folders() and None)
        if self.client.watches:
            method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
            wanted = lsp.Registration("notelint files", method, watchers())
            self.client_register_capability(lsp.RegistrationParams([wanted]))

    def _did_change_folders(self, params: lsp.DidChangeWorkspaceFoldersParams) -> None:
        for folder in params.event.removed:
            self._folders.pop(folder.uri, None)
        self._folders |= {folder.uri: path_of(folder.uri) for folder in params.event.added}
        self._tell_worker(partial(self._session.reopen, self._open_folders()))

    def stop(self) -> None:
        """Do no more."""
        self._worker.stop()

    # Texts

    def _did_open(self, params: lsp.DidOpenTextDocumentParams) -> None:
        document = Document.opened(params.text_document)
        self._put(document.uri, document)
        self._look_at_disk(document.uri)

    def _did_change(self, params: lsp.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        document = self._texts.get(uri)
        if document is not None:
            changes = params.content_changes
            self._put(uri, document.changed(changes, version, self.client.encoding))

    def _did_close(self, params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        self._put(uri, None)
        if not self.client.pulls:
            self._publish(lsp.PublishDiagnosticsParams(uri, []))
        self._look_at_disk(uri)

    def _did_save(self, params: lsp.DidSaveTextDocumentParams) -> None:
        self._look_at_disk(params.text_document.uri)

    def _put(self, uri: str, document: Document | None) -> None:
        if document is None:
            self._texts.pop(uri, None)
        else:
            self._texts[uri] = document
        with self._lock:
            self._new[uri] = document  # in the place of one that nobody has looked at yet
        self._worker.wake()

    def _look_at_disk(self, uri: str) -> None:
        self._tell_worker(partial(self._session.saved, path_of(uri)))

    def _did_change_files(self, params: lsp.DidChangeWatchedFilesParams) -> None:
        found = ((path_of(change.uri), change.type) for change in params.changes)
        changes = [(path, kind) for path, kind in found if path is not None]
        self._tell_worker(partial(self._session.told, changes))

    def _tell_worker(self, job: Callable[[], None]) -> None:
        self._worker.ask(job).add_done_callback(self._tell_failure)

    def _tell_failure(self, future: Future[None]) -> None:
        error = None if future.cancelled() else future.exception()
        if isinstance(error, Exception):
            self._failed(error)

    # On the worker's thread

    def _take_texts(self) -> None:
        with self._lock:
            new, self._new = self._new, {}
        if new:
            self._session.change(new)
        for uri in (uri for uri, document in new.items() if document is None):
            self._pushed.pop(uri, None)

    def _idle(self) -> bool:
        """Publish what is found in one more note, or look at the disk."""
        if not self.client.pulls:
            for session in self._session.sessions:
                for path in session.unchecked():
                    self._push(Place(session, path))
                    return True
        if self._session.look():
            if self.client.pulls and self.client.refreshes:
                self._on_loop(self.workspace_diagnostic_refresh, None)
            return True
        return False

    def _push(self, place: Place) -> None:
        """Publish what is found in an open note, unless that is what was published last."""
        items, desk = self._found(place), place.session.desk
        uri, version = desk.uri(place.path), desk.version(place.path)
        told = version, identity_of(items)
        if self._pushed.get(uri) != told:
            self._pushed[uri] = told
            self._on_loop(self._publish, lsp.PublishDiagnosticsParams(uri, items, version))

    def _found(self, place: Place) -> list[lsp.Diagnostic]:
        session, path = place
        result = session.result(path)
        for complaint in result.complaints:
            self.complain(complaint)
        return [] if session.is_left_out(path) else diagnostics(session.desk, result)

    def _on_loop(self, what: Callable[..., Any], *arguments: Any) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(what, *arguments)

    def complain(self, message: str, is_error: bool = False) -> None:
        """Say what went wrong: an error where people see it, all else where they look for it."""
        if is_error:
            shown = lsp.ShowMessageParams(lsp.MessageType.Error, message)
            self._on_loop(self.window_show_message, shown)
            return
        logged = lsp.LogMessageParams(lsp.MessageType.Warning, message)
        self._on_loop(self.window_log_message, logged)

    def _failed(self, error: Exception) -> None:
        self.complain(_told(error))

    # Answers

    async def ask(self, uri: str, answer: Answer) -> Any:
        """What the worker says of a text as it was when it was asked about.

        Raises:
            JsonRpcException: it is another one by now, or there is no answer.
        """
        document = self._texts.get(uri)
        return await self._done(partial(self._answered, uri, document, answer))

    async def _done(self, job: Callable[[], Any]) -> Any:
        return await asyncio.wrap_future(self._worker.ask(partial(self._attempted, job)))

    def _answered(self, uri: str, document: Document | None, answer: Answer) -> Any:
        if self._session.documents.get(uri) is not document:
            raise JsonRpcContentModified()
        place = self._session.place(uri)
        return None if place is None else answer(place)

    def _attempted(self, job: Callable[[], Any]) -> Any:
        with self._refusing():
            return job()

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        """What goes wrong on the way to an answer is an error in one line."""
        try:
            yield
        except NotelintError as error:
            raise JsonRpcException(str(error), _REQUEST_FAILED) from None
        except JsonRpcException:
            raise
        except Exception as error:
            self._failed(error)
            raise JsonRpcException(_told(error), _INTERNAL_ERROR) from None

    def _publish(self, params: lsp.PublishDiagnosticsParams) -> None:
        document = self._texts.get(params.uri)
        if (document.version if document else None) == params.version:  # else another is coming
            self.text_document_publish_diagnostics(params)

    async def _diagnostic(self, params: lsp.DocumentDiagnosticParams) -> Any:
        found = await self.ask(params.text_document.uri, self._found)
        return report(found or [], params.previous_result_id)

    async def _navigate(self, way: Way, params: Any) -> Any:
        if way.is_of_vaults:
            return await self._done(lambda: way.answer(self._session.of_folders(), params))
        return await self.ask(params.text_document.uri, lambda place: way.answer(place, params))

    async def _code_action(self, params: lsp.CodeActionParams) -> Any:
        return await self.ask(params.text_document.uri, lambda place: actions(place, params))

    async def _resolve_action(self, action: lsp.CodeAction) -> Any:
        uri = dict(action.data).get("uri") if isinstance(action.data, Mapping) else None
        if not isinstance(uri, str):
            return action
        return await self.ask(uri, lambda place: resolved(place, action)) or action

    async def explain(self, name: str, uri: str) -> str | None:
        """Show why a rule matters; a page about it."""

        def answer(place: Place) -> str:
            rule = rule_called(place.session.vault.settings, name)
            message = lsp.ShowMessageParams(lsp.MessageType.Info, in_short(rule))
            self._on_loop(self.window_show_message, message)
            return at_length(rule)

        page: str | None = await self.ask(uri, answer)
        return page

    async def _workspace_diagnostic(self, params: lsp.WorkspaceDiagnosticParams) -> Any:
        known = {item.uri: item.value for item in params.previous_result_ids}
        token = params.partial_result_token
        tell = None if token is None else partial(self._on_loop, self._tell_part, token)
        return await self._done(partial(self._reports, known, tell))

    def _reports(
        self, known: Mapping[str, str], tell: Callable[[list[WorkspaceReport]], None] | None
    ) -> Generator[None, None, lsp.WorkspaceDiagnosticReport]:
        with self._refusing():
            return (yield from self._all_reports(known, tell))

    def _all_reports(
        self, known: Mapping[str, str], tell: Callable[[list[WorkspaceReport]], None] | None
    ) -> Generator[None, None, lsp.WorkspaceDiagnosticReport]:
        left, reports = dict(known), list[WorkspaceReport]()
        for session in self._session.of_folders():
            for uri, item in workspace_reports(session, known):
                left.pop(uri, None)
                reports += [item] if item else []
                if tell and len(reports) >= _AT_ONCE:
                    tell(reports)
                    reports = []
                yield
        reports += (full_report(uri, [], identity_of([])) for uri in left)
        return lsp.WorkspaceDiagnosticReport(reports)

    def _tell_part(self, token: lsp.ProgressToken, reports: list[WorkspaceReport]) -> None:
        part = lsp.WorkspaceDiagnosticReportPartialResult(reports)
        self.progress(lsp.ProgressParams(token, part))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Say on the side what no answer tells."""
        self.complain(_told(error))


async def _explain(ls: Server, rule: str, uri: str) -> str | None:
    return await ls.explain(rule, uri)


_AT_ONCE = 100  # reports that go out together


def _told(error: Exception) -> str:
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    file = os.path.basename(frame.tb_frame.f_code.co_filename) if frame else ""
    place = f" ({file}:{frame.tb_lineno})" if frame else ""
    return f"failed with {type(error).__name__}: {error}{place}"
