"""Rules by what people type for them: names, codes, prefixes of codes, and ``ALL``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from notelint.config.catalogue import Catalogue
from notelint.config.settings import Classes
from notelint.validation import near_miss
from notelint.values import ConfigError, Place

_DIGITS = "0123456789"


def select(catalogue: Catalogue, selectors: Iterable[str], place: Place, key: str = "") -> set[str]:
    """The names of the rules that the selectors stand for; ``place`` is where they were typed,
    ``key`` the key of a configuration.

    Raises:
        ConfigError: a selector stands for no rule.
    """
    return {name for selector in selectors for name in _selected(catalogue, selector, place, key)}


def _selected(catalogue: Catalogue, selector: str, place: Place, key: str) -> set[str]:
    if selector == "ALL":
        return set(catalogue)
    if selector in catalogue:
        return {selector}
    found = {name for name, code in _codes(catalogue).items() if _begins(code, selector)}
    if not found:
        hint = near_miss(selector, catalogue)
        remedy = "" if hint else "`notelint explain --all` lists them"
        raise ConfigError(f"no rule is called `{selector}`{hint}", remedy, place, key)
    return found


def _codes(catalogue: Catalogue) -> Mapping[str, str]:
    if isinstance(catalogue, Classes):  # which need not be loaded for that
        return catalogue.codes()
    return {name: rule.code for name, rule in catalogue.items()}


def _begins(code: str, selector: str) -> bool:
    """Whether a selector has all the letters of a code, and as many of its digits as it likes."""
    is_whole = selector.rstrip(_DIGITS) == code.rstrip(_DIGITS)
    return is_whole and code.startswith(selector)
