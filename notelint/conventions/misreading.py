"""A formula read as the part-of-speech label, the part of one or the pair that it may have been."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from notelint.conventions.label import (
    GAP,
    JOINT,
    NOTHING_PROVEN,
    Standing,
    label_letters,
    shortened,
)
from notelint.conventions.label_place import LabelPlace
from notelint.values import NamedTuple, lazy_pattern

_AND = lazy_pattern(r" ?\\?& ?")  # which stands in no formula but for a table's
_JOINED = lazy_pattern(r"([A-Za-z. ]+\.) ?(y|et|e|ou|o|und|u\.|and|or)([A-Za-z. ]+)")  # `adj. ys`
_CAPITAL = lazy_pattern(r"([A-Z])\.?")
_VERB_BEFORE = lazy_pattern(  # `v. t. & `
    rf"(?<![\w$])\$?[vV]b?\.? ?(?:t|i|tr|intr|refl|a|n)\.?\$?\.?{GAP}?{JOINT}{GAP}?\Z"
)
_SET_OFF = lazy_pattern(r"[*_)\]/\\⟩›>—–,.;][,.;]?[ \n]?[*_(]*\Z")
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


def may_be_label(formula: str, place: LabelPlace, names: Sequence[str]) -> bool:
    """Whether a formula of such letters may be a label of some dictionary in its place. A capital
    alone is mathematics, but for a part of a label."""
    found = label_letters(formula)
    if not place.is_stopped:
        if found is None:
            return False
        is_set_off = _SET_OFF.search(place.before) is not None
        return is_set_off or place.standing(found[0], (), names, {found[0]: True}) is not None
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
    if place.is_abbreviation(formula.strip(".")):
        return None
    for read in _readings(formula, place, labels):
        standing = read and read.place.standing(read.letters, labels, names, proven)
        if read and standing:
            return MisreadLabel(read.printed, read.letters, standing)
    return None


def _readings(
    formula: str, place: LabelPlace, labels: Mapping[str, str]
) -> Iterator[_Reading | None]:
    if "&" in formula:
        yield _pair(formula, place, labels)
        return
    found = label_letters(formula)
    letters = found[0] if found else ""
    if place.before and len(letters) > 1 and letters not in labels and letters[0].isupper():
        formula, letters = formula[0].lower() + formula[1:], letters[0].lower() + letters[1:]
        if letters in labels and (read := _whole(formula, letters, place, labels[letters])):
            yield read._replace(printed=read.printed[0].upper() + read.printed[1:])
        return
    if letters not in labels and (joined := _JOINED.fullmatch(formula)):
        yield _pair(f"{joined[1]} & {joined[3]}", place, labels, joined[2])
    if letters in labels:
        yield _whole(formula, letters, place, labels[letters])
    yield _part(formula, letters, place, labels)


def _part(
    formula: str, letters: str, place: LabelPlace, labels: Mapping[str, str]
) -> _Reading | None:
    if letters and place.is_stopped and (verb := _VERB_BEFORE.search(place.before)):
        whole = shortened(letters, labels)
        if whole:
            return _Reading(
                letters + ".", whole, place._replace(before=place.before[: verb.start()])
            )
    capital = _CAPITAL.fullmatch(formula)
    part = letters or (capital[1] if capital else "")
    return _of_parts(part, place, labels) if part and place.is_stopped else None


def _whole(formula: str, letters: str, place: LabelPlace, label: str) -> _Reading | None:
    if place.is_stopped:  # the note's stop is never taken out
        return _Reading(_spelled(formula, label), letters, place)
    if label.endswith(".") and not place.has_ending:
        return None  # and none is put in
    return _Reading(label.rstrip("."), letters, place)


def _pair(
    formula: str, place: LabelPlace, labels: Mapping[str, str], joint: str = "&"
) -> _Reading | None:
    """Two labels that were read as one formula: `$n. & adj$.`"""
    pair = _AND.split(formula)
    found = [found[0] if (found := label_letters(part)) else "" for part in pair]
    if len(pair) != 2 or not place.is_stopped or not all(letters in labels for letters in found):
        return None
    printed = f" {joint} ".join(map(_spelled, pair, (labels[letters] for letters in found)))
    return _Reading(printed, max(found, key=len), place)


def _spelled(formula: str, label: str) -> str:
    """A label with its stop, and with those inside that the formula has: `n. pl.` for `$n . p l$.`,
    whatever else the dictionary prints."""
    parts = [part.replace(" ", "") for part in formula.strip(" .").split(".")]
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
