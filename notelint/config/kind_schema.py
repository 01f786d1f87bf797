"""Kinds of notes as a configuration writes them. Imported only where one is read."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from notelint.conventions import HeadingPattern, Kind, PropertyGrammar, Role, Slot, When, role_of
from notelint.notes import PropertyType
from notelint.validation import Model, PathPattern, choice
from notelint.values import lazy_pattern

_COUNT = lazy_pattern(r"(\d+)(?:(\+)|-(\d+))?")
_DEEPEST = 6


def _read_count(value: object) -> object:
    """``1``, ``0-1``, ``1+`` as the least and the most."""
    match = _COUNT.fullmatch(str(value)) if isinstance(value, str | int) else None
    if match is None or isinstance(value, bool):
        raise ValueError("should be a count such as 1, 0-1, 1+, 0+ or 2-4")
    least = int(match[1])
    most = None if match[2] else int(match[3] or least)
    if most is not None and most < max(least, 1):
        raise ValueError("should be a count of at least one, the smaller number first")
    return least, most


def _words(value: str) -> str:
    if not HeadingPattern(value).words.strip():
        raise ValueError("should be a heading's words, such as `Synthesis` or `Source[^n]`")
    return value


Heading = Annotated[str, AfterValidator(_words)]
Count = Annotated[
    tuple[int, int | None],
    BeforeValidator(_read_count),
    WithJsonSchema({"type": ["string", "integer"], "pattern": rf"^(?:{_COUNT.pattern})$"}),
]


class SectionModel(Model):
    """One section of a kind."""

    heading: Heading = Field(
        description="The heading, whatever its letter case: `*` in it is anything, and one that "
        "ends in `[^n]` cites a footnote.",
        examples=["Source[^n]"],
    )
    count: Count = Field(
        default=(1, 1),
        json_schema_extra={"default": "1"},
        description="How many of it a note has: `1`, `0-1`, `1+`, `0+` or `2-4`.",
        examples=["1+"],
    )
    last: bool = Field(
        default=False, description="Whether no section may stand behind it.", examples=[True]
    )
    role: Annotated[Role, choice(Role)] | None = Field(
        default=None,
        description="Which rules are about it. Unless said, one that cites is a source, "
        "`Synthesis` and `References` are what they are called, and all else is other.",
        examples=["source"],
    )

    def slot(self) -> Slot:
        heading = HeadingPattern(self.heading)
        return Slot(heading, *self.count, self.last, self.role or role_of(heading))


def _values(given: dict[str, Any]) -> dict[str, Any]:
    for key, values in given.items():
        for value in values if isinstance(values, list) else [values]:
            if value is None or isinstance(value, dict | list | set):
                raise ValueError(f"should have a value for `{key}`, or a list of some")
    return given


class WhenModel(Model):
    """Which notes are of a kind: all that is given has to hold."""

    heading: Heading | None = Field(
        default=None, description="A heading that the note has.", examples=["Synthesis"]
    )
    any_heading: list[Heading] = Field(
        default=[],
        description="Headings of which the note has one or more.",
        examples=[["Synthesis", "Source[^n]"]],
    )
    path: PathPattern | None = Field(
        default=None,
        description="Where the note is: a pattern as in `.gitignore`, from the vault's root.",
        examples=["Boats/**"],
    )
    front_matter: Annotated[dict[str, Any], AfterValidator(_values)] = Field(
        default_factory=dict,
        description="Properties of the note with their values; a list says all that have to be "
        "there.",
        examples=[{"type": "boat"}],
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("should say `heading`, `any-heading`, `path` or `front-matter`")
        return self

    def when(self) -> When:
        own = [self.heading] if self.heading else []
        headings = tuple(map(HeadingPattern, [*own, *self.any_heading]))
        return When(headings, self.path, tuple(_properties(self.front_matter)))


def _properties(given: dict[str, Any]) -> list[tuple[str, str]]:
    """Each value as text; `true`, which TOML has by itself, not as `True`. All of a list have to
    stand there."""
    return [
        (key, str(value).lower() if isinstance(value, bool) else str(value))
        for key, values in given.items()
        for value in (values if isinstance(values, list) else [values])
    ]


class FrontMatterModel(Model):
    """What the front matter of a kind has."""

    required: list[str] = Field(
        default=[], description="Properties that the note has.", examples=[["type", "built"]]
    )
    forbidden: list[str] = Field(
        default=[], description="Properties that it has not.", examples=[["tag"]]
    )
    types: dict[str, Annotated[PropertyType, choice(PropertyType)]] = Field(
        default_factory=dict,
        description="The types of properties, as Obsidian takes what is written.",
        examples=[{"built": "date"}],
    )

    def grammar(self) -> PropertyGrammar:
        return PropertyGrammar(tuple(self.required), tuple(self.forbidden), self.types)


class KindModel(Model):
    """A kind of notes."""

    when: WhenModel = Field(
        description="Which notes are of this kind: all that is said has to hold.",
        examples=[{"heading": "Synthesis"}],
    )
    sections: list[SectionModel] = Field(
        default=[],
        description="The sections that such a note has, in order.",
        examples=[[{"heading": "Summary"}]],
    )
    depth: int = Field(
        default=2,
        ge=1,
        le=_DEEPEST,
        description="How many `#` the headings of its sections have.",
        examples=[1],
    )
    front_matter: FrontMatterModel | None = Field(
        default=None,
        description="What its front matter holds, which `front-matter-schema` checks.",
        examples=[{"required": ["type"]}],
    )

    def kind(self, name: str) -> Kind:
        slots = tuple(section.slot() for section in self.sections)
        grammar = self.front_matter.grammar() if self.front_matter else None
        return Kind(name, self.when.when(), slots, self.depth, grammar)
