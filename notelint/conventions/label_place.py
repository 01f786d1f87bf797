"""Where dictionaries print a part-of-speech label, and where a letter can only be a variable.

A label stands at the start of a sense (`n. a wall`), behind a headword (`wall n.`), behind a
derived form (`—walled adj.`), or joined to another label.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import StrEnum
from os.path import commonprefix
from typing import NamedTuple

from notelint.conventions.label import GAP, Joined
from notelint.values import name_key

_WORD = r"\w(?:[\w'’·-]*\w)?"
_WORDS = rf"{_WORD}(?:{GAP}{_WORD}){{0,3}}"
_DASH = r"(?:—|–|―|--+|\$\\text(?:em|en)dash\$)"
_SENSE = rf"(?:(?:\(\d{{1,2}}[a-z]?\)|\d{{1,2}}[.)]){GAP})"
_MARK = r"(?:\*{1,3}|==|\[\[(?:[^\[\]|]*\|)?|\]\]|(?<!\w)_{1,3}|_{1,3}(?!\w)|</?(?:b|i|em|strong)>)"

_MARKS = re.compile(_MARK)
_AT_SENSE = re.compile(rf"(?:\[.\]{GAP})?{_SENSE}?")
_BRACKET = re.compile(
    rf"(?:\((?:[-–\w '’‘“”\".,;:&/]|\$[^$\n]{{1,20}}\$)*\)|\\?\[[-\w '’.,]+\]"
    rf"|/[^\s/$][^/$\n]{{0,40}}/),?(?:{GAP}|\Z)"
)  # words, the headword's other form, how it is spoken
_HEADWORD = re.compile(rf"({_WORDS}),?{GAP}")
_MARKED = re.compile(rf"(?:{_SENSE}{_MARK}|{_MARK}{_SENSE}?{_MARK}?){_WORDS},?{_MARK},?{GAP}(?!\w)")
_DERIVED = re.compile(rf"{_DASH}(?:{GAP})?({_WORD}),?{GAP}\Z")
_LOWER_WORD = re.compile(rf"(?<![\w$])([a-z][\w'’·-]*){GAP}\Z")

# What is said of a formula, and not by a label.
_SAID = rf"(?:is|are|be|denotes)\b|\$?[ ]?[=:≠≈≤≥](?!=)|<{GAP}"
_SENSE_BEHIND = re.compile(rf"(?:[*_]{{1,3}}|==)?(?:\s*\Z|{GAP}(?!{_SAID})|{_DASH}|\))")
_END_BEHIND = re.compile(
    rf"[*_]{{0,3}}(?:\s*(?:\^[\w-]+\s*)?\Z|\s*%%|\s?\[\^|{GAP}?{_DASH}|{GAP}\\\[)"
)
_RUN_ON_BEHIND = re.compile(
    rf"[*_]{{0,3}}(?:[ \t]*$|{GAP}(?:{_WORD} (?:adj|n)\.|\\\[)|{GAP}?{_DASH})", re.M
)
_PLURAL_BEHIND = re.compile(rf"{GAP}[^\W\d_][\w '’,-]*[);]")

# Words that a variable may follow: `the size $n$.`, `—say $n$.`
_OF_SENTENCES = re.compile(
    "an?|the|th(?:is|at|[eo]se)|each|every|some|any|all|no|its|their|wh(?:ich|en|ere|ile)|if|let|"
    "then|than|thus|so|hence|say|namely|viz|as|in|on|at|by|for|from|to|with|into|between|among|"
    "and|or|but|of|is|are|was|were|be|been|has|have|had|given|take|find|choose"
)
_OF_QUANTITIES = re.compile(
    "amount|area|base|case|coefficient|constant|count|degree|depth|dimension|distance|equation|"
    "exponent|factor|figure|frequency|height|index|input|integer|iteration|length|level|limit|"
    "mass|matrix|measure|node|number|order|output|parameter|point|population|power|probability|"
    "rank|ratio|root|sample|score|set|size|speed|step|sum|term|time|total|value|variable|vector|"
    "velocity|volume|weight|width"
)


class Standing(StrEnum):
    """Where a label stands."""

    START = "start"  # of a sense
    WORD = "word"  # behind a headword or a derived form, or joined to another label


class LabelPlace(NamedTuple):
    """What stands before a formula in its item, and behind its stop in its paragraph, or as much of
    both as matters; ``is_whole`` where nothing before it is left out."""

    before: str
    behind: str
    is_whole: bool = True

    def standing(
        self, letters: str, labels: Collection[str], names: Sequence[str]
    ) -> Standing | None:
        """Where a label of some letters stands, or None where the place is no label's. ``labels``
        are the letters of all that the dictionary prints, ``names`` those of the note."""
        joined = Joined(_MARKS.sub("", self.before), self.behind, labels)
        if joined.is_foreign:
            return None  # `$n$. and $k$.`
        if self.is_whole and _SENSE_BEHIND.match(self.behind):
            found = self._in_front(joined.before, len(letters) > 1, names)
            if found:
                return found
        longest = max(map(len, [letters, *joined.others])) if joined.others else 0
        is_word = longest > 1 or _runs_on(joined, letters)
        return Standing.WORD if is_word else None

    def _in_front(self, before: str, is_long: bool, names: Sequence[str]) -> Standing | None:
        """Where a label with that much in front of it stands; one of two letters ``is_long``."""
        before = _AT_SENSE.sub("", before, count=1)
        bracket = _BRACKET.search(before)
        if bracket and not _is_of_words(bracket[0]):
            return None
        left = before[: bracket.start()] + before[bracket.end() :] if bracket else before
        if not left:
            return Standing.START
        headword = _HEADWORD.fullmatch(left)
        if not headword:
            return None
        words = headword[1].split()
        is_marked = (is_long or not words[0][0].isupper()) and _MARKED.match(self.before)
        is_set_off = is_marked or (len(words) == 1 and (bracket or is_long))
        is_headword = (is_set_off and _is_term(words)) or _is_named(words, names)
        return Standing.WORD if is_headword else None


def _is_of_words(bracket: str) -> bool:
    words = re.findall(r"[^\W\d_]+", bracket.lower())
    return bool(words) and not any(map(_OF_QUANTITIES.fullmatch, words))


def _is_term(words: Sequence[str]) -> bool:
    """Whether words may be a term's name, and are none that a variable follows."""
    lower = [word.lower() for word in words]
    is_quantity = _OF_QUANTITIES.fullmatch(lower[-1]) is not None
    return not is_quantity and not any(map(_OF_SENTENCES.fullmatch, lower))


def _is_named(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether words name the note, or end with its name: `electric shock` in `shock`."""
    return any(_is_name(words, name) for name in names)


def _is_name(words: Sequence[str], name: str) -> bool:
    own = _stem(name)
    if _stem(" ".join(words)) == own:
        return True
    ending = words[-len(name.split()) :]
    is_alike = _share_stem(_stem(" ".join(words)), own) or _share_stem(_stem(" ".join(ending)), own)
    return is_alike and (len(words) == 1 or _is_term(words))


def _stem(name: str) -> str:
    """A name without trailing digits, the hyphens before them, and a plural `s`."""
    return re.sub(r"[-\s]*\d*\Z", "", name_key(name)).removesuffix("s")


def _share_stem(one: str, other: str) -> bool:
    common = len(commonprefix([one, other]))  # noqa: RUF071 - characters are what is meant
    if one == other:
        return common > 1
    return common >= 4 and common * 3 >= min(len(one), len(other)) * 2


def _runs_on(joined: Joined, letters: str) -> bool:
    """Whether a label stands behind a derived form or, of two letters, behind another word."""
    derived = _DERIVED.search(joined.before)
    if derived and _is_derived(derived[1]) and _END_BEHIND.match(joined.behind):
        return True
    if len(letters) == 1:
        return False
    if joined.before.endswith("("):
        return _PLURAL_BEHIND.match(joined.behind) is not None
    word = _LOWER_WORD.search(joined.before)
    is_word = word is not None and _is_term([word[1]])
    return is_word and _RUN_ON_BEHIND.match(joined.behind) is not None


def _is_derived(word: str) -> bool:
    return len(word) > 3 and _is_term([word])
