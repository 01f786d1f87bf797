"""Files of an earlier run in a folder: called as they are to be called now, or taken away."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from notelint.batch.kept import SUFFIX as KEPT
from notelint.batch.manifest import Part
from notelint.batch.store import Store
from notelint.values import lazy_pattern

# No file is touched that is not called as one of ours: somebody may have named a folder in use.
_FACTS = lazy_pattern(r"([0-9a-f]{32})\.(?:facts|json)")
_FINDINGS = lazy_pattern(r"((\d{6,})-\d{6,}-([0-9a-f]{32}))\.(?:jsonl|json)")


def put_in_order(store: Store, names: Iterable[str]) -> None:
    """Give findings that are still right the place that their shard has now."""
    files = set(store.names())
    there = {found[3]: found[1] for found in map(_FINDINGS.fullmatch, files) if found}
    for name in names:
        known = there.get(name.rpartition("-")[2], name)
        if known == name:
            continue
        for ending in (".jsonl", KEPT):  # what says that the other is whole comes last
            if known + ending in files:
                store.move(known + ending, name + ending)


def clear(store: Store, names: Collection[str], part: Part) -> None:
    """Take away what is not among some names; of a part of a vault only what is certainly its
    own."""
    for file in sorted(store.names(), key=lambda file: not file.endswith(KEPT)):
        if _is_of_another_day(file, names, part):
            store.remove(file)


def _is_of_another_day(file: str, names: Collection[str], part: Part) -> bool:
    facts, findings = _FACTS.fullmatch(file), _FINDINGS.fullmatch(file)
    if facts:
        return part.is_whole and facts[1] not in names
    if findings:
        return part.has(int(findings[2])) and findings[1] not in names
    return False
