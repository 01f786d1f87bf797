"""What a word that is broken at a line's end was, as far as the notes tell."""

from __future__ import annotations

from notelint.notes import Note
from notelint.values import Span
from notelint.vault import Vault
from notelint.wording.broken_words import PartedWord
from notelint.wording.evidence import Evidence, is_word
from notelint.wording.weighing import evidence_of_pieces


def evidence_of_broken(
    note: Note, vault: Vault, broken: PartedWord
) -> tuple[PartedWord, Evidence] | None:
    """How the word is mostly written, with the pieces that it is made of. In a compound the pieces
    make one word of it only if not both are words: `well-to-` above `do` is no `todo`."""
    second = broken.rest["word"]
    if broken.lead is not None:
        whole = broken._replace(first=Span(broken.lead.start, broken.first.end))
        evidence = _of(note, vault, whole)
        if evidence is not None:
            return whole, evidence
        if is_word(vault, note[broken.first]) and is_word(vault, second):
            return None
    evidence = _of(note, vault, broken)
    return (broken, evidence) if evidence else None


def _of(note: Note, vault: Vault, broken: PartedWord) -> Evidence | None:
    return evidence_of_pieces(note, vault, note[broken.first], broken.rest["word"])
