"""The settings that a configuration came to, kept between runs: it is read again, and validated,
where it has changed.

A file of the cache has them, with the digest of every file that had a say: to read these again is
nothing, while to validate them takes longer than to check a note. It is never trusted: what does
not look right counts as missing. What is kept is data; nothing in it can be executed, as a pickle
could, and patterns of packs run under their budget.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from notelint.config.catalogue import shipped_rules, with_rules
from notelint.config.later_rule import later_rules
from notelint.config.rule_set import ActiveRule
from notelint.config.settings import Settings, default_settings
from notelint.disk import read_regular, report_file
from notelint.packs import BUDGETED, PackRule, make_rules
from notelint.values import Severity, __version__, fields, replace, sha256

_LARGEST = 20_000_000  # bytes
_SETTLED = 2_000_000_000  # ns; what is younger may have changed since it was validated
_NOT_KEPT = ("rules", "problems")  # of the fields of settings; the rules are kept otherwise

Stamp = tuple[str, str]  # the absolute path of a file, and the digest of what is in it


def kept_settings(file: Path, configuration: Path) -> Settings | None:
    """The settings that ``file`` keeps of a configuration, if nothing has changed since."""
    try:
        kept = json.loads(read_regular(file, _LARGEST))
        stamps = [_stamp(path) for path, _ in kept["files"]]
        is_current = kept["version"] == _version() and kept["files"] == list(map(list, stamps))
        if is_current and stamps[0][0] == os.path.abspath(configuration):
            return _from_data(kept["settings"])
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        pass
    return None


def keep_settings(file: Path, settings: Settings, read: Iterable[str], since: int) -> None:
    """Keep settings that come from some files, the configuration first, none of which was read
    before ``since``. That they cannot be kept is no reason to fail."""
    with suppress(OSError, TypeError, ValueError):
        stamps = [_stamp(path) for path in read]
        if all(since - os.stat(path).st_mtime_ns > _SETTLED for path, _ in stamps):
            data = {"version": _version(), "files": stamps, "settings": _as_data(settings)}
            file.parent.mkdir(parents=True, exist_ok=True)
            with report_file(file) as out:
                json.dump(data, out)


def now() -> int:
    """The time, as files have it."""
    return time.time_ns()


def _stamp(path: str) -> Stamp:
    return os.path.abspath(path), sha256(read_regular(path, _LARGEST)).hexdigest()


def _version() -> list[str]:
    """What settings hang on beside the files: notelint, and the rules that it has."""
    return [__version__, *(f"{rule.code} {rule.is_default}" for rule in later_rules())]


def _as_data(settings: Settings) -> dict[str, Any]:
    from notelint.config.plain_values import as_plain

    packed = [rule for rule in settings.catalogue.values() if issubclass(rule, PackRule)]
    changed = {active.rule.name: _changed(active) for active in settings.rules}
    names = [item.name for item in fields(settings) if item.name not in _NOT_KEPT]
    return {
        "packs": [[rule.origin, rule.name, rule.made_by[1][1]] for rule in packed if rule.origin],
        "rules": {name: change for name, change in changed.items() if change},
        "others": {name: as_plain(getattr(settings, name)) for name in names},
    }


def _changed(active: ActiveRule) -> list[Any] | None:
    """The severity and the options of a rule; None where they are its own."""
    from notelint.config.plain_values import as_plain

    rule = active.rule
    if active == ActiveRule(rule.__class__(), rule.severity):
        return None
    options = {item.name: as_plain(getattr(rule, item.name)) for item in fields(rule)}
    return [int(active.severity), options]


def _from_data(data: Mapping[str, Any]) -> Settings:
    from notelint.config.plain_values import from_plain

    own = [
        rule
        for origin, name, entry in data["packs"]
        for rule in make_rules({"rules": {name: json.loads(entry)}}, BUDGETED, origin)
    ]
    settings = default_settings(with_rules(shipped_rules(), own) if own else None)
    kept = data["rules"]
    rules = (
        _with_changes(active, *kept[active.rule.name]) if active.rule.name in kept else active
        for active in settings.rules
    )
    others = {name: from_plain(value) for name, value in data["others"].items()}
    if any(type(value) is not type(getattr(settings, name)) for name, value in others.items()):
        raise ValueError("not as settings are")
    return replace(settings, rules=tuple(rules), **others)


def _with_changes(active: ActiveRule, severity: int, options: Mapping[str, Any]) -> ActiveRule:
    from notelint.config.plain_values import from_plain

    given = {name: from_plain(value) for name, value in options.items()}
    return active._replace(rule=replace(active.rule, **given), severity=Severity(severity))
