"""Rules by what people type for them: names, codes, prefixes of codes, and ``ALL``."""

from __future__ import annotations

from collections.abc import Iterable

from notelint.catalogue import Catalogue
from notelint.error import NotelintError
from notelint.near import near_miss


def select(catalogue: Catalogue, selectors: Iterable[str], place: str) -> set[str]:
    """The names of the rules that the selectors stand for; ``place`` is where they were typed.

    Raises:
        NotelintError: a selector stands for no rule.
    """
    return {name for selector in selectors for name in _selected(catalogue, selector, place)}


def _selected(catalogue: Catalogue, selector: str, place: str) -> set[str]:
    if selector == "ALL":
        return set(catalogue)
    if selector in catalogue:
        return {selector}
    is_code = selector.startswith("NL")
    found = {name for name, rule in catalogue.items() if is_code and rule.code.startswith(selector)}
    if not found:
        hint = near_miss(selector, catalogue) or "; `notelint explain --all` lists them"
        raise NotelintError(f"{place}: no rule is called `{selector}`{hint}")
    return found
