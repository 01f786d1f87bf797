"""Mappings that are made when they are first looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, KeysView, Mapping
from functools import cached_property
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Deferred(Mapping[Key, Value], Generic[Key, Value]):
    """What ``make`` gives, which is called once or never."""

    def __init__(self, make: Callable[[], Mapping[Key, Value]]) -> None:
        self._make = make

    def __reduce__(self) -> tuple[type[dict[Key, Value]], tuple[dict[Key, Value]]]:
        return dict, (dict(self),)

    @cached_property
    def _made(self) -> Mapping[Key, Value]:
        return self._make()

    def __getitem__(self, key: Key) -> Value:
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._made

    def keys(self) -> KeysView[Key]:
        return self._made.keys()  # which compares with others faster than one key after the other

    def __iter__(self) -> Iterator[Key]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)
