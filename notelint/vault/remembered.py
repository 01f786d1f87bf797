"""Mappings whose values are made when they are asked for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar, Generic, TypeVar

Value = TypeVar("Value")


class Remembered(Mapping[str, Value], Generic[Value]):
    """Values that are remembered for a while: a thousand links may ask for the same name, and the
    files that have it may be many."""

    _most: ClassVar[int] = 4096  # values

    def __init__(self) -> None:
        self._known: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        known = self._known
        if key in known:
            return known[key]
        value = self._found(key)
        if value is None:
            raise KeyError(key)
        if len(known) >= self._most:
            known.clear()
        known[key] = value
        return value

    @abstractmethod
    def _found(self, key: str) -> Value | None:
        """The value of a key that is not remembered; None where it has none."""
