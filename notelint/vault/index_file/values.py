"""What stands in the tables of an index, as bytes: each value has one way only to be written, so
that files with the same notes are the same, however they came about."""

from __future__ import annotations

import json
import struct
import zlib
from array import array
from collections.abc import Iterable, Mapping
from typing import Any

from notelint.notes import Linked

# What reading nonsense raises; who reads says then of which file it is.
NONSENSE = (ValueError, TypeError, LookupError, OverflowError, struct.error, zlib.error)

_LONGEST = 1 << 28  # bytes of a text that was compressed
_SEPARATORS = (",", ":")
_COUNT = 4  # bytes
Ids = Iterable[int]  # numbers of files, in the order of their paths
NumberedLink = tuple[int, Linked]  # a link to a place in a note, and the number of who has it


def to_bytes(text: str) -> bytes:
    """A text; names on a disk need not be Unicode."""
    return text.encode("utf-8", "surrogatepass")


def to_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def pack_count(count: int) -> bytes:
    return b"%d" % count


def read_count(data: bytes) -> int:
    if not data.isdigit() or len(data) > 18:
        raise ValueError("no count")
    return int(data)


def pack_ids(ids: Ids) -> bytes:
    return array("I", ids).tobytes()


def read_ids(data: bytes) -> array[int]:
    return array("I", data)


def pack_words(words: Iterable[str]) -> bytes:
    return to_bytes(" ".join(words))


def read_words(data: bytes) -> tuple[str, ...]:
    return tuple(to_text(data).split(" "))


def pack_data(data: Any) -> bytes:
    return to_bytes(json.dumps(data, ensure_ascii=False, separators=_SEPARATORS, sort_keys=True))


def read_data(data: bytes) -> Any:
    try:
        return json.loads(to_text(data))
    except RecursionError as error:
        raise ValueError("too deep") from error


def pack_forms(forms: Mapping[str, int]) -> bytes:
    return pack_data(dict(forms))


def read_forms(data: bytes) -> dict[str, int]:
    forms = read_data(data)
    if not isinstance(forms, dict) or not all(type(count) is int for count in forms.values()):
        raise ValueError("no counts of forms")
    return forms


def pack_links(links: Iterable[NumberedLink]) -> bytes:
    """First the numbers, each with a bit for the kind of the link, then what the links say: so the
    numbers can be changed where they stand."""
    given = list(links)
    numbers = pack_ids(number << 1 | linked.is_wiki for number, linked in given)
    targets = pack_data([linked.target for _, linked in given])
    return len(given).to_bytes(_COUNT, "little") + numbers + targets


def read_links(data: bytes) -> list[NumberedLink]:
    end = _end_of_numbers(data)
    targets = read_data(data[end:])
    numbers = read_ids(data[_COUNT:end])
    if not isinstance(targets, list) or not all(type(target) is str for target in targets):
        raise ValueError("no links")
    return [
        (number >> 1, Linked(target, bool(number & 1)))
        for number, target in zip(numbers, targets, strict=True)
    ]


def renumber_links(data: bytes, numbers: array[int]) -> bytes:
    """Links whose files have other numbers now."""
    end = _end_of_numbers(data)
    return data[:_COUNT] + renumber_marked(data[_COUNT:end], numbers) + data[end:]


def renumber_marked(data: bytes, numbers: array[int]) -> bytes:
    """Numbers with a bit behind each, where the files have other numbers now."""
    return pack_ids([numbers[marked >> 1] << 1 | marked & 1 for marked in read_ids(data)])


def _end_of_numbers(data: bytes) -> int:
    return _COUNT + 4 * int.from_bytes(data[:_COUNT], "little")


def compress(text: str) -> bytes:
    return zlib.compress(to_bytes(text))


def decompress(data: bytes) -> str:
    opened = zlib.decompressobj()
    text = opened.decompress(data, _LONGEST)
    if not opened.eof or opened.unused_data:
        raise ValueError("not whole")
    return to_text(text)
