"""What must stand in a note for a rule to find anything in it."""

from __future__ import annotations

from notelint.values import NamedTuple


class Trigger(NamedTuple):
    """One of all that is named here must be there; where nothing is named, no note has it.

    ``facts`` are those of a note, by name, that are not empty; ``texts`` stand in it letter for
    letter; ``characters``, all beyond printable ASCII, are given as in a set of a regular
    expression: `\\xad\\u200b-\\u200d`. To look costs far less than to run the rule, and mostly
    nothing is there.
    """

    facts: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    characters: str = ""
