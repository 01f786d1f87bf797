"""Where dictionaries print a part-of-speech label, and where a letter can only be a variable.

A label stands at the start of a sense (`n. a wall`), behind a headword (`wall n.`), behind a
derived form (`—walled adj.`), or joined to another label.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from notelint.conventions.derived_form import DASH, END_BEHIND, MARK, SAID, DerivedForm, is_derived
from notelint.conventions.headword import (
    WORD,
    WORDS,
    counts_things,
    ends_alike,
    is_named,
    is_of_words,
    is_term,
)
from notelint.conventions.label import GAP, NOTHING_PROVEN, Joined, Standing
from notelint.values import NamedTuple, lazy_pattern

if TYPE_CHECKING:
    from notelint.conventions.bare_label import BareLabel

_SENSE = rf"(?:(?:\(\d{{1,2}}[a-z]?\)|\d{{1,2}}[.)]|[IVX]{{1,4}}[.)]|[A-E][.)]){GAP})"

_NUMBERED = r"(?<=\w)\$\^ ?\{? ?\d{1,2} ?\}?\$"  # a headword: `wall$^2$`
_MARKS = lazy_pattern(rf"{MARK}|{_NUMBERED}")
_MARK_SIGN = lazy_pattern(r"[*=\[\]_<$]")  # which each of them has, and is far faster to look for
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

_ENDING_BEHIND = lazy_pattern(r"[*_]{0,3}[;,] ?[-–](?:[;,]|\(?\w{1,4}\)?)")
_HEAD_BEHIND = lazy_pattern(
    rf"[*_]{{0,3}}(?:\s*\Z|;|,{GAP}[-–]|{GAP}\*{{1,2}}[\w(]|{GAP}\\?\[|{GAP}\(\d|{GAP}\d{{1,2}}\b)"
)
_SENSE_BEHIND = lazy_pattern(rf"(?:[*_]{{1,3}}|==)?(?:\s*\Z|,?{GAP}(?!{SAID})|{DASH}|\))")
_IN_BRACKET = lazy_pattern(rf"\((?:{WORD}[.,]?{GAP}){{1,3}}\Z")  # `schema (schemata pl.)`
_RUN_ON_BEHIND = lazy_pattern(
    rf"[*_]{{0,3}}(?:[ \t]*$|{GAP}(?:{WORD} (?:adj|n)\.|\\\[)|{GAP}?{DASH})", re.M
)
_PLURAL_BEHIND = lazy_pattern(rf"{GAP}[^\W\d_][\w '’,-]*[);]")
# A letter that is said to be a symbol is one: `$n$. In formulae, the usual symbol for …`
_SYMBOL_BEHIND = lazy_pattern(
    rf"{GAP}(?:[Ii]n (?:the )?(?:formula[es]?|equations?|symbols)\b|(?:[Ii]n [^.,;:]{{2,40}}, )?"
    r"(?:[Tt]he )?(?:(?!an? )[a-z]+ ){0,2}(?:[Ss](?:ymbol|ign)|[Vv]ariable|[Nn]otation|[Ll]etter) "
    r"(?:for|of|denoting)\b|(?:Formelzeichen|Zeichen|Symbol|Kurzzeichen)\b|(?:[Ll][ea] )?"
    r"[Ss](?:ymbole d|[íi]mbolo d|ymbool)|[Ss]ymbol(?:et)? (?:för|for)\b|[Nn]otation d)"
)
_WRITTEN_BEHIND = lazy_pattern(
    r"[^$\n]{2,120}\b(?:symboli[sz]ed|denoted|written) (?:(?:by|as|with) )?\$([a-z])\$"
)
_SEE = ("s", "v")  # siehe; voir, véase, vedi
_ONE_NAME = lazy_pattern(rf"{GAP}[*_\[]*(?:[A-ZÀ-Þ][\w'’-]*|[A-ZÀ-Þ][A-ZÀ-Þ '’-]*)[*_\]]*\.?\s*")
_ABBREVIATED = lazy_pattern(rf"{GAP}[aou]\.{GAP}[a-zß-ÿ]")  # vor allem, siehe oben, siehe unten
_ANGLED_BEHIND = lazy_pattern(r"[^⟨⟩‹›<>\n]{0,40}[⟩›>]")
_ANGLED_BEFORE = lazy_pattern(rf"(?<![\w$])({WORD}){GAP}[⟨‹<]\Z")


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

    @property
    def has_ending(self) -> bool:
        """Whether the ending of a case stands behind, as it does behind a gender: `f; -, -en`."""
        return _ENDING_BEHIND.match(self.behind) is not None

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

    def is_abbreviation(self, letters: str) -> bool:
        """Whether a letter that stands for *see* in some languages begins an item that is a
        reference and no more: `s. Wand.`, `v. MUR.`; or another abbreviation: `; v. a. aus Ton`."""
        if letters not in _SEE:
            return False
        if self.is_whole and not self.before:
            return _ONE_NAME.fullmatch(self.behind) is not None
        return self.before.endswith("; ") and _ABBREVIATED.match(self.behind) is not None

    def _standing_stopped(
        self, letters: str, labels: Collection[str], names: Sequence[str]
    ) -> Standing | None:
        """Where a label with a stop stands."""
        joined = Joined(_unmarked(self.before), _unmarked(self.behind), labels)
        if joined.is_foreign:
            return None  # `$n$. and $k$.`
        is_angled = joined.before[-1:] in {"⟨", "‹", "<"} and _ANGLED_BEHIND.match(joined.behind)
        is_sense = is_angled or _SENSE_BEHIND.match(self.behind)
        before = joined.before[:-1] if is_angled else joined.before
        if is_sense and self.is_whole:
            is_long = len(letters) > 1
            found = self._in_front(before, is_long, names) if before else Standing.START
            if found is Standing.WORD and self._at_head(letters, labels) is Standing.HEAD:
                return Standing.HEAD
            if found:
                return found
        longest = max(map(len, [letters, *joined.others])) if joined.others else 0
        is_joined = longest > 1 or joined.follows_long
        at_head = self._at_head(letters, labels)
        if at_head is Standing.HEAD and not is_joined:
            return at_head
        if is_joined or _is_angled_form(joined) or _runs_on(joined, letters):
            return Standing.WORD
        return self._within(joined, letters, labels, names) or at_head

    def _within(
        self, joined: Joined, letters: str, labels: Collection[str], names: Sequence[str]
    ) -> Standing | None:
        """Where a label stands at another sense of an item, or behind a derived form."""
        from notelint.conventions.sense_break import begins_sense  # for few labels

        if begins_sense(joined.before, joined.behind, letters):
            return Standing.WITHIN
        form = DerivedForm(joined.before, joined.behind, (self.before, self.behind))
        return Standing.WORD if form.has(letters, labels, names) else None

    def _at_head(self, letters: str, labels: Collection[str]) -> Standing | None:
        """Where a label stands behind the head of an entry, or of one within the item."""
        before = self.before if self.is_whole else f"…{self.before}"
        from notelint.conventions.entry_head import standing_at_head  # for few labels

        return standing_at_head(before, self.behind, letters, labels)

    def _standing_bare(
        self, letters: str, names: Sequence[str], proven: Mapping[str, bool]
    ) -> Standing | None:
        """Where a label without a stop stands."""
        if found := self._behind_head(letters, proven):
            return found
        bare = self._bare.alone()
        if bare.before.endswith(", ") and bare.behind.startswith(","):
            bare = bare._replace(behind=bare.behind[1:])  # `wall, n, a barrier`
        if bare.ends_derived(letters, names):
            return Standing.WORD
        if not bare.begins_sense(letters, proven.get(letters)):
            return None
        before = _unmarked(bare.before)
        found = self._in_front(before, len(letters) > 1, names) if self.is_whole else None
        return found or (Standing.WITHIN if bare.begins_within(letters) else None)

    def _behind_head(self, letters: str, proven: Mapping[str, bool]) -> Standing | None:
        """Where a label without a stop stands behind a head, or alone in a bracket:
        `**wall** f; -`. A single letter does so where the dictionary is known to print it."""
        if len(letters) == 1 and letters not in proven and not self.has_ending:
            return None
        before, behind = self.before, self.behind
        is_set = before.endswith("(") and behind.startswith(")")
        if is_set:
            before, behind = before[:-1].rstrip(), behind[1:]
            if not before and self.is_whole:
                return Standing.START
        elif not _HEAD_BEHIND.match(behind):
            return None
        head = before if self.is_whole else f"…{before}"
        from notelint.conventions.entry_head import standing_at_head  # for few labels

        return standing_at_head(f"{head} " if is_set else head, behind, letters, ())

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
        if not is_long and counts_things(words):
            return None
        is_marked = (is_long or not words[0][0].isupper()) and _MARKED.match(self.before)
        is_set_off = is_marked or (len(words) == 1 and (brackets or is_long))
        is_kind = len(words) > 1 and is_term(words) and ends_alike(words, names)
        is_headword = (is_set_off and is_term(words)) or is_kind or is_named(words, names)
        return Standing.WORD if is_headword else None


def _unmarked(text: str) -> str:
    """A text without its markup."""
    return _MARKS.sub("", text) if _MARK_SIGN.search(text) else text


def _is_symbol(letter: str, behind: str) -> bool:
    """Whether what stands behind a letter says that it is a symbol."""
    written = _WRITTEN_BEHIND.match(behind) if "$" in behind else None
    is_written = written is not None and written[1] == letter
    return is_written or _SYMBOL_BEHIND.match(behind) is not None


def _is_angled_form(joined: Joined) -> bool:
    """Whether a label stands alone in angled brackets, behind a word: `walling ⟨n.⟩`."""
    word = _ANGLED_BEFORE.search(joined.before)
    return word is not None and joined.behind[:1] in {"⟩", "›", ">"} and is_term([word[1]])


def _runs_on(joined: Joined, letters: str) -> bool:
    """Whether a label stands behind a derived form or, of two letters, behind another word."""
    derived = _DERIVED.search(joined.before)
    if derived and is_derived(derived[1]) and END_BEHIND.match(joined.behind):
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
