"""What pydantic says of a configuration or a pack, in notelint's words and with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError

from notelint.validation.hint import near_miss
from notelint.validation.located import Located
from notelint.validation.location import Location
from notelint.values import ConfigError

_LONGEST_VALUE = 80


def complaint(
    located: Located, error: ValidationError, model: type[BaseModel], around: Location = ()
) -> ConfigError:
    """What pydantic says of the data at ``around``, in notelint's words; an unknown key first."""
    return worded(located, error, lambda loc: _keys(model, loc), around)


def worded(
    located: Located, error: ValidationError, allowed: Any, around: Location = ()
) -> ConfigError:
    """The same where ``allowed`` tells the keys that may stand beside one."""
    complaints = error.errors()
    unknown = [complaint for complaint in complaints if complaint["type"] in _UNKNOWN_KEY]
    first = (unknown or complaints)[0]
    location = (*around, *(_kebab(part) for part in first["loc"]))
    if unknown:
        keys = sorted(_kebab(name) for name in allowed(first["loc"]))
        hint = near_miss(str(location[-1]), keys)
        message = f"unknown key{hint}; allowed: {', '.join(keys)}"
    else:
        message = _in_words(first)
    return located.error(location, message)


def _in_words(complaint: Mapping[str, Any]) -> str:
    if complaint["type"] == "missing":
        return "is required"
    if complaint["loc"][-1:] == ("[key]",) and complaint["type"] == "string_type":
        return f"a key should be text, not {complaint['input']!r}; write it in quotes"
    message = _WORDS.get(complaint["type"], complaint["msg"])
    for prefix in ("Value error, ", "Input ", "String ", "List ", "Dictionary "):
        message = message.removeprefix(prefix)
    if not complaint["loc"]:
        return str(message)  # of the whole, which says itself what is wrong in it
    near = ""
    if complaint["type"] == "literal_error":
        near = near_miss(
            str(complaint["input"]), re.findall("'(.*?)'", complaint["ctx"]["expected"])
        )
    return f"{message}, not {_short(complaint['input'])}{near}"


def _short(value: object) -> str:
    try:
        written = repr(value)
    except ValueError:  # Python writes out no number of more than 4,300 digits
        return "so large a number"
    return written if len(written) <= _LONGEST_VALUE else written[: _LONGEST_VALUE - 1] + "…"


_WORDS = {
    "dict_type": "should be a mapping of keys",
    "model_type": "should be a mapping of keys",
    "list_type": "should be a list",
    "tuple_type": "should be a list",
    "string_type": "should be text",
    "bool_type": "should be true or false",
}
_UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")


def _kebab(part: Any) -> Any:
    return part.replace("_", "-") if isinstance(part, str) else part


def _keys(model: Any, location: Sequence[str | int]) -> Iterable[str]:
    """The keys that are allowed where an unknown one, the last of ``location``, stands."""
    for part in location[:-1]:
        if isinstance(model, type) and issubclass(model, BaseModel):
            model = model.model_fields[str(part).replace("-", "_")].annotation
        else:  # a key or an index of a mapping or a list
            model = get_args(model)[-1]
        model = _without_none(model)
    keys: Iterable[str] = model.model_fields
    return keys


def _without_none(annotation: Any) -> Any:
    """``X`` for ``X | None``."""
    if get_origin(annotation) in (list, dict):
        return annotation
    return next((part for part in get_args(annotation) if part is not type(None)), annotation)
