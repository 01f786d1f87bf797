"""Layers of configuration folded into settings, the later ones outweighing the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from notelint.config.catalogue import Catalogue, shipped_rules, with_rules
from notelint.config.schema import ConfigModel, rules_by_name, validate, validate_rule
from notelint.config.selection import select
from notelint.config.settings import MAX_NOTE_SIZE, PerFile, Settings, default_settings
from notelint.conventions.dictionary import Dictionary
from notelint.conventions.kind import Kind
from notelint.packs.loader import load_pack, own_rules
from notelint.validation.located import Location, Marked


def fold(layers: Sequence[Marked]) -> Settings:
    """The settings that some layers add up to.

    Raises:
        NotelintError: a layer says what it may not.
    """
    configs = [(layer, validate(layer)) for layer in layers]
    catalogue = _catalogue(configs)
    folding = _Folding(catalogue, default_settings(catalogue))
    for layer, config in configs:
        folding.add(layer, config)
    return folding.settings()


def _catalogue(configs: Iterable[tuple[Marked, ConfigModel]]) -> Catalogue:
    """The rules that there are, those of the packs that some layers name among them."""
    shipped = shipped_rules()
    packs: dict[Path, Marked] = {}  # by resolved path, as a pack may be named twice
    for layer, config in configs:
        for index, name in enumerate(config.packs):
            path = layer.folder / name
            if path.resolve() not in packs:
                packs[path.resolve()] = load_pack(path, f"{layer.place(('packs', index))}: ")
    return with_rules(shipped, own_rules(packs.values(), shipped)) if packs else shipped


@dataclass
class _Folding:
    catalogue: Catalogue
    defaults: Settings
    names: set[str] = field(init=False)
    dictionaries: list[Dictionary] = field(init=False)
    kinds: dict[str, Kind] = field(init=False)
    home_pages: list[str] = field(init=False)
    options: dict[str, tuple[Marked, dict[str, Any]]] = field(default_factory=dict)
    per_file: list[PerFile] = field(default_factory=list)
    respect_gitignore: bool = True
    max_note_size: int = MAX_NOTE_SIZE

    def __post_init__(self) -> None:
        self.names = set(self.defaults.selected)
        self.dictionaries = list(self.defaults.dictionaries)
        self.kinds = {kind.name: kind for kind in self.defaults.kinds}
        self.home_pages = list(self.defaults.home_pages)

    def add(self, layer: Marked, config: ConfigModel) -> None:
        self.add_selection(layer, config)
        for name, given in rules_by_name(layer, config, self.catalogue).items():
            _, earlier = self.options.get(name, (layer, {}))
            self.options[name] = (layer, {**earlier, **given})
        self.dictionaries[:0] = (entry.dictionary() for entry in config.dictionaries)
        self.home_pages[:0] = config.home_pages
        own = config.own_kinds()  # tried before the inherited ones, and in place of namesakes
        self.kinds = own | {name: kind for name, kind in self.kinds.items() if name not in own}
        for pattern, entry in config.per_file.items():
            ignored = self.select(layer, ("per-file", pattern, "ignore"), entry.ignore)
            self.per_file.append(PerFile(pattern, frozenset(ignored)))
        if config.respect_gitignore is not None:
            self.respect_gitignore = config.respect_gitignore
        if config.max_note_size is not None:
            self.max_note_size = config.max_note_size

    def add_selection(self, layer: Marked, config: ConfigModel) -> None:
        if config.select is not None:
            self.names = self.select(layer, ("select",), config.select)
        self.names |= self.select(layer, ("extend-select",), config.extend_select)
        self.names -= self.select(layer, ("ignore",), config.ignore)

    def select(self, layer: Marked, key: Location, selectors: Iterable[str]) -> set[str]:
        name = ".".join(map(str, key))
        found: set[str] = set()
        for index, selector in enumerate(selectors):
            found |= select(self.catalogue, [selector], f"{layer.place((*key, index))}: {name}")
        return found

    def settings(self) -> Settings:
        built = {
            name: validate_rule(layer, self.catalogue[name], given)
            for name, (layer, given) in self.options.items()
        }
        return Settings(
            tuple(built.get(active.rule.name, active) for active in self.defaults.rules),
            frozenset(self.names),
            tuple(self.dictionaries),
            tuple(self.kinds.values()),
            tuple(self.home_pages),
            tuple(self.per_file),
            self.respect_gitignore,
            self.max_note_size,
        )
