"""Findings that the note itself allows: ``%% notelint: allow RULE %%``."""

from __future__ import annotations

from notelint.notes.facts import Facts
from notelint.values.diagnostic import Diagnostic


def is_allowed(diagnostic: Diagnostic, facts: Facts) -> bool:
    """Whether a comment in the note allows a finding, by the rule's name or its code."""
    return any(
        (diagnostic.name in allow.names or diagnostic.code in allow.names)
        and allow.scope.start <= diagnostic.span.start <= allow.scope.end
        for allow in facts.allows
    )
