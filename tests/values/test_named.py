"""Named tuples of our own: what they do is what those of the standard library do."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest

from notelint.values import NamedTuple, each


class Point(NamedTuple):
    """A value."""

    x: int
    y: int = 0

    @property
    def total(self) -> int:
        return self.x + self.y


class Standard(typing.NamedTuple):
    """A value."""

    x: int
    y: int = 0

    @property
    def total(self) -> int:
        return self.x + self.y


class Empty(NamedTuple):
    """Nothing."""


MADE: list[Any] = [Point, Standard]
ours_and_standard = pytest.mark.parametrize("made", MADE, ids=["ours", "standard"])


@ours_and_standard
def test_a_value_is_a_tuple_with_names(made: Any) -> None:
    value = made(1, y=2)
    assert value == (1, 2) == made(1, 2) == made(y=2, x=1)
    assert (value.x, value.y, value.total, made(3).y) == (1, 2, 3, 0)
    assert (made._fields, made._field_defaults) == (("x", "y"), {"y": 0})
    assert (made.__doc__, made.__match_args__) == ("A value.", ("x", "y"))
    assert hash(value) == hash((1, 2))
    assert repr(value) == f"{made.__name__}(x=1, y=2)"
    assert isinstance(value, tuple)
    assert not hasattr(value, "__dict__")


@ours_and_standard
def test_a_value_is_copied_with_changes_and_as_a_mapping(made: Any) -> None:
    value = made(1, 2)
    assert value._replace(y=5) == (1, 5)
    assert type(value._replace(y=5)) is made
    assert value._asdict() == {"x": 1, "y": 2}
    assert made._make([1, 2]) == value
    with pytest.raises(ValueError, match="z"):
        value._replace(z=1)
    with pytest.raises(TypeError, match="got 3"):
        made._make([1, 2, 3])


@ours_and_standard
@pytest.mark.parametrize("given", [{}, {"y": 1}, {"x": 1, "z": 2}])
def test_what_is_missing_or_too_much_is_an_error(made: Any, given: dict[str, int]) -> None:
    with pytest.raises(TypeError):
        made(**given)
    with pytest.raises(TypeError):
        made(1, 2, 3)
    with pytest.raises(AttributeError):
        made(1).x = 2


@ours_and_standard
def test_a_value_goes_to_other_processes(made: Any) -> None:
    value = made(1, 2)
    for other in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert (other, type(other)) == (value, made)


@ours_and_standard
def test_a_value_is_matched(made: Any) -> None:
    match made(1, 2):
        case Point(x, y) | Standard(x, y):
            assert (x, y) == (1, 2)


@ours_and_standard
def test_a_class_that_is_derived_makes_its_own_values(made: Any) -> None:
    derived = type("Derived", (made,), {"twice": lambda self: self.x * 2})
    value = derived(4, 5)
    assert (type(value), value.twice(), value) == (derived, 8, (4, 5))
    assert type(made(1)) is made


def test_a_value_may_have_no_fields() -> None:
    assert (Empty(), repr(Empty())) == ((), "Empty()")


@ours_and_standard
def test_rows_become_values_of_a_class(made: Any) -> None:
    values = each(made, zip([1, 2], [3, 4], strict=True))
    assert values == [made(1, 3), made(2, 4)]
    assert {type(value) for value in values} == {made}
