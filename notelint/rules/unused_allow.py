from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Allow,
    Allowance,
    AllowRule,
    Finding,
    Fix,
    Note,
    Trigger,
    dataclass,
    taken_out,
)


@dataclass(frozen=True)
class UnusedAllow(AllowRule):
    """An `allow` that outlives what it allowed looks like a known flaw, and hides the next one."""

    name = "unused-allow"
    code = "NL901"
    summary = "An `allow` allows something that is found."
    bad = "x\n\nWalls hold. %% notelint: allow ligature %%\n"
    good = "x\n\nA ﬁnite wall. %% notelint: allow ligature %%\n"
    fixes = (
        "Safe: the comment goes, with the blanks before it, and the line if nothing else is left."
        " Front matter is left to you."
    )
    trigger = Trigger(facts=("allows",))

    def check_allows(self, note: Note, allowance: Allowance) -> Iterator[Finding]:
        if note.facts.limits or not allowance.known:
            return
        for allow in note.facts.allows:
            if all(allowance.is_unused(name, allow.scope) for name, _ in allow.names):
                fix = Fix("take the allow out", (taken_out(note, allow.span),))
                yield Finding(allow.span, _message(allow), None if allow.is_property else fix)


def _message(allow: Allow) -> str:
    if not allow.names:
        return "an allow that names no rule; name one, or take it out"
    names = ", ".join(f"`{name}`" for name, _ in allow.names)
    verb = "is" if len(allow.names) == 1 else "are"
    return f"{names} {verb} allowed here, and nothing of it is found"
