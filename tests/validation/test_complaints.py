"""What pydantic says, in notelint's words and with its place."""

from __future__ import annotations

from typing import Literal

import pytest
from pydantic import BaseModel, Field, ValidationError

from notelint.validation import Location, Model, complaint, load_yaml, worded
from notelint.values import ConfigError


class BookModel(Model):
    title: str = ""
    page_count: int | None = None


class ShelfModel(Model):
    books: list[BookModel] = Field(default_factory=list)
    by_name: dict[str, BookModel] = Field(default_factory=dict)
    best: BookModel | None = None
    lent: list[BookModel] | None = None
    wood: Literal["oak", "fir"] = "oak"
    is_full: bool = False
    height: int


def told(text: str, model: type[BaseModel] = ShelfModel, around: Location = ()) -> ConfigError:
    """What is said of a shelf that is not as it should be."""
    located = load_yaml("f.yaml", text)
    data = located.data
    for key in around:
        data = data[key]
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return complaint(located, caught.value, model, around)


BOOK = "page-count, title"
SHELF = "best, books, by-name, height, is-full, lent, wood"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("height: tall", "1: height: should be a valid integer, not 'tall'"),
        ("wood: oak", "1: height: is required"),
        ("height: 1\nbooks: x", "2: books: should be a list, not 'x'"),
        ("height: 1\nbooks:\n- x", "3: books.0: should be a mapping of keys, not 'x'"),
        ("height: 1\nby-name: []", "2: by-name: should be a mapping of keys, not []"),
        ("height: 1\nbest: {title: 3}", "2: best.title: should be text, not 3"),
        ("height: 1\nis-full: 1", "2: is-full: should be true or false, not 1"),
        (
            "height: 1\nwood: okk",
            "2: wood: should be 'oak' or 'fir', not 'okk'; did you mean `oak`?",
        ),
        (
            "height: 1\nby-name:\n  3: {}",
            "3: by-name.3.[key]: a key should be text, not 3; write it in quotes",
        ),
    ],
)
def test_a_wrong_value_is_told_what_it_should_be(text: str, said: str) -> None:
    assert str(told(text)) == f"f.yaml:{said}"


@pytest.mark.parametrize(
    ("text", "key", "near", "keys"),
    [
        ("books:\n- titel: a", "2: books.0.titel", "title", BOOK),
        ("by-name:\n  a:\n    titel: a", "3: by-name.a.titel", "title", BOOK),
        ("best:\n  pagecount: 1", "2: best.pagecount", "page-count", BOOK),
        ("lent:\n- titel: a", "2: lent.0.titel", "title", BOOK),
        ("heigth: 1", "1: heigth", "height", SHELF),
    ],
)
def test_an_unknown_key_is_told_the_near_one_and_those_that_are_allowed(
    text: str, key: str, near: str, keys: str
) -> None:
    said = f"f.yaml:{key}: unknown key; did you mean `{near}`?; allowed: {keys}"
    assert str(told(text)) == said


def test_an_unknown_key_is_told_before_all_that_is_wrong_besides() -> None:
    said = str(told("height: tall\nwood: okk\nzzz: 1"))
    assert said.startswith("f.yaml:3: zzz: unknown key; allowed: ")


def test_a_long_value_is_cut() -> None:
    assert str(told(f"height: {'x' * 200}")).endswith(f", not '{'x' * 78}…")


def test_what_is_wrong_further_in_is_told_with_its_whole_key() -> None:
    error = told("shelf:\n  books:\n  - title: 3\n", BookModel, ("shelf", "books", 0))
    assert str(error) == "f.yaml:3: shelf.books.0.title: should be text, not 3"
    assert error.key == "shelf.books.0.title"


def test_what_a_whole_says_of_itself_stays_in_its_words() -> None:
    located = load_yaml("f.yaml", "a: 1")
    error = ValidationError.from_exception_data(
        "x", [{"type": "value_error", "loc": (), "input": {}, "ctx": {"error": "should be two"}}]
    )
    assert str(worded(located, error, lambda _: ())) == "f.yaml:1: should be two"
