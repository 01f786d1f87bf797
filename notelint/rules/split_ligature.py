from __future__ import annotations

import re
from collections.abc import Iterator

from notelint.authoring import (
    Applicability,
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    Vault,
    dataclass,
    lazy_pattern,
)
from notelint.wording import (
    Evidence,
    LigaturePlace,
    evidence_of_wholes,
    is_word,
    is_word_in,
    ligature_at,
    ligature_offsets,
    may_be_longer,
)

_APART = "`{}` stands apart from the word that it is in"
_NO_WORDS = ("ffi", "ffl")
_SPOKEN_OF = lazy_pattern(r"ligatur|glyph", re.I)


@dataclass(frozen=True, kw_only=True)
class SplitLigature(Rule):
    """In a PDF `fi`, `fl` and `ff` are one sign, and converters set it apart: `di ff erent`, `the
    fi rst`. No search finds the word. The evidence is that the note or the vault writes it whole;
    without it a ligature that stands alone is found, and left to a person, if it can be no word."""

    name = "split-ligature"
    code = "NL416"
    summary = "No word is parted at a ligature."
    bad = "Many different things, and di ff erent ones.\n"
    good = "Many different things, and different ones.\n"
    fixes = "Unsafe: the pieces are joined. The counts are evidence, not proof."
    trigger = None

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        offsets = sorted(ligature_offsets(note.text, vault.spelling.is_written))
        is_spoken_of = bool(offsets) and _SPOKEN_OF.search(note.text.content) is not None
        done = 0
        for offset in offsets:
            place = ligature_at(note, offset) if offset >= done else None
            found = _judge(note, vault, place) if place else None
            if found and not (is_spoken_of and found.fix is None):
                done = found.span.end
                yield found


def _judge(note: Note, vault: Vault, place: LigaturePlace) -> Finding | None:
    found = evidence_of_wholes(note, vault, place)
    if found:
        return _of_words(note, vault, place, found)
    if not place.is_alone or not place.behind or not _stands_apart(note, vault, place):
        return None
    return Finding(place.token, _APART.format(note[place.token]))


def _of_words(
    note: Note, vault: Vault, place: LigaturePlace, found: list[tuple[Span, Evidence]]
) -> Finding:
    """What is found where a ligature may belong to one word or to several."""
    whole, evidence = max(found, key=lambda one: one[0].end - one[0].start)
    if len(found) > 1 and _is_ambiguous(note, vault, place, found):
        words = " or ".join(f"`{one.word}`" for _, one in found)
        return Finding(whole, f"`{note[whole]}` may be {words} and what is beside it")
    if len(found) == 1 and may_be_longer(note, vault, place, whole, evidence):
        return Finding(place.token, _APART.format(note[place.token]))
    return _finding(note, whole, evidence, is_certain=not _is_ambiguous(note, vault, place, found))


def _stands_apart(note: Note, vault: Vault, place: LigaturePlace) -> bool:
    """Whether a ligature that nobody writes a word with can be none by itself: it is a sign, or
    `ffi` or `ffl` between pieces, `di ffi cult`, where FFI is no abbreviation of the vault."""
    before, behind, letters = place.before, place.behind, note[place.token]
    if behind is None:
        return False
    if place.is_glyph:
        return not is_word_in(note, vault, behind)
    if letters not in _NO_WORDS or before is None:
        return False
    is_abbreviation = vault.spelling.count(letters) > vault.spelling.count_small(letters)
    are_words = all(is_word(vault, note[piece], 1) for piece in (before, behind))
    return not is_abbreviation and not are_words


def _is_ambiguous(
    note: Note, vault: Vault, place: LigaturePlace, found: list[tuple[Span, Evidence]]
) -> bool:
    """Whether the ligature may belong to another word too: `in fl ux` is `influx` or `in flux`, and
    in `di ff erent` it ends no word, since `erent` is none."""
    if len(found) == 1:
        return place.is_alone and not _is_left_a_word(note, vault, place, *found[0])
    starts = {whole.start for whole, _ in found}
    if place.before and len(starts) > 1 and is_word_in(note, vault, place.before):
        return True
    ends = {whole.end for whole, _ in found}
    return bool(place.behind and len(ends) > 1 and is_word_in(note, vault, place.behind))


def _is_left_a_word(
    note: Note, vault: Vault, place: LigaturePlace, whole: Span, evidence: Evidence
) -> bool:
    """Whether what the ligature is parted from is a word, so that it does not belong to it."""
    if whole.start < place.token.start and whole.end > place.token.end:
        return True
    is_first = whole.end == place.token.end
    other = place.behind if is_first else place.before
    if other is None or len(note[other]) == 1:  # `a fi rst`, and not `su ffi t`
        return other is None or not is_first
    return is_word(vault, note[other], 1, evidence.often)


def _finding(note: Note, whole: Span, evidence: Evidence, *, is_certain: bool) -> Finding:
    message = evidence.told_of(f"`{note[whole]}`")
    if not is_certain:
        return Finding(whole, message)
    title = f"write `{evidence.word}`"
    return Finding(whole, message, Fix.replacing(whole, evidence.word, title, Applicability.UNSAFE))
