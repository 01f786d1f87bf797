"""Where each setting comes from: a line of a file, an option, or what ships."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from notelint.config.files import preset_in
from notelint.config.loader import Options, layers_of
from notelint.config.selection import select
from notelint.config.settings import Settings, preset
from notelint.conventions import Conventions, Kind
from notelint.disk import shown_path
from notelint.validation import Located, Location
from notelint.values import NamedTuple, Place, fields

DEFAULT = "default"
_LISTS = ("packs", "exclude")
_TRIED_FIRST = ("home-pages", "dictionaries")  # what a later layer says stands in front


class SettingOrigin(NamedTuple):
    """A value of the settings at the keys of a configuration, one of a list there where it
    ``is_listed``, and where it is from."""

    keys: tuple[str, ...]
    value: Any
    origin: str
    is_listed: bool = False


def origins_of(vault: Path, options: Options, settings: Settings) -> Iterator[SettingOrigin]:
    """All settings that hold in a vault, as a configuration would say them at once."""
    layers = layers_of(vault, options)
    yield SettingOrigin(("extends",), "dictionary", DEFAULT)
    yield from _selection(layers, options, settings)
    yield from _lists(layers, options)
    yield from _kinds(layers, settings.conventions)
    yield from _rules(layers, settings)
    yield from _per_file(layers, options)
    plain = {
        "learn-labels": settings.conventions.learn_labels,
        "respect-gitignore": settings.respect_gitignore,
        "max-note-size": settings.max_note_size,
    }
    for key, value in plain.items():
        yield SettingOrigin((key,), value, _origin(layers, (key,)))


def _selection(
    layers: Sequence[Located], options: Options, settings: Settings
) -> Iterator[SettingOrigin]:
    """The rules that run, each with what selected it, and those that were taken out."""
    on = dict.fromkeys(preset(settings.catalogue), DEFAULT)
    off: dict[str, str] = {}
    for key, selectors, origin in _selectors(layers, options):
        names = select(settings.catalogue, selectors, Place(""))
        if key == "select":
            on, off = {}, {}
        if key == "ignore":
            off |= {name: origin for name in names if on.pop(name, None)}
        on |= {} if key == "ignore" else dict.fromkeys(names, origin)
        off = {name: told for name, told in off.items() if name not in on}
    for name in settings.catalogue:
        if name in on:
            yield SettingOrigin(("select",), name, on[name], is_listed=True)
    for name in settings.catalogue:
        if name in off:
            yield SettingOrigin(("ignore",), name, off[name], is_listed=True)


def _selectors(
    layers: Sequence[Located], options: Options
) -> Iterator[tuple[str, Sequence[str], str]]:
    """What selects rules, in the order in which it counts. A `select` says anew what runs, so that
    an empty list of it selects nothing."""
    for layer in layers:
        for key in ("select", "extend-select", "ignore"):
            if key not in layer.data or layer.data[key] is None:
                continue
            if key == "select":
                yield key, (), ""
            for index, selector in enumerate(_listed(layer.data[key])):
                yield _added(key), [selector], _told(layer, (key, index))
    if options.select:
        yield "select", (), ""
    for name, given in (("--select", options.select), ("--extend-select", options.extend_select)):
        yield "extend-select", given, name
    yield "ignore", options.ignore, "--ignore"


def _added(key: str) -> str:
    return "extend-select" if key == "select" else key


def _listed(value: Any) -> list[str]:
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else list(value)


def _lists(layers: Sequence[Located], options: Options) -> Iterator[SettingOrigin]:
    for key in _LISTS:
        for layer in layers:
            for index, value in enumerate(layer.data.get(key) or ()):
                yield SettingOrigin((key,), value, _told(layer, (key, index)), is_listed=True)
    for pattern in options.exclude:
        yield SettingOrigin(("exclude",), pattern, "--exclude", is_listed=True)


def _kinds(layers: Sequence[Located], conventions: Conventions) -> Iterator[SettingOrigin]:
    """The kinds, home pages and dictionaries in the order in which they are tried."""
    for kind in conventions.kinds:
        layer = _last(layers, ("kinds", kind.name))
        value = layer.data["kinds"][kind.name] if layer else _as_data(kind)
        yield SettingOrigin(("kinds", kind.name), value, _origin(layers, ("kinds", kind.name)))
    for key in _TRIED_FIRST:
        for layer in reversed(layers):
            for index, value in enumerate(layer.data.get(key) or ()):
                yield SettingOrigin((key,), value, _told(layer, (key, index)), is_listed=True)
        yield from (SettingOrigin((key,), value, DEFAULT, True) for value in _shipped(key))


def _shipped(key: str) -> list[Any]:
    if key == "home-pages":
        return list(Conventions().home_pages)
    return [
        {"match": entry.match}
        | ({"parts-of-speech": list(entry.parts_of_speech)} if entry.parts_of_speech else {})
        for entry in Conventions().dictionaries
    ]


def _as_data(kind: Kind) -> dict[str, Any]:
    """A kind that ships as a configuration would write it."""
    sections = [
        {"heading": slot.heading.text, "count": _count(slot.least, slot.most)}
        | ({"last": True} if slot.is_last else {})
        for slot in kind.slots
    ]
    headings = [heading.text for heading in kind.when.headings]
    return {"when": {"any-heading": headings}, "sections": sections}


def _count(least: int, most: int | None) -> str:
    if most is None:
        return f"{least}+"
    return str(least) if least == most else f"{least}-{most}"


def _rules(layers: Sequence[Located], settings: Settings) -> Iterator[SettingOrigin]:
    """The severity and the options of each rule that runs."""
    for active in settings.rules:
        rule = active.rule
        if rule.name not in settings.selected:
            continue
        options = {item.name.replace("_", "-"): getattr(rule, item.name) for item in fields(rule)}
        for key, value in {"severity": str(active.severity), **options}.items():
            told = list(value) if isinstance(value, tuple) else value
            origin = _of_rule(layers, (rule.name, rule.code), key)
            yield SettingOrigin(("rules", rule.name, key), told, origin)


def _of_rule(layers: Sequence[Located], names: tuple[str, str], key: str) -> str:
    for layer in reversed(layers):
        for name in names:
            if _has(layer, ("rules", name, key)):
                return _told(layer, ("rules", name, key))
    return DEFAULT


def _per_file(layers: Sequence[Located], options: Options) -> Iterator[SettingOrigin]:
    for layer in layers:
        for pattern, entry in (layer.data.get("per-file") or {}).items():
            for index, rule in enumerate(_listed(entry.get("ignore", []))):
                origin = _told(layer, ("per-file", pattern, "ignore", index))
                yield SettingOrigin(("per-file", pattern, "ignore"), rule, origin, is_listed=True)
    for pattern, rule in options.per_file_ignores:
        keys = ("per-file", pattern, "ignore")
        yield SettingOrigin(keys, rule, "--per-file-ignores", is_listed=True)


def _origin(layers: Sequence[Located], location: Location) -> str:
    layer = _last(layers, location)
    return _told(layer, location) if layer else DEFAULT


def _last(layers: Sequence[Located], location: Location) -> Located | None:
    return next((layer for layer in reversed(layers) if _has(layer, location)), None)


def _has(layer: Located, location: Location) -> bool:
    data: Any = layer.data
    for key in location:
        if not isinstance(data, Mapping) or key not in data:
            return False
        data = data[key]
    return data is not None


def _told(layer: Located, location: Location) -> str:
    """The file, relative to where one is, and the line; a preset by its name, an override as it was
    typed."""
    place = layer.place(location)
    preset_name = preset_in(Path(place.file))
    if preset_name is not None:
        return f"preset {preset_name}"
    name = place.file
    if os.path.exists(name):
        name = shown_path(name)
    return f"{name}:{place.line}" if place.line else name
