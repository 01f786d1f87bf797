"""Which configuration holds, and the settings that it and the command line add up to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from notelint.config.files import TOML_NAME, file_layers, has_table, override_layers
from notelint.config.selection import select
from notelint.config.settings import Settings, default_settings
from notelint.validation import Located
from notelint.values import Place

FILE_NAMES = ("notelint.yaml", ".notelint.yaml", TOML_NAME)


@dataclass(frozen=True)
class Options:
    """What the command line says about the configuration; it outweighs every file."""

    file: Path | None = None
    is_isolated: bool = False
    overrides: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()


def config_in(folder: Path) -> Path | None:
    """The configuration file in a folder, if there is one."""
    paths = (folder / name for name in FILE_NAMES if (folder / name).is_file())
    return next((path for path in paths if path.name != TOML_NAME or has_table(path)), None)


def has_config(folder: Path) -> bool:
    return config_in(folder) is not None


def find_config(folder: Path) -> Path | None:
    """The configuration file that governs a folder: in it, or in the nearest one above."""
    found = (config_in(place) for place in (folder, *folder.parents))
    return next((path for path in found if path is not None), None)


def load_settings(vault: Path, options: Options) -> Settings:
    """The settings that hold in a vault.

    Raises:
        ConfigError: a file or an option says what it may not.
        ReadError: a file cannot be read.
    """
    path = options.file or (None if options.is_isolated else find_config(vault))
    layers: list[Located] = list(file_layers(path)) if path else []
    for override in options.overrides:
        layers += override_layers(override)
    if not layers:
        return _narrowed(default_settings(), options)
    from notelint.config.layers import merge  # pydantic is not loaded where nothing is configured

    return _narrowed(merge(layers), options)


def _narrowed(settings: Settings, options: Options) -> Settings:
    """The settings with the selection of the command line, which outweighs all others."""
    catalogue = settings.catalogue
    names = set(settings.selected)
    if options.select:
        names = select(catalogue, options.select, Place("--select"))
    names |= select(catalogue, options.extend_select, Place("--extend-select"))
    names -= select(catalogue, options.ignore, Place("--ignore"))
    return settings.selecting(names)
