"""The words of a note in haste: all of them and some more, in a part of the time of a count, and
where some of them stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from notelint.notes import WORD, Note, word_key, words_in
from notelint.values import Parting
from notelint.vault import Vault
from notelint.wording.broken_words import prose_at

_WORDS = Parting.at(r"[^\w-]|_")
# Which small letter a sigma becomes depends on what is around; that of `İ` has a dot of its own.
_DOUBTFUL = "Σİ\u0307"


def rough_words(note: Note) -> set[str]:
    """The keys of all words that the note counts, and of pieces that are none, such as what stands
    in code."""
    if _has_doubtful(note):
        return {*note.words_by_key}
    content = word_key(note.text.content).replace("\\-", " ")  # where prose is parted
    return {*_WORDS.split(content)}


def with_hyphens(vault: Vault, words: AbstractSet[str]) -> dict[str, str]:
    """Those of some words that they or the vault write with a hyphen too, and how."""
    own = {word.replace("-", ""): word for word in words if "-" in word}
    return {joined: own[joined] for joined in own.keys() & words} | vault.spelling.hyphenated(words)


def names_in_links(note: Note) -> frozenset[str]:
    """The words of what the note's links lead to: names are right as they stand."""
    return frozenset(words_in("\n".join(link.name for link in note.facts.all_links)))


def words_at(note: Note, words: AbstractSet[str]) -> Iterator[re.Match[str]]:
    """Where some words, given in lower case, stand in the prose of a note, in order."""
    if not words:
        return iter(())
    found = _all_words(note) if _has_doubtful(note) else _beginning_with(note, words)
    return (match for match in found if match[0].lower() in words)


def _has_doubtful(note: Note) -> bool:
    unusual = note.text.unusual
    return any(sign in unusual for sign in _DOUBTFUL)


def _all_words(note: Note) -> Iterator[re.Match[str]]:
    for span in note.facts.prose:
        yield from WORD.finditer(note.text.content, *span)


def _beginning_with(note: Note, words: AbstractSet[str]) -> Iterator[re.Match[str]]:
    """The words that begin with one of some."""
    content = note.text.content
    low = content.lower()
    starts = {found.start() for word in words for found in re.finditer(re.escape(word), low)}
    for start in sorted(starts):
        words_around = prose_at(note, start)
        match = WORD.match(content, start, words_around.end) if words_around else None
        if match is not None:
            yield match
