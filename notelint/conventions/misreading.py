"""A formula read as the part-of-speech label, the part of one or the pair that it may have been."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import product

from notelint.conventions.label import label_letters, without_font
from notelint.conventions.label_place import NOTHING_PROVEN, LabelPlace, Standing
from notelint.values import NamedTuple, lazy_pattern

_LONGEST = 60  # characters of a pair of labels
_AND = lazy_pattern(r" ?\\?& ?")  # which stands in no formula but for a table's
_CAPITAL = lazy_pattern(r"(?:\\math(?:rm|it) ?\{ ?)?([A-Z])[ }.]{0,3}")
_ANY_PART = r"(?:[^\W\d_]{1,5}|\$[A-Za-z]{1,5}\$)\."
_PARTS_BEFORE = lazy_pattern(rf"(?<![\w$.])(?:{_ANY_PART} ?){{1,2}}\Z")
_PARTS_BEHIND = lazy_pattern(rf"(?: ?{_ANY_PART}){{1,2}}")
_PART = lazy_pattern(rf" ?{_ANY_PART} ?")


class MisreadLabel(NamedTuple):
    """What a formula says as a label: ``printed`` as the dictionary has it, with a stop where the
    note has one, the ``letters`` of the whole label that it is or is a part of, how that stands."""

    printed: str
    letters: str
    standing: Standing


class _Reading(NamedTuple):
    """A label that a formula would be in a place, and the place of all of it."""

    printed: str
    letters: str
    place: LabelPlace


@lru_cache(maxsize=1024)
def has_label_letters(formula: str) -> bool:
    """Whether a formula is made of letters that some label might have, wherever it stands."""
    if label_letters(formula) or _CAPITAL.fullmatch(formula):
        return True
    return "&" in formula and len(formula) <= _LONGEST


def may_be_label(formula: str, place: LabelPlace, names: Sequence[str]) -> bool:
    """Whether a formula of such letters may be a label of some dictionary in its place. A capital
    alone is mathematics, but for a part of a label."""
    found = label_letters(formula)
    if not place.is_stopped:
        return (
            found is not None and place.standing(found[0], (), names, {found[0]: True}) is not None
        )
    is_part = _PARTS_BEFORE.search(place.before) or _PARTS_BEHIND.match(place.behind)
    return found is not None or "&" in formula or is_part is not None


def misread_label(
    formula: str,
    place: LabelPlace,
    labels: Mapping[str, str],
    names: Sequence[str],
    proven: Mapping[str, bool] = NOTHING_PROVEN,
) -> MisreadLabel | None:
    """The label that a formula is in its place, if it is one of those that a dictionary prints,
    which are given by their letters; ``names`` are those of the note, and what is ``proven`` is
    nothing but a label in the dictionary."""
    read = _read(formula, place, labels)
    standing = read and read.place.standing(read.letters, labels, names, proven)
    return MisreadLabel(read.printed, read.letters, standing) if read and standing else None


def _read(formula: str, place: LabelPlace, labels: Mapping[str, str]) -> _Reading | None:
    if "&" in formula:
        return _pair(formula, place, labels)
    found = label_letters(formula)
    letters = found[0] if found else ""
    if letters in labels:
        return _whole(formula, letters, place, labels[letters])
    capital = _CAPITAL.fullmatch(formula)
    part = letters or (capital[1] if capital else "")
    return _of_parts(part, place, labels) if part and place.is_stopped else None


def _whole(formula: str, letters: str, place: LabelPlace, label: str) -> _Reading | None:
    if place.is_stopped:  # the note's stop is never taken out
        return _Reading(_spelled(formula, label), letters, place)
    return None if label.endswith(".") else _Reading(label, letters, place)  # and none is put in


def _pair(formula: str, place: LabelPlace, labels: Mapping[str, str]) -> _Reading | None:
    """Two labels that were read as one formula: `$n. & adj$.`"""
    pair = _AND.split(formula)
    found = [found[0] if (found := label_letters(part)) else "" for part in pair]
    if len(pair) != 2 or not place.is_stopped or not all(letters in labels for letters in found):
        return None
    printed = " & ".join(map(_spelled, pair, (labels[letters] for letters in found)))
    return _Reading(printed, max(found, key=len), place)


def _spelled(formula: str, label: str) -> str:
    """A label with its stop, and with those inside that the formula has: `n. pl.` for `$n . p l$.`,
    whatever else the dictionary prints."""
    parts = [part.replace(" ", "") for part in without_font(formula).strip(" .").split(".")]
    is_split = len(parts) > 1 and "." not in label.rstrip(".")
    return ". ".join(parts) + "." if is_split else label.rstrip(".") + "."


def _of_parts(part: str, place: LabelPlace, labels: Mapping[str, str]) -> _Reading | None:
    """A part of a label whose other parts were read well or apart: `$n$. m.`, `$v$. $t$.`"""
    before = _PARTS_BEFORE.search(place.before)
    behind = _PARTS_BEHIND.match(place.behind)
    lefts, rights = _ends(before[0] if before else ""), _beginnings(behind[0] if behind else "")
    for left, right in product(lefts, rights):
        letters = re.sub(r"[\W_]", "", left) + part + re.sub(r"[\W_]", "", right)
        if (left or right) and letters in labels:
            before_all = place.before[: len(place.before) - len(left)]
            around = place._replace(before=before_all, behind=place.behind[len(right) :])
            return _Reading(part + ".", letters, around)
    return None


def _ends(text: str) -> list[str]:
    """What a text of parts ends with, the longest first: all of it, the last part, nothing."""
    parts = _PART.findall(text)
    return ["".join(parts[start:]) for start in range(len(parts) + 1)]


def _beginnings(text: str) -> list[str]:
    parts = _PART.findall(text)
    return ["".join(parts[:end]) for end in range(len(parts), -1, -1)]
