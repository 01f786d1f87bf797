"""What the options of a check make of a vault's configuration."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.cli.vault_options import configuration_of
from notelint.config import Options, Settings, load_settings
from notelint.disk import settings_file
from notelint.values import UsageError, pattern_in, replace

if TYPE_CHECKING:
    import argparse


def settings_of(options: argparse.Namespace, root: Path) -> Settings:
    """The settings of a vault under the options of a check.

    Raises:
        UsageError: an option says what it may not.
        ConfigError: it names a rule that there is not, or a file of the configuration does.
    """
    return load_settings(root, replace(asked_for(options), kept_in=_kept_in(options, root)))


def asked_for(options: argparse.Namespace) -> Options:
    """What the options of a check say about the configuration.

    Raises:
        UsageError: one of them says what it may not.
    """
    return replace(
        configuration_of(options),
        select=_split(options.select),
        ignore=_split(options.ignore),
        extend_select=_split(options.extend_select),
        fixable=_split(options.fixable),
        unfixable=_split(options.unfixable),
        exclude=_patterns(options.exclude),
        force_exclude=options.force_exclude,
        per_file_ignores=_per_file(options.per_file_ignores),
    )


def _kept_in(options: argparse.Namespace, root: Path) -> Path | None:
    if options.no_cache:
        return None
    return settings_file(root, Path(options.cache_dir) if options.cache_dir else None)


def _split(values: Sequence[str]) -> tuple[str, ...]:
    parts = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    if values and not parts:
        raise UsageError("an empty list of rules", "name rules, codes or ALL")
    return parts


def _patterns(values: Sequence[str]) -> tuple[str, ...]:
    """Patterns with commas between them, or given one by one."""
    parts = [part.strip() for value in values for part in value.split(",")]
    for part in parts:
        if pattern_in(part) is None:
            raise UsageError(f"`{part}` can match nothing", "write it as in .gitignore")
    return tuple(parts)


def _per_file(values: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of a pattern and a rule; what has no pattern of its own goes on with the last one."""
    pairs: list[tuple[str, str]] = []
    for value in values:
        pattern = ""
        for part in value.split(","):
            before, _, rule = part.rpartition(":")
            [pattern] = _patterns([before]) if before.strip() else [pattern]
            if not pattern or not rule.strip():
                raise UsageError(f"--per-file-ignores {value}: no pair", "write PATTERN:RULES")
            pairs.append((pattern, rule.strip()))
    return tuple(pairs)
