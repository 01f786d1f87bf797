"""Packs: YAML files of rules that are data, for strangers to read, copy and change.

A pack has a closed set of kinds (``pack_kinds``). An entry that would need an ``if`` wants to be a
Python rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from notelint.packs.kinds import KINDS, PackRule
from notelint.packs.matcher import SHIPPED, Engine
from notelint.packs.where import Place
from notelint.values.diagnostic import Applicability, Severity


def shipped_packs() -> Iterator[Traversable]:
    """The packs that come with notelint: inside the wheel, or beside the package in a checkout."""
    package = files("notelint")
    folder = package / "packs" / "shipped"
    if not folder.is_dir():
        folder = package.parent / "rules"  # type: ignore[attr-defined]
    for pack in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if pack.name.endswith(".yaml"):
            yield pack


def make_rules(
    pack: Mapping[str, Any], engine: Engine = SHIPPED, origin: str = ""
) -> Iterator[type[PackRule]]:
    """The rule classes of a pack: a shipped one, or a stranger's that ``pack_schema`` validated.

    ``origin`` is the stranger's file.
    """
    for name, entry in pack["rules"].items():
        kind = KINDS[entry["kind"]]
        content = kind.content(entry, engine.compile)
        yield type(name, (kind,), {**_shared(name, entry, engine, origin), **content})


def _shared(name: str, entry: Mapping[str, Any], engine: Engine, origin: str) -> dict[str, Any]:
    fix = entry.get("fix") or {}
    return {
        "__doc__": entry["reason"].strip(),
        "__module__": __name__,
        "name": name,
        "code": entry["code"],
        "summary": entry["summary"],
        "bad": entry["bad"],
        "good": entry["good"],
        "fixes": fix.get("reason", ""),
        "severity": Severity[entry.get("severity", "warning").upper()],
        "is_default": entry.get("default", True),
        "where": Place(entry["where"]),
        "message": entry["message"],
        "title": fix.get("title", ""),
        "applicability": Applicability[fix.get("applicability", "manual").upper()],
        "watch": engine.watch,
        "origin": origin,
    }
