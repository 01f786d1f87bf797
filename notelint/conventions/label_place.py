"""Where dictionaries print a part-of-speech label, and where a letter can only be a variable.

A label stands at the start of a sense (`n. a wall`), behind a headword (`wall n.`), behind a
derived form (`—walled adj.`), or joined to another label.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from notelint.conventions.derived_form import DASH, MARK, SAID, DerivedForm, is_derived
from notelint.conventions.headword import WORD, WORDS, is_named, is_of_words, is_term
from notelint.conventions.label import GAP, Joined
from notelint.values import NamedTuple, lazy_pattern

if TYPE_CHECKING:
    from notelint.conventions.bare_label import BareLabel

_SENSE = rf"(?:(?:\(\d{{1,2}}[a-z]?\)|\d{{1,2}}[.)]|[IVX]{{1,4}}[.)]|[A-E][.)]){GAP})"

_NUMBERED = r"(?<=\w)\$\^ ?\{? ?\d{1,2} ?\}?\$"  # a headword: `wall$^2$`
_MARKS = lazy_pattern(rf"{MARK}|{_NUMBERED}")
_AT_SENSE = lazy_pattern(rf"(?:\[.\]{GAP})?{_SENSE}?")
_AT_BARE_SENSE = lazy_pattern(rf"(?:\d{{1,2}}|[A-E]){GAP}\Z")  # `A adj. of walls`
_BRACKET = lazy_pattern(
    rf"(?:\((?:[-–\w '’‘“”´`¨\".,;:&/]|\$[^$\n]{{1,20}}\$)*\)|\\?\[[-\w '’.,]+\]"
    rf"|/[^\s/$][^/$\n]{{0,40}}/|\\[^\s\\$][^\\$\n]{{0,40}}\\),?(?:{GAP}|\Z)"
)  # words, the headword's other form, how it is spoken
_MOST_BRACKETS = 3
_HEADWORD = lazy_pattern(rf"({WORDS}),?{GAP}")
_MARKED = lazy_pattern(rf"(?:{_SENSE}{MARK}|{MARK}{_SENSE}?{MARK}?){WORDS},?{MARK},?{GAP}(?!\w)")
_DERIVED = lazy_pattern(rf"{DASH}(?:{GAP})?({WORD}),?{GAP}\Z")
_LOWER_WORD = lazy_pattern(rf"(?<![\w$])([a-z][\w'’·-]*){GAP}\Z")

_SENSE_BEHIND = lazy_pattern(rf"(?:[*_]{{1,3}}|==)?(?:\s*\Z|,?{GAP}(?!{SAID})|{DASH}|\))")
_END_BEHIND = lazy_pattern(
    rf"[*_]{{0,3}}(?:\s*(?:\^[\w-]+\s*)?\Z|\s*%%|\s?\[\^|{GAP}?{DASH}|{GAP}\\\[)"
)
_IN_BRACKET = lazy_pattern(rf"\((?:{WORD}[.,]?{GAP}){{1,3}}\Z")  # `schema (schemata pl.)`
_RUN_ON_BEHIND = lazy_pattern(
    rf"[*_]{{0,3}}(?:[ \t]*$|{GAP}(?:{WORD} (?:adj|n)\.|\\\[)|{GAP}?{DASH})", re.M
)
_PLURAL_BEHIND = lazy_pattern(rf"{GAP}[^\W\d_][\w '’,-]*[);]")
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


NOTHING_PROVEN: Mapping[str, bool] = {}


class Standing(StrEnum):
    """Where a label stands."""

    START = "start"  # of a sense
    WORD = "word"  # behind a headword or a derived form, or joined to another label
    WITHIN = "within"  # an item, at another sense


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
        return self.is_stopped or self._bare.is_certain(letters)

    @property
    def _bare(self) -> BareLabel:
        from notelint.conventions.bare_label import BareLabel  # for few labels

        return BareLabel(self.before, self.behind, self.is_whole)

    def standing(
        self,
        letters: str,
        labels: Collection[str],
        names: Sequence[str],
        proven: Mapping[str, bool] = NOTHING_PROVEN,
    ) -> Standing | None:
        """Where a label of some letters stands, or None where the place is no label's. ``labels``
        are the letters of all that the dictionary prints, ``names`` those of the note; what is
        ``proven`` seldom stands for anything else in the dictionary, or never where it is true."""
        if len(letters) == 1 and _is_symbol(letters, self.behind):
            return None
        if not self.is_stopped:
            return self._standing_bare(letters, names, proven)
        return self._standing_stopped(letters, labels, names)

    def _standing_stopped(
        self, letters: str, labels: Collection[str], names: Sequence[str]
    ) -> Standing | None:
        """Where a label with a stop stands."""
        joined = Joined(_MARKS.sub("", self.before), _MARKS.sub("", self.behind), labels)
        if joined.is_foreign:
            return None  # `$n$. and $k$.`
        is_angled = joined.before[-1:] in {"⟨", "‹", "<"} and _ANGLED_BEHIND.match(joined.behind)
        is_sense = is_angled or _SENSE_BEHIND.match(self.behind)
        before = joined.before[:-1] if is_angled else joined.before
        if (
            is_sense
            and self.is_whole
            and (found := self._in_front(before, len(letters) > 1, names))
        ):
            return found
        longest = max(map(len, [letters, *joined.others])) if joined.others else 0
        is_joined = longest > 1 or joined.follows_long
        if is_joined or _is_angled_form(joined) or _runs_on(joined, letters):
            return Standing.WORD
        from notelint.conventions.sense_break import begins_sense  # for few labels

        if begins_sense(joined.before, joined.behind, letters):
            return Standing.WITHIN
        form = DerivedForm(joined.before, joined.behind, (self.before, self.behind))
        return Standing.WORD if form.has(letters, labels, names) else None

    def _standing_bare(
        self, letters: str, names: Sequence[str], proven: Mapping[str, bool]
    ) -> Standing | None:
        """Where a label without a stop stands."""
        bare = self._bare.alone()
        if bare.before.endswith(", ") and bare.behind.startswith(","):
            bare = bare._replace(behind=bare.behind[1:])  # `wall, n, a barrier`
        if bare.ends_derived(letters, names):
            return Standing.WORD
        if not bare.begins_sense(letters, proven.get(letters)):
            return None
        before = _MARKS.sub("", bare.before)
        found = self._in_front(before, len(letters) > 1, names) if self.is_whole else None
        return found or (Standing.WITHIN if bare.begins_within(letters) else None)

    def _in_front(self, before: str, is_long: bool, names: Sequence[str]) -> Standing | None:
        """Where a label with that much in front of it stands; one of two letters ``is_long``."""
        before = _AT_SENSE.sub("", before, count=1)
        if is_long and _AT_BARE_SENSE.match(before):
            return Standing.START
        brackets = [match[0] for match in _BRACKET.finditer(before)][:_MOST_BRACKETS]
        if not all(map(is_of_words, brackets)):
            return None
        left = _BRACKET.sub("", before, count=_MOST_BRACKETS)
        if not left:
            return Standing.START
        headword = _HEADWORD.fullmatch(left)
        if not headword:
            return None
        words = headword[1].split()
        is_marked = (is_long or not words[0][0].isupper()) and _MARKED.match(self.before)
        is_set_off = is_marked or (len(words) == 1 and (brackets or is_long))
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
    if derived and is_derived(derived[1]) and _END_BEHIND.match(joined.behind):
        return True
    if len(letters) == 1:
        return False
    if joined.before.endswith("("):
        return _PLURAL_BEHIND.match(joined.behind) is not None
    if joined.behind.startswith(")") and _IN_BRACKET.search(joined.before):
        return True
    word = _LOWER_WORD.search(joined.before)
    is_word = word is not None and is_term([word[1]])
    return is_word and _RUN_ON_BEHIND.match(joined.behind) is not None
