"""Letters of one script that look like those of another, and words that are made of them."""

from __future__ import annotations

import re
import unicodedata

from notelint.values import Text, lazy_pattern

# Letters that UTS #39 (confusables.txt) takes for one Latin letter, which folds capital I into l.
# Greek small letters are left out but for omicron: the others are symbols (`Gαs`, `νmax`).
_CYRILLIC = dict(
    zip("аеһіјорԛсѕԁуѵԝхАВЕНІЈКМОРСЅТУԜХ", "aehijopqcsdyvwxABEHIJKMOPCSTYWX", strict=True)
)
_GREEK = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))
_LATIN_FOR = _CYRILLIC | _GREEK
# A word of Greek may have these of a Latin keyboard.
_GREEK_FOR = dict(zip("oviauptkxABEZHIKMNOPTYX", "ονιαυρτκχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", strict=True))
# And a word of Cyrillic these. Only some languages have an `і`.
_CYRILLIC_FOR = dict(zip("aeopcyxiABEKMHOPCTXI", "аеорсухіАВЕКМНОРСТХІ", strict=True))
_CYRILLIC_I = frozenset("іІ")
_LATIN_TWINS = frozenset(_LATIN_FOR.values())
_LETTERS = {
    "Cyrillic": lazy_pattern("[\u0400-\u052f]"),
    "Greek": lazy_pattern("[\u0370-\u03ff\u1f00-\u1fff]"),
    "Latin": lazy_pattern("[A-Za-z\u00c0-\u024f]"),
}
_OWN_LETTERS = {
    script: lazy_pattern(f"{_LETTERS[script].pattern}(?<![{''.join(twins)}])")
    for script, twins in (("Cyrillic", _CYRILLIC), ("Greek", _GREEK))
}
# A letter of one of them beside a letter of neither.
_NEITHER = "[^\\W\\d_\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]"
_MEETING = lazy_pattern(
    f"[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff](?:(?={_NEITHER})|(?<={_NEITHER}.))"
)
# What only a word of Greek has: an accent, a final sigma, or length.
_GREEK_WORD = lazy_pattern("[ΐάέήίΰϊϋόύώς\u1f00-\u1fff]|(?:[\u0370-\u03ff]){5}")
_VOWELS = ("a", "i", "o", "u")  # one of them beside three Greek letters is no variable: `σωμa`
_FEWEST = 3

# A symbol and what it bears: `Tкип`, `xмакс`, and behind a capital any short abbreviation.
_SYMBOL = lazy_pattern(
    "[A-Z][а-я]{0,2}[б-джзк-нп-тф-щ]|[A-Za-z](?:макс|мин|ср|кин|пот|нач|кон|кип|пл|атм|нас|мол|уд|"
    "об|вн|вх|вых|эфф?|экв|опт|теор|эксп|ном|ост|изм|расч|крит|сум|общ?|полн|рез|тр|факт|план|раб)"
)

LOOKALIKE_CHARACTERS = f"{''.join(_LATIN_FOR)}\u03ac-\u03ce\u0400-\u052f\u1f00-\u1fff"
LOOKALIKE = lazy_pattern(
    f"[{''.join(_LATIN_FOR)}\u03ac-\u03ce\u1f00-\u1fff]"
    f"|[\u0400-\u052f](?=[{''.join(_CYRILLIC_FOR)}])|[{''.join(_CYRILLIC_FOR)}](?=[\u0400-\u052f])"
)


def in_latin(word: str) -> str:
    """A word with the Latin letters that its own look like."""
    return "".join(_LATIN_FOR.get(char, char) for char in word)


def in_greek(word: str) -> str:
    """A word with the Greek letters that its Latin ones look like."""
    return "".join(_GREEK_FOR.get(char, char) for char in word)


def in_cyrillic(word: str) -> str:
    """A word with the Cyrillic letters that its Latin ones look like."""
    return "".join(_CYRILLIC_FOR.get(char, char) for char in word)


def script_of(char: str) -> str:
    """The script of a letter that looks like one of another."""
    if char.isascii():
        return "Latin"
    return "Cyrillic" if char in _CYRILLIC else "Greek"


def changed(word: str, written: str) -> tuple[str, ...]:
    """The letters of a word that another writing of it replaces, each once."""
    return tuple(dict.fromkeys(a for a, b in zip(word, written, strict=True) if a != b))


def is_mostly(script: str, text: str) -> bool:
    """Whether a text has more letters of a script than Latin ones."""
    return len(_LETTERS[script].findall(text)) > len(_LETTERS["Latin"].findall(text))


class Scripts:
    """The scripts of a whole text, each looked for once."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._mostly: dict[str, bool] = {}
        self._own: dict[str, bool] = {}

    def may_be_mixed(self) -> bool:
        """Whether a word needs a look at all: it has letters of Greek or Cyrillic beside others, or
        is written in twins alone, where its script has no other letters."""
        if any(map(self._has_twins_alone, _OWN_LETTERS)):
            return True
        return _MEETING.search(self._text.content) is not None

    def _has_twins_alone(self, script: str) -> bool:
        is_there = _LETTERS[script].search(self._text.unusual) is not None
        return is_there and not self.has_own_letters(script)

    def is_mostly(self, script: str) -> bool:
        """Whether it has more letters of a script than Latin ones."""
        if script not in self._mostly:
            self._mostly[script] = is_mostly(script, self._text.content)
        return self._mostly[script]

    def has_own_letters(self, script: str) -> bool:
        """Whether it has letters of a script that look like no Latin ones."""
        if script not in self._own:
            self._own[script] = _OWN_LETTERS[script].search(self._text.unusual) is not None
        return self._own[script]


def is_latin(word: str) -> bool:
    """Whether a word with twins of Latin letters is Latin otherwise, and more than by chance: it
    has two Latin letters, and one that is no twin itself, or more of them than of the others. An
    abbreviation may have a Cyrillic ending, as `IDа`."""
    twins = "".join(char for char in word if char in _LATIN_FOR)
    letters = "".join(char for char in word if char not in _LATIN_FOR)
    if not twins or len(letters) < 2 or not all(map(_is_latin_letter, letters)):
        return False
    if letters.isupper() and twins.islower():
        return False
    return not _LATIN_TWINS.issuperset(letters) or len(letters) * 2 > len(word)


def is_all_twins(word: str) -> bool:
    """Whether all of a word looks Latin, too long for a symbol or an abbreviation."""
    latin = in_latin(word)
    is_word = latin[1:].islower() or latin.isupper()
    has_vowel = re.search("[aeioy]", latin, re.I) is not None
    return is_word and len(word) > 2 and has_vowel and _LATIN_TWINS.issuperset(latin)


def is_greek(word: str) -> bool:
    """Whether a word is Greek but for some Latin letters that look so."""
    latin = [char for char in word if char.isascii()]
    if not latin or len(latin) * 3 > len(word) or not all(char in _GREEK_FOR for char in latin):
        return False
    rest = "".join(char for char in word if not char.isascii())
    is_short_word = "".join(latin) in _VOWELS and len(rest) >= _FEWEST
    is_word = is_short_word or _GREEK_WORD.search(rest) is not None
    return is_word and all(map(_LETTERS["Greek"].match, rest))


def is_cyrillic(word: str, text: str) -> bool:
    """Whether a word of a text is Cyrillic but for one Latin letter or two that look so. Two in a
    row are an abbreviation with an ending, as `IPшник`; one may be a symbol, as in `Tкип`."""
    latin = re.findall("[A-Za-z]+", word)
    if not latin or max(map(len, latin)) > 1 or len(latin) * 3 > len(word):
        return False
    if not all(char in _CYRILLIC_FOR for char in latin) or _SYMBOL.fullmatch(word):
        return False
    has_i = "i" not in "".join(latin).lower() or not _CYRILLIC_I.isdisjoint(text)
    rest = (char for char in word if not char.isascii())
    return has_i and all(map(_LETTERS["Cyrillic"].match, rest))


def _is_latin_letter(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN ")
