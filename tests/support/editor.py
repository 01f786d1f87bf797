"""An editor that speaks with the server: in a process of its own, message by message."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SECONDS = 60
Message = dict[str, Any]


class Editor:
    """``told`` is what the server has said that nobody waited for."""

    def __init__(self, root: Path | None) -> None:
        self.root = root
        self.told: list[Message] = []
        self._identity = 0
        self._messages: queue.Queue[Message | None] = queue.Queue()
        self._texts: dict[str, int] = {}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "notelint", "server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        threading.Thread(target=self._read, daemon=True).start()

    def start(
        self, capabilities: Mapping[str, Any] | None = None, options: Any = None, **more: Any
    ) -> Any:
        """Begin; the server's capabilities."""
        folders = [{"uri": self.root.as_uri(), "name": "vault"}] if self.root else None
        params = {
            "processId": os.getpid(),
            "rootUri": self.root.as_uri() if self.root else None,
            "capabilities": capabilities or {},
            "workspaceFolders": folders,
            "initializationOptions": options,
            **more,
        }
        result = self.ask("initialize", params)
        self.tell("initialized", {})
        return result["capabilities"]

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream
        while line := stream.readline():
            length = int(line.split(b":")[1])
            assert stream.readline() == b"\r\n"
            self._messages.put(json.loads(stream.read(length)))
        self._messages.put(None)

    def send(self, body: bytes) -> None:
        """Send the body of a message, be it one or not."""
        self.send_bytes(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def send_bytes(self, data: bytes) -> None:
        assert self.process.stdin
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def tell(self, method: str, params: Any) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        self.send(json.dumps(message).encode())

    def request(self, method: str, params: Any) -> int:
        """Send a request, whose number is given back."""
        self._identity += 1
        message = {"jsonrpc": "2.0", "id": self._identity, "method": method, "params": params}
        self.send(json.dumps(message).encode())
        return self._identity

    def ask(self, method: str, params: Any) -> Any:
        """The result of a request."""
        answer = self.answer(self.request(method, params))
        assert "error" not in answer, answer
        return answer["result"]

    def failure(self, method: str, params: Any) -> Any:
        """The error of a request."""
        return self.answer(self.request(method, params))["error"]

    def answer(self, identity: int | None) -> Message:
        return self.wait(lambda message: "method" not in message and message["id"] == identity)

    def wait(self, is_wanted: Callable[[Message], bool]) -> Message:
        """The next message that is wanted, or one that has come already."""
        for message in self.told:
            if is_wanted(message):
                self.told.remove(message)
                return message
        while True:
            message = self._messages.get(timeout=SECONDS)
            assert message is not None, "the server has ended"
            if "method" in message and "id" in message:
                reply = {"jsonrpc": "2.0", "id": message["id"], "result": None}
                self.send(json.dumps(reply).encode())
            if is_wanted(message):
                return message
            self.told.append(message)

    def wait_for(self, method: str) -> Any:
        """The parameters of the next message of a method."""
        return self.wait(lambda message: message.get("method") == method).get("params")

    def uri(self, name: str) -> str:
        assert self.root
        return (self.root / name).as_uri()

    def open(self, name: str, text: str | None = None) -> str:
        """Open a note, as the disk has it unless a text is given; its address."""
        assert self.root
        uri = self.uri(name)
        text = (self.root / name).read_text(encoding="utf-8") if text is None else text
        self.open_text(uri, text)
        return uri

    def open_text(self, uri: str, text: str, language: str = "markdown") -> None:
        self._texts[uri] = 1
        item = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, *changes: Mapping[str, Any] | str) -> int:
        """Change a text; the version that it is then."""
        self._texts[uri] += 1
        made = [{"text": change} if isinstance(change, str) else change for change in changes]
        text = {"uri": uri, "version": self._texts[uri]}
        self.tell("textDocument/didChange", {"textDocument": text, "contentChanges": made})
        return self._texts[uri]

    def close(self, uri: str) -> None:
        self.tell("textDocument/didClose", {"textDocument": {"uri": uri}})

    def pushed(self, uri: str, version: int | None = None) -> list[Message]:
        """The diagnostics of a text that the server pushes next, those of a version if need be."""

        def is_wanted(message: Message) -> bool:
            if message.get("method") != "textDocument/publishDiagnostics":
                return False
            params = message["params"]
            return params["uri"] == uri and version in (None, params.get("version"))

        found: list[Message] = self.wait(is_wanted)["params"]["diagnostics"]
        return found

    def end(self) -> int:
        """Shut the server down; its exit code."""
        assert self.ask("shutdown", None) is None
        self.tell("exit", None)
        return self.process.wait(SECONDS)


@contextmanager
def editor_at(root: Path | None) -> Iterator[Editor]:
    """An editor; its server is gone when it is left, and has written nothing on stderr."""
    editor = Editor(root)
    try:
        yield editor
        if editor.process.poll() is None:
            assert editor.process.stdin
            editor.process.stdin.close()
            editor.process.wait(SECONDS)
        assert editor.process.stderr
        assert editor.process.stderr.read() == b""
    finally:
        editor.process.kill()
        editor.process.wait()
        for stream in (editor.process.stdin, editor.process.stdout, editor.process.stderr):
            if stream:
                stream.close()


def at(line: int, character: int) -> Message:
    """A place as messages have it."""
    return {"line": line, "character": character}


def stretch(start: tuple[int, int], end: tuple[int, int]) -> Message:
    """A stretch as messages have it."""
    return {"start": at(*start), "end": at(*end)}
