from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Finding, Fix, Note, Rule, Span, Vault, dataclass, lazy_pattern

_ENDING = lazy_pattern(r"\r\n|\n|\r")


@dataclass(frozen=True)
class FinalNewline(Rule):
    """Git, and whatever appends a line, expect a file to end in a line's end: without one the last
    line changes with the next that is written, and empty ones behind it only grow."""

    name = "final-newline"
    code = "NL502"
    summary = "A note ends in exactly one newline."
    bad = "Walls hold.\n\n\n"
    good = "Walls hold.\n"
    fixes = "Safe: the newline is put in, as the note's others are, or those too many taken out."
    is_default = False
    trigger = None

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        content = note.text.content
        end, kept = len(content), len(content.rstrip("\r\n"))
        if not note.is_parsed or not content.strip("\ufeff"):
            return
        first = _ENDING.match(content, kept)
        if first is None:
            ending = _ENDING.search(content)
            fix = Fix.replacing(Span(end, end), ending[0] if ending else "\n", "put a newline in")
            yield Finding(Span(end, end), "no newline at the end of the note", fix)
        elif first.end() < end and not note.facts.is_open:  # in open code they are its lines
            extra = Span(first.end(), end)
            fix = Fix.replacing(extra, "", "take the empty lines out")
            yield Finding(extra, "empty lines at the end of the note", fix)
