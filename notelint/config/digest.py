"""What a run is asked to do as a short text, which is the same for the same settings."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Set
from enum import Enum
from typing import Any

from notelint.config.settings import Settings
from notelint.packs import PackRule
from notelint.values import fields

# They say which notes are checked, and not what is found in one.
_WITHOUT_SAY = frozenset({"exclude", "force_exclude", "respect_gitignore", "problems"})


def digest_of(settings: Settings) -> str:
    """The digest of all that has a say in what is found."""
    said = (item.name for item in fields(settings) if item.name not in _WITHOUT_SAY)
    plain = repr([(name, _plain(getattr(settings, name))) for name in said])
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _plain(value: Any) -> Any:
    """A value that prints itself the same way whenever it is the same."""
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, Mapping):
        return sorted((repr(_plain(key)), _plain(item)) for key, item in value.items())
    if isinstance(value, Set):
        return sorted(repr(_plain(item)) for item in value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if any("__dataclass_fields__" in vars(cls) for cls in type(value).__mro__):
        made_by = value.made_by[1][:2] if isinstance(value, PackRule) else ()
        content = [(item.name, _plain(getattr(value, item.name))) for item in fields(value)]
        return type(value).__qualname__, made_by, content
    return value
