from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notelint.authoring import Allow, Allowance, AllowRule, Finding, Fix, Note, taken_out


@dataclass(frozen=True)
class UnusedAllow(AllowRule):
    """An `allow` that outlives what it allowed looks like a known flaw, and hides the next one."""

    name = "unused-allow"
    code = "NL901"
    summary = "An `allow` allows something that is found."
    bad = "x\n\nWalls hold. %% notelint: allow ligature %%\n"
    good = "x\n\nA ﬁnite wall. %% notelint: allow ligature %%\n"
    fixes = (
        "Safe: the name goes, or the comment where no other is in it, with the blanks before it and"
        " the line where nothing else is left. Front matter is left to you."
    )

    def check_allows(self, note: Note, allowance: Allowance) -> Iterator[Finding]:
        if note.facts.limits or not allowance.known:
            return
        for allow in note.facts.allows:
            unused = [name for name, _ in allow.names if allowance.is_unused(name, allow.scope)]
            if unused or not allow.names:
                fix = None if allow.is_property else _fix(note, allow, unused)
                yield Finding(allow.span, _message(unused), fix)


def _message(unused: Sequence[str]) -> str:
    if not unused:
        return "an allow that names no rule; name one, or take it out"
    names = ", ".join(f"`{name}`" for name in unused)
    return f"{names} {'is' if len(unused) == 1 else 'are'} allowed here, and nothing of it is found"


def _fix(note: Note, allow: Allow, unused: Sequence[str]) -> Fix:
    left = [name for name, _ in allow.names if name not in unused]
    if not left:
        return Fix("take the allow out", (taken_out(note, allow.span),))
    names = ", ".join(f"`{name}`" for name in unused)
    return Fix.replacing(allow.listed, ", ".join(left), f"take {names} out of the allow")
