"""The cases of every rule: Markdown pages, one for each rule, with carets drawn under findings.

A page is `rules/<rule>.md`. `## Title` begins a case; blocks between four backticks are its parts:

- `note` (or `note path=terms/wall.md`): a note; a line of carets and a message under a line is a
  finding, a note without them is silent. `^^…` goes on over lines, `^|` is empty.
- `fixed`, `fixed unsafe`: the note above after its safe fixes, or after the unsafe ones too.
- `options`: the rule's options as YAML. `config`: a whole configuration. `files`: other files of
  the vault, one on a line.

Written visibly: `␠` space, `␉` tab, `␍` carriage return, `␄` no newline at the end, `⟦U+00AD⟧` any
other character (`⟦U+DCE9⟧` is the byte E9 where it is not UTF-8).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytest
import yaml

from notelint.config.layers import fold
from notelint.config.settings import ActiveRule, Settings
from notelint.conventions.kind import Kinds
from notelint.disk.source import decode
from notelint.lint.checker import check
from notelint.lint.fixer import Mended, mend
from notelint.notes.note import Note
from notelint.validation.located import Marked, load_yaml
from notelint.values.diagnostic import Applicability, Diagnostic
from notelint.vault.vault import Vault

PAGES = sorted((Path(__file__).parent / "rules").glob("*.md"))
_PART = re.compile(
    r"^## (?P<title>.+)$|^````(?P<kind>\w+) ?(?P<detail>.*)\n(?P<body>[\s\S]*?)^````$", re.M
)
_DRAWN = re.compile(r"^ *\^+[…|]? \S.*\n", re.M)
_CHARACTER = re.compile(r"⟦U\+([0-9A-F]{4,6})⟧|␄\n|[\s\S]")
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
_WRITTEN = {"␠": " ", "␉": "\t", "␍": "\r", "␄\n": ""}


@dataclass
class Sheet:
    """A note of a case: the picture of it with its findings, and what fixing makes of it."""

    path: str
    picture: str
    fixed: dict[Applicability, str] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        return _DRAWN.sub("", self.picture)

    @property
    def content(self) -> str | None:
        """What other notes may read of it: nothing where it is not UTF-8."""
        note = self.note()
        return note.text.content if note.facts.bad_byte is None else None

    def note(self, ending: str = "\n") -> Note:
        content = written(self.shown).replace("\n", ending).encode("utf-8", "surrogateescape")
        source = decode(Path(self.path), content)
        if source.text is None:
            return Note.undecoded(self.path, content, source.bad_byte or 0)
        return Note.read(self.path, source.text)


@dataclass
class Case:
    rule: str
    title: str
    sheets: list[Sheet] = field(default_factory=list)
    options: dict[str, object] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    config: str = ""

    @cached_property
    def settings(self) -> Settings:
        options = Marked("options", {"rules": {self.rule: self.options}})
        return fold([load_yaml("config", self.config), options])

    @property
    def active(self) -> ActiveRule:
        return next(active for active in self.settings.rules if active.rule.name == self.rule)

    def add(self, kind: str, detail: str, body: str) -> None:
        if kind == "note":
            self.sheets.append(Sheet(detail.removeprefix("path=") or "note.md", body))
        elif kind == "fixed":
            least = Applicability[(detail or "safe").upper()]
            self.sheets[-1].fixed[least] = written(body)
        elif kind == "files":
            self.files = tuple(written(body).splitlines())
        elif kind == "config":
            self.config = body
        else:
            assert kind == "options", f"{self.rule}: {self.title}: no part is called {kind}"
            self.options = yaml.safe_load(body)

    def vault(self) -> Vault:
        texts = {sheet.path: sheet.content for sheet in self.sheets}
        settings = self.settings
        return Vault(
            (*texts, *self.files),
            settings.dictionaries,
            texts.get,
            kinds=Kinds(settings.kinds, settings.home_pages),
        )

    def findings(self, note: Note) -> tuple[Diagnostic, ...]:
        return check(note, [self.active], self.vault())

    def mended(self, note: Note, least: Applicability) -> Mended:
        return mend(note, [self.active], self.vault(), least)


def written(shown: str) -> str:
    """The text that a block of a page stands for."""
    return "".join(_one(match) for match in _CHARACTER.finditer(shown))


def _one(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _WRITTEN.get(match[0], match[0])


def draw(shown: str, found: tuple[Diagnostic, ...], in_bytes: bool) -> str:
    """The note with its findings drawn under its lines."""
    places, lines = list(_places(shown, in_bytes)), shown.split("\n")
    below: dict[int, list[str]] = defaultdict(list)
    for finding in found:
        (line, start), (last, end) = (places[offset] for offset in finding.span)
        width = (end if last == line else len(lines[line])) - start
        carets = "^" * max(width, 1) + ("…" if last > line else "" if width else "|")
        message = _INVISIBLE.sub(lambda char: f"⟦U+{ord(char[0]):04X}⟧", finding.message)
        below[line].append(f"{' ' * start}{carets} {message}")
    return "\n".join(row for index, line in enumerate(lines) for row in (line, *below[index]))


def _places(shown: str, in_bytes: bool) -> Iterator[tuple[int, int]]:
    """For each offset of the note its line and column on the page, from 0."""
    line = column = 0
    for match in _CHARACTER.finditer(shown):
        size = len(_one(match).encode("utf-8", "surrogateescape")) if in_bytes else len(_one(match))
        yield from [(line, column)] * size
        if size:
            line, column = (line + 1, 0) if match[0] == "\n" else (line, column + len(match[0]))
    yield line, column


def read_page(page: Path) -> list[Case]:
    cases: list[Case] = []
    for part in _PART.finditer(page.read_text(encoding="utf-8")):
        if part["title"]:
            cases.append(Case(page.stem, part["title"]))
        else:
            cases[-1].add(part["kind"], part["detail"], part["body"])
    return cases


CASES = [case for page in PAGES for case in read_page(page)]
SHEETS = [
    pytest.param(case, sheet, id=f"{case.rule}::{case.title}{f' [{n}]' if n else ''}")
    for case in CASES
    for n, sheet in enumerate(case.sheets)
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}::{case.title}")
def test_a_case_has_a_note(case: Case) -> None:
    assert case.sheets


def test_titles_are_not_used_twice() -> None:
    titles = [(case.rule, case.title) for case in CASES]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(("case", "sheet"), SHEETS)
def test_findings_stand_where_the_carets_are(case: Case, sheet: Sheet) -> None:
    note = sheet.note()
    is_undecoded = note.facts.bad_byte is not None
    assert draw(sheet.shown, case.findings(note), is_undecoded) == sheet.picture


@pytest.mark.parametrize(("case", "sheet"), SHEETS)
def test_every_fix_is_drawn(case: Case, sheet: Sheet) -> None:
    fixes = {finding.fix.applicability for finding in case.findings(sheet.note()) if finding.fix}
    assert fixes - {Applicability.MANUAL} == set(sheet.fixed)


@pytest.mark.parametrize("least", [Applicability.SAFE, Applicability.UNSAFE], ids=str)
@pytest.mark.parametrize(("case", "sheet"), SHEETS)
def test_fixing_writes_the_fixed_note_and_settles(
    case: Case, sheet: Sheet, least: Applicability
) -> None:
    note = sheet.note()
    if not note.may_be_written:
        return
    drawn = [text for kind, text in sorted(sheet.fixed.items()) if kind >= least]
    mended = case.mended(note, least)
    assert mended.refusal is None
    assert mended.note.text.content == (drawn[0] if drawn else note.text.content)
    again = case.mended(mended.note, least)
    assert (again.note, again.fixed) == (mended.note, ())


@pytest.mark.parametrize(("case", "sheet"), SHEETS)
def test_carriage_returns_change_nothing(case: Case, sheet: Sheet) -> None:
    note, crlf = sheet.note(), sheet.note("\r\n")
    if "\r" in note.text.content:
        return
    assert _positions(case, crlf) == _positions(case, note)
    for least in sheet.fixed if note.may_be_written else ():
        fixed = case.mended(note, least).note.text.content
        assert case.mended(crlf, least).note.text.content == fixed.replace("\n", "\r\n")


def _positions(case: Case, note: Note) -> list[tuple[object, ...]]:
    return [
        (*(note.text.position(offset)[:2] for offset in finding.span), finding.message)
        for finding in case.findings(note)
    ]
