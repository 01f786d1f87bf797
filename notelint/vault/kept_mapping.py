"""Mappings that were kept between runs, of which only that is read which somebody asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, KeysView, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from notelint.disk import KeptRecords

Value = TypeVar("Value")


class KeptMapping(Mapping[str, Value], Generic[Value]):
    """Values by keys as a section of the cache has them. ``read`` makes a value of its text, and
    ``anew`` the mapping where the section is missing, or something of it is not what it should be:
    nobody is ever told of that."""

    def __init__(
        self,
        section: Callable[[], bytes | None],
        read: Callable[[str], Value],
        anew: Callable[[], Mapping[str, Value]],
    ) -> None:
        self._section, self._read, self._anew = section, read, anew

    def __reduce__(self) -> tuple[type[dict[str, Value]], tuple[dict[str, Value]]]:
        return dict, (dict(self.items()),)

    def __getitem__(self, key: str) -> Value:
        kept = self._unread
        if kept is None:
            return self._whole[key]
        try:
            text = kept.get(key)
            if text is not None:
                return self._read(text)
        except (TypeError, ValueError):
            self._kept = None
            return self._whole[key]
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        if (kept := self._unread) is not None:
            return isinstance(key, str) and kept.has(key)
        return key in self._whole

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        kept = self._unread
        return len(self._whole) if kept is None else len(kept)

    def keys(self) -> KeysView[str]:
        return self._whole.keys() if self._unread is None else super().keys()

    @property
    def _unread(self) -> KeptRecords | None:
        """The section, until all of it was asked for."""
        return None if "_whole" in vars(self) else self._kept

    @cached_property
    def _kept(self) -> KeptRecords | None:
        try:
            return KeptRecords(self._section() or b"")
        except ValueError:
            return None

    @cached_property
    def _whole(self) -> Mapping[str, Value]:
        try:
            if self._kept is not None:
                return {key: self._read(text) for key, text in self._kept.pairs()}
        except (TypeError, ValueError):
            pass
        return self._anew()
