from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Finding, Note, Rule, Span, Trigger, Vault, dataclass


@dataclass(frozen=True)
class BeyondLimits(Rule):
    """Every bound of the parser that a note runs into is said, with what went unchecked, so that
    silence always means that a note was checked."""

    name = "beyond-limits"
    code = "NL002"
    summary = "A note stays within the bounds of the parser."
    bad = "> " * 80 + "deep\n"
    good = "> > > not so deep\n"
    trigger = Trigger(facts=("limits",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for limit in note.facts.limits:
            yield Finding(Span(limit.start, limit.end), limit.reason)
