"""Mappings that never change, and of which a changed copy costs little."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any, Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Layered(Mapping[Key, Value], Generic[Key, Value]):
    """A base that all copies share, and what is different in this one, None where it is gone.

    The differences are merged into a base of its own once they are as many as the square root of
    what is in the base: so a copy costs the changes, and now and then a little more. Nobody may
    change the base, or have None for a value.
    """

    __slots__ = ("_base", "_changes")

    def __init__(
        self,
        base: Mapping[Key, Value] | None = None,
        changes: Mapping[Key, Value | None] | None = None,
    ) -> None:
        self._base: Mapping[Key, Value] = {} if base is None else base
        self._changes: Mapping[Key, Value | None] = {} if changes is None else changes

    def __getitem__(self, key: Key) -> Value:
        value = self._changes[key] if key in self._changes else self._base[key]
        if value is None:
            raise KeyError(key)
        return value

    if not TYPE_CHECKING:  # checkers read that of any mapping, which is slow where nothing is found

        def get(self, key: Key, default: Any = None) -> Any:
            value = self._changes[key] if key in self._changes else self._base.get(key)
            return default if value is None else value

    def __iter__(self) -> Iterator[Key]:
        changes = self._changes
        yield from (key for key in self._base if key not in changes)
        yield from (key for key, value in changes.items() if value is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self) if self._changes else len(self._base)

    def __contains__(self, key: object) -> bool:
        if key in self._changes:
            return self._changes[key] is not None  # type: ignore[index]
        return key in self._base

    def among(self, keys: AbstractSet[Key]) -> AbstractSet[Key]:
        """Those of some keys that are in here, which is faster than to ask for each."""
        if not self._changes:
            return self._base.keys() & keys
        return {key for key in keys if key in self}

    def __repr__(self) -> str:
        return f"Layered({dict(self)!r})"

    def updated(self, changes: Mapping[Key, Value | None]) -> Layered[Key, Value]:
        """A copy with other values, and without the keys whose value is None."""
        if not changes:
            return self
        all_changes = {**self._changes, **changes}
        if len(all_changes) ** 2 <= len(self._base):
            return Layered(self._base, all_changes)
        merged = {**self._base, **all_changes}
        return Layered({key: value for key, value in merged.items() if value is not None})


def counted(counts: Layered[Key, int], changes: Mapping[Key, int]) -> Layered[Key, int]:
    """Counts with some more or less; what is counted no longer is gone."""
    return counts.updated({key: counts.get(key, 0) + more or None for key, more in changes.items()})


if TYPE_CHECKING:  # `typing` would compile the bound, which takes longer than to load the module
    from _typeshed import SupportsRichComparison

    Member = TypeVar("Member", bound=SupportsRichComparison)
    Groups = Layered[Key, tuple[Member, ...]]
    Move = tuple[Member, Iterable[Key], Iterable[Key]]  # the groups that it leaves, those it joins


def regrouped(
    groups: Groups[Key, Member], moves: Iterable[Move[Member, Key]]
) -> Groups[Key, Member]:
    """Groups, each in order, after some members have left some and joined others."""
    changed: dict[Key, set[Member]] = {}
    for member, out, into in moves:
        for key in out:
            changed.setdefault(key, set(groups.get(key, ()))).discard(member)
        for key in into:
            changed.setdefault(key, set(groups.get(key, ()))).add(member)
    return groups.updated({key: tuple(sorted(new)) or None for key, new in changed.items()})
