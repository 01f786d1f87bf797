"""The shape of a pack, as pydantic models. Imported only where a stranger's pack is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from notelint.packs.pattern import check_pattern, placeholders
from notelint.validation import Model

NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
LONGEST_NAME = 60
CODE = r"[A-Z]{2,8}[0-9]{3}"


def _shown(value: str) -> str:
    """A stranger's text reaches terminals, which obey control characters."""
    if not value.strip():
        raise ValueError("should say something")
    if not all(char.isprintable() or char == "\n" for char in value):
        raise ValueError("should have no control characters")
    return value


def _one_line(value: str) -> str:
    if "\n" in _shown(value).strip():
        raise ValueError("should be one line")
    return value


def _template(value: str) -> str:
    placeholders(value)
    return _one_line(value)


def _code(value: str) -> str:
    if not re.fullmatch(CODE, value):
        raise ValueError("should be two to eight capitals and three digits, such as `HOUSE001`")
    return value


Prose = Annotated[str, Field(max_length=2000), AfterValidator(_shown)]
Line = Annotated[str, Field(max_length=200), AfterValidator(_one_line)]
Template = Annotated[str, Field(max_length=200), AfterValidator(_template)]
Code = Annotated[str, AfterValidator(_code), Field(json_schema_extra={"pattern": f"^{CODE}$"})]
Pattern = Annotated[str, Field(min_length=1, max_length=1000), AfterValidator(check_pattern)]
Word = Annotated[str, Field(min_length=1, max_length=200)]
Where = Literal["text", "math", "headings", "targets", "definitions", "lines"]
Forms = Annotated[list[Pattern], Field(min_length=1, max_length=100)]
Words = Annotated[
    dict[Word, Annotated[str, Field(max_length=200)] | None],
    Field(
        min_length=1,
        max_length=5000,
        json_schema_extra={"propertyNames": {"minLength": 1, "maxLength": 200}},
    ),
]


class FixModel(Model):
    """What the fix is called, who may apply it, and why that is right."""

    title: Template
    applicability: Literal["safe", "unsafe", "manual"] = "manual"
    reason: Prose


class CaseModel(Model):
    """One more example: a note, what the rule finds in it, and the note after all fixes."""

    title: Line | None = None
    note: str
    found: list[str]
    fixed: str | None = None


class PairModel(Model):
    """A regular expression, and what is to stand in place of what it finds."""

    find: Pattern
    replace: Annotated[str, Field(max_length=1000)] | None = None


class EntryModel(Model):
    """What every rule of a pack says."""

    code: Code
    summary: Line
    reason: Prose
    where: Where
    message: Template
    bad: str
    good: str
    cases: list[CaseModel] = []
    severity: Literal["error", "warning", "info"] = "warning"
    default: bool = True


class FixableModel(EntryModel):
    """A rule that may also have a fix."""

    fix: FixModel | None = None

    def replacements(self) -> Sequence[str | None]:
        """What is to stand in place of each thing that the rule looks for."""
        raise NotImplementedError


class PatternModel(FixableModel):
    """Finds what one of the patterns matches."""

    kind: Literal["pattern"]
    patterns: Annotated[list[PairModel], Field(min_length=1, max_length=100)]

    def replacements(self) -> Sequence[str | None]:
        return [pair.replace for pair in self.patterns]


class WordListModel(FixableModel):
    """A rule with a list of words, each with what is to stand in its place, if anything."""

    words: Words

    def replacements(self) -> Sequence[str | None]:
        return list(self.words.values())


class WordsModel(WordListModel):
    """Finds letters wherever they stand."""

    kind: Literal["words"]


class SpellingModel(WordListModel):
    """Finds whole words, in any letter case."""

    kind: Literal["spelling"]


class FormModel(EntryModel):
    """Finds what has none of the forms."""

    kind: Literal["form"]
    where: Literal["math", "headings", "targets", "definitions", "lines"]
    forms: Forms


class RequiredModel(EntryModel):
    """Finds a note where none of the forms stands."""

    kind: Literal["required"]
    forms: Forms


class HeaderModel(Model):
    """A pack."""

    pack: Line
    version: Literal[1]
    rules: Annotated[dict[str, dict[str, Any]], Field(min_length=1, max_length=1000)]


Entry = Annotated[
    PatternModel | WordsModel | SpellingModel | FormModel | RequiredModel,
    Field(discriminator="kind"),
]
_NAMES: Any = {"propertyNames": {"pattern": f"^{NAME}$", "maxLength": LONGEST_NAME}}


class PackModel(HeaderModel):
    """A pack, with the shape of its rules told apart by their kinds."""

    rules: Annotated[dict[str, Entry], Field(json_schema_extra=_NAMES)]  # type: ignore[assignment]


MODELS: Mapping[str, type[EntryModel]] = {
    "pattern": PatternModel,
    "words": WordsModel,
    "spelling": SpellingModel,
    "form": FormModel,
    "required": RequiredModel,
}
