"""The server on two streams, until the editor ends it or is gone."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from notelint.server.language_server import Server
from notelint.server.stream import framed, messages

_SECONDS = 5  # between two looks whether the editor is still there


def serve(read_from: int, write_to: int) -> int:
    """Serve on two file descriptors; the exit code is 0 where the editor has shut the server down
    before it left."""
    for library in ("pygls", "asyncio"):
        logging.getLogger(library).setLevel(
            logging.CRITICAL + 1
        )  # which tell of the editor's slips
    return asyncio.run(_Serving(read_from, write_to).until_the_end())


class _Serving:
    """A server between two streams, until the client ends it or one of them ends."""

    def __init__(self, read_from: int, write_to: int) -> None:
        self._read_from, self._write_to = read_from, write_to
        self._server = Server()
        self._end = asyncio.Event()

    async def until_the_end(self) -> int:
        self._server.protocol.set_writer(self, include_headers=False)
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: self._lost(context.get("exception")))

        def in_loop(what: Callable[..., None], *arguments: object) -> None:
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(what, *arguments)

        def read() -> None:
            with suppress(OSError):
                for body in messages(lambda size: os.read(self._read_from, size)):
                    in_loop(self._receive, body)
            in_loop(self._end.set)

        Thread(target=read, name="stdin", daemon=True).start()
        watching = asyncio.create_task(self._watch_editor())
        await self._end.wait()
        watching.cancel()
        self._server.stop()
        return 0 if self._server.protocol.is_shut_down else 1

    def _receive(self, body: bytes) -> None:
        if self._end.is_set():
            return
        self._server.protocol.receive(body)
        if self._server.protocol.has_ended:
            self._end.set()

    def write(self, data: bytes) -> None:
        """Send a message."""
        rest = memoryview(framed(data))
        try:
            while rest:
                rest = rest[os.write(self._write_to, rest) :]
        except OSError:  # nobody reads any more
            self._end.set()

    def close(self) -> None:
        """End, as the protocol may ask for."""
        self._end.set()

    def _lost(self, error: BaseException | None) -> None:
        if isinstance(error, Exception):
            self._server.report_server_error(error, None)

    async def _watch_editor(self) -> None:
        """End with the process that the editor says it is, should it leave the streams open."""
        while os.name == "posix":
            await asyncio.sleep(_SECONDS)
            process = self._server.process_id
            if process is not None and not _is_alive(process):
                self._end.set()


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
