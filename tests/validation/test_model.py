"""What the shapes of configuration files share: strict models and their values."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from notelint.validation import Model, PathPattern, choice


class Wood(StrEnum):
    OAK = "oak"
    FIR = "fir"


class ShelfModel(Model):
    top_board: str = ""
    boards: int = 0
    is_full: bool = False
    wood: Annotated[Wood, choice(Wood)] = Wood.OAK


def test_keys_are_in_kebab_case() -> None:
    shelf = ShelfModel.model_validate({"top-board": "a", "is-full": True})
    assert (shelf.top_board, shelf.is_full) == ("a", True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"top_board": "a"},
        {"bottom": "a"},
        {"top-board": 1},
        {"top-board": None},
        {"boards": "1"},
        {"boards": 1.0},
        {"boards": True},
        {"is-full": 1},
        {"is-full": "yes"},
    ],
)
def test_no_unknown_key_and_no_value_of_another_type_is_taken(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as caught:
        ShelfModel.model_validate(wrong)
    assert [error["loc"] for error in caught.value.errors()] == [tuple(wrong)]


def test_a_model_is_called_by_what_it_is_the_shape_of() -> None:
    assert ShelfModel.model_json_schema()["title"] == "shelf"


def test_a_choice_is_one_of_its_words() -> None:
    assert [ShelfModel.model_validate({"wood": word}).wood for word in ("oak", "fir")] == [*Wood]


@pytest.mark.parametrize("wrong", ["Oak", "OAK", "oak ", "", 1, None, True, ["oak"], {"oak": 1}])
def test_a_choice_that_is_none_of_the_words_is_told_them(wrong: object) -> None:
    with pytest.raises(ValidationError, match="should be oak, fir"):
        ShelfModel.model_validate({"wood": wrong})


@pytest.mark.parametrize("pattern", ["*.md", "/a/", "!b.md", "# a comment", "a b", "[a", ""])
def test_a_path_pattern_stays_as_it_is_written(pattern: str) -> None:
    assert TypeAdapter(PathPattern).validate_python(pattern) == pattern


@pytest.mark.parametrize("pattern", ["!", "a\\"])
def test_what_gitignore_does_not_take_is_no_path_pattern(pattern: str) -> None:
    with pytest.raises(ValidationError, match=r"a pattern as in \.gitignore"):
        TypeAdapter(PathPattern).validate_python(pattern)
