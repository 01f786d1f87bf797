from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from notelint.authoring import (
    Applicability,
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    Vault,
    is_in_target,
    option,
)

# Letters that UTS #39 (confusables.txt) takes for one Latin letter, which folds capital I into l.
# Greek small letters are left out but for omicron: the others are symbols (`Gαs`, `νmax`).
_CYRILLIC = dict(
    zip("аеһіјорԛсѕԁуѵԝхАВЕНІЈКМОРСЅТУԜХ", "aehijopqcsdyvwxABEHIJKMOPCSTYWX", strict=True)
)
_GREEK = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))
_LATIN_FOR = _CYRILLIC | _GREEK
_TWIN = re.compile(f"[{''.join(_LATIN_FOR)}]")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"[^\W\d_]*\Z")
_TWINS = frozenset(_LATIN_FOR.values())
_ENDING = re.compile("[аеіоух]+\\Z|ο\\Z")  # of a Russian or a Greek case: `внутри divа`
_OF_ANOTHER_SOUND = re.compile(r"[ух]\Z")  # `u` and `kh`, which look like `y` and `x`
_LETTERS = {
    script: re.compile(f"[{letters}]")
    for script, letters in (
        ("Cyrillic", "\u0400-\u052f"),
        ("Greek", "\u0370-\u03ff"),
        ("Latin", "A-Za-z\u00c0-\u024f"),
    )
}


@dataclass(frozen=True, kw_only=True)
class MixedScript(Rule):
    """A Cyrillic `е` in a Latin word looks right to everybody, and no search finds the word. It
    comes from pages that disguise their words, and from a slip of the keyboard's language. A
    Latin word with a Russian ending is right in a Russian line."""

    name = "mixed-script"
    code = "NL410"
    summary = "A Latin word is written in Latin letters."
    bad = "The c\u0435ll wall.\n"
    good = "The cell wall, 5 μm of β-lactam, and стена.\n"
    fixes = (
        "Unsafe: the letters become the Latin ones that they look like. Manual where the last one "
        "may stand for its sound: `у` for `u`."
    )

    allow: tuple[str, ...] = option((), "words that are right as they stand")

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        content = note.text.content
        if content.isascii() or not _TWIN.search(content):
            return
        for words in note.facts.prose:
            end = words.start
            for twin in _TWIN.finditer(content, *words):
                if twin.start() < end:
                    continue
                word = _word_at(content, words, twin.start())
                end = word.end
                if note[word] not in self.allow and _is_wrong(note, word):
                    yield _finding(note, word)


def _word_at(content: str, words: Span, offset: int) -> Span:
    before = _WORD_BEFORE.search(content, max(words.start, offset - 100), offset)
    after = _WORD.match(content, offset, words.end)
    return Span(before.start() if before else offset, after.end() if after else offset + 1)


def _is_wrong(note: Note, word: Span) -> bool:
    return _is_latin(note[word]) and not _has_an_ending(note, word) and not is_in_target(note, word)


def _has_an_ending(note: Note, word: Span) -> bool:
    """Whether a Latin word has only an ending of another script, in a line or note of that."""
    ending = _ENDING.search(note[word])
    if ending is None or _TWIN.search(note[word][: ending.start()]):
        return False
    script, line = _script(ending[0]), note.text.line_at(word.start)
    return _is_mostly(script, note[Span(line.start, line.end)]) or _is_mostly(
        script, note.text.content
    )


def _is_mostly(script: str, text: str) -> bool:
    return len(_LETTERS[script].findall(text)) > len(_LETTERS["Latin"].findall(text))


def _is_latin(word: str) -> bool:
    """Whether a word with twins of Latin letters is Latin otherwise, and more than by chance: it
    has two Latin letters, and one that is no twin itself, or more of them than of the others. An
    abbreviation may have a Cyrillic ending, as `IDа`."""
    letters = [char for char in word if char not in _LATIN_FOR]
    if len(letters) < 2 or not all(_is_latin_letter(char) for char in letters):
        return False
    if (
        "".join(letters).isupper()
        and "".join(char for char in word if char in _LATIN_FOR).islower()
    ):
        return False
    return not _TWINS.issuperset(letters) or len(letters) * 2 > len(word)


def _is_latin_letter(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN ")


def _finding(note: Note, word: Span) -> Finding:
    written = note[word]
    latin = "".join(_LATIN_FOR.get(char, char) for char in written)
    twins = dict.fromkeys(char for char in written if char in _LATIN_FOR)
    names = ", ".join(f"{_script(char)} `{char}` (U+{ord(char):04X})" for char in twins)
    is_doubtful = _OF_ANOTHER_SOUND.search(written) is not None
    applicability = Applicability.MANUAL if is_doubtful else Applicability.UNSAFE
    fix = Fix.replacing(word, latin, "write it in Latin letters", applicability)
    return Finding(word, f"`{written}` is a Latin word with {names}", fix)


def _script(twins: str) -> str:
    return "Cyrillic" if twins[0] in _CYRILLIC else "Greek"
