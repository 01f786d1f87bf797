"""Which configuration holds, and the settings that it and the command line add up to."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from notelint.config.discretion import discreet_outside
from notelint.config.files import (
    PRESETS,
    TOML_NAME,
    file_layers,
    has_table,
    override_layers,
    preset_file,
)
from notelint.config.selection import select
from notelint.config.settings import PerFile, Settings, default_settings
from notelint.validation import Located, load_yaml
from notelint.values import NotelintError, Place, dataclass, replace

CONFIGURATIONS = ("notelint.yaml", ".notelint.yaml", TOML_NAME)


@dataclass(frozen=True)
class Options:
    """What the command line says about the configuration; it outweighs every file."""

    file: Path | None = None
    is_isolated: bool = False
    overrides: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fixable: tuple[str, ...] = ()
    unfixable: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    per_file_ignores: tuple[tuple[str, str], ...] = ()  # a pattern, and the rules that it ignores
    kept_in: Path | None = None  # the file that keeps what a configuration came to


def config_in(folder: Path, problems: list[str] | None = None) -> Path | None:
    """The configuration file in a folder, if there is one; ``problems`` take what might be one and
    cannot be read."""
    return next(
        (path for path in map(folder.joinpath, CONFIGURATIONS) if _is_one(path, problems)), None
    )


def _is_one(path: Path, problems: list[str] | None) -> bool:
    problem = ""
    try:
        status = os.stat(path)
        if stat.S_ISREG(status.st_mode):
            return path.name != TOML_NAME or has_table(path)
        problem = "" if stat.S_ISDIR(status.st_mode) else "no file"
    except FileNotFoundError:
        pass
    except OSError as error:
        problem = error.strerror or str(error)
    if problem and problems is not None:
        remedy = "mend that if it configures notelint"
        problems.append(f"{path}: not read ({problem}); {remedy}")
    return False


def has_config(folder: Path) -> bool:
    return config_in(folder) is not None


def find_config(folder: Path, problems: list[str] | None = None) -> Path | None:
    """The configuration file that governs a folder: in it, or in the nearest one above."""
    found = (config_in(place, problems) for place in (folder, *folder.parents))
    return next((path for path in found if path is not None), None)


def load_settings(vault: Path, options: Options) -> Settings:
    """The settings that hold in a vault.

    Raises:
        ConfigError: a file or an option says what it may not.
        ReadError: a file cannot be read.
    """
    problems: list[str] = []
    path = options.file or (None if options.is_isolated else find_config(vault, problems))
    inside = (path or vault / "x").parent
    with discreet_outside(inside):
        settings = _merged(path, options)
    return replace(_narrowed(settings, options), problems=tuple(problems))


def preset_settings(name: str) -> Settings:
    """The settings of a vault that says nothing but which preset it extends."""
    if name == PRESETS[0]:
        return default_settings()
    return _added_up(list(file_layers(preset_file(name))))


def is_configuration(name: str, text: str) -> str:
    """Why a text is no configuration, and nothing where it is one."""
    from notelint.config.layers import merge

    try:
        merge([load_yaml(name, text)])
    except NotelintError as error:
        return str(error)
    return ""


def configuration_files(vault: Path, options: Options) -> Iterator[Path]:
    """The files that the settings of a vault are read from, packs among them, as far as that can be
    told while one of them may be broken."""
    path = options.file or (None if options.is_isolated else find_config(vault))
    if path is None:
        return
    yield path
    with suppress(NotelintError):
        for layer in file_layers(path):
            yield Path(layer.name)
            packs = layer.data.get("packs", []) if isinstance(layer.data, Mapping) else []
            yield from (layer.folder / pack for pack in packs if isinstance(pack, str))


def layers_of(vault: Path, options: Options) -> list[Located]:
    """The files and overrides that add up to the settings of a vault, what is inherited first."""
    return _layers(options.file or (None if options.is_isolated else find_config(vault)), options)


def _layers(path: Path | None, options: Options) -> list[Located]:
    layers = list(file_layers(path)) if path else []
    for override in options.overrides:
        layers += override_layers(override)
    return layers


def _merged(path: Path | None, options: Options) -> Settings:
    """The settings that the files and the overrides add up to; of files alone, as they are kept."""
    if path is None or options.kept_in is None or options.overrides:
        return _added_up(_layers(path, options))
    from notelint.config.kept_settings import keep_settings, kept_settings, now

    since = now()
    settings = kept_settings(options.kept_in, path)
    if settings is None:
        layers = _layers(path, options)
        settings = _added_up(layers)
        keep_settings(options.kept_in, settings, [str(path), *_files_of(layers)], since)
    return settings


def _files_of(layers: Iterable[Located]) -> Iterator[str]:
    """The files that layers of configuration, which are valid, were read from, and their packs."""
    for layer in layers:
        yield layer.name
        yield from (str(layer.folder / pack) for pack in layer.data.get("packs") or ())


def _added_up(layers: list[Located]) -> Settings:
    if not layers:
        return default_settings()
    from notelint.config.layers import merge  # pydantic is not loaded where nothing is configured

    return merge(layers)


def _narrowed(settings: Settings, options: Options) -> Settings:
    """The settings with the selection of the command line, which outweighs all others."""
    catalogue = settings.catalogue
    names = set(settings.selected)
    if options.select:
        names = select(catalogue, options.select, Place("--select"))
    names |= select(catalogue, options.extend_select, Place("--extend-select"))
    names -= select(catalogue, options.ignore, Place("--ignore"))
    return _fixing(_leaving_out(settings.selecting(names), options), options)


def _leaving_out(settings: Settings, options: Options) -> Settings:
    """The settings with what the command line does not want checked, or not by some rules."""
    place = Place("--per-file-ignores")
    per_file = (
        PerFile(pattern, frozenset(select(settings.catalogue, [rule], place)))
        for pattern, rule in options.per_file_ignores
    )
    return replace(
        settings,
        exclude=(*settings.exclude, *options.exclude),
        force_exclude=options.force_exclude,
        per_file=(*settings.per_file, *per_file),
    )


def _fixing(settings: Settings, options: Options) -> Settings:
    """The settings with the rules that may fix; all of them where nothing is said."""
    if not options.fixable and not options.unfixable:
        return settings
    catalogue = settings.catalogue
    names = select(catalogue, options.fixable or ("ALL",), Place("--fixable"))
    return settings.fixing(names - select(catalogue, options.unfixable, Place("--unfixable")))
