"""What the shapes of configuration files share: strict models, and errors that name their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError

from notelint.validation.hint import near_miss
from notelint.validation.located import Location, Marked, dotted
from notelint.values.error import NotelintError

_LONGEST_VALUE = 80


class Model(BaseModel):
    """Keys in kebab case, no unknown ones, and no value taken for one of another type."""

    model_config = ConfigDict(
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        strict=True,
    )


def _gitignore_pattern(value: str) -> str:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([value])
    except ValueError as error:
        raise ValueError("should be a pattern as in .gitignore") from error
    return value


PathPattern = Annotated[str, AfterValidator(_gitignore_pattern)]


def choice(words: type[StrEnum]) -> BeforeValidator:
    """One of some words."""

    def read(value: object) -> object:
        if not isinstance(value, str) or value not in list(words):
            raise ValueError(f"should be {', '.join(words)}")
        return words(value)

    return BeforeValidator(read)


def complaint(
    marked: Marked, error: ValidationError, model: type[BaseModel], around: Location = ()
) -> NotelintError:
    """What pydantic says of the data at ``around``, in notelint's words; an unknown key first."""
    return worded(marked, error, lambda loc: _keys(model, loc), around)


def worded(
    marked: Marked, error: ValidationError, allowed: Any, around: Location = ()
) -> NotelintError:
    """The same where ``allowed`` tells the keys that may stand beside one."""
    complaints = error.errors()
    unknown = [complaint for complaint in complaints if complaint["type"] in _UNKNOWN_KEY]
    first = (unknown or complaints)[0]
    location = (*around, *(_kebab(part) for part in first["loc"]))
    key = dotted(location)
    if unknown:
        keys = sorted(_kebab(name) for name in allowed(first["loc"]))
        hint = near_miss(str(location[-1]), keys)
        message = f"unknown key{hint}; allowed: {', '.join(keys)}"
    else:
        message = _in_words(first)
    return NotelintError(f"{marked.place(location)}: {key}: {message}")


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
    written = repr(value)
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
