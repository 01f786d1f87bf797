"""Texts that are looked up by a key in a section of the cache, without reading all of it."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

_END, _STANDS_FOR_END = b"\0", b"\xff"  # in a key; UTF-8 has no such byte
_NUMBERS = "I"


class KeptRecords:
    """What ``records_of`` made a section of: records in the order of their keys, and behind them
    where each starts, and how many there are.

    Raises:
        ValueError: it made no such section.
    """

    def __init__(self, section: bytes) -> None:
        size = array(_NUMBERS).itemsize
        count = array(_NUMBERS, section[-size:])[0] if len(section) >= size else -1
        end = len(section) - size * (count + 1)
        if count < 0 or end < 0 or (count and section[end - 1 : end] != _END):
            raise ValueError("no such section")
        self._starts = array(_NUMBERS, section[end : len(section) - size])
        self._section, self._end = section, end

    def get(self, key: str) -> str | None:
        """The text of a key; None where there is none.

        Raises:
            ValueError: it is no text.
        """
        found = self._found(key)
        return None if found is None else found.decode("utf-8", "surrogatepass")

    def has(self, key: str) -> bool:
        return self._found(key) is not None

    def _found(self, key: str) -> bytes | None:
        wanted, section = _written(key) + _END, self._section
        size = len(wanted)

        def beginning(start: int) -> bytes:
            return section[start : start + size]

        at = bisect_left(self._starts, wanted, key=beginning)
        start = self._starts[at] if at < len(self._starts) else None
        if start is None or beginning(start) != wanted:
            return None
        return section[start + size : section.find(_END, start + size, self._end)]

    def pairs(self) -> Iterator[tuple[str, str]]:
        """All keys, with their texts.

        Raises:
            ValueError: one is no text.
        """
        parts = iter(self._section[: self._end].split(_END)[:-1])
        for key, text in zip(parts, parts, strict=True):
            yield _read(key.replace(_STANDS_FOR_END, _END)), _read(text)

    def __len__(self) -> int:
        return len(self._starts)


def records_of(texts: Iterable[tuple[str, str]]) -> Iterator[bytes]:
    """A section of texts without a NUL, each with its key, in pieces."""
    pairs = sorted((_written(key), text.encode("utf-8", "surrogatepass")) for key, text in texts)
    starts, start = array(_NUMBERS), 0
    for key, text in pairs:
        starts.append(start)
        start += len(key) + len(text) + 2
    starts.append(len(pairs))
    yield b"".join([part + _END for pair in pairs for part in pair])
    yield starts.tobytes()


def _written(key: str) -> bytes:
    return key.encode("utf-8", "surrogatepass").replace(_END, _STANDS_FOR_END)


def _read(text: bytes) -> str:
    return text.decode("utf-8", "surrogatepass")
