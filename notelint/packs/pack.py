"""Packs: YAML files of rules that are data, for strangers to read, copy and change.

A pack has a closed set of kinds (``kinds``). An entry that would need an ``if`` wants to be a
Python rule.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from notelint.packs.kinds import KINDS, PackRule
from notelint.packs.matcher import SHIPPED, Patterns
from notelint.packs.where import Where
from notelint.values import Applicability, Severity, own_file

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_ENTRIES = "shipped.json"  # made of them by `python docs/reference.py`; a test compares


def shipped_packs() -> Iterator[Traversable]:
    """The packs that come with notelint: inside the wheel, or beside the package in a checkout."""
    from importlib.resources import files

    package = files("notelint")
    folder = package / "packs" / "shipped"
    if not folder.is_dir():
        folder = package.parent / "rules"  # type: ignore[attr-defined]
    for pack in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if pack.name.endswith(".yaml"):
            yield pack


def entries_of_shipped_packs() -> str:
    """All of them as JSON, which is read many times faster than YAML."""
    import yaml

    packs = [yaml.safe_load(pack.read_text(encoding="utf-8")) for pack in shipped_packs()]
    rules = {name: entry for pack in packs for name, entry in pack["rules"].items()}
    return json.dumps({"rules": rules}, ensure_ascii=False, indent=1) + "\n"


def shipped_pack_rules() -> Iterator[type[PackRule]]:
    """The rules of the packs that come with notelint."""
    return make_rules(json.loads(own_file("notelint.packs", _ENTRIES)))


def make_rules(
    pack: Mapping[str, Any], patterns: Patterns = SHIPPED, origin: str = ""
) -> Iterator[type[PackRule]]:
    """The rule classes of a pack: a shipped one, or a stranger's that ``validator`` saw.

    ``origin`` is the stranger's file.
    """
    for name, entry in pack["rules"].items():
        yield _rule_class(name, json.dumps(entry), patterns, origin)


@cache
def _rule_class(name: str, source: str, patterns: Patterns, origin: str) -> type[PackRule]:
    """The class of an entry, given as JSON; equal entries have one class, so that rules compare."""
    entry = json.loads(source)
    kind = KINDS[entry["kind"]]
    content = kind.content(entry, patterns.compile)
    made_by = (_rule, (name, source, patterns, origin))
    shared = _shared(name, entry, patterns, origin)
    return type(name, (kind,), {**shared, **content, "made_by": made_by})


def _rule(
    name: str, source: str, patterns: Patterns, origin: str, options: dict[str, Any]
) -> PackRule:
    """A rule that was pickled."""
    return _rule_class(name, source, patterns, origin)(**options)


def _shared(name: str, entry: Mapping[str, Any], patterns: Patterns, origin: str) -> dict[str, Any]:
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
        "where": Where(entry["where"]),
        "message": entry["message"],
        "title": fix.get("title", ""),
        "applicability": Applicability[fix.get("applicability", "manual").upper()],
        "matcher": patterns.matcher,
        "origin": origin,
    }
