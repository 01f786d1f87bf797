"""The file of a baseline read. Whoever merged it may have made anything of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from notelint.disk import read_regular
from notelint.run.baseline import Baseline, Entry
from notelint.values import ConfigError, Place, ReadError

VERSION = 1
_MOST_BYTES = 1_000_000_000
_REMEDY = "make it anew with `notelint baseline -o FILE`"


def read_baseline(file: str) -> Baseline:
    """The baseline in a file; of an entry that stands there twice the higher count holds, as two
    branches may have added it.

    Raises:
        ReadError: the file cannot be read.
        ConfigError: it is no baseline, or not of this version.
    """
    place = Place(file)
    try:
        data = json.loads(read_regular(Path(file), _MOST_BYTES).decode("utf-8-sig"))
    except OSError as error:
        remedy = "check the path, or make it with `notelint baseline -o FILE`"
        raise ReadError(f"cannot read the baseline: {error.strerror}", remedy, place) from error
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        place = Place(file, line)
        raise ConfigError("the baseline is no JSON", "mend that, or " + _REMEDY, place) from error
    known: dict[Entry, int] = {}
    for entry, count in _entries(data, place):
        known[entry] = max(count, known.get(entry, 0))
    return known


def _entries(data: Any, place: Place) -> Iterator[tuple[Entry, int]]:
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise ConfigError("no baseline: it has no list `findings`", _REMEDY, place)
    if data.get("version") != VERSION:
        why = f"a baseline of version {data.get('version')!r}, and not {VERSION}"
        raise ConfigError(why, _REMEDY, place)
    for index, item in enumerate(data["findings"]):
        yield _entry(item, place, f"findings[{index}]")


def _entry(item: Any, place: Place, key: str) -> tuple[Entry, int]:
    item = item if isinstance(item, dict) else {}
    texts = [item.get(name) for name in Entry._fields]
    count = item.get("count")
    if not all(isinstance(text, str) for text in texts) or type(count) is not int or count < 1:
        why = "an entry has `code`, `path`, `fingerprint` and a `count` from 1"
        raise ConfigError(why, "mend it, or " + _REMEDY, place, key)
    return Entry(*texts), count
