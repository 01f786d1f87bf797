from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring import Finding, Note, Rule, Severity, Span, Vault


@dataclass(frozen=True)
class InvalidFrontMatter(Rule):
    """Front matter that is not YAML is shown as an error, and its aliases, tags and links are lost
    to the vault."""

    name = "invalid-front-matter"
    code = "NL003"
    summary = "Front matter is YAML."
    bad = "---\naliases: [wall\n---\n"
    good = "---\naliases: [wall]\n---\n"
    severity = Severity.ERROR

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        front_matter = note.facts.front_matter
        if front_matter is None or front_matter.error is None:
            return
        offset, problem = front_matter.error
        line = note.text.line_at(offset)
        start = min(offset, max(line.start, line.end - 1))
        yield Finding(Span(start, max(start, line.end)), f"the front matter is not YAML: {problem}")
