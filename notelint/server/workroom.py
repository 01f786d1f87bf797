"""Where the work is done: the editor's texts come in, what was asked for goes out, and what may be
wanted next is done meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcContentModified

from notelint.server.client import Client
from notelint.server.diagnostics import diagnostics, identity_of
from notelint.server.documents import Document
from notelint.server.failures import in_a_line, refusing
from notelint.server.session import Place, Session
from notelint.server.vault_session import VaultSession
from notelint.server.worker import Worker
from notelint.server.workspace_diagnostics import Known, Tell, all_reports

Answer = Callable[[Place], Any]


class Outlet(Protocol):
    """What tells the editor something that it did not ask for; it is called from any thread."""

    def push(self, params: lsp.PublishDiagnosticsParams) -> None:
        """Tell what is found in an open note."""

    def refresh(self) -> None:
        """Tell that what was asked for may be different by now."""

    def complain(self, message: str, is_error: bool = False) -> None:
        """Tell what went wrong."""


class Workroom:
    """``texts`` are those of the editor as of its last message. The worker has them whenever it
    begins something; one that is overtaken before that nobody looks at."""

    def __init__(self, outlet: Outlet) -> None:
        self.texts: dict[str, Document] = {}
        self._outlet = outlet
        self._client = Client()
        self._session = Session(self._client, (), outlet.complain)
        self._new: dict[str, Document | None] = {}
        self._lock = Lock()
        self._pushed: dict[str, tuple[Document, str]] = {}  # of which text, and what
        self._worker = Worker(self._take_texts, self._idle, self._failed)

    def start(self, client: Client, folders: Iterable[Path]) -> None:
        """Begin to work for an editor."""
        self._client = client
        self._session = Session(client, folders, self._outlet.complain)
        self._worker.start()

    def stop(self) -> None:
        """Do no more after what is being done."""
        self._worker.stop()

    def put(self, uri: str, document: Document | None) -> None:
        """Take a text; None where it was closed."""
        if document is None:
            self.texts.pop(uri, None)
        else:
            self.texts[uri] = document
        with self._lock:
            self._new[uri] = document  # in the place of one that nobody has looked at yet
        self._worker.wake()

    def tell(self, job: Callable[[Session], object]) -> None:
        """Have something done that nobody waits for."""
        self._worker.ask(lambda: job(self._session)).add_done_callback(self._tell_failure)

    def ask(self, uri: str, answer: Answer) -> Future[Any]:
        """What is answered about a text as it is now. It fails with ``JsonRpcContentModified``
        where it is another one by then."""
        return self._asked(partial(self._answered, uri, self.texts.get(uri), answer))

    def ask_vaults(self, answer: Callable[[list[VaultSession]], Any]) -> Future[Any]:
        """What is answered about the vaults that the editor's folders are in."""
        return self._asked(lambda: answer(self._session.of_folders()))

    def reports(self, known: Known, tell: Tell | None) -> Future[lsp.WorkspaceDiagnosticReport]:
        """What is found in all notes of these vaults."""
        return self._worker.ask(partial(self._reports, known, tell))

    def _asked(self, job: Callable[[], Any]) -> Future[Any]:
        def attempted() -> Any:
            with refusing(self._failed):
                return job()

        return self._worker.ask(attempted)

    def _answered(self, uri: str, document: Document | None, answer: Answer) -> Any:
        if self._session.documents.get(uri) is not document:
            raise JsonRpcContentModified()
        place = self._session.place(uri)
        return None if place is None else answer(place)

    def _reports(
        self, known: Known, tell: Tell | None
    ) -> Generator[None, None, lsp.WorkspaceDiagnosticReport]:
        with refusing(self._failed):
            return (yield from all_reports(self._session.of_folders(), known, tell))

    def found(self, place: Place) -> list[lsp.Diagnostic]:
        """What is found in an open note."""
        session, path = place
        result = session.result(path)
        for complaint in result.complaints:
            self._outlet.complain(complaint)
        return [] if session.is_left_out(path) else diagnostics(session.desk, result)

    def _take_texts(self) -> None:
        with self._lock:
            new, self._new = self._new, {}
        if new:
            self._session.change(new)

    def _idle(self) -> bool:
        """Push what is found in one more note, or look at the disk."""
        sessions = () if self._client.pulls else self._session.sessions
        for session in sessions:
            for path in session.unchecked():
                self._push(Place(session, path))
                return True
        if not self._session.look():
            return False
        if self._client.pulls and self._client.refreshes:
            self._outlet.refresh()
        return True

    def _push(self, place: Place) -> None:
        """Push what is found in an open note, unless that was said of this text."""
        items, document = self.found(place), place.session.desk.notes[place.path].document
        known, identity = self._pushed.get(document.uri), identity_of(items)
        if known is None or known[0] is not document or known[1] != identity:
            self._pushed[document.uri] = document, identity
            params = lsp.PublishDiagnosticsParams(document.uri, items, document.version)
            self._outlet.push(params)

    def _tell_failure(self, future: Future[Any]) -> None:
        error = None if future.cancelled() else future.exception()
        if isinstance(error, Exception):
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        self._outlet.complain(in_a_line(error))
