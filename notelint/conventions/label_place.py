"""Where dictionaries print a part-of-speech label, and where a letter can only be a variable.

A label stands at the start of a sense (`n. a wall`), behind a headword (`wall n.`), behind a
derived form (`—walled adj.`), or joined to another label.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import StrEnum

from notelint.conventions.derived_form import DASH, MARK, SAID, DerivedForm
from notelint.conventions.headword import WORD, WORDS, is_named, is_of_words, is_term
from notelint.conventions.label import GAP, Joined
from notelint.values import NamedTuple, lazy_pattern

_SENSE = rf"(?:(?:\(\d{{1,2}}[a-z]?\)|\d{{1,2}}[.)]){GAP})"

_NUMBERED = r"(?<=\w)\$\^ ?\{? ?\d{1,2} ?\}?\$"  # a headword: `wall$^2$`
_MARKS = lazy_pattern(rf"{MARK}|{_NUMBERED}")
_AT_SENSE = lazy_pattern(rf"(?:\[.\]{GAP})?{_SENSE}?")
_BRACKET = lazy_pattern(
    rf"(?:\((?:[-–\w '’‘“”\".,;:&/]|\$[^$\n]{{1,20}}\$)*\)|\\?\[[-\w '’.,]+\]"
    rf"|/[^\s/$][^/$\n]{{0,40}}/|\\[^\s\\$][^\\$\n]{{0,40}}\\),?(?:{GAP}|\Z)"
)  # words, the headword's other form, how it is spoken
_HEADWORD = lazy_pattern(rf"({WORDS}),?{GAP}")
_MARKED = lazy_pattern(rf"(?:{_SENSE}{MARK}|{MARK}{_SENSE}?{MARK}?){WORDS},?{MARK},?{GAP}(?!\w)")
_DERIVED = lazy_pattern(rf"{DASH}(?:{GAP})?({WORD}),?{GAP}\Z")
_LOWER_WORD = lazy_pattern(rf"(?<![\w$])([a-z][\w'’·-]*){GAP}\Z")

_SENSE_BEHIND = lazy_pattern(rf"(?:[*_]{{1,3}}|==)?(?:\s*\Z|{GAP}(?!{SAID})|{DASH}|\))")
_END_BEHIND = lazy_pattern(
    rf"[*_]{{0,3}}(?:\s*(?:\^[\w-]+\s*)?\Z|\s*%%|\s?\[\^|{GAP}?{DASH}|{GAP}\\\[)"
)
_RUN_ON_BEHIND = lazy_pattern(
    rf"[*_]{{0,3}}(?:[ \t]*$|{GAP}(?:{WORD} (?:adj|n)\.|\\\[)|{GAP}?{DASH})", re.M
)
# What begins a sense, where no stop tells a label from a variable: `n a wall`, `vt to wall in`,
# `adj like a wall`; and what speaks of a variable all the same: `n a prime`.
_SENSES_BEHIND = tuple(
    lazy_pattern(rf"{GAP}{words}(?![^\n.]*\$)")
    for words in (
        r"(?:(?:an?|any|one|the|some(?:one|thing))|to (?!infinity|zero|one|many)[a-z]{2,})\b",
        r"to [a-z]{2,}(?<!to infinity)\b",
        rf"(?!{SAID}|of\b(?! or\b))\(?[a-z]+\b",  # `$det$ of a matrix`
    )
)
_NUMBER = lazy_pattern(
    r"\b(?:(?:whole|real|prime|odd|even|fixed|given|complex|unknown)\b|positive|negative|natural"
    r"|rational|finite|infinite|symbol)"
)
_PLURAL_BEHIND = lazy_pattern(rf"{GAP}[^\W\d_][\w '’,-]*[);]")
# What dictionaries print behind a label, and no text behind a variable: a date, the number of a
# sense, its field in italics, the language of an older word, a plural.
_CERTAIN_BEHIND = lazy_pattern(
    rf"{GAP}(?:\((?:bef\. |before |ca?\. ?)?(?:\d{{1,2}}c|1\d{{3}}|20\d\d)\)"
    rf"|\*{{0,2}}\d{{1,2}}(?: [a-z])? ?:\*{{0,2}}{GAP}[a-z*(]"
    rf"|\*{{0,2}}\d{{1,2}}\*{{0,2}}{GAP}(?:(?:an?|any|one|the|to|of|in) (?!\d)|[*(])"
    rf"|[*_][a-z][a-z ,]{{1,30}}[*_]{GAP}[a-z(]"
    rf"|\\?\[[*_]?(?:[MO]?[EFLD]|A[FN]|ONF|[LN]L|VL|L?Gk|MGk|G|[MO]HG|M?LG|ON|It|OIt|Sp|Pg|Skt|Ar|Heb)"
    rf"(?:[*_]?\\?\]|[*_]?,? [*_]?[^\W\d_A-Z]))"
    rf"|,{GAP}[*_]?pl[*_]?{GAP}[*_]*-?[a-z]"
)
# The mark that some dictionaries print in front of each sense, and a list of symbols may, too:
# `vt : to wall in`, `n : a wall`.
_COLON_BEHIND = lazy_pattern(rf"{GAP}:{GAP}[a-z(]")
_COLON_SENSE_BEHIND = lazy_pattern(
    rf"{GAP}:{GAP}(?:to [a-z]{{2}}|(?:an?|any|one|some(?:one|thing))\b(?![^\n.]*\$))"
)
_NUMBER_BEHIND = lazy_pattern(
    rf"{GAP}\*{{0,2}}\d{{1,2}}\*{{0,2}}{GAP}(?!{SAID}|of\b(?! or\b))[a-z(]"
)
# A letter that is said to be a symbol is one: `$n$. In formulae, the usual symbol for …`
_SYMBOL_BEHIND = lazy_pattern(
    rf"{GAP}(?:[Ii]n (?:the )?(?:formula[es]?|equations?|symbols)\b|(?:[Ii]n [^.,;:]{{2,40}}, )?"
    r"(?:[Tt]he )?(?:(?!an? )[a-z]+ ){0,2}(?:[Ss](?:ymbol|ign)|[Vv]ariable|[Nn]otation|[Ll]etter) "
    r"(?:for|denoting)\b)"
)
_WRITTEN_BEHIND = lazy_pattern(
    r"[^$\n]{2,120}\b(?:symboli[sz]ed|denoted|written) (?:(?:by|as|with) )?\$([a-z])\$"
)
_ANGLED_BEHIND = lazy_pattern(r"[^⟨⟩‹›<>\n]{0,40}[⟩›>]")
_ANGLED_BEFORE = lazy_pattern(rf"(?<![\w$])({WORD}){GAP}[⟨‹<]\Z")
_DERIVED_BARE = lazy_pattern(rf"(?:(?<!-){DASH}(?:{GAP})?|\A)({MARK}?)({WORD}){MARK}?,?{GAP}\Z")
_SENSE_LENGTH = 60  # of the beginning that tells what a sense speaks of


class Standing(StrEnum):
    """Where a label stands."""

    START = "start"  # of a sense
    WORD = "word"  # behind a headword or a derived form, or joined to another label


class LabelPlace(NamedTuple):
    """What stands before a formula in its item, and behind its stop in its paragraph, or as much of
    both as matters; ``is_whole`` where nothing before it is left out, ``is_stopped`` where it has a
    stop."""

    before: str
    behind: str
    is_whole: bool = True
    is_stopped: bool = True

    def is_certain(self, letters: str) -> bool:
        """Whether letters there are certainly no variable, nor a product."""
        if self.is_stopped or _CERTAIN_BEHIND.match(self.behind):
            return True
        colon = _COLON_SENSE_BEHIND if len(letters) == 2 else _COLON_BEHIND
        return len(letters) > 1 and colon.match(self.behind) is not None

    def standing(
        self, letters: str, labels: Collection[str], names: Sequence[str]
    ) -> Standing | None:
        """Where a label of some letters stands, or None where the place is no label's. ``labels``
        are the letters of all that the dictionary prints, ``names`` those of the note."""
        if len(letters) == 1 and _is_symbol(letters, self.behind):
            return None
        if not self.is_stopped:
            return self._standing_bare(letters, names)
        joined = Joined(_MARKS.sub("", self.before), _MARKS.sub("", self.behind), labels)
        if joined.is_foreign:
            return None  # `$n$. and $k$.`
        is_angled = joined.before[-1:] in {"⟨", "‹", "<"} and _ANGLED_BEHIND.match(joined.behind)
        if self.is_whole and (is_angled or _SENSE_BEHIND.match(self.behind)):
            before = joined.before[:-1] if is_angled else joined.before
            found = self._in_front(before, len(letters) > 1, names)
            if found:
                return found
        longest = max(map(len, [letters, *joined.others])) if joined.others else 0
        is_joined = longest > 1 or joined.follows_long
        if is_joined or _is_angled_form(joined) or _runs_on(joined, letters):
            return Standing.WORD
        form = DerivedForm(joined.before, joined.behind, (self.before, self.behind))
        return Standing.WORD if form.has(letters, labels, names) else None

    def _standing_bare(self, letters: str, names: Sequence[str]) -> Standing | None:
        """Where a label without a stop stands, which only the sense behind it can tell."""
        if _END_BEHIND.match(self.behind) and self._ends_derived(len(letters) > 1, names):
            return Standing.WORD
        if not self.is_whole or not self._is_sense_behind(letters):
            return None
        return self._in_front(_MARKS.sub("", self.before), len(letters) > 1, names)

    def _ends_derived(self, is_long: bool, names: Sequence[str]) -> bool:
        """Whether a derived form stands right before. In front of one letter it has the name of
        the note in it, or is set off; and so it does where it begins an item, and is longer."""
        derived = _DERIVED_BARE.search(self.before)
        if not derived or not derived[2][0].islower() or not _is_derived(derived[2]):
            return False
        if not derived.start():
            shorter = [name for name in names if len(name) < len(derived[2])]
            return self.is_whole and is_named([derived[2]], shorter)
        return is_long or bool(derived[1]) or is_named([derived[2]], names)

    def _is_sense_behind(self, letters: str) -> bool:
        if self.is_certain(letters) or self._begins_sense(min(len(letters), 3)):
            return True
        return _COLON_SENSE_BEHIND.match(self.behind) is not None

    def _begins_sense(self, length: int) -> bool:
        """Whether what is behind a label of that many letters is a sense, and none of a number."""
        if length == 3 and _NUMBER_BEHIND.match(self.behind):
            return True
        sense = _MARKS.sub("", self.behind)
        if not _SENSES_BEHIND[length - 1].match(sense):
            return False
        beginning = sense[:_SENSE_LENGTH]
        words = beginning if length == 1 else " ".join(beginning.split()[:3])
        return length == 3 or (not _NUMBER.search(beginning) and is_of_words(words))

    def _in_front(self, before: str, is_long: bool, names: Sequence[str]) -> Standing | None:
        """Where a label with that much in front of it stands; one of two letters ``is_long``."""
        before = _AT_SENSE.sub("", before, count=1)
        bracket = _BRACKET.search(before)
        if bracket and not is_of_words(bracket[0]):
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
        is_headword = (is_set_off and is_term(words)) or is_named(words, names)
        return Standing.WORD if is_headword else None


def _is_symbol(letter: str, behind: str) -> bool:
    """Whether what stands behind a letter says that it is a symbol."""
    written = _WRITTEN_BEHIND.match(behind)
    is_written = written is not None and written[1] == letter
    return is_written or _SYMBOL_BEHIND.match(behind) is not None


def _is_angled_form(joined: Joined) -> bool:
    """Whether a label stands alone in angled brackets, behind a word: `walling ⟨n.⟩`."""
    word = _ANGLED_BEFORE.search(joined.before)
    return word is not None and joined.behind[:1] in {"⟩", "›", ">"} and is_term([word[1]])


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
    is_word = word is not None and is_term([word[1]])
    return is_word and _RUN_ON_BEHIND.match(joined.behind) is not None


def _is_derived(word: str) -> bool:
    return len(word) > 3 and is_term([word])
