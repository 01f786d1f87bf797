"""Reports of hostile and of very many findings, held against the schemas that others publish."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from support.hostile_names import put_hostile_notes
from support.on_disk import VaultOnDisk
from support.schemas import published

LABELLED = Path(__file__).parent.parent / "labelled" / "vault"


def put_labelled_notes(vault: VaultOnDisk) -> None:
    shutil.copytree(LABELLED, vault.root / "labelled")
    vault.monkeypatch.chdir(vault.root / "labelled")


@pytest.fixture(params=[put_hostile_notes, put_labelled_notes])
def told(request: pytest.FixtureRequest, vault: VaultOnDisk) -> Callable[[str], str]:
    """The report in a format, of all rules."""
    request.param(vault)

    def run(name: str) -> str:
        ran = vault.run("--select", "ALL", "--output-format", name)
        assert (ran.code, ran.err) == (1, "")
        return ran.out

    return run


def schema(name: str) -> Any:
    return json.loads(published(name).read_text(encoding="utf-8"))


def test_sarif(told: Callable[[str], str]) -> None:
    log = json.loads(told("sarif"))
    Draft202012Validator(schema("sarif-2.1.0.json")).validate(log)
    assert len(log["runs"][0]["results"]) > 50


def test_rdjson(told: Callable[[str], str]) -> None:
    result = json.loads(told("rdjson"))
    Draft4Validator(schema("rdf-DiagnosticResult.json")).validate(result)
    assert len(result["diagnostics"]) > 50


def test_rdjsonl(told: Callable[[str], str]) -> None:
    validator = Draft4Validator(schema("rdf-Diagnostic.json"))
    for line in told("rdjsonl").splitlines():
        validator.validate(json.loads(line))


def test_junit(told: Callable[[str], str]) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    xmlschema.XMLSchema(published("junit-10.xsd")).validate(told("junit"))
