"""The whole server, in a process of its own, as an editor speaks with it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from support.desks import write_notes
from support.editor import Editor, at, editor_at, stretch

PULLING: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-8"]},
    "textDocument": {"diagnostic": {}},
    "workspace": {
        "diagnostics": {"refreshSupport": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True},
    },
}


def codes(items: list[dict[str, Any]]) -> list[str]:
    return [item["code"] for item in items]


def test_findings_are_pushed_to_an_editor_that_does_not_ask(editor: Editor) -> None:
    can = editor.start()
    assert can["positionEncoding"] == "utf-16"
    assert can["textDocumentSync"] == {"openClose": True, "change": 2, "save": True}
    assert "diagnosticProvider" not in can
    uri = editor.open("a.md")
    [item] = editor.pushed(uri, 1)
    assert item["range"] == stretch((0, 11), (0, 12))
    other = editor.open("b.md")
    assert editor.pushed(other, 1) == []
    version = editor.change(other, {"range": stretch((0, 2), (0, 3)), "text": "C"})
    assert editor.pushed(other, version) == []
    assert codes(editor.pushed(uri, 1)) == ["NL302", "NL403"]
    editor.close(uri)
    assert editor.pushed(uri) == []
    assert editor.end() == 0


def test_an_editor_that_asks_is_not_pushed_to(editor: Editor, root: Path) -> None:
    can = editor.start(PULLING)
    assert can["positionEncoding"] == "utf-8"
    assert can["diagnosticProvider"] == {
        "identifier": "notelint",
        "interFileDependencies": True,
        "workspaceDiagnostics": True,
    }
    watched = editor.wait_for("client/registerCapability")["registrations"]
    assert [item["method"] for item in watched] == ["workspace/didChangeWatchedFiles"]
    uri = editor.open("a.md")
    params = {"textDocument": {"uri": uri}}
    first = editor.ask("textDocument/diagnostic", params)
    assert (first["kind"], codes(first["items"])) == ("full", ["NL403"])
    assert first["items"][0]["range"] == stretch((0, 13), (0, 16))
    known = params | {"previousResultId": first["resultId"]}
    assert editor.ask("textDocument/diagnostic", known) == {
        "kind": "unchanged",
        "resultId": first["resultId"],
    }
    (root / "b.md").write_text("# C\n")
    changes = [{"uri": editor.uri("b.md"), "type": 2}]
    editor.tell("workspace/didChangeWatchedFiles", {"changes": changes})
    editor.wait_for("workspace/diagnostic/refresh")
    again = editor.ask("textDocument/diagnostic", known)
    assert codes(again["items"]) == ["NL302", "NL403"]
    (root / "d.md").write_text("")
    editor.tell(
        "workspace/didChangeWatchedFiles", {"changes": [{"uri": editor.uri("d.md"), "type": 1}]}
    )
    editor.wait_for("workspace/diagnostic/refresh")
    assert not [item for item in editor.told if "publish" in item.get("method", "")]
    assert editor.end() == 0


def test_all_notes_are_asked_about_at_once(editor: Editor, root: Path) -> None:
    editor.start(PULLING)
    editor.open("a.md", "[[b#B]]\n")
    reports = editor.ask("workspace/diagnostic", {"previousResultIds": []})["items"]
    assert [(item["uri"], codes(item["items"])) for item in reports] == [
        (editor.uri("x/c.md"), ["NL403"])
    ]
    known = [{"uri": item["uri"], "value": item["resultId"]} for item in reports]
    gone = {"uri": editor.uri("gone.md"), "value": "1-1"}
    params = {"previousResultIds": [*known, gone], "partialResultToken": "part"}
    reports = editor.ask("workspace/diagnostic", params)["items"]
    assert [(item["uri"], item["kind"]) for item in reports] == [
        (editor.uri("x/c.md"), "unchanged"),
        (editor.uri("gone.md"), "full"),
    ]


def test_many_reports_come_in_parts(editor: Editor, root: Path) -> None:
    write_notes(root, {f"many/{number}.md": "ﬁ\n" for number in range(150)})
    editor.start(PULLING)
    params = {"previousResultIds": [], "partialResultToken": 7}
    reports = editor.ask("workspace/diagnostic", params)["items"]
    part = editor.wait_for("$/progress")
    assert (part["token"], len(part["value"]["items"]), len(reports)) == (7, 100, 52)


def test_what_is_asked_of_a_text_that_was_overtaken_is_answered_so(editor: Editor) -> None:
    editor.start(PULLING)
    uri = editor.open("a.md")
    params = {"textDocument": {"uri": uri}}
    editor.ask("textDocument/diagnostic", params)
    kinds = set()
    for number in range(60):
        identity = editor.request("textDocument/diagnostic", params)
        editor.change(uri, f"ﬁ {number}\n" * 50)
        error = editor.answer(identity).get("error")
        kinds.add(error["code"] if error else None)
    assert -32801 in kinds
    assert kinds <= {-32801, None}


def test_a_request_can_be_cancelled(editor: Editor, root: Path) -> None:
    write_notes(root, {f"many/{number}.md": "ﬁ\n" for number in range(300)})
    editor.start(PULLING)
    identity = editor.request("workspace/diagnostic", {"previousResultIds": []})
    editor.tell("$/cancelRequest", {"id": identity})
    assert editor.answer(identity)["error"]["code"] == -32800
    editor.tell("$/cancelRequest", {"id": 999})
    assert editor.ask("textDocument/diagnostic", {"textDocument": {"uri": editor.open("b.md")}})


def test_typing_is_heard_while_all_notes_are_looked_at(editor: Editor, root: Path) -> None:
    write_notes(root, {f"many/{number}.md": "ﬁ [[b]]\n" * 20 for number in range(300)})
    editor.start(PULLING)
    long = editor.request("workspace/diagnostic", {"previousResultIds": []})
    uri = editor.open("b.md", "ﬁ\n")
    found = editor.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    assert codes(found["items"]) == ["NL403"]
    assert not [message for message in editor.told if message.get("id") == long]
    assert len(editor.answer(long)["result"]["items"]) > 300


def test_a_vault_that_disappears_leaves_the_server_answering(editor: Editor, root: Path) -> None:
    editor.start(PULLING)
    uri = editor.open("a.md")
    shutil.rmtree(root)
    deleted = [{"uri": editor.uri(name), "type": 3} for name in ("a.md", "b.md", ".obsidian")]
    editor.tell("workspace/didChangeWatchedFiles", {"changes": deleted})
    editor.wait_for("workspace/diagnostic/refresh")
    found = editor.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    assert codes(found["items"]) in (["NL301", "NL403"], ["NL403"])
    assert editor.ask("workspace/diagnostic", {"previousResultIds": []})["items"] is not None
    assert editor.end() == 0


def test_folders_come_and_go(editor: Editor, tmp_path: Path) -> None:
    write_notes(tmp_path / "other", {"a.md": "[[b]]\n"})
    editor.start(PULLING)
    added = {"uri": (tmp_path / "other").as_uri(), "name": "other"}
    event = {"event": {"added": [added], "removed": []}}
    editor.tell("workspace/didChangeWorkspaceFolders", event)
    reports = editor.ask("workspace/diagnostic", {"previousResultIds": []})["items"]
    assert len({item["uri"] for item in reports}) == 3
    event = {"event": {"added": [], "removed": [added]}}
    editor.tell("workspace/didChangeWorkspaceFolders", event)
    reports = editor.ask("workspace/diagnostic", {"previousResultIds": []})["items"]
    assert len({item["uri"] for item in reports}) == 2


def test_a_text_without_a_file_is_checked(editor: Editor) -> None:
    editor.start()
    editor.open_text("untitled:Untitled-1", "ﬁ\n")
    assert codes(editor.pushed("untitled:Untitled-1", 1)) == ["NL403"]


def test_without_any_folder_the_vault_is_that_around_the_note(root: Path) -> None:
    with editor_at(None) as editor:
        editor.start()
        uri = (root / "a.md").as_uri()
        editor.open_text(uri, "[[b]] [[c]] [[d]]\n")
        assert codes(editor.pushed(uri, 1)) == ["NL301"]
        assert editor.end() == 0


def test_a_configuration_that_is_wrong_is_told(editor: Editor, root: Path) -> None:
    (root / "notelint.yaml").write_text("ignor: []\n")
    editor.start()
    assert "notelint.yaml" in editor.wait_for("window/showMessage")["message"]
    assert editor.end() == 0


def test_the_server_writes_nothing_in_the_vault(editor: Editor, root: Path) -> None:
    def state() -> dict[str, tuple[float, bytes]]:
        files = (path for path in root.rglob("*") if path.is_file())
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    before = state()
    editor.start()
    uri = editor.open("a.md")
    for number in range(20):
        editor.change(uri, {"range": stretch((0, 0), (0, 0)), "text": f"{number} [[e]] "})
    assert editor.pushed(uri, 21)
    editor.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
    assert editor.end() == 0
    assert state() == before


def test_a_place_outside_of_the_text_is_taken_as_its_end(editor: Editor) -> None:
    editor.start()
    uri = editor.open("b.md")
    version = editor.change(uri, {"range": {"start": at(90, 9), "end": at(99, 0)}, "text": "ﬁ"})
    assert codes(editor.pushed(uri, version)) == ["NL403"]
