"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import pytest

import notelint
from notelint.values import lazy_pattern


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    wrong = lazy_pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_it_does_what_the_compiled_one_does() -> None:
    pattern = lazy_pattern("(?P<first>a)b", re.I)
    compiled = re.compile("(?P<first>a)b", re.I)
    for _ in range(2):
        assert [m.span() for m in pattern.finditer("ab AB")] == [(0, 2), (3, 5)]
    assert (pattern.pattern, pattern.flags) == (compiled.pattern, compiled.flags)
    assert pattern.groupindex == compiled.groupindex


def test_every_pattern_of_the_project_compiles() -> None:
    patterns = [found for module in _modules() for found in _patterns(vars(module).values())]
    assert len(patterns) > 200
    for pattern in patterns:
        assert re.compile(pattern.pattern, pattern.flags)


def _modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(notelint.__path__, "notelint."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def _patterns(values: object) -> Iterator[re.Pattern[str]]:
    kind = type(lazy_pattern(""))
    for value in values if isinstance(values, type({}.values()) | list | tuple) else ():
        if isinstance(value, kind):
            yield value
        elif isinstance(value, dict):
            yield from _patterns(value.values())
        elif isinstance(value, tuple | list):
            yield from _patterns(value)
