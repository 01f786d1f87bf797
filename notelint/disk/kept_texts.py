"""Texts by name: those of the cache, by the names that a section of it has."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence

from notelint.disk.cache import joined, parted_bytes

_LEAST, _MOST_SLICES = 128, 64


class NumberedTexts(Mapping[str, str]):
    """Texts by name, which are found by the number of the name."""

    def __init__(self, names: Iterable[str]) -> None:
        self._numbers = {name: number for number, name in enumerate(names)}

    @abstractmethod
    def _text(self, number: int) -> str:
        """The text whose name has this number."""

    def __getitem__(self, name: str) -> str:
        return self._text(self._numbers[name])

    def __contains__(self, name: object) -> bool:
        return name in self._numbers

    def keys(self) -> KeysView[str]:
        return self._numbers.keys()  # which compares with others faster than one name at a time

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


class KeptTexts(NumberedTexts):
    """Texts that were joined in slices, by their names in the same order. A slice is read when one
    of its texts is asked for, and each is decoded by itself. To ask is a ValueError where it is
    broken."""

    def __init__(self, names: Iterable[str], slice_: Callable[[int], bytes | None]) -> None:
        super().__init__(names)
        self._slice, self._size = slice_, _size_of_slices(len(self._numbers))
        self._read: dict[int, list[bytes]] = {}

    def _text(self, number: int) -> str:
        part, inside = divmod(number, self._size)
        if part not in self._read:
            texts = parted_bytes(self._slice(part))
            expected = min(self._size, len(self._numbers) - part * self._size)
            self._read[part] = texts if len(texts) == expected else []
        if not self._read[part]:
            raise ValueError("no such section")
        return self._read[part][inside].decode("utf-8", "surrogatepass")


def in_slices(texts: Sequence[str]) -> Iterator[Iterator[bytes]]:
    """Texts without a NUL as sections, each in pieces: to read one text is to read one of these."""
    size = _size_of_slices(len(texts))
    for start in range(0, len(texts), size):
        yield joined(texts[start : start + size])


def _size_of_slices(texts: int) -> int:
    return max(_LEAST, -(-texts // _MOST_SLICES))
