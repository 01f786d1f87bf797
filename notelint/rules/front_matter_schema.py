from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Finding,
    Note,
    Property,
    PropertyGrammar,
    PropertyType,
    Rule,
    Vault,
    dataclass,
)


@dataclass(frozen=True)
class FrontMatterSchema(Rule):
    """Searches and tables over a vault rest on its properties: a note that lacks one, or has text
    where all others have a date, is left out of them. It says nothing until a kind of the
    configuration says what its front matter has."""

    name = "front-matter-schema"
    code = "NL004"
    summary = "Front matter has the properties of the note's kind."
    configuration = (
        "kinds:\n  term:\n    when: {front-matter: {type: term}}\n"
        "    front-matter: {required: [aliases], types: {aliases: list}}\n"
    )
    bad = "---\ntype: term\naliases: wall\n---\n"
    good = "---\ntype: term\naliases: [wall]\n---\n"
    trigger = None

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        shape = vault.shape(note)
        grammar = shape.kind.front_matter if shape else None
        if shape is None or grammar is None or _is_broken(note):
            return
        yield from _missing(note, grammar, shape.kind.name)
        for item in note.facts.properties:
            yield from _judge(item, grammar, shape.kind.name)


def _is_broken(note: Note) -> bool:
    return note.facts.front_matter is not None and note.facts.front_matter.error is not None


def _missing(note: Note, grammar: PropertyGrammar, kind: str) -> Iterator[Finding]:
    front_matter = note.facts.front_matter
    found = {item.key for item in note.facts.properties}
    place = front_matter.span if front_matter else note.facts.first_block
    for key in grammar.required:
        if key not in found:
            yield Finding(place, f"a `{kind}` note has the property `{key}`, this one has not")


def _judge(item: Property, grammar: PropertyGrammar, kind: str) -> Iterator[Finding]:
    if item.key in grammar.forbidden:
        yield Finding(item.span, f"a `{kind}` note does not have the property `{item.key}`")
    wanted = grammar.types.get(item.key, item.type)
    if item.type not in (wanted, PropertyType.EMPTY):
        message = f"`{item.key}` is a {item.type} here, but a {wanted} in a `{kind}` note"
        yield Finding(item.span, message)
