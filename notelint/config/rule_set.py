"""The rules that run together, and those of them that may find something in a note."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from notelint.authoring import Rule, Trigger
from notelint.notes import Note
from notelint.values import NamedTuple, Severity, holds, lazy_pattern, unusual_in

_MOST_KEPT = 4096  # answers


class ActiveRule(NamedTuple):
    """A rule that can run, with the severity that the configuration gives it, and whether it may
    fix what it finds."""

    rule: Rule
    severity: Severity
    may_fix: bool = True

    @property
    def is_ours(self) -> bool:
        """Whether it comes with notelint, and is not of a stranger's pack."""
        from notelint.packs import PackRule

        return not (isinstance(self.rule, PackRule) and self.rule.origin)


class RuleSet(tuple[ActiveRule, ...]):
    """Rules in their order. What triggers them is put together once, so that a note is looked at
    once for all of them."""

    @classmethod
    def of(cls, rules: Iterable[ActiveRule]) -> RuleSet:
        """Some rules; themselves where they are such a set."""
        return rules if isinstance(rules, cls) else cls(rules)

    def triggered_by(self, note: Note) -> tuple[ActiveRule, ...]:
        """Those that may find something in a note: what the others look for is not there."""
        signs, masks = self._triggers
        there = signs.of(note)
        if there not in self._answers:
            if len(self._answers) >= _MOST_KEPT:
                self._answers.clear()
            runs = (mask is None or mask & there for mask in masks)
            self._answers[there] = tuple(
                active for active, run in zip(self, runs, strict=True) if run
            )
        return self._answers[there]

    @cached_property
    def _triggers(self) -> tuple[_Signs, list[int | None]]:
        """All signs, and those of each rule as bits, None where it runs on any note."""
        signs = _Signs()
        return signs, [signs.added(active.rule.trigger) for active in self]

    @cached_property
    def _answers(self) -> dict[int, tuple[ActiveRule, ...]]:
        return {}


class _Signs:
    """What some rules look for, each thing once, with a bit of its own."""

    def __init__(self) -> None:
        self._facts: dict[str, int] = {}
        self._texts: dict[str, int] = {}
        self._unusual: dict[str, int] = {}  # texts of a character by which a longer one is known
        self._sets: dict[str, int] = {}

    def added(self, trigger: Trigger | None) -> int | None:
        """The bits of what a trigger names, which is looked for from now on."""
        if trigger is None:
            return None
        bits = {self._bit(self._facts, name) for name in trigger.facts}
        for text in trigger.texts:
            unusual = unusual_in(text)[:1]
            bits.add(self._bit(self._unusual if unusual else self._texts, unusual or text))
        if trigger.characters:
            bits.add(self._bit(self._sets, trigger.characters))
        return sum(bits)

    def _bit(self, signs: dict[str, int], sign: str) -> int:
        known = sum(map(len, (self._facts, self._texts, self._unusual, self._sets)))
        return signs.setdefault(sign, 1 << known)

    def of(self, note: Note) -> int:
        """The bits of what is in a note."""
        facts, content, unusual = note.facts, note.text.content, note.text.unusual
        there = 0
        for name, bit in self._facts.items():
            fact = getattr(facts, name)
            if fact is not None and fact != ():
                there |= bit
        for text, bit in self._texts.items():
            if holds(content, text):
                there |= bit
        return there | self._of_unusual(unusual) if unusual else there

    def _of_unusual(self, unusual: str) -> int:
        there = sum(bit for character, bit in self._unusual.items() if character in unusual)
        return there + sum(bit for found, bit in self._patterns if found.search(unusual))

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], int]]:
        return [(lazy_pattern(f"[{characters}]"), bit) for characters, bit in self._sets.items()]
