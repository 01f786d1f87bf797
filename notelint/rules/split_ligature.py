from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from notelint.authoring import (
    LETTERS,
    Applicability,
    Evidence,
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    Vault,
    evidence_of,
    is_word,
    piece_before,
    prose_at,
    word_key,
)

_LETTERS_OF = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
_WRITTEN_OUT = str.maketrans(_LETTERS_OF)
_GLYPH = re.compile("[\ufb00-\ufb06]")
_BLANK = "[ \t\u00a0]"
_PLAIN = (
    re.compile(rf"f(?:fi|fl|f|i|l)(?={_BLANK}[^\W\d_])"),  # `di ff erent`, `re fl ect`, `refl ect`
    re.compile(rf"F(?:fi|fl|f|i|l)(?={_BLANK}[^\W\d_])"),  # `Fi rst`
    re.compile(r" f[fil](?<=[^\W\d_] f[fil])(?=[^\W\d_])"),  # `re flect`
    re.compile(r" ff(?<=[^\W\d_] ff)(?!\w)"),  # `sta ff`
)
_BEHIND = re.compile(LETTERS)
_SECOND = re.compile(rf"(?P<blank>{_BLANK})(?P<word>{LETTERS})(?![\w\u0300-\u036f])")
_FIRST_BLANK = re.compile(rf"(?<=[^\W\d_]){_BLANK}\Z|(?<=[\u0300-\u036f]){_BLANK}\Z")
_SPOKEN_OF = re.compile(r"ligatur|glyph", re.I)


@dataclass(frozen=True, kw_only=True)
class SplitLigature(Rule):
    """In a PDF `fi`, `fl` and `ff` are one sign, and converters set it apart: `di ff erent`, `the
    fi rst`. No search finds the word. The evidence is that the note or the vault writes it whole;
    without it a ligature that stands alone is found, and left to a person."""

    name = "split-ligature"
    code = "NL416"
    summary = "No word is parted at a ligature."
    bad = "Many different things, and di ff erent ones.\n"
    good = "Many different things, and different ones.\n"
    fixes = "Unsafe: the pieces are joined. The counts are evidence, not proof."

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        done = 0
        for offset in sorted(_offsets(note.text.content)):
            place = _place(note, offset) if offset >= done else None
            found = _judge(note, vault, place) if place else None
            if found:
                done = found.span.end
                yield found


class _Place(NamedTuple):
    """A run of letters with a ligature at one of its ends, and those beside it."""

    token: Span
    before: Span | None
    behind: Span | None
    is_alone: bool
    is_glyph: bool
    is_first: bool  # the ligature begins the run


def _offsets(content: str) -> set[int]:
    """Where a ligature may stand that has a blank beside it."""
    found = {match.end() - 1 for plain in _PLAIN for match in plain.finditer(content)}
    if not content.isascii():
        found.update(match.start() for match in _GLYPH.finditer(content))
    return found


def _place(note: Note, offset: int) -> _Place | None:
    content, words = note.text.content, prose_at(note, offset)
    if words is None:
        return None
    start = piece_before(note, offset, words.start)
    end = _BEHIND.match(content, offset, words.end)
    token = Span(start.start if start else offset, end.end() if end else offset + 1)
    if content[token.end : token.end + 1] in ("-", "_") or content[token.start - 1] in ("-", "_"):
        return None
    letters = content[token.start : token.end].translate(_WRITTEN_OUT).lower()
    blank = _FIRST_BLANK.search(content, max(words.start, token.start - 1), token.start)
    before = piece_before(note, blank.start(), words.start) if blank else None
    second = _SECOND.match(content, token.end, words.end)
    behind = Span(*second.span("word")) if second and second["word"].islower() else None
    return _Place(
        token,
        before,
        behind,
        letters in _LETTERS_OF.values(),
        _GLYPH.search(content, token.start, token.end) is not None,
        letters.startswith(("ff", "fi", "fl")) and not letters.endswith(("ff", "fi", "fl")),
    )


def _judge(note: Note, vault: Vault, place: _Place) -> Finding | None:
    wholes = [whole for whole in _wholes(place) if _is_part(note, vault, place, whole)]
    found = [(whole, evidence) for whole in wholes if (evidence := _evidence(note, vault, whole))]
    if found:
        longest = max(found, key=lambda one: one[0].end - one[0].start)
        return _finding(note, *longest, is_certain=not _is_ambiguous(note, vault, place, found))
    if not (place.is_alone and place.is_glyph and place.behind):
        return None
    if _is_word(note, vault, place.behind) or _SPOKEN_OF.search(note.text.content):
        return None
    return Finding(place.token, f"`{note[place.token]}` stands apart from the word that it is in")


def _wholes(place: _Place) -> Iterator[Span]:
    """What may be one word."""
    before, token, behind = place.before, place.token, place.behind
    if place.is_alone and before and behind:
        yield Span(before.start, behind.end)
    if behind and (place.is_alone or not place.is_first):
        yield Span(token.start, behind.end)
    if before and (place.is_alone or place.is_first):
        yield Span(before.start, token.end)


def _is_part(note: Note, vault: Vault, place: _Place, whole: Span) -> bool:
    """Whether what would be joined is not two words side by side."""
    if place.is_alone:
        is_end = whole.end == place.token.end
        return place.is_glyph or not is_end or note[place.token].lower() == "ff"
    other = place.behind if whole.start == place.token.start else place.before
    return not (_is_word(note, vault, place.token) or (other and _is_word(note, vault, other)))


def _is_word(note: Note, vault: Vault, piece: Span) -> bool:
    """Whether a piece is a word by itself: what it is in this note may be the damage."""
    word = note[piece].translate(_WRITTEN_OUT)
    return is_word(vault, word, note.words_by_key[word_key(word)])


def _is_ambiguous(
    note: Note, vault: Vault, place: _Place, found: list[tuple[Span, Evidence]]
) -> bool:
    """Whether the ligature may belong to another word too: `in fl ux` is `influx` or `in flux`, and
    in `di ff erent` it ends no word, since `erent` is none."""
    if len(found) == 1:
        is_end = place.is_alone and found[0][0].end == place.token.end
        return bool(is_end and place.behind and not is_word(vault, note[place.behind], 1))
    starts = {whole.start for whole, _ in found}
    if place.before and len(starts) > 1 and _is_word(note, vault, place.before):
        return True
    ends = {whole.end for whole, _ in found}
    return bool(place.behind and len(ends) > 1 and _is_word(note, vault, place.behind))


def _evidence(note: Note, vault: Vault, whole: Span) -> Evidence | None:
    word = _joined(note[whole])
    evidence = evidence_of(note, vault, word, note[whole])
    return evidence if evidence and len(word) > 2 else None


def _joined(text: str) -> str:
    return re.sub(_BLANK, "", text).translate(_WRITTEN_OUT)


def _finding(note: Note, whole: Span, evidence: Evidence, *, is_certain: bool) -> Finding:
    message = f"`{note[whole]}` may be `{evidence.word}`: {evidence}"
    if not is_certain:
        return Finding(whole, message)
    title = f"write `{evidence.word}`"
    return Finding(whole, message, Fix.replacing(whole, evidence.word, title, Applicability.UNSAFE))
