from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import Finding, Note, Rule, Severity, Span, Trigger, Vault, dataclass


@dataclass(frozen=True)
class InvalidEncoding(Rule):
    """Obsidian reads notes as UTF-8 and shows other bytes as �. Such a note is neither parsed nor
    written: its first wrong byte is reported, with its offset in bytes."""

    name = "invalid-encoding"
    code = "NL001"
    summary = "A note is UTF-8."
    bad = "caf\udce9\n"  # the byte E9, which is é in Latin-1, as Python smuggles it
    good = "café\n"
    severity = Severity.ERROR
    trigger = Trigger(facts=("bad_byte",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        offset = note.facts.bad_byte
        if offset is not None:
            byte = ord(note.text.content[offset])
            message = f"byte 0x{byte:02X} is not UTF-8; save the note as UTF-8 to have it checked"
            yield Finding(Span(offset, offset + 1), message)
