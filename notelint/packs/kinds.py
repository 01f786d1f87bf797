"""The kinds of rules that a pack may have, each with what it takes from an entry."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any, ClassVar

from notelint.authoring import Rule, Trigger, option
from notelint.notes import Note
from notelint.packs.matcher import Matcher
from notelint.packs.required import required_texts
from notelint.packs.where import FACTS, Region, Where, regions
from notelint.values import (
    Applicability,
    Edit,
    Effect,
    Finding,
    Fix,
    NamedTuple,
    Place,
    RunawayPatternError,
    Span,
    dataclass,
    fields,
)
from notelint.vault import Vault

Entry = Mapping[str, Any]
Compile = Callable[[str], Any]
_LONGEST_QUOTE = 60


class Match(NamedTuple):
    """What a rule finds, and what is to stand there instead; ``target`` is what a link it stands in
    points to."""

    span: Span
    replacement: str | None = None
    target: Span | None = None


@dataclass(frozen=True)
class PackRule(Rule):
    """What all kinds of pack rules share: where they look, and what they say."""

    where: ClassVar[Where]
    message: ClassVar[str]
    title: ClassVar[str]
    applicability: ClassVar[Applicability]
    matcher: ClassVar[Callable[[Note, Vault], Matcher]]
    origin: ClassVar[str]  # the file of a stranger's pack
    made_by: ClassVar[tuple[Callable[..., PackRule], tuple[Any, ...]]]  # for pickling

    def __reduce__(self) -> tuple[Callable[..., PackRule], tuple[Any, ...]]:
        make, arguments = self.made_by
        return make, (*arguments, {item.name: getattr(self, item.name) for item in fields(self)})

    @classmethod
    def content(cls, entry: Entry, compile_pattern: Compile) -> dict[str, Any]:
        """The attributes that the kind takes from an entry."""
        raise NotImplementedError

    @cached_property
    def trigger(self) -> Trigger | None:
        """The texts that what it looks for must have; else that there is such a place at all."""
        texts = required_texts(pattern.pattern for pattern in self.looked_for())
        return Trigger(facts=FACTS[self.where]) if texts is None else Trigger(texts=texts)

    def looked_for(self) -> Iterable[Any]:
        """The patterns one of which matches what the rule finds; none where that is not so."""
        return ()

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        try:
            for match in self.matches(note, type(self).matcher(note, vault)):
                yield self._finding(note, match)
        except RunawayPatternError as error:
            raise RunawayPatternError(
                f"{self.name} {error} on `{note.path}`, and was stopped there",
                "make what it looks for simpler",
                Place(self.origin),
                self.name,
            ) from error

    def matches(self, note: Note, matcher: Matcher) -> Iterator[Match]:
        """What the rule finds in a note, code aside."""
        for region in self._regions(note):
            target = region.span if self.where is Where.TARGETS else None
            for match in self.matches_in(region, matcher):
                if self.where is not Where.LINES or not note.facts.has_code_in(match.span):
                    yield match._replace(target=target)

    def _regions(self, note: Note) -> Iterator[Region]:
        """The regions of the place where it looks; of those where a text must stand for it to find
        anything, the ones that hold such a text."""
        texts = self.trigger.texts if self.trigger else ()
        found = (re.finditer(re.escape(text), note.text.content) for text in texts)
        starts = sorted(match.start() for matches in found for match in matches)
        for region in regions(note, self.where):
            span = region.span
            index = bisect_left(starts, span.start)
            if not texts or (index < len(starts) and starts[index] < span.end):
                yield region

    def matches_in(self, region: Region, matcher: Matcher) -> Iterator[Match]:
        """What the rule finds in a region of the place where it looks."""
        raise NotImplementedError

    def _finding(self, note: Note, match: Match) -> Finding:
        words = {
            "found": _quoted(note[match.span]),
            "replacement": _quoted(match.replacement or ""),
        }
        message = self.message.format_map(words)
        if match.replacement is None:
            return Finding(match.span, message)
        title = self.title.format_map(words)
        return Finding(match.span, message, self._fix(note, match, match.replacement, title))

    def _fix(self, note: Note, match: Match, new: str, title: str) -> Fix:
        if match.target is None:
            return Fix.replacing(match.span, new, title, self.applicability)
        before = note[Span(match.target.start, match.span.start)]
        behind = note[Span(match.span.end, match.target.end)]
        edit = Edit(match.target, before + new + behind)  # a link changes its target as a whole
        return Fix(title, (edit,), self.applicability, frozenset({Effect.TARGETS}))


def _quoted(text: str) -> str:
    """As much of a text as a message has room for, on one line."""
    text = " ".join(text.split()) if "\n" in text else text
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


@dataclass(frozen=True)
class PatternRule(PackRule):
    """The kind ``pattern``: regular expressions, and what replaces each, ``\\1`` for a group."""

    patterns: ClassVar[tuple[tuple[Any, str | None], ...]]

    @classmethod
    def content(cls, entry: Entry, compile_pattern: Compile) -> dict[str, Any]:
        pairs = entry["patterns"]
        return {
            "patterns": tuple(
                (compile_pattern(pair["find"]), pair.get("replace")) for pair in pairs
            )
        }

    def looked_for(self) -> Iterable[Any]:
        return (pattern for pattern, _ in self.patterns)

    def matches_in(self, region: Region, matcher: Matcher) -> Iterator[Match]:
        for pattern, replacement in self.patterns:
            for found in matcher.find(pattern, region):
                new = None if replacement is None else matcher.expand(found, replacement)
                yield Match(region.part(*found.span()), new)


@dataclass(frozen=True)
class WordsRule(PackRule):
    """The kind ``words``: letters wherever they stand, and what is to stand in their place."""

    words: ClassVar[Mapping[str, str | None]]
    pattern: ClassVar[Any]

    @classmethod
    def content(cls, entry: Entry, compile_pattern: Compile) -> dict[str, Any]:
        words = dict(entry["words"])
        return {"words": words, "pattern": compile_pattern(_any_of(words))}

    def looked_for(self) -> Iterable[Any]:
        return (self.pattern,)

    def matches_in(self, region: Region, matcher: Matcher) -> Iterator[Match]:
        for found in matcher.find(self.pattern, region):
            yield Match(region.part(*found.span()), self.words[found[0]])


@dataclass(frozen=True)
class SpellingRule(PackRule):
    """The kind ``spelling``: whole words in any letter case, which the replacement keeps."""

    words: ClassVar[Mapping[str, str | None]]
    pattern: ClassVar[Any]

    @classmethod
    def content(cls, entry: Entry, compile_pattern: Compile) -> dict[str, Any]:
        words = {word.lower(): new for word, new in entry["words"].items()}
        pattern = rf"(?i)(?<![^\W_])(?:{_any_of(words)})(?!\w)"
        return {"words": words, "pattern": compile_pattern(pattern)}

    def looked_for(self) -> Iterable[Any]:
        return (self.pattern,)

    def matches_in(self, region: Region, matcher: Matcher) -> Iterator[Match]:
        for found in matcher.find(self.pattern, region):
            key = found[0].lower()
            if key not in self.words:  # a dotless i matches an i, and is another letter
                continue
            if found.start() > region.start and region.seen[found.start() - 1] == "_":
                continue  # in front of the place it is emphasis, in it a letter
            new = _in_case_of(found[0], self.words[key])
            if new != found[0]:
                yield Match(region.part(*found.span()), new)


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(map(re.escape, longest_first))


def _in_case_of(found: str, new: str | None) -> str | None:
    if new is None or found.islower():
        return new
    if found.isupper() and len(found) > 1:
        return new.upper()
    return new[:1].upper() + new[1:] if found[0].isupper() else new


@dataclass(frozen=True)
class FormRule(PackRule):
    """The kind ``form``: every region of a place has one of the forms, from end to end."""

    forms: ClassVar[tuple[Any, ...]]

    @classmethod
    def content(cls, entry: Entry, compile_pattern: Compile) -> dict[str, Any]:
        return {"forms": tuple(map(compile_pattern, entry["forms"]))}

    def matches_in(self, region: Region, matcher: Matcher) -> Iterator[Match]:
        if not any(matcher.fits(form, region) for form in self.forms):
            yield Match(region.part(region.start, region.end))


@dataclass(frozen=True)
class RequiredRule(PackRule):
    """The kind ``required``: a note has one of the forms somewhere in a place."""

    forms: ClassVar[tuple[Any, ...]]
    notes: tuple[str, ...] = option(
        ("*",), "the notes that have to have it, as patterns in shell style: `[terms/*]`"
    )
    trigger = None  # it finds what is not there

    @classmethod
    def content(cls, entry: Entry, compile_pattern: Compile) -> dict[str, Any]:
        return {"forms": tuple(map(compile_pattern, entry["forms"]))}

    def matches(self, note: Note, matcher: Matcher) -> Iterator[Match]:
        is_meant = any(fnmatchcase(note.path, pattern) for pattern in self.notes)
        if is_meant and note.is_parsed and not self._is_there(note, matcher):
            yield Match(note.facts.first_block)

    def _is_there(self, note: Note, matcher: Matcher) -> bool:
        found = (
            match
            for region in regions(note, self.where)
            for form in self.forms
            for match in matcher.find(form, region)
        )
        return next(iter(found), None) is not None


KINDS: dict[str, type[PackRule]] = {
    "pattern": PatternRule,
    "words": WordsRule,
    "spelling": SpellingRule,
    "form": FormRule,
    "required": RequiredRule,
}
