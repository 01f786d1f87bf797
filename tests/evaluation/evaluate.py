"""How much of what is wrong notelint finds, and how much of what it finds is wrong.

`labels.yaml` says what a reader of the rules found in the notes of `vault/`. notelint checks the
same notes with all of its rules, and the two are compared: a finding is true where a label of its
rule stands at the same line and column.

    python tests/evaluation/evaluate.py                what came of it, as a table
    python tests/evaluation/evaluate.py --missed       each difference, with its place
    python tests/evaluation/evaluate.py --show NOTE    a note with carets under what is labelled
    python tests/evaluation/evaluate.py --write        the table into docs/evaluation.md
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from notelint.config.catalogue import shipped_rules

HERE = Path(__file__).parent
VAULT = HERE / "vault"
LABELS = HERE / "labels.yaml"
PAGE = HERE.parent.parent / "docs" / "evaluation.md"
_TABLE = re.compile(r"(?<=<!-- table -->\n)[\s\S]*(?=<!-- end of the table -->)")
_FIXES = ("safe", "unsafe", "manual")  # from the best to the least


class Place(NamedTuple):
    """Where a finding of a rule starts; line and column count from 1."""

    path: str
    line: int
    column: int
    rule: str


Labels = Mapping[Place, str]  # what stands there
Findings = Mapping[Place, Any]  # the diagnostics of the format json


@dataclass(frozen=True)
class Score:
    """What came of one rule. ``fix`` is the best that any of its findings has."""

    rule: str
    is_default: bool
    fix: str | None
    labelled: int
    found: int
    true: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.true / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what is labelled that was found."""
        return self.true / self.labelled if self.labelled else 1.0


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
    """All labels, those of rules too that notelint does not have."""
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


def scores(labels: Labels, findings: Findings) -> list[Score]:
    """What came of each rule that notelint has and that needs no configuration."""
    rules = [rule for rule in shipped_rules().values() if not rule.configuration]
    return [
        Score(
            rule.name,
            rule.is_default,
            _best_fix(findings[place] for place in _of(rule.name, findings)),
            len(_of(rule.name, labels)),
            len(_of(rule.name, findings)),
            len(_of(rule.name, labels) & _of(rule.name, findings)),
        )
        for rule in rules
    ]


def _of(rule: str, places: Iterable[Place]) -> set[Place]:
    return {place for place in places if place.rule == rule}


def _best_fix(findings: Iterable[Any]) -> str | None:
    fixes = {found["fix"]["applicability"] for found in findings if found["fix"]}
    return min(fixes, key=_FIXES.index, default=None)


def table(rows: Iterable[Score], labels: Labels) -> str:
    """The scores as Markdown."""
    known = sum(1 for place in labels if place.rule in shipped_rules())
    head = f"{len(notes())} notes, {known} labels.\n\n" + (
        "| rule | on | fix | labelled | found | true | precision | recall |\n"
        "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |\n"
    )
    return head + "".join(
        f"| {row.rule} | {'✓' if row.is_default else ''} | {row.fix or '–'} | {row.labelled} "
        f"| {row.found} | {row.true} | {row.precision:.2f} | {row.recall:.2f} |\n"
        for row in rows
    )


def differences(labels: Labels, findings: Findings) -> Iterator[str]:
    """Labels that were not found and findings that are not labelled, in order."""
    known = {place for place in labels if place.rule in shipped_rules()}
    for place in sorted(known ^ set(findings)):
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


def _write(printed: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    block = f"As of {date.today().isoformat()}: {printed}"
    PAGE.write_text(_TABLE.sub(lambda _: block, page), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--missed", action="store_true", help="list each difference")
    parser.add_argument("--show", metavar="NOTE", help="draw a note with its labels")
    parser.add_argument("--write", action="store_true", help=f"put the table into {PAGE.name}")
    options = parser.parse_args()
    labels = read_labels()
    if options.show:
        print("\n".join(picture(options.show, labels)))
        return 0
    findings = run()
    if options.missed:
        print("\n".join(differences(labels, findings)))
        return 0
    printed = table(scores(labels, findings), labels)
    if options.write:
        _write(printed)
    print(printed, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
