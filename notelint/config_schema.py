"""The shape of a configuration file, as pydantic models. Imported only when there is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)

from notelint.catalogue import Catalogue
from notelint.diagnostic import Severity
from notelint.dictionary import Dictionary
from notelint.error import NotelintError
from notelint.marked import Location, Marked
from notelint.near import near_miss
from notelint.rule import Rule
from notelint.settings import ActiveRule


def _split(value: object) -> object:
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


Selectors = Annotated[list[str], BeforeValidator(_split)]


class _Model(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        strict=True,
    )


class DictionaryModel(_Model):
    """A dictionary: the pattern of its home page's name, and the labels it prints."""

    match: str
    parts_of_speech: list[str] = []


def _gitignore_pattern(value: str) -> str:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([value])
    except ValueError as error:
        raise ValueError("should be a pattern as in .gitignore") from error
    return value


Pattern = Annotated[str, AfterValidator(_gitignore_pattern)]


class PerFileModel(_Model):
    """What is different for the notes that a pattern matches."""

    ignore: Selectors = []


class ConfigModel(_Model):
    """A configuration file."""

    extends: str = "dictionary"
    select: Selectors | None = None
    extend_select: Selectors = []
    ignore: Selectors = []
    dictionaries: list[DictionaryModel] = []
    rules: dict[str, dict[str, Any]] = Field(default_factory=dict)
    per_file: dict[Pattern, PerFileModel] = Field(default_factory=dict)
    respect_gitignore: bool | None = None
    max_note_size: int | None = Field(default=None, ge=0)

    def dictionaries_table(self) -> list[Dictionary]:
        return [
            Dictionary(entry.match, tuple(entry.parts_of_speech)) for entry in self.dictionaries
        ]


def validate(marked: Marked, catalogue: Catalogue) -> ConfigModel:
    """The configuration in a file.

    Raises:
        NotelintError: a key is unknown, or a value is not what it may be.
    """
    try:
        config = ConfigModel.model_validate(marked.data)
    except ValidationError as error:
        raise _error(marked, (), error) from error
    names = {rule.code: name for name, rule in catalogue.items()}
    config.rules = {names.get(key, key): given for key, given in config.rules.items()}
    for name in config.rules:
        if name not in catalogue:
            place = marked.place(("rules", name))
            raise NotelintError(
                f"{place}: rules: no rule is called `{name}`{near_miss(name, catalogue)}"
            )
    return config


def validate_rule(marked: Marked, rule: type[Rule], given: Mapping[str, Any]) -> ActiveRule:
    """A rule with the options and the severity that a file gives it."""
    options = {key.replace("-", "_"): value for key, value in given.items() if key != "severity"}
    adapter = TypeAdapter(rule)
    try:
        built = adapter.validate_python(options)
    except ValidationError as error:
        allowed = ["severity", *adapter.json_schema().get("properties", ())]
        raise _error(marked, ("rules", rule.name), error, allowed) from error
    severity = given.get("severity", str(rule.severity))
    if not isinstance(severity, str) or severity not in _SEVERITIES:
        key = ("rules", rule.name, "severity")
        problem = f"should be {', '.join(_SEVERITIES)}, not {severity!r}"
        raise NotelintError(f"{marked.place(key)}: {'.'.join(key)}: {problem}")
    return ActiveRule(built, _SEVERITIES[severity])


_SEVERITIES = {str(severity): severity for severity in Severity}


def _error(
    marked: Marked, around: Location, error: ValidationError, allowed: Sequence[str] = ()
) -> NotelintError:
    """A complaint of pydantic in notelint's words, with its place; an unknown key before all."""
    complaints = error.errors()
    unknown = [complaint for complaint in complaints if complaint["type"] in _UNKNOWN_KEY]
    first = (unknown or complaints)[0]
    location = (*around, *(_kebab(part) for part in first["loc"]))
    key = ".".join(map(str, location))
    if unknown:
        keys = sorted(_kebab(name) for name in allowed or _keys(first["loc"]))
        hint = near_miss(str(location[-1]), keys)
        message = f"unknown key{hint}; allowed: {', '.join(keys)}"
    else:
        message = _in_words(first)
    return NotelintError(f"{marked.place(location)}: {key}: {message}")


def _in_words(complaint: Mapping[str, Any]) -> str:
    if complaint["type"] == "missing":
        return "is required"
    message = _WORDS.get(complaint["type"], complaint["msg"])
    message = message.removeprefix("Value error, ").removeprefix("Input ")
    return f"{message}, not {complaint['input']!r}"


_WORDS = {
    "dict_type": "should be a mapping of keys",
    "list_type": "should be a list",
    "tuple_type": "should be a list",
    "string_type": "should be text",
    "bool_type": "should be true or false",
}
_UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")


def _kebab(part: Any) -> Any:
    return part.replace("_", "-") if isinstance(part, str) else part


def _keys(location: Location) -> Iterable[str]:
    """The keys that are allowed where an unknown one stands."""
    if len(location) == 1:
        return ConfigModel.model_fields
    nested: dict[str, type[BaseModel]] = {
        "dictionaries": DictionaryModel,
        "per-file": PerFileModel,
    }
    return nested[str(location[0])].model_fields
