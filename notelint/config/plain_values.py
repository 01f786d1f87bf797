"""Settings as data that JSON can hold, and back. Of such data nothing is ever made but the classes
that are named here, whoever wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from notelint.config.settings import PerFile
from notelint.conventions import (
    Conventions,
    Dictionary,
    HeadingPattern,
    Kind,
    PropertyGrammar,
    Role,
    Slot,
    When,
)
from notelint.notes import PropertyType
from notelint.values import fields

_CONVENTIONS = (Conventions, Dictionary, HeadingPattern, Kind, PropertyGrammar, Slot, When)
_RECORDS: dict[str, Any] = {made.__name__: made for made in (*_CONVENTIONS, PerFile)}
_ENUMS: dict[str, type[Enum]] = {made.__name__: made for made in (PropertyType, Role)}
_PLAIN = (str, int, float, bool, type(None))


def as_plain(value: Any) -> Any:
    """A value as lists that begin with what it is; what is plain already stays so.

    Raises:
        TypeError: it is nothing that can be made again.
    """
    name = type(value).__name__
    if _ENUMS.get(name) is type(value):
        return ["enum", name, value.value]
    if _RECORDS.get(name) is type(value):
        return ["record", name, *map(as_plain, _content(value))]
    if type(value) in _PLAIN:
        return value
    if isinstance(value, frozenset):
        return ["set", *sorted(map(as_plain, value))]
    if isinstance(value, Mapping):
        return ["mapping", *([as_plain(key), as_plain(item)] for key, item in value.items())]
    if type(value) is tuple:
        return ["tuple", *map(as_plain, value)]
    raise TypeError(f"no data for {name}")


def _content(record: Any) -> tuple[Any, ...]:
    if isinstance(record, tuple):
        return tuple(record)
    return tuple(getattr(record, item.name) for item in fields(record))


def from_plain(data: Any) -> Any:
    """What ``as_plain`` made the data of.

    Raises:
        ValueError, TypeError, KeyError: the data was not made so.
    """
    if type(data) in _PLAIN:
        return data
    kind, *rest = data
    if kind == "mapping":
        return {from_plain(key): from_plain(item) for key, item in rest}
    if kind == "enum":
        name, value = rest
        return _ENUMS[name](value)
    if kind == "record":
        name, *rest = rest
        return _RECORDS[name](*map(from_plain, rest))
    return {"set": frozenset, "tuple": tuple}[kind](map(from_plain, rest))
