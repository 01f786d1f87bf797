"""Texts of a section of the cache, by the names that another section has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from notelint.disk.cache import parted_bytes


class KeptTexts(Mapping[str, str]):
    """Texts that were joined, by their names in the same order. The section is read when one of
    them is asked for, and each is decoded by itself. To ask is a ValueError where it is broken."""

    def __init__(self, names: Iterable[str], section: Callable[[], bytes | None]) -> None:
        self._numbers = {name: number for number, name in enumerate(names)}
        self._section = section

    @cached_property
    def _texts(self) -> list[bytes]:
        texts = parted_bytes(self._section())
        return texts if len(texts) == len(self._numbers) else []

    def __getitem__(self, name: str) -> str:
        number = self._numbers[name]
        if not self._texts:
            raise ValueError("no such section")
        return self._texts[number].decode("utf-8", "surrogatepass")

    def __contains__(self, name: object) -> bool:
        return name in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
