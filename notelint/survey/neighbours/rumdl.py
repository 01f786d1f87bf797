"""rumdl: the rules that it runs, what it leaves out, and what it ignores where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from notelint.survey.neighbours.neighbour import Neighbour, table, texts

NOT_BY_DEFAULT = {"MD009": "trailing-space", "MD047": "final-newline", "MD067": "footnote-order"}
BY_DEFAULT = {
    "MD051": "unresolved-heading",
    "MD057": "unresolved-link",
    "MD066": "undefined-footnote",
    "MD068": "empty-definition",
    "MD083": "mojibake",
    "MD084": "invisible-character",
    "MD092": "conflict-marker",
}
_ALL = NOT_BY_DEFAULT | BY_DEFAULT


def configuration(file: str, data: Any) -> Neighbour:
    """``.rumdl.toml``, or its table in ``pyproject.toml``; what stands under `global` may also
    stand at the top."""
    given = table(data)
    settings = given | table(given.get("global"))
    return Neighbour(
        file,
        texts(_get(settings, "exclude")),
        {code: ours for code, ours in NOT_BY_DEFAULT.items() if _is_on(settings, code)},
        {code: ours for code, ours in BY_DEFAULT.items() if not _is_on(settings, code)},
        tuple(_ignored(table(_get(given, "per-file-ignores")))),
    )


def _is_on(settings: dict[str, Any], code: str) -> bool:
    off = {*_codes(settings, "disable"), *_codes(settings, "extend-disable")}
    only = _codes(settings, "enable")
    more = _codes(settings, "extend-enable")
    if code in off or "ALL" in off:
        return False
    return not only or "ALL" in only or code in (*only, *more)


def _codes(settings: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(code.upper() for code in texts(_get(settings, key)))


def _get(settings: dict[str, Any], key: str) -> Any:
    """A setting, whose name may be written with either dash."""
    return settings.get(key, settings.get(key.replace("-", "_")))


def _ignored(given: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for pattern, codes in given.items():
        yield from ((pattern, _ALL[code.upper()]) for code in texts(codes) if code.upper() in _ALL)
