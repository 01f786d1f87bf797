"""Dataclasses of our own: what they do is what those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from pydantic import TypeAdapter, ValidationError

from notelint.values import record

MAKERS = [record, dataclasses]
ours_and_standard = pytest.mark.parametrize("lib", MAKERS, ids=["ours", "standard"])


@record.dataclass(frozen=True)
class Point:
    """A value."""

    kind: ClassVar[str] = "point"
    x: int
    y: int = 0
    tags: list[str] = record.field(default_factory=list)

    @property
    def total(self) -> int:
        return self.x + self.y


@record.dataclass(frozen=True)
class Named(Point):
    """A value with more fields than the one that it is derived from."""

    name: str = ""


def classes(lib: Any) -> tuple[type[Any], type[Any]]:
    """The same two classes, made by either library."""

    @lib.dataclass(frozen=True, kw_only=True)
    class Base:
        kind: ClassVar[str] = "base"
        size: int = lib.field(default=3, metadata={"about": "how large"})

    @lib.dataclass(frozen=True, kw_only=True)
    class Derived(Base):
        words: tuple[str, ...] = ()
        seen: dict[str, int] = lib.field(default_factory=dict)

    return Base, Derived


@ours_and_standard
def test_values_compare_by_class_and_fields(lib: Any) -> None:
    base, derived = classes(lib)
    assert base() == base(size=3) != base(size=4)
    assert base() != derived()
    assert hash(base()) == hash(base(size=3))
    assert base() != (3,)


@ours_and_standard
def test_what_a_value_is_said_to_be(lib: Any) -> None:
    _, derived = classes(lib)
    name = derived.__qualname__
    assert repr(derived(words=("a",))) == f"{name}(size=3, words=('a',), seen={{}})"


@ours_and_standard
def test_defaults_are_attributes_of_the_class_and_made_anew(lib: Any) -> None:
    base, derived = classes(lib)
    assert base.size == derived.size == 3
    assert not hasattr(derived, "seen")
    assert derived().seen is not derived().seen


@ours_and_standard
def test_nothing_of_a_frozen_value_changes(lib: Any) -> None:
    value = classes(lib)[0]()
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'size'"):
        value.size = 4
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'size'"):
        del value.size


@ours_and_standard
@pytest.mark.parametrize("given", [{"size": 1, "colour": 2}, {"words": 1, "x": 1}])
def test_a_field_that_there_is_not_is_an_error(lib: Any, given: dict[str, int]) -> None:
    for _ in range(2):  # the first value is made in another way
        with pytest.raises(TypeError, match=r"Derived.__init__\(\) got an unexpected keyword"):
            classes(lib)[1](**given)


@ours_and_standard
def test_a_changed_copy_has_all_else(lib: Any) -> None:
    _, derived = classes(lib)
    value = derived(size=5, words=("a",))
    assert lib.replace(value, words=("b",)) == derived(size=5, words=("b",))
    with pytest.raises(TypeError, match="unexpected keyword"):
        lib.replace(value, colour=1)


@ours_and_standard
def test_the_standard_library_knows_the_fields(lib: Any) -> None:
    base, derived = classes(lib)
    told = [(item.name, item.kw_only, item.type) for item in dataclasses.fields(derived())]
    assert told == [
        ("size", True, "int"),
        ("words", True, "tuple[str, ...]"),
        ("seen", True, "dict[str, int]"),
    ]
    [size] = dataclasses.fields(base)
    assert (size.default, size.metadata["about"]) == (3, "how large")
    assert dataclasses.asdict(derived()) == {"size": 3, "words": (), "seen": {}}


@ours_and_standard
def test_pydantic_validates_them(lib: Any) -> None:
    _, derived = classes(lib)
    built = TypeAdapter(derived).validate_python({"size": 4, "words": ["a"]})
    assert built == derived(size=4, words=("a",))
    with pytest.raises(ValidationError):
        TypeAdapter(derived).validate_python({"size": "large"})


@ours_and_standard
def test_a_standard_class_may_be_derived_from_one(lib: Any) -> None:
    _, derived = classes(lib)

    @dataclasses.dataclass(frozen=True, kw_only=True)
    class More(derived):  # type: ignore[misc]
        colour: str = record.field(default="red", metadata={"about": "which colour"})

    value = More(size=1, colour="blue")
    assert (value.size, value.words, value.colour, More().colour) == (1, (), "blue", "red")
    assert dataclasses.fields(More)[-1].metadata["about"] == "which colour"
    assert record.replace(value, words=("a",)) == More(size=1, colour="blue", words=("a",))


@ours_and_standard
@pytest.mark.parametrize("is_slotted", [False, True])
def test_values_that_change(lib: Any, is_slotted: bool) -> None:
    @lib.dataclass(slots=is_slotted, eq=False)
    class Run:
        """What changes."""

        size: int
        parts: list[int] = lib.field(default_factory=list)

        def __post_init__(self) -> None:
            self.parts.append(self.size)

    run = Run(2)
    run.size += 1
    assert (run.size, run.parts) == (3, [2])
    assert run != Run(2)
    assert run in {run}
    assert hasattr(run, "__dict__") is not is_slotted
    assert Run.__doc__ == "What changes."


@ours_and_standard
def test_what_changes_and_compares_has_no_hash(lib: Any) -> None:
    @lib.dataclass
    class Run:
        size: int

    assert Run(1) == Run(1)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Run(1))


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_a_value_can_be_handed_on(copied: Callable[[Any], Any]) -> None:
    value = Named(1, 2, ["a"], "here")
    assert copied(value) == value == Named(x=1, y=2, tags=["a"], name="here")
    assert copied(value).total == 3


def test_a_value_may_be_taken_apart() -> None:
    match Named(1, 2):
        case Named(x, y, _, name):
            assert (x, y, name) == (1, 2, "")


def test_the_standard_library_is_not_loaded_for_them() -> None:
    code = """
from __future__ import annotations
import sys
from notelint.values.record import dataclass, field, replace
@dataclass(frozen=True)
class A:
    x: int = field(default=1)
assert replace(A(), x=2) == A(2) != A()
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"dataclasses", "inspect"} & set(done.stdout.split())


@ours_and_standard
def test_the_fields_of_a_class_and_of_a_value(lib: Any) -> None:
    _, derived = classes(lib)
    for asked in (derived, derived()):
        told = [(item.name, item.metadata.get("about"), item.type) for item in lib.fields(asked)]
        assert told[:2] == [("size", "how large", "int"), ("words", None, "tuple[str, ...]")]
        assert record.fields(asked)[0].default == 3


@ours_and_standard
def test_a_class_without_fields_of_its_own(lib: Any) -> None:
    base, _ = classes(lib)
    seen: list[Any] = []

    @lib.dataclass(frozen=True, kw_only=True)
    class Same(base):  # type: ignore[misc]
        pass

    @lib.dataclass(frozen=True, kw_only=True)
    class Watched(base):  # type: ignore[misc]
        def __post_init__(self) -> None:
            seen.append(self.size)

    assert (Same(size=4).size, Same().size, Watched(size=5).size, base(size=6).size) == (4, 3, 5, 6)
    assert seen == [5]
    assert Same() != base()


@ours_and_standard
def test_a_field_may_stand_apart_from_what_a_value_is(lib: Any) -> None:
    @lib.dataclass(frozen=True)
    class Found:
        name: str
        seen: object = lib.field(default=None, compare=False, repr=False)

    assert Found("a", 1) == Found("a", 2)
    assert hash(Found("a", 1)) == hash(Found("a", 2))
    assert repr(Found("a", 1)).endswith("Found(name='a')")
    assert [item.compare for item in dataclasses.fields(Found)] == [True, False]
