"""All rules that there are: the modules of ``notelint.rules`` and the entries of the packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib import import_module
from types import MappingProxyType

from notelint.authoring import Rule
from notelint.values import modules_in

_RULES = "notelint.rules"  # the folder whose modules are rules; no other module knows them

Catalogue = Mapping[str, type[Rule]]  # by name, in the order of the codes


@lru_cache(maxsize=1)
def shipped_rules() -> Catalogue:
    """The rules that come with notelint."""
    from notelint.packs import shipped_pack_rules  # which no note has to do with mostly

    return _in_order([*_python_rules(), *shipped_pack_rules()])


@cache
def shipped_rule(name: str) -> type[Rule]:
    """One of them, loaded by itself where it is a module."""
    module = name.replace("-", "_")
    if module not in modules_in(_RULES):
        return shipped_rules()[name]
    [rule] = _rules_in(module)
    return rule


def with_rules(catalogue: Catalogue, added: Iterable[type[Rule]]) -> Catalogue:
    """A catalogue of more rules."""
    return _in_order([*catalogue.values(), *added])


def _in_order(found: Iterable[type[Rule]]) -> Catalogue:
    return MappingProxyType({rule.name: rule for rule in sorted(found, key=lambda r: r.code)})


def _python_rules() -> Iterator[type[Rule]]:
    for module in modules_in(_RULES):
        yield from _rules_in(module)


def _rules_in(module: str) -> Iterator[type[Rule]]:
    members = vars(import_module(f"{_RULES}.{module}")).values()
    return (member for member in members if _is_rule_of(member, module))


def _is_rule_of(member: object, module: str) -> bool:
    if not isinstance(member, type) or not issubclass(member, Rule):
        return False
    return getattr(member, "name", "").replace("-", "_") == module
