"""Dataclasses that cost little until they are used.

A run on one note defines a hundred of them and makes values of a third. The standard library writes
up to eight functions for each class and compiles them at once, which takes longer than all that is
done with the note, and it loads `inspect` to do so. Here one function is compiled, when the first
value of a class is made; the others are shared. Type checkers read the standard names, and
whoever asks the standard library about such a class is told what it tells of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field", "fields", "replace"]

_NONE = object()  # no default


class _Field:
    """What a class says of one of its fields."""

    def __init__(
        self,
        *,
        default: Any = _NONE,
        default_factory: Any = _NONE,
        metadata: Mapping[str, Any] | None = None,
        compare: bool = True,
        repr: bool = True,  # noqa: A002 - as it is called there
        kw_only: bool = False,
    ) -> None:
        self.compare, self.repr = compare, repr
        self.default, self.default_factory, self.metadata = default, default_factory, metadata or {}
        self.name, self.type, self.kw_only = "", "", kw_only

    def __get__(self, instance: object, owner: type[Any]) -> Any:
        """What `dataclasses.field` makes of the same: a standard dataclass finds it in its body."""
        from dataclasses import field

        names = ("default", "default_factory", "metadata", "compare", "repr", "kw_only")
        given = {name: getattr(self, name) for name in names}
        return field(**{name: value for name, value in given.items() if value is not _NONE})


class _Standard:
    """What the standard library keeps of its own classes, made when somebody asks: pydantic does,
    of a rule that has options, and a standard dataclass that is derived from one of these."""

    def __init__(self, owner: Any, name: str, frozen: bool) -> None:
        self._owner, self._name, self._frozen = owner, name, frozen

    def __get__(self, instance: object, asked: type[Any]) -> Any:
        from dataclasses import dataclass

        known: dict[str, _Field] = self._owner._record_fields
        annotations = {name: item.type for name, item in known.items()}
        made: Any = type(self._owner.__name__, (), {**known, "__annotations__": annotations})
        standard = dataclass(frozen=self._frozen)(made)
        found = getattr(standard, self._name)
        setattr(self._owner, self._name, found)
        return found


def _dataclass(
    cls: Any = None, /, *, frozen: bool = False, kw_only: bool = False, slots: bool = False,
    eq: bool = True,
) -> Any:  # fmt: skip
    def made(cls: type[Any]) -> type[Any]:
        own = _own_fields(cls, kw_only)
        if slots:
            cls = _with_slots(cls, own)
        known = {**getattr(cls, "_record_fields", {}), **own}
        for name, value in _added(cls, known, frozen, eq).items():
            setattr(cls, name, value)
        return cls

    return made if cls is None else made(cls)


def _own_fields(cls: type[Any], kw_only: bool) -> dict[str, _Field]:
    """The fields that the body of a class has; their defaults become attributes of it."""
    found: dict[str, _Field] = {}
    for name, kind in vars(cls).get("__annotations__", {}).items():
        if kind.startswith("ClassVar"):
            continue
        given = vars(cls).get(name, _NONE)
        item = given if isinstance(given, _Field) else _Field(default=given)
        item.name, item.type, item.kw_only = name, kind, kw_only or item.kw_only
        found[name] = item
        if item.default is not _NONE:
            setattr(cls, name, item.default)
        elif given is not _NONE:
            delattr(cls, name)
    return found


def _with_slots(cls: type[Any], own: Mapping[str, _Field]) -> type[Any]:
    left_out = {*own, "__dict__", "__weakref__"}
    body = {name: value for name, value in vars(cls).items() if name not in left_out}
    return type(cls.__name__, cls.__bases__, {**body, "__slots__": tuple(own)})


def _added(cls: type[Any], known: Mapping[str, _Field], frozen: bool, eq: bool) -> dict[str, Any]:
    """All that a class is given beside what its body has."""
    compared = [name for name, item in known.items() if item.compare]
    added: dict[str, Any] = {
        "_record_fields": known,
        "_record_values": attrgetter(*compared) if compared else staticmethod(_no_values),
        "__dataclass_fields__": _Standard(cls, "__dataclass_fields__", frozen),
        "__dataclass_params__": _Standard(cls, "__dataclass_params__", frozen),
        "__match_args__": tuple(name for name, item in known.items() if not item.kw_only),
    }
    if getattr(cls, "_record_fields", None) != known or "__post_init__" in vars(cls):
        added["__init__"] = _first_init(cls, known, frozen)
    if frozen:
        added |= {"__setattr__": _refuse, "__delattr__": _refuse}
    shared: dict[str, Any] = {"__repr__": _repr}
    if eq:
        shared |= {"__eq__": _eq, "__hash__": _hash if frozen else None}
    return added | {name: value for name, value in shared.items() if name not in vars(cls)}


def _first_init(cls: Any, known: Mapping[str, _Field], frozen: bool) -> Callable[..., None]:
    def __init__(self: Any, *given: Any, **named: Any) -> None:  # noqa: N807
        cls.__init__ = _init(cls, known, frozen)
        cls.__init__(self, *given, **named)

    return __init__


def _init(cls: type[Any], known: Mapping[str, _Field], frozen: bool) -> Callable[..., None]:
    """The function that puts what it is given into the fields."""
    names: dict[str, Any] = {"_NONE": _NONE, "_set": object.__setattr__}
    positional, named, lines = ["self"], ["*"], ["pass"]
    for name, item in known.items():
        value, parameter = name, name
        if item.default_factory is not _NONE:
            names[f"_make_{name}"] = item.default_factory
            value, parameter = f"_make_{name}() if {name} is _NONE else {name}", f"{name}=_NONE"
        elif item.default is not _NONE:
            names[f"_default_{name}"] = item.default
            parameter = f"{name}=_default_{name}"
        (named if item.kw_only else positional).append(parameter)
        lines.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    parameters = ", ".join(positional + (named if len(named) > 1 else []))
    exec(f"def __init__({parameters}):\n " + "\n ".join(lines), names)
    made: Callable[..., None] = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _no_values(record: Any) -> tuple[()]:
    return ()


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._record_values(self) == self._record_values(other)


def _hash(self: Any) -> int:
    return hash(self._record_values(self))


def _repr(self: Any) -> str:
    shown = (name for name, item in self._record_fields.items() if item.repr)
    said = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({said})"


def _refuse(self: Any, name: str, *value: Any) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot {'assign to' if value else 'delete'} field {name!r}")


def _fields(record: Any) -> Any:
    cls: Any = record if isinstance(record, type) else record.__class__
    for base in cls.__mro__:
        if "_record_fields" in vars(base):
            return tuple(base._record_fields.values())
        if "__dataclass_fields__" in vars(base):
            break
    from dataclasses import fields  # of a standard one

    return fields(record)


def _replace(record: Any, /, **changes: Any) -> Any:
    cls = record.__class__  # which is not its type where it stands for another one
    if "_record_fields" not in vars(cls):  # a standard one, derived from one of these
        from dataclasses import replace

        return replace(record, **changes)
    kept = {name: getattr(record, name) for name in record._record_fields if name not in changes}
    return cls(**kept, **changes)


if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, replace
else:
    dataclass, field, fields, replace = _dataclass, _Field, _fields, _replace
