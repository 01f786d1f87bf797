"""The shape of a configuration file, as pydantic models. Imported only when there is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, ValidationError

from notelint.authoring import Rule
from notelint.config.catalogue import Catalogue
from notelint.config.files import PRESETS
from notelint.config.kind_schema import KindModel
from notelint.config.rule_set import ActiveRule
from notelint.conventions import Dictionary, Kind
from notelint.validation import Located, Location, Model, PathPattern, complaint, near_miss, worded
from notelint.values import ConfigError, Severity


def _split(value: object) -> object:
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


def _with_title(value: str) -> str:
    if value.count("*") != 1:
        raise ValueError("should be the form of a name with one `*` for the title")
    return value


def _path(value: str) -> str:
    if not value.strip() or not value.isprintable():
        raise ValueError("should be the path of a file")
    return value


Selectors = Annotated[
    list[str],
    BeforeValidator(_split),
    Field(json_schema_extra={"type": ["array", "string"]}),
]
FilePath = Annotated[str, AfterValidator(_path)]
HomePage = Annotated[str, AfterValidator(_with_title)]


class DictionaryModel(Model):
    """A dictionary: the pattern of its home page's name, the labels it prints, its edition."""

    match: str = Field(
        description="The whole name of a home page, whatever the letter case: `*` is anything, `?` "
        "one character, `[ab]` one of some. Begin with `*`, and every form of the name matches.",
        examples=["*Glossary of Rowing*"],
    )
    parts_of_speech: list[str] = Field(
        default=[],
        description="The labels that it prints, each as it stands there, with its stops or "
        "without. None at all says that it prints none, and mathematics in its sections stays.",
        examples=[["n.", "vb."]],
    )
    edition: str | None = Field(
        default=None,
        description="Which edition it is, where the name of the home page does not say it.",
        examples=["2nd Edition"],
    )

    def dictionary(self) -> Dictionary:
        return Dictionary(self.match, tuple(self.parts_of_speech), self.edition)


class PerFileModel(Model):
    """What is different for the notes that a pattern matches."""

    ignore: Selectors = Field(
        default=[],
        description="Rules that find nothing in these notes.",
        examples=[["unresolved-link", "NL4"]],
    )


class PlainModel(Model):
    """The keys whose values are settings just as they stand, under the same names."""

    respect_gitignore: bool | None = Field(
        default=None,
        description="Whether notes that git ignores are left out. Links to them are followed.",
        examples=[False],
    )
    max_note_size: int | None = Field(
        default=None,
        ge=0,
        description="How many characters a note may have. A longer one is not checked, and "
        "`beyond-limits` says so.",
        examples=[1_000_000],
    )


class ConfigModel(PlainModel):
    """A configuration file."""

    extends: str = Field(
        default=PRESETS[0],
        description="What this file builds on: a preset that ships, or another configuration by "
        "its path from the folder of this one.",
        examples=list(PRESETS),
    )
    select: Selectors | None = Field(
        default=None,
        description="The rules that run, in place of those that are inherited.",
        examples=[["NL2", "NL3", "empty-synthesis"]],
    )
    extend_select: Selectors = Field(
        default=[], description="Rules that run too.", examples=[["link-spelling"]]
    )
    ignore: Selectors = Field(
        default=[],
        description="Rules that do not run, whatever selects them.",
        examples=[["lost-hyphen"]],
    )
    exclude: list[PathPattern] = Field(
        default=[],
        description="Notes that are not checked, by patterns as in `.gitignore`, from the vault's "
        "root. Links to them are followed.",
        examples=[["Templates/"]],
    )
    dictionaries: list[DictionaryModel] = Field(
        default=[],
        description="What dictionaries print that your notes quote; tried before those that ship.",
        examples=[[{"match": "*Book of Walls*"}]],
    )
    home_pages: list[HomePage] = Field(
        default=[],
        description="Forms of the names of home pages, with one `*` for the title, beside those "
        "that ship.",
        examples=[["* (home page)"]],
    )
    learn_labels: int | None = Field(
        default=None,
        ge=0,
        description="How many sections have to print a label before it counts as one of their "
        "dictionary, where no entry describes it; 0 learns nothing.",
        examples=[5],
    )
    packs: list[FilePath] = Field(
        default=[],
        description="Files with rules of your own, by their paths from the folder of this one.",
        examples=[["rules/house.yaml"]],
    )
    kinds: dict[str, KindModel] = Field(
        default_factory=dict,
        description="Kinds of notes, by names of your own. The first one that a note is of counts.",
        examples=[{"boat": {"when": {"path": "Boats/**"}}}],
    )
    rules: dict[str, dict[str, Any]] = Field(
        default_factory=dict,
        description="For each rule, by its name or its code, its options and its `severity`: "
        "`error`, `warning` or `info`.",
        examples=[{"source-spacing": {"style": "spaced"}}],
    )
    per_file: dict[PathPattern, PerFileModel] = Field(
        default_factory=dict,
        description="What is different for the notes that a pattern matches, as in `.gitignore`, "
        "from the vault's root.",
        examples=[{"Home pages/**": {"ignore": ["NL3"]}}],
    )

    def given(self) -> dict[str, Any]:
        """The plain settings that the file has, by name."""
        return self.model_dump(include=set(PlainModel.model_fields), exclude_none=True)

    def own_kinds(self) -> dict[str, Kind]:
        return {name: entry.kind(name) for name, entry in self.kinds.items()}


def validate(located: Located) -> ConfigModel:
    """The configuration in a file.

    Raises:
        ConfigError: a key is unknown, or a value is not what it may be.
    """
    try:
        return ConfigModel.model_validate(_with_properties_as_written(located))
    except ValidationError as error:
        raise complaint(located, error, ConfigModel) from error


def _with_properties_as_written(located: Located) -> Any:
    """The data, where values that are compared with those of notes are text as it was written:
    `yes`, `12:30` and `1.50` are no other than in a note."""
    kinds = located.data.get("kinds") if isinstance(located.data, Mapping) else None
    written = located.written
    if not isinstance(kinds, Mapping) or not written:
        return located.data
    data = deepcopy(dict(located.data))
    for kind in kinds:
        around = ("kinds", kind, "when", "front-matter")
        given = _inner(data, around)
        if isinstance(given, dict):
            for key, value in given.items():
                given[key] = _as_written(value, (*around, key), written)
    return data


def _inner(data: Any, keys: Iterable[Any]) -> Any:
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _as_written(value: Any, location: Location, written: Mapping[Location, str]) -> Any:
    if isinstance(value, list):
        inner = enumerate(value)
        return [_as_written(item, (*location, index), written) for index, item in inner]
    if value is None:
        return None
    as_text = (*location[:-1], str(location[-1]))  # a key that was taken for a number
    return written.get(location, written.get(as_text, value))


def rules_by_name(
    located: Located, config: ConfigModel, catalogue: Catalogue
) -> dict[str, dict[str, Any]]:
    """What a file gives to rules, which it calls by name or by code.

    Raises:
        ConfigError: it speaks of a rule that there is not.
    """
    names = {rule.code: name for name, rule in catalogue.items()}
    for name in config.rules:
        if names.get(name, name) not in catalogue:
            problem = f"no rule is called `{name}`{near_miss(name, catalogue)}"
            raise ConfigError(problem, place=located.place(("rules", name)), key="rules")
    return {names.get(key, key): given for key, given in config.rules.items()}


def validate_rule(located: Located, rule: type[Rule], given: Mapping[str, Any]) -> ActiveRule:
    """A rule with the options and the severity that a file gives it."""
    options = {key.replace("-", "_"): value for key, value in given.items() if key != "severity"}
    adapter = TypeAdapter(rule)
    try:
        built = adapter.validate_python(options)
    except ValidationError as error:
        allowed = ["severity", *adapter.json_schema().get("properties", ())]
        raise worded(located, error, lambda _: allowed, ("rules", rule.name)) from error
    severity = given.get("severity", str(rule.severity))
    if not isinstance(severity, str) or severity not in _SEVERITIES:
        problem = f"should be {', '.join(_SEVERITIES)}, not {severity!r}"
        raise located.error(("rules", rule.name, "severity"), problem)
    return ActiveRule(built, _SEVERITIES[severity])


_SEVERITIES = {str(severity): severity for severity in Severity}
