"""Rules that judge what a note allows, once all others have found what they find."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from notelint.authoring.rule import Rule
from notelint.notes import Note
from notelint.validation import near_miss, nearest
from notelint.values import Finding, Span, dataclass, field
from notelint.vault import Vault


@dataclass(frozen=True)
class Allowance:
    """What came of the allows of a note. ``known`` has each name and each code that there is, with
    the name of the rule; ``places`` are the offsets of what was found and allowed, in order, for
    each rule that ran, by name."""

    known: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def is_unused(self, name: str, scope: Span) -> bool:
        """Whether a rule ran, and found nothing where its name or code allows it."""
        offsets = self.places.get(self.known.get(name, ""))
        if offsets is None:
            return False
        index = bisect_left(offsets, scope.start)
        return index == len(offsets) or offsets[index] > scope.end

    def meant(self, name: str) -> str | None:
        """The name or the code that somebody must have meant who wrote one that there is not."""
        code = name.upper()
        return code if code in self.known else nearest(name, set(self.known.values()))

    def hint(self, name: str) -> str:
        """What else might be meant, in words."""
        return near_miss(name, sorted(set(self.known.values())))


@dataclass(frozen=True, kw_only=True)
class AllowRule(Rule):
    """Base of the rules that run last, on what the others found and the note allows. What they
    find may be allowed too, and that is never unused."""

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        return iter(())

    def check_allows(self, note: Note, allowance: Allowance) -> Iterator[Finding]:
        """The findings of one note."""
        raise NotImplementedError
