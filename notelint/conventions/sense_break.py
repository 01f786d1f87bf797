"""Where another sense begins within an item, with its label: behind a stop, a dash, a sign or a
number of its own, as in `to wall in.—n. A wall; v.i. to stand ■ adj. of walls`.

No sentence is made of a variable alone, so that a single letter between two stops is a label, too;
behind other marks it needs a sense behind it.
"""

from __future__ import annotations

import re

from notelint.conventions.derived_form import CLOSED, DASH, SAID, SIGN, is_abbreviated
from notelint.conventions.headword import is_of_words
from notelint.conventions.label import GAP
from notelint.values import lazy_pattern

_MARK = r"(?:\(\d{1,2}[a-z]?\)|\d{1,2}[.)]?|[A-E][.)]?|[IVX]{1,4}[.)])"
_BEHIND_STOP = lazy_pattern(
    rf"(?P<word>\w*)(?P<stop>[.!?]{CLOSED}|[:;]|\)|\])(?:{GAP})?(?P<dash>{DASH})?(?:{GAP})?"
    rf"(?P<mark>{_MARK}{GAP})?\Z"
)
_BEHIND_DASH = lazy_pattern(rf"(?<!\d)(?<!\d ){DASH}(?:{GAP})?(?:{_MARK}{GAP})?\Z")
_BEHIND_SIGN = lazy_pattern(rf"{SIGN}(?:{GAP})?(?:{_MARK}{GAP})?\Z")
_SENSE = lazy_pattern(rf",?{GAP}(?!{SAID})[^\W\d_][^$\n]{{3}}|,?{GAP}[(\[*_]|,?{GAP}\d{{1,2}}\.? ")
_CLEAR_SENSE = lazy_pattern(
    rf"{GAP}(?:an?|any|one|the|to|some(?:one|thing)?|having|eine?[rsnm]?|un[ae]?|uno)\b"
    rf"(?![^.;\n]*\$)"
)
_ARTICLES = ("a", "an", "the")
_SHORTEST = 3  # letters of a word that is no abbreviation
_FIRST = 4  # words of a sense
_LONG = 3  # letters of a label that no product is


def begins_sense(before: str, behind: str, letters: str) -> bool:
    """Whether a label of some letters begins a sense between what stands before it and behind."""
    if not _SENSE.match(behind):
        return False
    if _BEHIND_SIGN.search(before):
        return True
    if len(letters) >= _LONG and _BEHIND_DASH.search(before):
        return True
    match = _BEHIND_STOP.search(before)
    if match is None or is_abbreviated(before[: match.end("stop")]):
        return False
    if len(letters) > 1:
        return match["stop"] not in {")", "]"} or bool(match["dash"])
    return _is_clear(match, behind, letters)


def _is_clear(match: re.Match[str], behind: str, letter: str) -> bool:
    """Whether a single letter can be no variable behind a stop."""
    is_word = len(match["word"]) >= _SHORTEST and match["word"].islower()
    if match["mark"] and match["mark"].strip().isalnum():
        return False  # `1 $n$. 2 $m$.`
    if match["stop"] in {":", ")", "]"} and not match["dash"]:
        return False
    if match["stop"] == ";" and not match["dash"]:
        words = behind.split()[:_FIRST]
        is_sense = _CLEAR_SENSE.match(behind) is not None and is_of_words(" ".join(words))
        return is_word and is_sense and (letter != "v" or words[0] not in _ARTICLES)
    return is_word or len(match["stop"]) > 1 or match["stop"] in {")", "]"}
