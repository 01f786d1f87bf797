"""What a run is asked to do as a short text, which is the same for the same settings."""

from __future__ import annotations

from collections.abc import Mapping, Set
from enum import Enum
from typing import Any

from notelint.authoring import Rule
from notelint.config.later_rule import LaterRule
from notelint.config.settings import Settings
from notelint.values import fields, sha256

# They say which notes are checked, and not what is found in one.
_WITHOUT_SAY = frozenset({"exclude", "force_exclude", "respect_gitignore", "problems"})


def digest_of(settings: Settings) -> str:
    """The digest of all that has a say in what is found."""
    said = (item.name for item in fields(settings) if item.name not in _WITHOUT_SAY)
    return _digest([(name, _plain(getattr(settings, name))) for name in said])


def digest_of_rule(rule: Rule) -> str:
    """The digest of a rule and its options, as the table has it of one that is not loaded yet."""
    _, made_of = getattr(rule, "made_by", ((), ()))  # of a pack
    content = [(item.name, _plain(getattr(rule, item.name))) for item in fields(rule)]
    return _digest([type(rule).__qualname__, made_of[:2], content])


def _digest(plain: list[Any]) -> str:
    return sha256(repr(plain).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _plain(value: Any) -> Any:
    """A value that prints itself the same way whenever it is the same."""
    if type(value) is LaterRule:
        return value.digest
    return digest_of_rule(value) if isinstance(value, Rule) else _plain_value(value)


def _plain_value(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, Mapping):
        return sorted((repr(_plain(key)), _plain(item)) for key, item in value.items())
    if isinstance(value, Set):
        return sorted(repr(_plain(item)) for item in value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if any("__dataclass_fields__" in vars(cls) for cls in type(value).__mro__):
        content = [(item.name, _plain(getattr(value, item.name))) for item in fields(value)]
        return type(value).__qualname__, content
    return value
