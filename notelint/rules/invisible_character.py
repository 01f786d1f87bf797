from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from notelint.diagnostic import Finding, Fix
from notelint.note import Note
from notelint.rule import Rule, option
from notelint.text import Span
from notelint.vault import Vault

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]+"
)
_SCRIPTS = (
    "Arabic", "Syriac", "Mongolian", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya",
    "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Khmer", "Myanmar",
    "Tibetan", "Nko", "Mandaic", "Balinese", "Javanese",
)  # fmt: skip
_MARKERS = "\ufeff \t>-+*0123456789.)"  # what may stand in front of a block's text
_JOINERS = "\u180e\u200b\u200c\u200d"


@dataclass(frozen=True, kw_only=True)
class InvisibleCharacter(Rule):
    """A soft hyphen or a zero-width space left by a converter hides in a word: a search for the
    word no longer finds it, and nobody sees why."""

    name = "invisible-character"
    code = "NL404"
    summary = "No character is invisible."
    bad = "haemo\u00adpoiesis\n"
    good = "haemopoiesis\n"
    fixes = (
        "Safe: the character is deleted, or becomes a space where it parted two words. Joiners "
        "that a script or an emoji needs stay."
    )

    joiners: tuple[str, ...] = option(
        _SCRIPTS,
        "scripts whose letters zero-width characters join, part or break; beside one they stay",
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        scripts = tuple(script.upper() + " " for script in self.joiners)
        for words in note.facts.words:
            for match in _INVISIBLE.finditer(note.text.content, *words):
                span = Span(*match.span())
                if not _is_needed(note, span, scripts):
                    yield _finding(note, span)


def _finding(note: Note, span: Span) -> Finding:
    names = dict.fromkeys(_name(char) for char in note[span])
    text = note.text.content
    parts_words = any(char.isspace() for char in note[span])
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    replacement = " " if parts_words and before.strip() and after.strip() else ""
    fix = Fix.replacing(span, replacement, "take it out") if _may_go(note, span) else None
    return Finding(span, f"invisible: {', '.join(names)}", fix)


def _name(char: str) -> str:
    return f"{unicodedata.name(char, 'control character').lower()} (U+{ord(char):04X})"


def _is_needed(note: Note, span: Span, scripts: tuple[str, ...]) -> bool:
    """Whether joiners stand beside a letter or mark that they shape, or beside an emoji."""
    if any(char not in _JOINERS for char in note[span]):
        return False
    text = note.text.content
    before, after = text[max(span.start - 2, 0) : span.start], text[span.end : span.end + 1]
    if any(unicodedata.category(char) in ("So", "Sk") for char in before + after):
        return True
    return any(unicodedata.name(char, "").startswith(scripts) for char in before[-1:] + after)


def _may_go(note: Note, span: Span) -> bool:
    """Whether no block begins or ends with the character: at the start of a line only a letter may
    follow, so that what it hid does not become a heading, a list or a fence."""
    line = note.text.line_at(span.start)
    before = note.text.content[line.start : span.start]
    if before.strip(_MARKERS):
        return True
    return note.text.content[span.end : line.end][:1].isalpha()
