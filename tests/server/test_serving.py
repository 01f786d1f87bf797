"""The server ends with its editor, however that goes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from support.editor import Editor


@pytest.mark.parametrize("is_started", [True, False])
def test_an_editor_that_is_gone_ends_the_server(editor: Editor, is_started: bool) -> None:
    if is_started:
        editor.start()
        editor.open("a.md")
    assert editor.process.stdin
    editor.process.stdin.close()
    assert editor.process.wait(20) == 1


def test_an_editor_that_ends_it_without_a_word_ends_it(editor: Editor) -> None:
    editor.start()
    editor.tell("exit", None)
    assert editor.process.wait(20) == 1


def test_a_message_that_is_cut_off_ends_it_with_the_stream(editor: Editor) -> None:
    editor.start()
    editor.send_bytes(b"Content-Length: 1000\r\n\r\n{")
    assert editor.process.stdin
    editor.process.stdin.close()
    assert editor.process.wait(20) == 1


def test_a_process_that_is_gone_takes_the_server_with_it(editor: Editor) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    editor.start(processId=gone.pid)
    assert editor.process.wait(30) == 1
