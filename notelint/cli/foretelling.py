"""What a check would look at, and by which settings, said without one."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence

from notelint.cli.checking import prefix_of, vault_of, warn_of
from notelint.cli.exit_code import FAILED
from notelint.cli.output import say, warn, write
from notelint.cli.settings_options import asked_for
from notelint.cli.vault_options import cache_of
from notelint.cli.vaults import NamedVault, shared_folder
from notelint.config import origins_of


def show_files(options: argparse.Namespace, vaults: Sequence[NamedVault]) -> int:
    top = shared_folder(vaults)
    for vault in vaults:
        warn_of(options, vault)
        prefix = prefix_of(vault.discovery, top)
        say(prefix + note for note in _chosen(options, vault))
    return FAILED if any(vault.discovery.unchecked for vault in vaults) else 0


def _chosen(options: argparse.Namespace, vault: NamedVault) -> Iterable[str]:
    """The notes that would be checked, which are read only where that hangs on what they hold."""
    if vault.base is None:
        return vault.discovery.notes
    with cache_of(options, vault.discovery.root) as cache:
        return vault_of(options, vault, cache).notes


def show_settings(options: argparse.Namespace, vaults: Sequence[NamedVault]) -> int:
    from notelint.survey import Proposal, configuration_text

    for discovery, settings, _ in vaults:
        warn(settings.problems)
        told = origins_of(discovery.root, asked_for(options), settings)
        head = f"the settings of {discovery.root}, each with where it is from"
        write([configuration_text([head], (Proposal(*item) for item in told))], None)
    return 0
