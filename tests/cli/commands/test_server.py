"""`notelint server` before it serves anybody."""

from __future__ import annotations

import builtins
import sys
from typing import Any

import pytest
from support.on_disk import VaultOnDisk


def test_without_its_libraries_it_says_how_to_install_them(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *more: Any) -> Any:
        if name.partition(".")[0] in ("pygls", "lsprotocol"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *more)

    for name in [name for name in sys.modules if name.startswith("notelint.server")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", without)
    refusal = vault.refusal("server")
    assert "pip install 'notelint[server]'" in refusal


def test_what_fails_to_load_for_another_reason_is_told_as_it_is(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "notelint.server", None)
    assert "notelint.server" in vault.run("server").err


def test_a_person_is_told_that_an_editor_starts_it(
    vault: VaultOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("notelint.cli.commands.server.streams_of_bytes", lambda: None)
    assert "an editor starts the server" in vault.refusal("server", "--stdio")


def test_an_option_that_it_does_not_have_is_refused(vault: VaultOnDisk) -> None:
    assert "--port" in vault.refusal("server", "--port")
