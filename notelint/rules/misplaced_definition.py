from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Applicability,
    Definition,
    Edit,
    Effect,
    Finding,
    Fix,
    Note,
    Role,
    Rule,
    Section,
    Span,
    Trigger,
    Vault,
    chain,
    dataclass,
    is_after_blank,
    is_blank,
    next_line,
    put_definitions,
    references_around,
    sections_for,
    whole_lines,
)


@dataclass(frozen=True)
class MisplacedDefinition(Rule):
    """A note with References has its definitions there: one that stands elsewhere is overlooked by
    whoever looks through them, and is cut off when a section is moved."""

    name = "misplaced-definition"
    code = "NL208"
    summary = "Definitions stand under References."
    bad = (
        "## Synthesis\n- Walls hold.[^2]\n\n[^2]: a paper\n\n## Source[^1]\n- A wall.\n"
        "## References\n\n[^1]: a book\n"
    )
    good = (
        "## Synthesis\n- Walls hold.[^2]\n\n## Source[^1]\n- A wall.\n"
        "## References\n\n[^1]: a book\n[^2]: a paper\n"
    )
    fixes = (
        "Unsafe: all such definitions are moved, word for word, below those of References, by one "
        "fix of the first. None for one in a list or a quote."
    )
    trigger = Trigger(facts=("definitions",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        references = sections_for(Role.REFERENCES, note, vault)
        if not references:
            return
        outside = [
            definition
            for definition in note.facts.definitions
            if references_around(note, vault, definition.span) is None
        ]
        fix = _move(note, references[-1], [item for item in outside if _is_movable(note, item)])
        for definition in outside:
            places = chain(note, vault, definition.label, but=definition.marker)
            own_fix, fix = (fix, None) if _is_movable(note, definition) else (None, fix)
            message = f"`[^{definition.label}]` is defined outside `{note[references[-1].heading]}`"
            yield Finding(definition.marker, message, own_fix, *places)


def _is_movable(note: Note, definition: Definition) -> bool:
    """Whether a definition has its lines for itself."""
    start = note.text.line_at(definition.span.start).start
    return not note.text.content[start : definition.span.start].strip("\ufeff")


def _move(note: Note, references: Section, definitions: list[Definition]) -> Fix | None:
    if not definitions:
        return None
    lines = [whole_lines(note, definition.span) for definition in definitions]
    moved = [note[span].lstrip("\ufeff") for span in lines]
    edits = [Edit(_with_blank_line(note, span), "") for span in lines]
    edits.append(put_definitions(note, references, moved))
    what = "it" if len(definitions) == 1 else f"all {len(definitions)}"
    title = f"move {what} below `{note[references.heading].strip()}`"
    return Fix(title, tuple(sorted(edits)), Applicability.UNSAFE, frozenset({Effect.PLACES}))


def _with_blank_line(note: Note, lines: Span) -> Span:
    """Lines to their very end, and the blank line behind them if one stands before them too."""
    start = max(lines.start, note.text.content.startswith("\ufeff"))
    end = next_line(note, lines.end)
    if is_after_blank(note, lines.start) and end < len(note.text.content) and is_blank(note, end):
        end = next_line(note, end)
    return Span(start, end)
