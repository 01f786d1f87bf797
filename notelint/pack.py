"""Packs: YAML files of rules that are data, for strangers to read, copy and change.

A pack has a closed set of kinds. An entry that would need an ``if`` wants to be a Python rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, ClassVar, Literal

from notelint.diagnostic import Applicability, Finding, Fix, Severity
from notelint.note import Note
from notelint.rule import Rule
from notelint.text import Span
from notelint.vault import Vault

Place = Literal["text", "math"]


@dataclass(frozen=True)
class PackRule(Rule):
    """What all kinds of pack rules share: where they look, and what they say."""

    where: ClassVar[Place]
    message: ClassVar[str]
    title: ClassVar[str]
    applicability: ClassVar[Applicability]

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for stretch in _stretches(note, self.where):
            for span, replacement in self.matches(note.text.content, stretch):
                yield self._finding(note[span], span, replacement)

    def matches(self, content: str, stretch: Span) -> Iterator[tuple[Span, str | None]]:
        """What the rule finds in a stretch, and what is to stand there instead."""
        raise NotImplementedError

    def _finding(self, found: str, span: Span, replacement: str | None) -> Finding:
        words = {"found": found, "replacement": replacement or ""}
        message = self.message.format_map(words)
        if replacement is None:
            return Finding(span, message)
        title = self.title.format_map(words)
        return Finding(span, message, Fix.replacing(span, replacement, title, self.applicability))


@dataclass(frozen=True)
class PatternRule(PackRule):
    """The kind ``pattern``: regular expressions, and what replaces each, ``\\1`` for a group."""

    patterns: ClassVar[tuple[tuple[re.Pattern[str], str | None], ...]]

    def matches(self, content: str, stretch: Span) -> Iterator[tuple[Span, str | None]]:
        for pattern, replacement in self.patterns:
            for match in pattern.finditer(content, *stretch):
                if match[0]:
                    new = None if replacement is None else match.expand(replacement)
                    yield Span(*match.span()), new


@dataclass(frozen=True)
class WordsRule(PackRule):
    """The kind ``words``: each word or character and what is to stand in its place."""

    words: ClassVar[dict[str, str]]
    pattern: ClassVar[re.Pattern[str]]

    def matches(self, content: str, stretch: Span) -> Iterator[tuple[Span, str | None]]:
        for match in self.pattern.finditer(content, *stretch):
            yield Span(*match.span()), self.words[match[0]]


def _stretches(note: Note, where: Place) -> Iterator[Span]:
    if where == "text":
        yield from note.facts.words
        return
    for formula in note.facts.formulas:
        yield formula.span


def shipped_packs() -> Iterator[Traversable]:
    """The packs that come with notelint: inside the wheel, or beside the package in a checkout."""
    package = files("notelint")
    folder = package / "packs"
    if not folder.is_dir():
        folder = package.parent / "rules"  # type: ignore[attr-defined]
    for pack in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if pack.name.endswith(".yaml"):
            yield pack


def make_rules(pack: Mapping[str, Any]) -> Iterator[type[PackRule]]:
    """The rule classes of a pack: a shipped one, or a stranger's that ``pack_schema`` validated."""
    for name, entry in pack["rules"].items():
        kind, content = _KINDS[entry["kind"]]
        yield type(name, (kind,), {**_shared(name, entry), **content(entry)})


def _shared(name: str, entry: Mapping[str, Any]) -> dict[str, Any]:
    fix = entry.get("fix") or {}
    return {
        "__doc__": entry["reason"].strip(),
        "__module__": __name__,
        "name": name,
        "code": entry["code"],
        "summary": entry["summary"],
        "bad": entry["bad"],
        "good": entry["good"],
        "fixes": fix.get("reason", ""),
        "severity": Severity[entry.get("severity", "warning").upper()],
        "is_default": entry.get("default", True),
        "where": entry["where"],
        "message": entry["message"],
        "title": fix.get("title", ""),
        "applicability": Applicability[fix.get("applicability", "manual").upper()],
    }


def _patterns(entry: Mapping[str, Any]) -> dict[str, Any]:
    pairs = entry["patterns"]
    return {"patterns": tuple((re.compile(pair["find"]), pair.get("replace")) for pair in pairs)}


def _words(entry: Mapping[str, Any]) -> dict[str, Any]:
    longest_first = sorted(entry["words"], key=len, reverse=True)
    pattern = re.compile("|".join(re.escape(word) for word in longest_first))
    return {"words": dict(entry["words"]), "pattern": pattern}


_KINDS: dict[str, tuple[type[PackRule], Callable[[Mapping[str, Any]], dict[str, Any]]]] = {
    "pattern": (PatternRule, _patterns),
    "words": (WordsRule, _words),
}
