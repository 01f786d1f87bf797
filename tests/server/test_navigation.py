"""Each way of asking is answered by the whole server, unless it is switched off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.desks import write_notes
from support.editor import Editor, at, editor_at, stretch
from support.quoting import NOTES

from notelint.server.client import NAVIGATION, Client
from notelint.server.navigation import ways

WALL = "terms/cell wall.md"
CAN: dict[str, Any] = {
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["rename"]},
        "fileOperations": {"willRename": True},
    },
    "textDocument": {
        "codeAction": {"resolveSupport": {"properties": ["edit"]}},
        "rename": {"prepareSupport": True},
    },
}
PROVIDERS = {
    "definition": "definitionProvider",
    "hover": "hoverProvider",
    "completion": "completionProvider",
    "references": "referencesProvider",
    "rename": "renameProvider",
    "documentSymbol": "documentSymbolProvider",
    "workspaceSymbol": "workspaceSymbolProvider",
    "documentLink": "documentLinkProvider",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_notes(tmp_path / "vault", NOTES)
    return tmp_path / "vault"


def asked(editor: Editor, method: str, line: int, character: int, **more: Any) -> Any:
    uri = editor.uri(WALL)
    place = {"textDocument": {"uri": uri}, "position": at(line, character)}
    return editor.ask(f"textDocument/{method}", place | more)


def test_all_ways_are_answered(root: Path) -> None:
    with editor_at(root) as editor:
        can = editor.start(CAN)
        assert all(can[provider] for provider in PROVIDERS.values())
        assert can["codeActionProvider"]["codeActionKinds"] == [
            "quickfix",
            "source.fixAll.notelint",
        ]
        assert can["renameProvider"] == {"prepareProvider": True}
        assert can["executeCommandProvider"]["commands"] == ["notelint.explain"]
        uri = editor.open(WALL)
        document = {"textDocument": {"uri": uri}}
        [place] = asked(editor, "definition", 8, 10)
        assert (place["uri"], place["range"]["start"]["line"]) == (uri, 16)
        assert "Dictionary of Biology" in asked(editor, "hover", 8, 4)["contents"]["value"]
        assert asked(editor, "completion", 9, 18)["items"][0]["label"] == "enzyme"
        places = asked(editor, "references", 5, 5, context={"includeDeclaration": True})
        assert len(places) == 4
        assert asked(editor, "prepareRename", 5, 5)["placeholder"] == "Synthesis"
        edit = asked(editor, "rename", 5, 5, newName="Own words")
        assert len(edit["documentChanges"]) == 3
        assert editor.ask("textDocument/documentSymbol", document)
        assert editor.ask("textDocument/documentLink", document)
        assert editor.ask("workspace/symbol", {"query": "enzyme"})
        error = editor.failure(
            "textDocument/rename", document | {"position": at(9, 2), "newName": "x"}
        )
        assert (error["code"], "no heading" in error["message"]) == (-32803, True)
        assert editor.end() == 0


@pytest.mark.parametrize("name", NAVIGATION)
def test_each_way_can_be_switched_off(name: str) -> None:
    everything = {way.method for way in ways(Client())}
    others = {way.method for way in ways(Client(navigation=frozenset(NAVIGATION) - {name}))}
    assert {way.method for way in ways(Client(navigation=frozenset({name})))} == everything - others
    assert others < everything


def test_what_is_switched_off_is_not_offered(root: Path) -> None:
    with editor_at(root) as editor:
        can = editor.start(CAN, {"navigation": {"definition": False, "rename": False}})
        off = {key for key, provider in PROVIDERS.items() if not can.get(provider)}
        assert off == {"definition", "rename"}
        assert "codeActionProvider" in can


def test_a_file_that_is_renamed_takes_its_links_with_it(root: Path) -> None:
    with editor_at(root) as editor:
        can = editor.start(CAN)
        assert can["workspace"]["fileOperations"]["willRename"]["filters"]
        files = [
            {"oldUri": editor.uri("terms/enzyme.md"), "newUri": editor.uri("terms/ferment.md")}
        ]
        edit = editor.ask("workspace/willRenameFiles", {"files": files})
        [change] = edit["documentChanges"]
        assert change["textDocument"] == {"uri": editor.uri(WALL), "version": None}
        assert change["edits"] == [{"range": stretch((9, 17), (9, 29)), "newText": "ferment#Parts"}]
        outside = [{"oldUri": "file:///nowhere/a.md", "newUri": "file:///nowhere/b.md"}]
        assert editor.ask("workspace/willRenameFiles", {"files": outside}) is None


def test_a_finding_is_fixed_allowed_and_explained(root: Path) -> None:
    with editor_at(root) as editor:
        editor.start(CAN)
        uri = editor.open(WALL, "ﬁ\n")
        document = {"textDocument": {"uri": uri}}
        params = document | {"range": stretch((0, 0), (0, 0)), "context": {"diagnostics": []}}
        actions = {item["title"]: item for item in editor.ask("textDocument/codeAction", params)}
        fix = actions["write `fi` (safe)"]
        [change] = fix["edit"]["documentChanges"]
        assert (fix["isPreferred"], change["edits"][0]["newText"]) == (True, "fi")
        late = editor.ask("codeAction/resolve", actions["allow `ligature` here"])
        assert "allow ligature" in late["edit"]["documentChanges"][0]["edits"][0]["newText"]
        everything = editor.ask(
            "codeAction/resolve", actions["mend all that is certain (notelint)"]
        )
        assert everything["edit"]["documentChanges"][0]["edits"][0]["newText"] == "fi"
        command = actions["explain `ligature`"]["command"]
        page = editor.ask(
            "workspace/executeCommand",
            {"command": command["command"], "arguments": command["arguments"]},
        )
        assert page.startswith("### ligature (NL403)")
        assert editor.wait_for("window/showMessage")["message"].startswith("ligature (NL403)")
        assert editor.failure("workspace/executeCommand", {"command": "x"})["code"] == -32602
        params = {"command": command["command"], "arguments": ["nonsense", uri]}
        assert editor.failure("workspace/executeCommand", params)["code"] == -32803
        assert editor.ask("codeAction/resolve", {"title": "x"}) == {"title": "x"}
        editor.change(uri, "ﬁ ﬁ\n")
        error = editor.failure("codeAction/resolve", actions["allow `ligature` here"])
        assert error["code"] == -32801
