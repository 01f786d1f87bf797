"""Notes of every shape that we know of, labelled where something is wrong with them.

`labels.yaml` says, note by note, where a finding of which rule starts and what stands there. The
labels were written with the notes and with the rules in mind: this is a regression test, which
tells what changed, and no measure of how well notelint does on other people's notes.

    python tests/labelled/labels.py             each difference between labels and findings
    python tests/labelled/labels.py NOTE        a note with carets under what is labelled
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from notelint.config import shipped_rules

VAULT = Path(__file__).parent / "vault"
LABELS = Path(__file__).parent / "labels.yaml"


class Place(NamedTuple):
    """Where a finding of a rule starts; line and column count from 1."""

    path: str
    line: int
    column: int
    rule: str


Labels = Mapping[Place, str]  # what stands there
Findings = Mapping[Place, Any]  # the diagnostics of the format json


def notes() -> list[str]:
    """The paths of all notes of the vault."""
    return sorted(path.relative_to(VAULT).as_posix() for path in VAULT.rglob("*.md"))


def read_note(path: str) -> str:
    """A note as notelint counts it: one that is not UTF-8 has a character for each byte."""
    content = (VAULT / path).read_bytes()
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("latin-1")


def lines_of(text: str) -> list[str]:
    """The lines as notelint counts them."""
    return re.split(r"\r\n|\n|\r", text)


def read_labels() -> Labels:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    pages = yaml.load(LABELS.read_text(encoding="utf-8"), Loader=loader)
    return {
        Place(path, label["line"], label["column"], label["rule"]): label["text"]
        for path, labels in pages.items()
        for label in labels
    }


def run() -> Findings:
    """What notelint finds in the vault with all of its rules."""
    command = [sys.executable, "-m", "notelint", str(VAULT), "--select", "ALL"]
    options = ["--no-cache", "--output-format", "json"]
    done = subprocess.run([*command, *options], capture_output=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())
    return {_place(found): found for found in json.loads(done.stdout)["diagnostics"]}


def _place(found: Any) -> Place:
    start = found["start"]
    return Place(found["path"], start["line"], start["column"], found["name"])


def differences(labels: Labels, findings: Findings) -> Iterator[str]:
    """Labels that were not found, and findings that have none, in order: of the rules that there
    are and that have labels."""
    rules = {place.rule for place in labels} & set(shipped_rules())
    for place in sorted(place for place in labels.keys() ^ findings.keys() if place.rule in rules):
        where = f"{place.path}:{place.line}:{place.column} {place.rule}"
        if place in labels:
            yield f"missed {where}: `{labels[place]}`"
        else:
            yield f"wrong  {where}: {findings[place]['message']}"


def picture(path: str, labels: Labels) -> Iterator[str]:
    """A note with its labels drawn under its lines."""
    for number, line in enumerate(lines_of(read_note(path)), 1):
        yield line
        for place in sorted(labels):
            if (place.path, place.line) == (path, number):
                yield " " * (place.column - 1) + "^" * max(len(labels[place]), 1) + " " + place.rule


def main(paths: list[str]) -> None:
    labels = read_labels()
    for path in paths:
        print("\n".join(picture(path, labels)))
    if not paths:
        print("\n".join(differences(labels, run())))


if __name__ == "__main__":
    main(sys.argv[1:])
