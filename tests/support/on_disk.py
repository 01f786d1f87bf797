"""A vault on disk, and notelint run on it."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from notelint.cli import main

# Git as it is on a fresh machine: nobody's own settings, and a name to commit with.
GIT_ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


@dataclass(frozen=True)
class Ran:
    """What a run of notelint left: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> Any:
        """The report in the format json."""
        return json.loads(self.out)

    @property
    def names(self) -> list[str]:
        """The rules of the findings in the format json, in order."""
        return [diagnostic["name"] for diagnostic in self.report["diagnostics"]]


@dataclass(frozen=True)
class VaultOnDisk:
    """A folder that notelint runs in; its parents hold nothing that notelint looks for."""

    root: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def put(self, name: str, content: str | bytes) -> Path:
        """Write a file byte for byte, with the folders around it."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def text(self, name: str) -> str:
        """A file as it stands on disk, line endings included."""
        return (self.root / name).read_bytes().decode()

    def run(self, *arguments: str, stdin: bytes = b"") -> Ran:
        """Run notelint in this process."""
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        self.capsys.readouterr()
        code = main(list(arguments))
        out, err = self.capsys.readouterr()
        return Ran(code, out, err)

    def json(self, *arguments: str, stdin: bytes = b"") -> Ran:
        """Run notelint with the report as json."""
        return self.run("--output-format", "json", *arguments, stdin=stdin)

    def refusal(self, *arguments: str) -> str:
        """Run notelint where it cannot go on: the error, which is all that it prints."""
        ran = self.run(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("notelint: ")
        assert 1 <= len(ran.err.splitlines()) <= 2
        assert "Traceback" not in ran.err
        assert "defect of notelint" not in ran.err
        return ran.err


Git = Callable[..., bytes]
