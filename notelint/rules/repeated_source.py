from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    CitedPlace,
    Definition,
    Finding,
    Note,
    Related,
    Rule,
    Trigger,
    Vault,
    chain,
    cited_by,
    cited_place,
    dataclass,
    label_key,
)


@dataclass(frozen=True)
class RepeatedSource(Rule):
    """Two footnotes that lead to one place make one dictionary look like two, and whoever counts
    the sources of a note counts it twice."""

    name = "repeated-source"
    code = "NL211"
    summary = "Each footnote leads to a place of its own."
    bad = (
        "Walls[^1] hold.[^2]\n\n[^1]: https://example.org/walls\n[^2]: https://example.org/walls\n"
    )
    good = "Walls[^1] hold.[^1]\n\n[^1]: https://example.org/walls\n"
    trigger = Trigger(facts=("definitions",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        first: dict[CitedPlace, Definition] = {}
        definitions = note.facts.definitions
        for definition in definitions if len(definitions) > 1 else ():
            place = cited_place(note, definition, vault)
            if place is None:
                continue
            earlier = first.setdefault(place, definition)
            if label_key(earlier.label) != label_key(definition.label):
                yield _finding(note, vault, definition, earlier)


def _finding(note: Note, vault: Vault, definition: Definition, earlier: Definition) -> Finding:
    name = cited_by(note, definition).name
    message = f"`[^{definition.label}]` leads where `[^{earlier.label}]` does, to `{name}`"
    place = Related(note.path, earlier.marker, "the first definition that leads there")
    places = chain(note, vault, definition.label, but=definition.marker).led_by(place)
    return Finding(definition.marker, message, None, *places)
