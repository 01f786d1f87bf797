"""How the YAML of strangers is made into values: nothing that runs long, nothing that fails oddly.

PyYAML follows YAML 1.1, where `1:59:59` is a number to the base of 60, and trusts a tag: `!!int ""`
fails somewhere inside. Here plain numbers have no colons, and what is not as its tag says is told
of with its place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from notelint.validation.location import MOST_NESTED
from notelint.values import lazy_pattern

_LONGEST_NUMBER = 40  # characters; nothing that is configured has more
_LONGEST_SHOWN = 40
_PREFIX = "tag:yaml.org,2002:"
_PLAIN_NUMBERS = {  # as PyYAML has them, but for those with colons
    _PREFIX + "int": lazy_pattern(
        r"(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][\d_]*)|[-+]?0x[\da-fA-F_]+)\Z"
    ),
    _PREFIX + "float": lazy_pattern(
        r"(?:[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?"
        r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z"
    ),
}
_SCALARS = {
    "int": "whole number",
    "float": "number",
    "bool": "yes or no",
    "timestamp": "date",
    "binary": "base 64",
}


@lru_cache(maxsize=1)
def loader_class() -> Any:
    """The loader of configurations and packs, a subclass of PyYAML's safe one."""
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        """Safe, and careful with what looks like a number."""

    Loader.yaml_implicit_resolvers = {
        first: [(tag, _PLAIN_NUMBERS.get(tag, pattern)) for tag, pattern in entries]
        for first, entries in Loader.yaml_implicit_resolvers.items()
    }
    for kind, words in _SCALARS.items():
        tag = _PREFIX + kind
        construct = Loader.yaml_constructors[tag]
        Loader.add_constructor(tag, partial(_construct, construct, words))
    return Loader


def _construct(construct: Callable[[Any, Any], Any], words: str, loader: Any, node: Any) -> Any:
    import yaml

    written = loader.construct_scalar(node)
    is_number = "number" in words
    try:
        if is_number and (len(written) > _LONGEST_NUMBER or ":" in written):
            raise ValueError
        return construct(loader, node)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        shown = written if len(written) <= _LONGEST_SHOWN else written[: _LONGEST_SHOWN - 1] + "…"
        problem = f"`{shown}` cannot be read as a {words}"
        raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from error


def too_deep_at(text: str, loader: Any) -> int | None:
    """The line (from 0) where YAML nests deeper than anybody writes it, told without recursion;
    None where it does not, or where it is no YAML."""
    import yaml

    if sum(map(text.count, "[{-?:")) <= MOST_NESTED:  # each level takes one of them
        return None
    depth = -1  # what all stands in is no level
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MOST_NESTED:
                    return event.start_mark.line if event.start_mark else 0
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.MarkedYAMLError as error:
        if error.problem_mark and "nesting depth" in str(error.problem):  # libyaml has a bound too
            return error.problem_mark.line
    except yaml.YAMLError:
        pass
    return None
