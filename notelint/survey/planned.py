"""Links to notes that are still to be written: a vault that has many of them means to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fnmatch import fnmatchcase
from itertools import islice

from notelint.survey.look import PLANNED, Sight
from notelint.survey.proposal import Proposal, share, some
from notelint.survey.survey import Survey
from notelint.values import NamedTuple, lazy_pattern

_FEWEST = 10  # notes that link to what is not there
_LEAST = 0.02  # of all notes where any name may be planned
_FEWEST_OF_FAMILY = 10  # names that begin or end alike
_MOST_FAMILIES = 20
_LONGEST = 80  # characters of a pattern
_MAGIC = lazy_pattern(r"([*?\[])")
_DATE = lazy_pattern(r"(\d\d)\d\d(?:[-._]?(?:\d\d|W\d\d|Q\d))+|(\d\d)\d\d-W\d\d?")
_END = lazy_pattern(r"\S(\s+[-–—:]\s+[^-–—:]{2,40}|\s*\([^()]{2,40}\))\Z")
_FRONT = lazy_pattern(r"([^\s@#][^-–—:]{1,40}\s+[-–—]\s+|[^-–—:]{2,40}:\s+|[^\w\s(\[]{1,2}\s*)\S")
_KEYS = ("rules", PLANNED, "planned")


class _Missing(NamedTuple):
    name: str
    path: str  # of the note that links to it


def planned(survey: Survey) -> Iterator[Proposal]:
    """Patterns for names of notes that are planned: families of names, and all names where a good
    part of the notes link to such."""
    missing = [
        _Missing(sight.target, path)
        for path, sight in survey.by_rule.get(PLANNED, ())
        if sight.may_be_planned
    ]
    families = list(islice(_families(missing), _MOST_FAMILIES))
    left = [item for item in missing if not _is_any(item.name, families)]
    notes = len({item.path for item in left})
    if notes >= max(_FEWEST, _LEAST * len(survey.looks)):
        yield _proposed("*", missing, survey)
    else:
        yield from (_proposed(family, missing, survey) for family in families)


def _proposed(pattern: str, missing: list[_Missing], survey: Survey) -> Proposal:
    held = [item for item in missing if fnmatchcase(item.name, pattern)]
    names = some(len({item.name for item in held}), "name")
    notes = share(len({item.path for item in held}), len(survey.looks), "note")
    evidence = f"{some(len(held), 'link')} to {names} in {notes}; no slip of a name among them"
    return Proposal(_KEYS, pattern, evidence, is_listed=True)


def is_planned(patterns: list[str], sight: Sight) -> bool:
    """Whether a finding is that of a link to a planned note."""
    return sight.may_be_planned and _is_any(sight.target, patterns)


def _is_any(name: str, patterns: list[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _families(missing: list[_Missing]) -> Iterator[str]:
    """Patterns of names that are made alike: of dates, or with the same words in front or behind;
    the largest first, no name counted twice."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    for name in {item.name for item in missing}:
        for pattern in _patterns(name):
            members[pattern].add(name)
    taken: set[str] = set()
    for pattern, names in sorted(members.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(names - taken) >= _FEWEST_OF_FAMILY:
            taken |= names
            yield pattern


def _patterns(name: str) -> Iterator[str]:
    """The families that a name may be of."""
    date = _DATE.match(name)
    if date:
        century = date[1] or date[2]
        rest = "*" if name[date.end() :] else ""
        yield century + re.sub(r"\d", "?", name[len(century) : date.end()]) + rest
        return
    front, end = _FRONT.match(name), _END.search(name)
    affixes = (_escaped(front[1]) + "*" if front else "", "*" + _escaped(end[1]) if end else "")
    yield from (form for form in affixes if form and form.isprintable() and len(form) <= _LONGEST)


def _escaped(text: str) -> str:
    return _MAGIC.sub(r"[\1]", text)
