"""The kinds of notes in a vault: what its term notes have, and which others have one shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import islice

from notelint.conventions import Conventions, Kind, Role, Slot, role_of
from notelint.survey.look import Head, NoteLook
from notelint.survey.proposal import Proposal, share, some
from notelint.survey.survey import Survey, folders_around
from notelint.values import NamedTuple, lazy_pattern, replace, title_key

_FEWEST = 5  # notes of a kind that tell what their vault has agreed on
_FEWEST_ALIKE = 10  # notes that have one shape and no kind
_LEAST_ALIKE = 0.8  # of the notes with a heading that have the others of its shape
_MOST_KINDS = 8
_MOST_TRIED = 50  # orders of headings; each is held against all notes
_LONGEST = 80  # characters of a heading
_MAGIC = lazy_pattern(r"([*?\[])")
_OWN = frozenset(map(str, (Role.SYNTHESIS, Role.REFERENCES)))


def known_kinds(survey: Survey, conventions: Conventions) -> Iterator[Proposal]:
    """A kind that ships, as this vault has it, where most of its notes are otherwise."""
    for kind in conventions.kinds:
        looks = [look for look in survey.looks if look.kind == kind.name]
        if len(looks) >= _FEWEST:
            yield from _as_they_are(kind, looks)


def _as_they_are(kind: Kind, looks: Sequence[NoteLook]) -> Iterator[Proposal]:
    order = _order(kind, looks)
    slots = [_relaxed(slot, looks) for slot in order]
    if slots == list(kind.slots):
        return
    headings = [pattern.text for pattern in kind.when.headings]
    yield Proposal(("kinds", kind.name, "when", "any-heading"), headings, some(len(looks), "note"))
    for slot in slots:
        held = sum(slot.heading.text in look.slots for look in looks)
        told: dict[str, object] = {"heading": slot.heading.text, "count": _count(slot)}
        if slot.is_last:
            told["last"] = True
        if slot.role is not role_of(slot.heading):
            told["role"] = str(slot.role)
        evidence = f"in {share(held, len(looks), 'note')}"
        yield Proposal(("kinds", kind.name, "sections"), told, evidence, is_listed=True)


def _relaxed(slot: Slot, looks: Sequence[NoteLook]) -> Slot:
    """A slot with the counts that most notes keep."""
    counts = [look.slots.count(slot.heading.text) for look in looks]
    half = len(looks) / 2
    least, most = slot.least, slot.most
    if sum(count < least for count in counts) > half:
        least = 0
    if most is not None and sum(count > most for count in counts) > half:
        most = None
    behind = sum(_has_more_behind(look, slot.heading.text) for look in looks)
    return replace(slot, least=least, most=most, is_last=slot.is_last and behind <= half)


def _has_more_behind(look: NoteLook, heading: str) -> bool:
    return heading in look.slots and look.slots[-1] != heading


def _order(kind: Kind, looks: Sequence[NoteLook]) -> list[Slot]:
    """The slots in the order that most notes have, where that is another."""
    by_heading = {slot.heading.text: slot for slot in kind.slots}
    orders = Counter(tuple(dict.fromkeys(filter(None, look.slots))) for look in looks)
    others = sum(count for order, count in orders.items() if not _is_in_order(order, by_heading))
    whole = [order for order, _ in orders.most_common() if len(order) == len(by_heading)]
    if not whole or others <= len(looks) / 2:
        return list(kind.slots)
    return [by_heading[heading] for heading in whole[0]]


def _is_in_order(headings: Sequence[str], order: Iterable[str]) -> bool:
    numbers = {heading: number for number, heading in enumerate(order)}
    places = [numbers[heading] for heading in headings]
    return places == sorted(places)


def _count(slot: Slot) -> str:
    return _written_count(slot.least, slot.most)


def _written_count(least: int, most: int | None) -> str:
    if most is None:
        return f"{least}+"
    return str(least) if least == most else f"{least}-{most}"


class _Shape(NamedTuple):
    """Headings that many notes have in one order, and the one that tells these notes."""

    headings: tuple[Head, ...]
    mark: Head
    looks: tuple[NoteLook, ...]


def other_kinds(survey: Survey) -> Iterator[Proposal]:
    """A kind for each shape that many notes of none have, with the counts that all of them keep, so
    that it finds nothing that is there today."""
    names: set[str] = set(survey.of_kinds)
    for shape in islice(_shapes(survey), _MOST_KINDS):
        name = _name(shape, names)
        names.add(name)
        yield from _proposed(shape, name)


def _proposed(shape: _Shape, name: str) -> Iterator[Proposal]:
    notes = len(shape.looks)
    when = ("kinds", name, "when", "heading")
    yield Proposal(when, _pattern(shape.mark), f"{some(notes, 'note')} with that heading")
    for head in shape.headings:
        counts = [_occurrences(look, head) for look in shape.looks]
        told: dict[str, object] = {"heading": _pattern(head), "count": _bounds(counts)}
        role = _role(head, shape.looks)
        if role is not None:
            told["role"] = str(role)
        evidence = f"in {share(sum(map(bool, counts)), notes, 'note')}"
        yield Proposal(("kinds", name, "sections"), told, evidence, is_listed=True)


def _shapes(survey: Survey) -> Iterator[_Shape]:
    with_head: dict[str, list[NoteLook]] = {}
    for look in survey.looks:
        for key in {_key(head) for head in look.heads}:
            with_head.setdefault(key, []).append(look)
    taken: set[str] = set()
    for headings in _common_headings(survey):
        shape = _shape(headings, with_head)
        if shape and taken.isdisjoint(look.path for look in shape.looks):
            taken.update(look.path for look in shape.looks)
            yield shape


def _common_headings(survey: Survey) -> list[tuple[Head, ...]]:
    """What headings notes of no kind have, in order, each once; the most common first."""
    plain = (look for look in survey.looks if not look.kind)
    orders: Counter[tuple[str, ...]] = Counter()
    heads: dict[tuple[str, ...], tuple[Head, ...]] = {}
    for look in plain:
        unique = {_key(head): head for head in reversed(look.heads)}
        order = tuple(dict.fromkeys(map(_key, look.heads)))
        orders[order] += 1
        heads.setdefault(order, tuple(unique[key] for key in order))
    found = sorted(orders.items(), key=lambda item: (-item[1], item[0]))
    common = (order for order, count in found if count >= _FEWEST_ALIKE and len(order) > 1)
    return [heads[order] for order in islice(common, _MOST_TRIED)]


def _shape(headings: tuple[Head, ...], with_head: dict[str, list[NoteLook]]) -> _Shape | None:
    """The shape that some headings make, if one of them stands in no notes but such."""
    if not all(map(_is_usable, headings)) or _is_of_article(headings):
        return None
    order = [_key(head) for head in headings]
    for head in sorted(headings, key=lambda head: -len(with_head[_key(head)])):
        looks = with_head[_key(head)]
        if not any(look.kind for look in looks) and _keep(looks, order):
            return _Shape(headings, head, tuple(looks))
    return None


def _keep(looks: Sequence[NoteLook], order: list[str]) -> bool:
    """Whether notes have the headings of a shape in its order, and most of them have all."""
    whole = 0
    for look in looks:
        own = [order.index(key) for key in map(_key, look.heads) if key in order]
        if own != sorted(own):
            return False
        whole += len(set(own)) == len(order)
    return whole >= _LEAST_ALIKE * len(looks)


def _is_usable(head: Head) -> bool:
    """Whether a pattern can say a heading, and nothing else."""
    words = head.words.strip()
    plain = title_key(words)
    is_plain = words.isprintable() and len(words) <= _LONGEST and "[^" not in words
    return bool(plain) and is_plain and fnmatchcase(plain, title_key(_escaped(words)))


def _is_of_article(headings: Sequence[Head]) -> bool:
    """Whether a heading would make rules about Sources look into notes that quote none."""
    is_quoting = any(head.cites for head in headings)
    return not is_quoting and any(title_key(head.words) in _OWN for head in headings)


def _key(head: Head) -> str:
    return title_key(head.words)


def _escaped(words: str) -> str:
    return _MAGIC.sub(r"[\1]", words)


def _pattern(head: Head) -> str:
    return _escaped(head.words.strip()) + ("[^n]" if head.cites else "")


def _occurrences(look: NoteLook, head: Head) -> int:
    return sum(_key(other) == _key(head) for other in look.heads)


def _bounds(counts: Sequence[int]) -> str:
    least, most = min(min(counts), 1), max(counts)
    return _written_count(least, most if most == 1 else None)


def _role(head: Head, looks: Sequence[NoteLook]) -> Role | None:
    """The role that a heading does not suggest by itself."""
    if head.cites:
        return None
    holding = sum(own.defines for look in looks for own in look.heads if _key(own) == _key(head))
    is_quoting = any(own.cites for look in looks for own in look.heads)
    if is_quoting and holding > len(looks) / 2:
        return Role.REFERENCES
    return None


def _name(shape: _Shape, taken: set[str]) -> str:
    """A name for a kind: the folder that holds nearly all of it, else the heading that tells it."""
    folders = Counter(folder for look in shape.looks for folder in folders_around(look.path))
    holding = [folder for folder, count in folders.items() if count >= 0.9 * len(shape.looks)]
    words = max(holding, key=len).rstrip("/").rpartition("/")[2] if holding else shape.mark.words
    name = re.sub(r"[\W_]+", "-", words.lower()).strip("-")[:40].strip("-") or "kind"
    numbers = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return next(filter(lambda one: one not in taken, (name, *numbers)))
