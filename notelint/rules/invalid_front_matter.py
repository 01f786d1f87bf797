from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Finding,
    Note,
    Related,
    Rule,
    Severity,
    Span,
    Trigger,
    Vault,
    dataclass,
)


@dataclass(frozen=True)
class InvalidFrontMatter(Rule):
    """Front matter that is not YAML is shown as an error, and its aliases, tags and links are lost
    to the vault. Of a property that stands there twice one is lost, and nobody says which."""

    name = "invalid-front-matter"
    code = "NL003"
    summary = "Front matter is YAML, and has each property once."
    bad = "---\naliases: [wall\n---\n"
    good = "---\naliases: [wall]\n---\n"
    severity = Severity.ERROR
    trigger = Trigger(facts=("front_matter",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        front_matter = note.facts.front_matter
        if front_matter is None:
            return
        if front_matter.error is not None:
            yield _broken(note, *front_matter.error)
        for span, first in front_matter.repeated:
            line = note.text.position(first.start).line
            message = f"`{note[span]}` stands in line {line} already, and one of the two is lost"
            yield Finding(span, message, related=(Related(note.path, first, "the first one"),))


def _broken(note: Note, offset: int, problem: str) -> Finding:
    """From where it breaks off to the line's end."""
    line = note.text.line_at(offset)
    start = min(offset, max(line.start, line.end - 1))
    return Finding(Span(start, max(start, line.end)), f"the front matter is not YAML: {problem}")
