"""Messages that are none, come at the wrong time, or say what they may not: each is answered, and
the next is taken."""

from __future__ import annotations

from typing import Any

from support.editor import Editor

PULLING: dict[str, Any] = {"textDocument": {"diagnostic": {}}}


def test_messages_that_are_none_are_answered_and_passed_over(editor: Editor) -> None:
    editor.start()
    for body, code in [
        (b"{", -32700),
        (b"\xff", -32700),
        (b"[" * 100_000, -32700),
        (b"[]", -32600),
        (b'"x"', -32600),
        (b'{"id": 3}', -32600),
        (b'{"jsonrpc": "1.0", "id": 3, "method": "x"}', -32600),
    ]:
        editor.send(body)
        assert editor.answer(None)["error"]["code"] == code
    editor.send(b'{"jsonrpc": "2.0", "id": 77}')
    assert editor.answer(77)["error"]["code"] == -32600
    editor.send_bytes(b"nonsense\r\n\r\n")
    assert editor.failure("textDocument/nonsense", {})["code"] == -32601
    editor.tell("$/nonsense", {})
    editor.tell("textDocument/didOpen", {"textDocument": 3})
    editor.tell("textDocument/didChange", {"textDocument": {"uri": "x"}})
    editor.send(b'{"jsonrpc": "2.0", "id": 1000, "result": null}')
    editor.send(b'{"jsonrpc": "2.0", "id": 78, "error": {"code": 1, "message": "x"}}')
    assert editor.pushed(editor.open("x/c.md"), 1)
    assert editor.end() == 0


def test_wrong_parameters_are_answered(editor: Editor) -> None:
    editor.start(PULLING)
    for params in (3, {}, {"textDocument": None}, None):
        assert editor.failure("textDocument/diagnostic", params)["code"] == -32602


def test_before_its_start_and_after_its_end_a_server_answers_nothing(editor: Editor) -> None:
    params = {"textDocument": {"uri": "file:///a.md"}}
    assert editor.failure("textDocument/diagnostic", params)["code"] == -32002
    editor.tell("textDocument/didSave", params)
    editor.start(PULLING)
    assert editor.failure("initialize", {"capabilities": {}})["code"] == -32600
    assert editor.ask("shutdown", None) is None
    assert editor.failure("textDocument/diagnostic", params)["code"] == -32600
    editor.tell("exit", None)
    assert editor.process.wait(10) == 0
