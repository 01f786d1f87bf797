"""In what a name differs from another one, and whether one can be a slip of the hand for it.

Measured on some thirty public vaults: where only case, blanks, punctuation or a plural tell two
names apart, nearly always one file is meant. Where letters do, four times in five it is another
thing: `trivector` and `bivector`, `chloride` and `chlorite`, `VLAN` and `VXLAN`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from notelint.values import NamedTuple, lazy_pattern, name_key, words_key

_FEWEST = 8  # letters of a word of which a slip still leaves enough to know it by
_PREFIX = 3  # letters at a word's beginning that an insertion, a loss or a swap leaves as they are
_STEM = 5  # and that a changed letter does: `macro-` and `micro-`, `intra-` and `intro-`
_SUFFIX = 3  # letters at its end that a changed letter leaves: `chloride`, `chlorite`
_LEAST_ALIKE, _LEAST_COMMON = 0.72, 0.75  # of all letters, in order and as words
_FEWEST_OF_ROOT = 4  # letters before an ending of Latin
_SOUND_ALIKE = ({"i", "y"}, {"c", "k"}, {"s", "z"})  # spellings of one word, wherever they stand

# What tells `C#` from `C++`, `A*` from `A`, and what is only set otherwise.
_TELLING = lazy_pattern(r"[#*%@§†‡]|(?<!\w)\.(?=\w)")
_AFFIX = lazy_pattern(r"(?:^|(?<=[\s(]))[-‐‑–](?=\w)|(?<=\w)[-‐‑–](?=[\s),]|$)")
_DIGITS = lazy_pattern(r"\d+")
_JOINERS = lazy_pattern(r"[\s\-_‐‑–'’ʼ]*\Z")
_PLURALS = (("us", "i"), ("um", "a"), ("on", "a"), ("a", "ae"), ("is", "es"), ("ix", "ices"))


class Difference(StrEnum):
    """The greatest difference of two names, from none to all."""

    NONE = "none"
    CASE = "case"
    BLANK = "blank"
    PUNCTUATION = "punctuation"
    PLURAL = "plural"
    SLIP = "slip"  # a letter too many or too few, or two neighbouring ones swapped
    LETTER = "letter"  # one letter is another one
    NUMBER = "number"  # as editions and time stamps differ
    ENDING = "ending"  # the same name of another type of file
    OTHER = "other"

    @property
    def rank(self) -> int:
        return list(Difference).index(self)

    @property
    def may_be_planned(self) -> bool:
        """Whether the name that is written may be meant for a note of its own."""
        return self is Difference.PLURAL or self.is_of_letters

    @property
    def is_of_letters(self) -> bool:
        """Whether one letter tells the names apart, so that one of them is misspelt."""
        return self in (Difference.SLIP, Difference.LETTER)


_SET_OTHERWISE = (Difference.NONE, Difference.CASE, Difference.BLANK, Difference.PUNCTUATION)


class Likeness(NamedTuple):
    """How two names differ. ``misspelt`` is the word in which letters do, in lower case, of those
    that are written; ``is_close`` whether the one name may well stand for the other."""

    difference: Difference
    misspelt: str = ""
    is_close: bool = False

    @property
    def is_set_otherwise(self) -> bool:
        """Whether the letters are the same."""
        return self.difference in _SET_OTHERWISE


class _Word(NamedTuple):
    raw: str
    key: str
    start: int
    end: int


def liken(wrong: str, name: str) -> Likeness:
    """How the name that is written differs from one that may be meant."""
    one, other = (unicodedata.normalize("NFC", text) for text in (wrong, name))
    if one == other:
        return Likeness(Difference.NONE, is_close=True)
    if name_key(one) == name_key(other):
        return Likeness(Difference.CASE, is_close=True)
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return Likeness(_difference_of_numbers(one, other))
    if _signs(one) != _signs(other):
        return Likeness(Difference.OTHER)
    return _of_words(one, other, _words(one), _words(other))


def shares_most(one: str, other: str) -> bool:
    """Whether two names have so much in common that somebody who reads both learns something."""
    from rapidfuzz.distance import Levenshtein  # only loaded where a name is wrong

    keys, other_keys = words_key(one), words_key(other)
    if Levenshtein.normalized_similarity(keys, other_keys) >= _LEAST_ALIKE:
        return True
    words, other_words = keys.split(), other_keys.split()
    common = sum(len(word) for word in words if word in other_words)
    return common >= _LEAST_COMMON * max(map(len, map("".join, (words, other_words))))


_ABBREVIATION = r"(?=[^\s()]*[A-Z][^\s()]*[A-Z0-9])[^\s()]{2,10}"
_SPELT_OUT = lazy_pattern(
    rf"(?P<words>\S.*?)\s*\({_ABBREVIATION}\)|{_ABBREVIATION}\s*\((?P<inside>[^()]+)\)"
    rf"|{_ABBREVIATION}\s+[-–—]\s+(?P<behind>\S.*)|(?P<before>\S.*?)\s+[-–—]\s+{_ABBREVIATION}"
)


def is_abbreviated(wrong: str, name: str) -> bool:
    """Whether two names are the same words, plurals aside, and one of them has their abbreviation
    beside them: `Web Token (WT)`, `WT - Web Token`, `Web Tokens`; or three words in another order:
    `T100 Valid Token`, `Valid Token T100`."""
    one, other = _spelt_out(wrong), _spelt_out(name)
    return len(one) > 1 and (one == other or (len(one) > 2 and sorted(one) == sorted(other)))


def _spelt_out(name: str) -> list[str]:
    match = _SPELT_OUT.fullmatch(name)
    words = next(filter(None, match.groups()), name) if match else name
    return [word.removesuffix("s") for word in words_key(words).split()]


_ARTICLES = frozenset(("a", "an", "the"))
_FEWEST_WORDS = 4  # of a name in which several words may be slips


def has_slips(wrong: str, name: str) -> bool:
    """Whether two long names are the same word by word, but for articles and for slips in words
    that are long enough to know them by."""
    ones, others = words_key(wrong).split(), words_key(name).split()
    if len(ones) != len(others) or len(ones) < _FEWEST_WORDS:
        return False
    return all(
        one == other or {one, other} <= _ARTICLES or _is_small_slip(one, other)
        for one, other in zip(ones, others, strict=True)
    )


def _is_small_slip(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA  # only loaded where a name is wrong

    is_known = one.isalpha() and len(one) >= _FEWEST and one[:_PREFIX] == other[:_PREFIX]
    return is_known and len(one) != len(other) and OSA.distance(one, other) == 1


def _difference_of_numbers(one: str, other: str) -> Difference:
    bare = {words_key(_DIGITS.sub(" ", text)).replace("_", " ").strip() for text in (one, other)}
    return Difference.NUMBER if len(bare) == 1 else Difference.OTHER


def _of_words(one: str, other: str, ones: list[_Word], others: list[_Word]) -> Likeness:
    keys, other_keys = [word.key for word in ones], [word.key for word in others]
    if not keys or not other_keys:
        return Likeness(Difference.OTHER)
    if keys == other_keys:
        is_blank = re.sub(r"\s", "", name_key(one)) == re.sub(r"\s", "", name_key(other))
        return Likeness(Difference.BLANK if is_blank else Difference.PUNCTUATION, is_close=True)
    if "".join(keys) == "".join(other_keys):
        is_joined = _is_joined(one, ones, others) and _is_joined(other, others, ones)
        return Likeness(Difference.BLANK if is_joined else Difference.OTHER, is_close=is_joined)
    if len(ones) != len(others):
        return Likeness(Difference.OTHER)
    pairs = [pair for pair in zip(ones, others, strict=True) if pair[0].key != pair[1].key]
    if all(_is_plural(*pair) for pair in pairs):
        return Likeness(Difference.PLURAL, pairs[0][0].key, is_close=True)
    return _of_word(*pairs[0]) if len(pairs) == 1 else Likeness(Difference.OTHER)


def _of_word(one: _Word, other: _Word) -> Likeness:
    """How one word differs from another one."""
    wrong, right = one.key, other.key
    start, tail, rest = _changed(wrong, right)
    may_be_slip = _is_long(wrong, right) and start > 0
    if len(tail) == len(rest) == 1:
        is_close = may_be_slip and _may_stand_for(wrong, start, tail, rest)
        return Likeness(Difference.LETTER, wrong, is_close)
    if len(tail) + len(rest) == 1:
        is_doubled = wrong[start - 1 : start] in (tail, rest)
        is_close = may_be_slip and (is_doubled or start >= _PREFIX)
        return Likeness(Difference.SLIP, wrong, is_close)
    if len(tail) == 2 and tail[::-1] == rest:
        return Likeness(Difference.SLIP, wrong, may_be_slip and start >= _PREFIX)
    return Likeness(Difference.OTHER)


def _changed(one: str, other: str) -> tuple[int, str, str]:
    """Where two words begin to differ, and what stands there in each up to what they share."""
    shortest = min(len(one), len(other))
    start = next((i for i in range(shortest) if one[i] != other[i]), shortest)
    most = shortest - start
    end = next((i for i in range(most) if one[-1 - i] != other[-1 - i]), most)
    return start, one[start : len(one) - end], other[start : len(other) - end]


def _may_stand_for(word: str, index: int, one: str, other: str) -> bool:
    """Whether a letter is often written for another one, or changes no prefix and no suffix."""
    return {one, other} in _SOUND_ALIKE or _STEM <= index < len(word) - _SUFFIX


def _is_long(one: str, other: str) -> bool:
    """Whether words are long, and of letters that are no syllables, roots or words themselves."""
    return max(len(one), len(other)) >= _FEWEST and all(
        letter.upper() != letter for letter in {*one, *other}
    )


def _is_plural(one: _Word, other: _Word) -> bool:
    """Whether one word is the plural of the other; in capitals `HTTPS` is none of `HTTP`."""
    short, long = sorted((one, other), key=lambda word: len(word.key))
    ends = next(((a, b) for a, b in _PLURALS if _ends_with(one.key, other.key, a, b)), None)
    if ends is not None:
        return len(short.key) - len(ends[0]) >= _FEWEST_OF_ROOT
    if len(short.key) < 3 or (long.raw.isupper() and len(short.key) < _FEWEST):
        return False
    if short.raw.isupper() and not long.raw[: len(short.raw)].isupper():
        return False  # `SYSTEM` is a name
    if short.key.endswith("y") and long.key == short.key[:-1] + "ies":
        return True
    ending = "es" if short.key.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"
    is_open = short.key.endswith(("u", "i"))  # `virus`, `axis`
    return not is_open and long.key in (short.key + ending, _with_s(short.key))


def _with_s(word: str) -> str:
    return word if word.endswith("s") else word + "s"


def _ends_with(one: str, other: str, singular: str, plural: str) -> bool:
    for a, b in ((one, other), (other, one)):
        if a.endswith(singular) and b == a.removesuffix(singular) + plural:
            return True
    return False


def _signs(name: str) -> list[str]:
    """What of a name is neither letter nor mere punctuation: signs of mathematics and of money,
    and the hyphen of an affix."""
    signs = [sign for sign in name if unicodedata.category(sign) in ("Sm", "Sc")]
    return sorted([*signs, *_TELLING.findall(name)]) + ["-"] * len(_AFFIX.findall(name))


def _words(name: str) -> list[_Word]:
    """The words of a name: letters, digits, and what marks them."""
    words, start = [], -1
    for index, sign in enumerate(f"{name} "):
        is_part = sign.isalnum() or unicodedata.category(sign).startswith("M")
        if is_part and start < 0:
            start = index
        if not is_part and start >= 0:
            words.append(_Word(name[start:index], name_key(name[start:index]), start, index))
            start = -1
    return words


def _is_joined(name: str, words: list[_Word], others: list[_Word]) -> bool:
    """Whether only blanks and hyphens stand where the words of another name run on."""
    borders = set(_borders(others))
    gaps = zip(_borders(words), words, words[1:], strict=False)
    return all(
        border in borders or _JOINERS.match(name[left.end : right.start])
        for border, left, right in gaps
    )


def _borders(words: Iterable[_Word]) -> list[int]:
    """How many letters stand before each border of words."""
    borders, letters = [], 0
    for word in words:
        letters += len(word.key)
        borders.append(letters)
    return borders
