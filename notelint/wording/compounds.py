"""Whether two words make a compound, so that the hyphen between them is no printer's."""

from __future__ import annotations

from notelint.notes import Note, word_key
from notelint.vault import Vault
from notelint.wording.compound_parts import (
    COMBINING,
    COMMON,
    ENDINGS,
    NEVER_FIRST,
    NUMBERS,
    SUFFIXES,
)
from notelint.wording.evidence import is_word
from notelint.wording.split_words import SplitPieces

_SHORTEST = 3  # letters of a part
_JOINED = 7  # letters of both, where the first is no number: `cannot` is none
_LONG = 4  # letters of the first part of a learned word; the second has one more
_USED_TO = ("like", "wise")  # with a short word they became one: `lifelike`, `otherwise`


def may_be_compound(vault: Vault, compound: str) -> bool:
    """Whether both parts of a word with a hyphen are words: common ones, or such as the notes write
    by themselves; or the first is a number, or the second is put to any word. `on-set`, `can-not`
    and `Ra-jasekaran` are none."""
    first, _, second = word_key(compound).partition("-")
    if min(len(first), len(second)) < _SHORTEST or second in SUFFIXES:
        return False
    if first in COMBINING or first in NEVER_FIRST or (second in _USED_TO and first in COMMON):
        return False
    if first in NUMBERS or second in ENDINGS:
        return True
    is_long = len(first + second) >= _JOINED
    return is_long and _is_known(vault, first) and _is_known(vault, second)


def _is_known(vault: Vault, part: str) -> bool:
    """Whether a part is a word by itself."""
    return part in COMMON or vault.spelling.is_small(part) or vault.is_name(part)


def may_keep_hyphen(
    vault: Vault, split: SplitPieces, prefixes: tuple[str, ...], note: Note | None = None
) -> bool:
    """Whether a compound may be meant: one of its halves is a word, or the first is a prefix, and
    that of a learned word stands before what is one by itself. Where the halves stand apart in a
    note, what it writes are pieces and no words."""
    first, second = split.first.lower(), split.second.lower()
    whole = vault.spelling.count(word_key(split.joined))
    if first in prefixes:
        is_learned = first in COMBINING and min(len(first), len(second) - 1) >= _LONG and whole > 1
        return not is_learned or second in ENDINGS or vault.spelling.is_written(word_key(second))
    own = (note.words_by_key[word_key(half)] if note else 0 for half in (first, second))
    halves = zip((first, second), own, strict=True)
    return any(is_word(vault, half, but, whole) for half, but in halves)
