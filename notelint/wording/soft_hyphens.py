"""Soft hyphens at which a word was broken: a blank or a line's end stands behind them."""

from __future__ import annotations

from notelint.notes import Note
from notelint.values import Applicability, Fix, NamedTuple, Span, lazy_pattern
from notelint.vault import Vault
from notelint.wording.broken_evidence import evidence_of_broken
from notelint.wording.broken_words import LETTERS, broken_at, moved_up, piece_before
from notelint.wording.evidence import Evidence
from notelint.wording.weighing import evidence_of_pieces

_LINE_END = lazy_pattern(r"[ \t\u00a0]*(?:[\r\n]|\Z)")
_APART = lazy_pattern(rf"[ \t\u00a0]+(?P<word>{LETTERS})(?![\w-])")


class Mended(NamedTuple):
    """What a word broken at a soft hyphen was, and the fix that writes it where one can."""

    pieces: tuple[str, str]
    evidence: Evidence
    fix: Fix | None

    def __str__(self) -> str:
        first, second = self.pieces
        return self.evidence.told_of(f"`{first}` and `{second}`")


def is_at_break(note: Note, hyphen: Span) -> bool:
    """Whether a blank or nothing at all stands behind a soft hyphen."""
    after = note.text.content[hyphen.end : hyphen.end + 1]
    return not after or after.isspace()


def mended(note: Note, vault: Vault, hyphen: Span) -> Mended | None:
    """The word that is broken at a soft hyphen; None without evidence of it."""
    if _LINE_END.match(note.text.content, hyphen.end):
        return _moved_up(note, vault, hyphen)
    first = piece_before(note, hyphen.start)
    rest = _APART.match(note.text.content, hyphen.end)
    if first is None or rest is None:
        return None
    pieces = note[first], rest["word"]
    evidence = evidence_of_pieces(note, vault, *pieces)
    if evidence is None:
        return None
    whole = Span(first.start, rest.end("word"))
    fix = Fix.replacing(whole, evidence.word, f"write `{evidence.word}`", Applicability.UNSAFE)
    return Mended(pieces, evidence, fix if evidence.is_sure else None)


def _moved_up(note: Note, vault: Vault, hyphen: Span) -> Mended | None:
    parted = broken_at(note, hyphen)
    found = evidence_of_broken(note, vault, parted) if parted else None
    if found is None:
        return None
    whole, evidence = found
    pieces = note[whole.first], whole.rest["word"]
    fix = moved_up(note, whole, evidence.word) if evidence.is_sure else None
    return Mended(pieces, evidence, fix)
