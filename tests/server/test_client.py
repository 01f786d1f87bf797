"""What an editor says that it can do."""

from __future__ import annotations

from typing import Any

import pytest
from lsprotocol.converters import get_converter
from lsprotocol.types import InitializeParams

from notelint.server.client import NAVIGATION, Client


def client(capabilities: dict[str, Any] | None = None, options: Any = None) -> Client:
    params = {"processId": None, "rootUri": None, "capabilities": capabilities or {}}
    data = params | {"initializationOptions": options}
    return Client.of(get_converter().structure(data, InitializeParams))


def test_an_editor_that_says_nothing_can_do_little() -> None:
    assert client() == Client()


@pytest.mark.parametrize(
    ("known", "taken"),
    [
        (["utf-8", "utf-16"], "utf-8"),
        (["utf-32"], "utf-32"),
        (["utf-7", "utf-32", "utf-8"], "utf-32"),
        (["utf-7"], "utf-16"),
        ([], "utf-16"),
    ],
)
def test_its_first_encoding_that_is_known_is_taken(known: list[str], taken: str) -> None:
    assert client({"general": {"positionEncodings": known}}).encoding == taken


def test_what_it_can_do_is_heard() -> None:
    said = {
        "workspace": {
            "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create", "rename"]},
            "didChangeWatchedFiles": {"dynamicRegistration": True},
            "diagnostics": {"refreshSupport": True},
        },
        "textDocument": {
            "diagnostic": {"dynamicRegistration": False},
            "definition": {"linkSupport": True},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
            "codeAction": {"resolveSupport": {"properties": ["edit"]}},
            "publishDiagnostics": {
                "relatedInformation": True,
                "dataSupport": True,
                "tagSupport": {"valueSet": [1]},
            },
        },
    }
    found = client(said)
    switches = [getattr(found, name) for name in vars(Client())]
    assert found.encoding == "utf-16"
    assert [switch for switch in switches if isinstance(switch, bool)] == [True] * 11


def test_navigation_can_be_switched_off_one_by_one() -> None:
    found = client(options={"navigation": {"definition": False, "hover": True, "rename": None}})
    assert found.navigation == {*NAVIGATION} - {"definition"}


def test_all_of_it_can_be_switched_off() -> None:
    assert client(options={"navigation": False}).navigation == frozenset()


@pytest.mark.parametrize("options", [None, [], "x", {"navigation": []}, {"other": 1}])
def test_options_that_say_nothing_switch_nothing_off(options: Any) -> None:
    assert client(options=options).navigation == {*NAVIGATION}
