"""What speaks for one word around a ligature that stands apart."""

from __future__ import annotations

from notelint.notes import Note, word_key
from notelint.values import Span
from notelint.vault import Vault
from notelint.wording.evidence import Evidence, is_word
from notelint.wording.function_words import BESIDE_CUES, LINKING
from notelint.wording.ligatures import LigaturePlace, wholes, without_blanks, written_out
from notelint.wording.weighing import evidence_of_blanks

_SHORTEST = 3  # letters of a piece that is counted, and how often a word is that can be trusted
_USUAL = 20  # times that a short word is written
_LONGEST_ENDING = 5  # letters: `o ff hand`


def evidence_of_wholes(
    note: Note, vault: Vault, place: LigaturePlace
) -> list[tuple[Span, Evidence]]:
    """What may be one word around a ligature, with the evidence that it is."""
    parts = [whole for whole in wholes(place) if _is_part(note, vault, place, whole)]
    weighed = [(whole, _evidence(note, vault, place, whole)) for whole in parts]
    return [(whole, evidence) for whole, evidence in weighed if evidence]


def is_word_in(note: Note, vault: Vault, piece: Span) -> bool:
    """Whether a piece is a word by itself: what it is in this note may be the damage."""
    word = written_out(note[piece])
    return is_word(vault, word, note.words_by_key[word_key(word)])


def may_be_longer(
    note: Note, vault: Vault, place: LigaturePlace, whole: Span, evidence: Evidence
) -> bool:
    """Whether a word that was found around a ligature between two pieces may be a part of another
    one, which nobody else writes: `de ﬁ ning`, `o ﬀ end`. The piece that is left is short then, and
    the word seldom written, or a letter is put to it that may begin many words."""
    if not (place.is_alone and place.before and place.behind):
        return False
    if whole == Span(place.token.start, place.behind.end):
        first = word_key(note[place.before])
        is_word = first in LINKING or vault.spelling.count_small(first) > _USUAL
        return len(first) <= _SHORTEST and evidence.often < _SHORTEST and not is_word
    left = note[place.behind].lower()
    is_off = whole == Span(place.before.start, place.token.end) and len(note[place.before]) == 1
    return is_off and left not in BESIDE_CUES and len(left) <= _LONGEST_ENDING


def _is_part(note: Note, vault: Vault, place: LigaturePlace, whole: Span) -> bool:
    """Whether what would be joined is not two words side by side."""
    if place.is_alone:
        is_end = whole.end == place.token.end
        return place.is_glyph or not is_end or note[place.token].lower() == "ff"
    other = place.behind if whole.start == place.token.start else place.before
    return not (is_word_in(note, vault, place.token) or (other and is_word_in(note, vault, other)))


def _evidence(note: Note, vault: Vault, place: LigaturePlace, whole: Span) -> Evidence | None:
    """A name such as `DiffEq` is none for `diff eq`."""
    word = without_blanks(note[whole])
    evidence = evidence_of_blanks(note, vault, word, note[whole])
    is_written_so = vault.spelling.is_small(word_key(word)) or word in note.words
    is_likely = place.is_glyph or evidence is None or evidence.place == "note"
    is_likely = is_likely or not _is_two_words(note, vault, place, whole)
    return evidence if is_written_so and is_likely else None


def _is_two_words(note: Note, vault: Vault, place: LigaturePlace, whole: Span) -> bool:
    """Whether letters that stand alone may be a word, and the next too: `fi la` in Romanian."""
    behind = place.behind
    if not (place.is_alone and behind and whole.start == place.token.start):
        return False
    return len(note[behind]) < _SHORTEST or is_word_in(note, vault, behind)
