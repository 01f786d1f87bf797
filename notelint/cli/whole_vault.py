"""A vault opened for a command that looks at all notes under some paths and writes none."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from notelint.authoring import Rule
from notelint.cli.output import warn
from notelint.cli.vault_options import cache_of, configuration_of, root_of
from notelint.config import load_settings
from notelint.disk import Cache, NoAnswerError, days_added, discover, existing
from notelint.notes import Note
from notelint.report import Unread
from notelint.run import OpenVault, Treatment, opened
from notelint.values import UsageError, dataclass


@dataclass(frozen=True)
class WholeVault:
    """``unchecked`` says of paths that were named why nothing of them is looked at."""

    vault: OpenVault
    cache: Cache
    unchecked: tuple[str, ...]


@contextmanager
def whole_vault(
    options: argparse.Namespace, done: str, processes: int | None = None
) -> Iterator[WholeVault]:
    """The one vault that the paths of a command line are in, read by some processes. ``done`` is
    what is then not done with what is left out: ``counted``.

    Raises:
        UsageError: they are in two vaults, or are not there.
        ConfigError: the configuration says what it may not.
    """
    paths = existing(options.paths or ["."])
    root = _one_root(options, paths)
    settings = load_settings(root, configuration_of(options))
    discovery = discover(root, paths, settings.respect_gitignore, settings.leaves_out)
    others = (f"{name} is a vault of its own; it was not {done}" for name in discovery.vaults)
    warn([*settings.problems, *discovery.problems, *others, *discovery.unchecked])
    if not discovery.notes:
        named = ", ".join(options.paths) or "this folder"
        warn([f"no note under {named}; nothing was {done}"])
    with cache_of(options, root) as cache:
        vault = opened(discovery, settings, cache, processes)
        vault.snapshot.keep_in(cache)
        yield WholeVault(vault, cache, tuple(discovery.unchecked))


def _one_root(options: argparse.Namespace, paths: Sequence[Path]) -> Path:
    roots = list(dict.fromkeys(root_of(options.vault, path) for path in paths))
    if len(roots) > 1:
        raise UsageError(f"{roots[0]} and {roots[1]} are two vaults", "name paths of one")
    return roots[0]


def read_in(vault: OpenVault, path: str) -> Note | Unread:
    """A note of a vault with its facts, or why there are none."""
    note = Treatment(vault.settings).read_file(path, vault.notes[path])
    if isinstance(note, str):
        return Unread(path, note)
    if note.is_parsed:
        return note
    if note.facts.bad_byte is not None:
        return Unread(path, f"{path}: byte {note.facts.bad_byte} is not UTF-8")
    return Unread(path, f"{path}: {note.facts.limits[0].reason}")


def days_in(vault: OpenVault) -> dict[str, str]:
    """The days on which the files of a vault came into its repository, where git tells."""
    try:
        return days_added(vault.root)
    except NoAnswerError as error:
        warn([f"{error}; since when a Synthesis waits is not told"] if str(error) else [])
        return {}


def rule_for(path: str, name: str, vault: OpenVault) -> Rule | None:
    """A rule with the options that a vault gives it; None where it does not run on a note."""
    rules = (active.rule for active in vault.settings.rules_for(path))
    return next((rule for rule in rules if rule.name == name), None)
