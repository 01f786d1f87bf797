from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Allowance,
    AllowRule,
    Edit,
    Effect,
    Finding,
    Fix,
    Note,
    Trigger,
    dataclass,
)


@dataclass(frozen=True)
class UnknownRule(AllowRule):
    """A misspelt `allow` allows nothing: what it was to keep is found, and mended, all the same."""

    name = "unknown-rule"
    code = "NL902"
    summary = "An `allow` names rules that there are."
    bad = "x\n\nWalls hold. %% notelint: allow ligatrue %%\n"
    good = "x\n\nA ﬁnite wall. %% notelint: allow ligature %%\n"
    fixes = "Safe where a slip of few letters can mean one rule alone; made before all other fixes."
    trigger = Trigger(facts=("allows",))

    def check_allows(self, note: Note, allowance: Allowance) -> Iterator[Finding]:
        names = (name for allow in note.facts.allows for name in allow.names)
        for name, span in names if allowance.known else ():
            if name in allowance.known:
                continue
            meant = allowance.meant(name)
            hint = f"; did you mean `{meant}`?" if meant else allowance.hint(name)
            message = f"no rule is called `{name}`{hint or '; name one, or take it out'}"
            yield Finding(span, message, _renamed(meant, Edit(span, meant)) if meant else None)


def _renamed(meant: str, edit: Edit) -> Fix:
    return Fix(f"allow `{meant}`", (edit,), effects=frozenset({Effect.ALLOWS}))
