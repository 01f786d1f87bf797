"""Layers of configuration merged into settings, the later ones outweighing the earlier."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from notelint.config.catalogue import Catalogue, shipped_rules, with_rules
from notelint.config.schema import ConfigModel, rules_by_name, validate, validate_rule
from notelint.config.selection import select
from notelint.config.settings import PerFile, Settings, default_settings
from notelint.conventions import Conventions
from notelint.packs import load_pack, own_rules
from notelint.validation import Located, Location
from notelint.values import replace

_Layer = tuple[Located, ConfigModel]


def merge(layers: Sequence[Located]) -> Settings:
    """The settings that some layers add up to.

    Raises:
        ConfigError: a layer says what it may not.
        ReadError: a pack that a layer names cannot be read.
    """
    configs = [(layer, validate(layer)) for layer in layers]
    settings = default_settings(_catalogue(configs))
    for layer in configs:
        settings = _with_layer(settings, *layer)
    return _with_options(settings, configs)


def _catalogue(configs: Iterable[_Layer]) -> Catalogue:
    """The rules that there are, those of the packs that some layers name among them."""
    shipped = shipped_rules()
    packs: dict[Path, Located] = {}  # by resolved path, as a pack may be named twice
    for layer, config in configs:
        for index, name in enumerate(config.packs):
            path = layer.folder / name
            real = Path(os.path.realpath(path))
            if real not in packs:
                packs[real] = load_pack(path, layer.place(("packs", index)))
    return with_rules(shipped, own_rules(packs.values(), shipped)) if packs else shipped


def _with_layer(settings: Settings, layer: Located, config: ConfigModel) -> Settings:
    """The settings once a layer has had its say, but for the options of rules."""
    per_file = [
        PerFile(pattern, _select(settings, layer, ("per-file", pattern, "ignore"), entry.ignore))
        for pattern, entry in config.per_file.items()
    ]
    return replace(
        settings,
        selected=_selected(settings, layer, config),
        conventions=_agreed(settings.conventions, config),
        per_file=(*settings.per_file, *per_file),
        exclude=(*settings.exclude, *config.exclude),
        **config.given(),
    )


def _selected(settings: Settings, layer: Located, config: ConfigModel) -> frozenset[str]:
    names = settings.selected
    if config.select is not None:
        names = _select(settings, layer, ("select",), config.select)
    names |= _select(settings, layer, ("extend-select",), config.extend_select)
    return names - _select(settings, layer, ("ignore",), config.ignore)


def _select(
    settings: Settings, layer: Located, key: Location, selectors: Iterable[str]
) -> frozenset[str]:
    name = ".".join(map(str, key))
    places = (layer.place((*key, index)) for index, _ in enumerate(selectors))
    found = [
        select(settings.catalogue, [selector], place, name)
        for selector, place in zip(selectors, places, strict=True)
    ]
    return frozenset().union(*found)


def _agreed(conventions: Conventions, config: ConfigModel) -> Conventions:
    """What a layer says is tried before what it inherits; its kinds take the place of namesakes."""
    own = config.own_kinds()
    inherited = (kind for kind in conventions.kinds if kind.name not in own)
    dictionaries = (entry.dictionary() for entry in config.dictionaries)
    learnt = config.learn_labels
    return Conventions(
        kinds=(*own.values(), *inherited),
        home_pages=(*config.home_pages, *conventions.home_pages),
        dictionaries=(*dictionaries, *conventions.dictionaries),
        learn_labels=conventions.learn_labels if learnt is None else learnt,
    )


def _with_options(settings: Settings, configs: Iterable[_Layer]) -> Settings:
    """The settings with what all layers together give to each rule."""
    catalogue = settings.catalogue
    options: dict[str, tuple[Located, dict[str, Any]]] = {}
    for layer, config in configs:
        for name, given in rules_by_name(layer, config, catalogue).items():
            _, earlier = options.get(name, (layer, {}))
            options[name] = (layer, {**earlier, **given})
    built = {
        name: validate_rule(layer, catalogue[name], given)
        for name, (layer, given) in options.items()
    }
    return replace(
        settings, rules=tuple(built.get(rule.rule.name, rule) for rule in settings.rules)
    )
