"""Named tuples that cost little until they are used.

A run on one note defines ninety of them. `typing` checks each annotation, and `collections`
compiles a function for each class; here that is compiled when the first value of a class is made.
Type checkers read the standard name.
"""

from __future__ import annotations

from _collections import _tuplegetter  # type: ignore[import-not-found]
from collections.abc import Iterable
from functools import partial

from notelint.values.lazy import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, NamedTuple, TypeVar

    Made = TypeVar("Made")

__all__ = ["NamedTuple", "each"]


def each(cls: type[Made], rows: Iterable[tuple[Any, ...]]) -> list[Made]:
    """The values of a class that some rows are, each with all its fields in order. Many values cost
    a third of what they do one by one."""
    make: Any = tuple.__new__
    return [*map(partial(make, cls), rows)]


class _Made(type):
    """Makes a tuple of what looks like a class."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        if name == "NamedTuple":
            return super().__new__(cls, name, bases, body)
        names = tuple(body.get("__annotations__", ()))
        defaults = {field: body.pop(field) for field in names if field in body}
        getters = {field: _tuplegetter(number, "") for number, field in enumerate(names)}
        own = {"__slots__": (), "_fields": names, "_field_defaults": defaults}
        made: Any = type(
            name, (tuple,), {**_SHARED, **own, "__match_args__": names, **getters, **body}
        )
        made.__new__ = staticmethod(_first_new(made))
        return made


def _first_new(made: Any) -> Any:
    def __new__(cls: Any, /, *given: Any, **named: Any) -> Any:  # noqa: N807
        made.__new__ = staticmethod(_new(made))
        return made.__new__(cls, *given, **named)

    return __new__


def _new(made: Any) -> Any:
    """The function that makes a value of what it is given."""
    names = ", ".join(made._fields)
    code = f"lambda _cls, {names}: _tuple(_cls, ({names}{',' if names else ''}))"
    new = eval(code, {"_tuple": tuple.__new__, "__builtins__": {}})
    new.__defaults__ = tuple(made._field_defaults.values())
    new.__qualname__ = f"{made.__qualname__}.__new__"
    return new


def _make(cls: Any, values: Iterable[Any]) -> Any:
    made = tuple.__new__(cls, values)
    if len(made) != len(cls._fields):
        raise TypeError(f"expected {len(cls._fields)} values, got {len(made)}")
    return made


def _replace(self: Any, /, **changes: Any) -> Any:
    made = self._make(map(changes.pop, self._fields, self))
    if changes:
        raise ValueError(f"no such fields: {', '.join(changes)}")
    return made


def _repr(self: Any) -> str:
    said = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
    return f"{type(self).__name__}({', '.join(said)})"


_SHARED = {
    "_make": classmethod(_make),
    "_replace": _replace,
    "_asdict": lambda self: dict(zip(self._fields, self, strict=True)),
    "__repr__": _repr,
    "__getnewargs__": lambda self: tuple(self),
}

if not TYPE_CHECKING:

    class NamedTuple(metaclass=_Made):
        """What a class with these fields is derived from."""
