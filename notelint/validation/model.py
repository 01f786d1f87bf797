"""What the shapes of configuration files share: strict models and their values."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from notelint.values import pattern_in


class Model(BaseModel):
    """Keys in kebab case, no unknown ones, and no value taken for one of another type."""

    model_config = ConfigDict(
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        model_title_generator=lambda model: model.__name__.removesuffix("Model").lower(),
        strict=True,
    )


def _gitignore_pattern(value: str) -> str:
    if value == "!" or (value.endswith("\\") and pattern_in(value) is None):
        raise ValueError("should be a pattern as in .gitignore")
    return value


PathPattern = Annotated[str, AfterValidator(_gitignore_pattern)]


def choice(words: type[StrEnum]) -> BeforeValidator:
    """One of some words."""

    def read(value: object) -> object:
        if not isinstance(value, str) or value not in list(words):
            raise ValueError(f"should be {', '.join(words)}")
        return words(value)

    return BeforeValidator(read)
