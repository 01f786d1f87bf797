"""Pages of cases read, and findings drawn as they are there; `rules/test_pages.py` has the form."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import yaml
from support.vaults import vault_of

from notelint.authoring import AllowRule
from notelint.config import ActiveRule, Settings
from notelint.config.layers import merge
from notelint.lint import Result, check, fix
from notelint.notes import Note, read_note
from notelint.validation import Located, load_yaml
from notelint.values import Applicability, Diagnostic
from notelint.vault import Vault

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

    @cached_property
    def note(self) -> Note:
        return self.read(written(self.shown))

    @property
    def crlf(self) -> Note | None:
        """The same note with other line endings; None where it has such already."""
        content = written(self.shown)
        return None if "\r" in content else self.read(content.replace("\n", "\r\n"))

    def read(self, content: str) -> Note:
        data = content.encode("utf-8", "surrogateescape")
        try:
            return read_note(self.path, data.decode())
        except UnicodeDecodeError as error:
            return Note.undecoded(self.path, data, error.start)

    @property
    def is_undecoded(self) -> bool:
        return self.note.facts.bad_byte is not None

    def expected(self, applicability: Applicability) -> str:
        """What fixing is to make of the note."""
        drawn = [text for kind, text in sorted(self.fixed.items()) if kind >= applicability]
        return drawn[0] if drawn else self.note.text.content


@dataclass
class Case:
    """One heading of a page: a rule, with options, on the notes of a small vault."""

    rule: str
    title: str
    sheets: list[Sheet] = field(default_factory=list)
    options: dict[str, object] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    config: str = ""

    @cached_property
    def settings(self) -> Settings:
        options = Located("options", {"rules": {self.rule: self.options}})
        return merge([load_yaml("config", self.config), options])

    @cached_property
    def active(self) -> ActiveRule:
        return next(active for active in self.settings.rules if active.rule.name == self.rule)

    @cached_property
    def vault(self) -> Vault:
        texts = {s.path: s.note.text.content for s in self.sheets if not s.is_undecoded}
        others = [sheet.path for sheet in self.sheets if sheet.is_undecoded]
        conventions = self.settings.conventions
        return vault_of(texts, [*others, *self.files], conventions=conventions)

    def add(self, kind: str, detail: str, body: str) -> None:
        if kind == "note":
            self.sheets.append(Sheet(detail.removeprefix("path=") or "note.md", body))
        elif kind == "fixed":
            self.sheets[-1].fixed[Applicability[(detail or "safe").upper()]] = written(body)
        elif kind == "files":
            self.files = tuple(written(body).splitlines())
        elif kind == "config":
            self.config = body
        else:
            assert kind == "options", f"{self.rule}: {self.title}: no part is called {kind}"
            self.options = yaml.safe_load(body)

    @cached_property
    def rules(self) -> list[ActiveRule]:
        """The rule, and those that it comes after, which fix nothing here."""
        if not isinstance(self.active.rule, AllowRule):
            return [self.active]
        others = self.settings.rules_for("note.md")
        return [
            self.active,
            *(other._replace(may_fix=False) for other in others if other.rule.name != self.rule),
        ]

    def findings(self, note: Note) -> tuple[Diagnostic, ...]:
        found = check(note, self.rules, self.vault, self.settings.known)
        return tuple(item for item in found if item.name == self.rule)

    def fixed(self, note: Note, applicability: Applicability) -> Result:
        return fix(note, self.rules, self.vault, applicability, self.settings.known)


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
    """The cases of a page, each with a title of its own and at least one note."""
    cases: list[Case] = []
    for part in _PART.finditer(page.read_text(encoding="utf-8")):
        if part["title"]:
            cases.append(Case(page.stem, part["title"]))
        else:
            cases[-1].add(part["kind"], part["detail"], part["body"])
    titles = [case.title for case in cases]
    assert len(set(titles)) == len(titles), f"{page}: a title is used twice"
    for case in cases:
        assert case.sheets, f"{page}: {case.title}: has no note"
    return cases
