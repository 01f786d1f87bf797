from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from notelint.authoring import (
    Applicability,
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    Trigger,
    Vault,
    dataclass,
    option,
)
from notelint.wording import (
    INVISIBLE,
    INVISIBLE_CHARACTERS,
    SCRIPTS,
    has_letters,
    is_at_break,
    is_needed,
    is_shown,
    may_go,
    mended,
)

_SOFT = "\u00ad"


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
        "Safe: the character is deleted. Joiners that a script or an emoji needs stay. No fix for "
        "a control character, since one may stand for letters: a font of TeX has `fi` at U+000C. "
        "Nor beside markup, in an address or a tag, or at the start of a line that is no text. A "
        "soft hyphen is safely deleted between two letters only. Before a blank or a line's end it "
        "is all that tells of a broken word, which is joined where the note or the vault writes it "
        "whole; that is unsafe."
    )
    trigger = Trigger(characters=INVISIBLE_CHARACTERS)

    joiners: tuple[str, ...] = option(
        SCRIPTS,
        "scripts whose letters zero-width characters join, part or break; beside one they stay",
    )

    def __post_init__(self) -> None:
        for script in self.joiners:
            if script not in SCRIPTS and not has_letters(script):
                raise ValueError(
                    f"joiners: should be scripts as Unicode names them, as Thai, not {script!r}"
                )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        scripts = tuple(script.upper() + " " for script in self.joiners)
        for words in note.facts.prose:
            for match in INVISIBLE.finditer(note.text.content, *words):
                span = Span(*match.span())
                if not (is_needed(note, span, scripts) or is_shown(note, span)):
                    yield _finding(note, vault, span)


def _finding(note: Note, vault: Vault, span: Span) -> Finding:
    names = ", ".join(dict.fromkeys(_name(char) for char in note[span]))
    message = f"invisible: {names}"
    if _SOFT in note[span] and is_at_break(note, span):
        whole = mended(note, vault, span)
        return Finding(span, f"{message}; {whole}", whole.fix) if whole else Finding(span, message)
    applicability = Applicability.SAFE if _is_sure(note, span) else Applicability.UNSAFE
    fix = Fix.replacing(span, "", "take it out", applicability) if may_go(note, span) else None
    return Finding(span, message, fix)


def _is_sure(note: Note, span: Span) -> bool:
    """Whether no hyphen was meant: a soft one stands between two letters."""
    content = note.text.content
    sides = content[max(span.start - 1, 0) : span.start], content[span.end : span.end + 1]
    return _SOFT not in note[span] or all(map(_is_letter, sides))


def _is_letter(char: str) -> bool:
    return char.isalpha() or unicodedata.category(char or " ").startswith("M")


def _name(char: str) -> str:
    return f"{unicodedata.name(char, 'control character').lower()} (U+{ord(char):04X})"
