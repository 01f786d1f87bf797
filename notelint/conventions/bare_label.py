"""Where a label stands that is printed without a stop: only the sense behind it can tell it from a
variable, `n a wall` from `n a prime`, and what else dictionaries print there.
"""

from __future__ import annotations

from collections.abc import Sequence

from notelint.conventions.derived_form import DASH, END_BEHIND, MARK, SAID, is_derived
from notelint.conventions.headword import WORD, is_named, is_of_words, is_term
from notelint.conventions.label import GAP, label_letters
from notelint.values import NamedTuple, lazy_pattern

_MARKS = lazy_pattern(MARK)
_ANY_SENSE = rf"(?!{SAID}|of\b(?! or\b))\(?[a-z]+\b"  # `$det$ of a matrix`
# What begins a sense: `n a wall`, `vt to wall in`, `adj like a wall`.
_SENSES = tuple(
    lazy_pattern(rf"{GAP}{words}")
    for words in (
        r"(?:(?:an?|any|one|the|some(?:one|thing))|to (?!infinity|zero|one|many)[a-z]{2,})\b",
        r"to [a-z]{2,}(?<!to infinity)\b",
        _ANY_SENSE,
    )
)
_ANY = lazy_pattern(rf"{GAP}{_ANY_SENSE}")
_OF_THINGS = lazy_pattern(rf"{GAP}of\b(?![^.;:]*\bmatri)")  # `adj of printing`
_NUMBER = lazy_pattern(
    r"\b(?:(?:whole|real|prime|odd|even|fixed|given|complex|unknown)\b|positive|negative|natural"
    r"|rational|finite|infinite|symbol)"
)
_SENSE_LENGTH = 60  # of the beginning that tells what a sense speaks of
_FIRST_WORDS = 3
_LONG = 3  # letters of a label that no product is

# What dictionaries print behind a label, and no text behind a variable: a date, the number of a
# sense, its field in italics, the language of an older word, a plural.
_CERTAIN = lazy_pattern(
    rf"{GAP}(?:\((?:bef\. |before |ca?\. ?)?(?:\d{{1,2}}c|1\d{{3}}|20\d\d)\)"
    rf"|\*{{0,2}}\d{{1,2}}(?: [a-z])? ?:\*{{0,2}}{GAP}[a-z*(]"
    rf"|\*{{0,2}}\d{{1,2}}\*{{0,2}}{GAP}(?:(?:an?|any|one|the|to|of|in) (?!\d)|[*(])"
    rf"|[*_][a-z][a-z ,]{{1,30}}[*_]{GAP}[a-z(]"
    rf"|\\?\[[*_]?(?:[MO]?[EFLD]|A[FN]|ONF|[LN]L|VL|L?Gk|MGk|G|[MO]HG|M?LG|ON|It|OIt|Sp|Pg|Skt|Ar|Heb)"
    rf"(?:[*_]?\\?\]|[*_]?,? [*_]?[^\W\d_A-Z]))"
    rf"|,{GAP}[*_]?pl[*_]?{GAP}[*_]*-?[a-z]"
)
_INFLECTED = lazy_pattern(rf"{GAP}\*\*[a-z][\w·-]*[,;*]")  # `vb **walled; walling**`
# The mark that some dictionaries print in front of each sense, and a list of symbols may, too:
# `vt : to wall in`, `n : a wall`.
_COLON = lazy_pattern(rf"{GAP}:{GAP}[a-z(]")
_COLON_SENSE = lazy_pattern(
    rf"{GAP}:{GAP}(?:to [a-z]{{2}}|(?:an?|any|one|some(?:one|thing))\b(?![^\n.]*\$))"
)
_BRACKET = lazy_pattern(rf"{GAP}\\?\[[A-Za-z]")  # an etymology
_NUMBERED = lazy_pattern(rf"{GAP}\*{{0,2}}\d{{1,2}}\*{{0,2}}{GAP}(?!{SAID}|of\b(?! or\b))[a-z(]")
_DERIVED = lazy_pattern(rf"(?:(?<!-){DASH}(?:{GAP})?|\A)({MARK}?)({WORD}){MARK}?,?{GAP}\Z")

# Two labels that are joined: `adj & adv`, `n or vb`.
_USUAL = r"(?:n pl|pl n|npl|n|vb|vtr|v[it]?|adj|adv|prep|conj|interj|pron|agg|avv|[sn][mf])"
_JOINT = r"(?:\\?&|&amp;|and|or|,|/|et|ou|und|oder|e|o|y)"
_OTHER_BEFORE = lazy_pattern(
    rf"(?:\A|(?<=\s))(?:{_USUAL}|\$(?P<formula>[^$\n]{{1,40}})\$)[*_]{{0,3}}{GAP}?{_JOINT}{GAP}?\Z"
)
_OTHER_BEHIND = lazy_pattern(
    rf"[*_]{{0,3}}{GAP}?{_JOINT}{GAP}?[*_]{{0,3}}(?:{_USUAL}\b|\$(?P<formula>[^$\n]{{1,40}})\$)(?!\.)"
)
# Functions of mathematics and notions of its texts, which stand within a sentence as well.
_FUNCTIONS = {
    *("det", "inf", "int", "gen", "ord", "num", "aux", "sym", "symb", "sing", "init", "part")
}
_ARTICLES = {"a", "an", "the", "of", "is", "operator", "function", "matrix"}
_WORD_BEFORE = lazy_pattern(rf"(?<![\w$\\])(?P<word>[a-z][a-z'’-]+)[).,;:]?{GAP}\Z")


class BareLabel(NamedTuple):
    """What stands around a formula without a stop, and ``is_whole`` where nothing before it in its
    item is left out."""

    before: str
    behind: str
    is_whole: bool = True

    def alone(self) -> BareLabel:
        """The same without a label that is joined to this one."""
        before, behind = self.before, self.behind
        match = _OTHER_BEFORE.search(before)
        if match and _may_be_label(match["formula"]):
            before = before[: match.start()]
        match = _OTHER_BEHIND.match(behind)
        if match and _may_be_label(match["formula"]):
            behind = behind[match.end() :]
        return self._replace(before=before, behind=behind)

    def is_certain(self, letters: str) -> bool:
        """Whether letters there are certainly no variable, nor a product."""
        if _CERTAIN.match(self.behind) or (len(letters) > 1 and _INFLECTED.match(self.behind)):
            return True
        colon = _COLON_SENSE if len(letters) == 2 else _COLON
        return len(letters) > 1 and colon.match(self.behind) is not None

    def begins_sense(self, letters: str, is_only: bool | None) -> bool:
        """Whether what is behind is a sense. It may begin with any word behind a label that the
        dictionary is known to print so, and that ``is_only`` a label there or seldom a variable;
        that is none where nothing is known."""
        if self.is_certain(letters) or self._begins_words(min(len(letters), _LONG), is_only):
            return True
        if is_only is not None and _COLON.match(self.behind):
            return _is_of_things(self.behind.partition(":")[2])
        return _COLON_SENSE.match(self.behind) is not None

    def _begins_words(self, length: int, is_only: bool | None) -> bool:
        """Whether words of a sense are behind a label of that many letters, and none of a number
        or a quantity."""
        if length == _LONG and (_NUMBERED.match(self.behind) or _BRACKET.match(self.behind)):
            return True
        sense = _MARKS.sub("", self.behind)
        if length < _LONG and _has_variables(sense):
            return False
        is_any = is_only is not None and _ANY.match(sense) is not None
        if length == _LONG and is_only and _OF_THINGS.match(sense):
            return True
        if not is_any and not _SENSES[length - 1].match(sense):
            return False
        if length == _LONG or is_only or (length > 1 and is_any):
            return True
        return not _NUMBER.search(sense[:_SENSE_LENGTH]) and _is_of_things(sense)

    def ends_derived(self, letters: str, names: Sequence[str]) -> bool:
        """Whether a derived form stands right before, and nothing behind. In front of one letter it
        has the name of the note in it, or is set off; and so it does where it begins an item, and
        is longer."""
        derived = _DERIVED.search(self.before) if END_BEHIND.match(self.behind) else None
        if not derived or not derived[2][0].islower() or not is_derived(derived[2]):
            return False
        if not derived.start():
            shorter = [name for name in names if len(name) < len(derived[2])]
            return self.is_whole and is_named([derived[2]], shorter)
        return len(letters) > 1 or bool(derived[1]) or is_named([derived[2]], names)

    def begins_within(self, letters: str) -> bool:
        """Whether a label begins another sense in the middle of an item: `a flat edge vb to cut
        one`. No product has three letters, and none stands in front of an infinitive."""
        word = _WORD_BEFORE.search(_MARKS.sub("", self.before))
        if not word or letters in _FUNCTIONS:
            return False
        if not is_term([word["word"]]) and (len(letters) < _LONG or word["word"] in _ARTICLES):
            return False
        if len(letters) == 1:
            return False
        sense = _SENSES[min(len(letters), _LONG) - 1].match(self.behind)
        return bool(sense or _COLON_SENSE.match(self.behind)) or self.is_certain(letters)


def _is_of_things(sense: str) -> bool:
    """Whether a sense speaks of no quantity: it does so in its first words, and no infinitive."""
    words = sense.split()[:_FIRST_WORDS]
    return words[0] == "to" or is_of_words(" ".join(words))


def _has_variables(sense: str) -> bool:
    """Whether the sentence has formulas that are no labels."""
    sentence = sense.partition(".")[0]
    return not all(map(_may_be_label, sentence.split("$")[1::2]))


def _may_be_label(formula: str | None) -> bool:
    """Whether a joined label is text, or a formula of two letters or more."""
    if formula is None:
        return True
    found = label_letters(formula)
    return found is not None and len(found[0]) > 1 and not found[1]
