"""What pygls makes of messages, where an editor's mistakes are answered and the worker is asked."""

from __future__ import annotations

import json
from typing import Any

from lsprotocol import types as lsp
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcParseError,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol


class Protocol(LanguageServerProtocol):
    """The texts of the editor are kept elsewhere: a copy of each would be a second one."""

    lsp_text_document__did_open = None  # type: ignore[assignment]
    lsp_text_document__did_change = None  # type: ignore[assignment]
    lsp_text_document__did_close = None  # type: ignore[assignment]

    has_ended = False

    @property
    def is_shut_down(self) -> bool:
        """Whether the editor has said that it needs no more."""
        return self._shutdown

    def receive(self, body: bytes) -> None:
        """Take a message, and answer one that is none."""
        try:
            data = json.loads(body)
        except (ValueError, RecursionError) as error:
            self._refuse(None, JsonRpcParseError.of(error))
            return
        if not isinstance(data, dict) or data.get("jsonrpc") != self.VERSION:
            self._refuse(None, JsonRpcInvalidRequest("a message is an object of JSON-RPC 2.0"))
            return
        if "method" not in data and not {"result", "error"} & data.keys():
            self._refuse(_identity(data), JsonRpcInvalidRequest("a message has a method"))
            return
        self._take(data)

    def _take(self, data: dict[str, Any]) -> None:
        why_not = self._why_not_now(str(data.get("method")))
        if why_not is not None and "method" in data:
            self._refuse(_identity(data), why_not, only_requests="id" not in data)
            return
        try:
            message = self.structure_message(data)
        except JsonRpcException as error:
            wrong = JsonRpcInvalidParams(f"wrong parameters of {data.get('method')}: {error}")
            self._refuse(_identity(data), wrong, only_requests="id" not in data)
        else:
            self.handle_message(message)

    def _why_not_now(self, method: str) -> JsonRpcException | None:
        """Why a message comes at the wrong time."""
        is_first = method == lsp.INITIALIZE
        if method == lsp.EXIT:
            return None
        if self._shutdown:
            return JsonRpcInvalidRequest("the server is shut down")
        if is_first == (self._workspace is not None):
            return JsonRpcInvalidRequest("once") if is_first else JsonRpcServerNotInitialized()
        return None

    def _refuse(
        self, identity: str | int | None, error: JsonRpcException, only_requests: bool = False
    ) -> None:
        """Say why a message is not taken; to a notification there is no answer."""
        if not only_requests:
            told = {"code": error.code, "message": error.message}
            # As a value of the protocol's own, an error of no request would have no `id` at all.
            self._send_data({"jsonrpc": self.VERSION, "id": identity, "error": told})

    def lsp_exit(self, *_: Any) -> None:  # type: ignore[override]
        """The editor ends the server."""
        self.has_ended = True

    lsp_exit.method_name = lsp.EXIT  # type: ignore[attr-defined]


def _identity(data: dict[str, Any]) -> str | int | None:
    identity = data.get("id")
    return identity if isinstance(identity, str | int) else None
