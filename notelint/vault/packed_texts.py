"""Texts of which a run holds many and asks for few: packed, they take a third of the room."""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from notelint.disk import NumberedTexts

_TOGETHER = 8  # texts: with more, they hardly take less room, and each takes longer to read
_QUICKLY = 1  # of zlib's levels
_END = "\0"


class PackedTexts(NumberedTexts):
    """Texts without a NUL by name, in order; a few at a time are packed, and unpacked when one of
    them is asked for."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        texts = texts or {}
        super().__init__(texts)
        whole = list(texts.values())
        self._starts = list(range(0, len(whole), _TOGETHER))  # the number of the first of each pack
        self._packs = [_pack(whole[start : start + _TOGETHER]) for start in self._starts]
        self._last: tuple[int, list[str]] = (-1, [])  # the pack that was unpacked, and its texts

    @classmethod
    def joined(cls, parts: Iterable[PackedTexts]) -> PackedTexts:
        """Those of all parts, which have no name in common."""
        whole = cls()
        for part in parts:
            before = len(whole._numbers)
            whole._starts += [before + start for start in part._starts]
            whole._packs += part._packs
            whole._numbers.update((name, before + n) for name, n in part._numbers.items())
        return whole

    def _text(self, number: int) -> str:
        pack = bisect_right(self._starts, number) - 1
        if self._last[0] != pack:
            self._last = pack, _unpack(self._packs[pack])
        return self._last[1][number - self._starts[pack]]


def _pack(texts: Iterable[str]) -> bytes:
    return zlib.compress(_END.join(texts).encode("utf-8", "surrogatepass"), _QUICKLY)


def _unpack(pack: bytes) -> list[str]:
    return zlib.decompress(pack).decode("utf-8", "surrogatepass").split(_END)
