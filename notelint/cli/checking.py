"""The notes of all named vaults treated, for whatever command wants to know what is in them."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from notelint.cli.output import warn
from notelint.cli.progress import progress_of
from notelint.cli.vault_options import cache_of
from notelint.cli.vaults import NamedVault, shared_folder
from notelint.config import Catalogue
from notelint.disk import NO_CACHE, Cache, Discovery, Listing, listed
from notelint.lint import Result
from notelint.report import plural
from notelint.run import (
    Checks,
    OpenVault,
    Runner,
    Tell,
    Treatment,
    nothing_known,
    opened,
    processes_for,
    untold,
)
from notelint.values import Applicability, dataclass, field

if TYPE_CHECKING:
    import argparse

    from notelint.run import BaselineUse
    from notelint.undo import NoteWriter


@dataclass
class Checked:
    """What a run over some vaults came to. ``top`` is the folder that all paths are relative to,
    ``files`` are all that there are, ``unchecked`` says which named paths hold nothing to check."""

    top: Path
    results: list[Result] = field(default_factory=list)
    rules: Catalogue = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    unchecked: list[str] = field(default_factory=list)


def checked(
    options: argparse.Namespace, vaults: Sequence[NamedVault], baseline: BaselineUse | None
) -> Checked:
    """Treat the notes as the options ask for, vault after vault; what is known of them by the
    baseline is left out of what is found."""
    run = Checked(shared_folder(vaults))
    for vault in vaults:
        prefix = prefix_of(vault.discovery, run.top)
        run.unchecked += vault.discovery.unchecked
        catalogue = vault.settings.catalogue
        run.rules = {**run.rules, **catalogue} if run.rules else catalogue
        files = vault.discovery.files
        run.files.update([prefix + file for file in files] if prefix else files)
        warn_of(options, vault)
        found = _results(options, vault, baseline, prefix)
        run.results += (result.under(prefix) for result in found)
    if not run.results:
        where = ", ".join(options.paths) or "this folder"
        since = f" differs from {options.since}" if options.since else ""
        warn([f"no note under {where}{since}; nothing was checked"])
    return run


def prefix_of(discovery: Discovery, top: Path) -> str:
    """What leads from the shared folder to a vault."""
    return "" if discovery.root == top else discovery.root.relative_to(top).as_posix() + "/"


def warn_of(options: argparse.Namespace, vault: NamedVault) -> None:
    """Say what of a vault cannot be read, and what there is of it where that is asked for."""
    discovery, settings, _ = vault
    warn([*settings.problems, *discovery.problems, *discovery.unchecked])
    if options.verbose:
        notes, files = plural(len(discovery.notes), "note"), plural(len(discovery.files), "file")
        warn([f"the vault {discovery.root} has {files}; {notes} to check"])


def _results(
    options: argparse.Namespace, named: NamedVault, baseline: BaselineUse | None, prefix: str
) -> Iterator[Result]:
    """What becomes of the notes of one vault. Nothing is read before other runs are kept out."""
    discovery, settings, _ = named
    with (
        _writer(options, discovery) as writer,
        cache_of(options, discovery.root) as cache,
        progress_of(options) as progress,
    ):
        if not discovery.notes:
            return
        vault = vault_of(options, named, cache, progress.tell)
        processes = processes_for(len(vault.notes), options.processes)
        known = nothing_known if baseline is None else baseline.of_vault(settings, prefix)
        treatment = Treatment(settings, applied(options))
        checks = Checks(vault, treatment, processes, cache is not NO_CACHE)
        runner = Runner(
            *(vault, treatment, writer, processes, known, options.add_allow),
            checks=checks if applied(options) is None else None,
        )
        parsed = 0
        for done, result in enumerate(runner.results(), 1):
            parsed += result.was_parsed
            progress.tell("checked", done, len(vault.notes))
            yield result
        checks.keep_in(cache)
        if options.verbose:
            progress.clear()
            anew = checks.checked if runner.checks else vault.notes
            warn([_what_was_done(vault, anew, parsed)])


def _what_was_done(vault: OpenVault, checked: Collection[str], parsed: int) -> str:
    """How many notes were opened, and of how many the findings were known; ``parsed`` are all that
    are no broken ones."""
    known = len(vault.notes) - len(checked)
    read = plural(len({*vault.read, *checked}), "note")
    anew = f"{parsed - known} parsed, {len(checked)} checked"
    return f"{read} read, {anew}, {known} taken from the cache"


def vault_of(
    options: argparse.Namespace, named: NamedVault, cache: Cache, tell: Tell = untold
) -> OpenVault:
    """A vault opened, with those of its notes that are checked; ``tell`` hears how it goes on."""
    discovery, settings, base = named
    if base is None:
        return opened(discovery, settings, cache, options.processes, tell)
    from notelint.run import changed_since

    vault, differing, reached = changed_since(base, discovery, settings, cache, options.processes)
    if options.verbose:
        differ = "differs" if len(differing) == 1 else "differ"
        others = f"{plural(len(reached), 'other')} with links to what came or went"
        warn([f"{plural(len(differing), 'note')} {differ} from {base.commit}, and {others}"])
    return vault


def listing_of(options: argparse.Namespace, root: Path) -> Listing:
    """What is in a vault's folder; its cache may know it."""
    with cache_of(options, root) as cache:
        return listed(root, cache)


def _writer(
    options: argparse.Namespace, discovery: Discovery
) -> AbstractContextManager[NoteWriter | None]:
    """What writes notes, where the run writes at all; only then it waits for other runs."""
    if not changes_notes(options) or options.diff:
        return nullcontext()
    from notelint.undo import open_note_writer

    root, files = discovery.root, discovery.files
    return open_note_writer(root, files, time.time(), lambda text: warn([text]))


def changes_notes(options: argparse.Namespace) -> bool:
    """Whether notes are changed, be it only in a diff."""
    return options.add_allow or applied(options) is not None


def applied(options: argparse.Namespace) -> Applicability | None:
    """The least safe fixes that are applied; None where none are."""
    return counted(options) if options.fix or options.diff else None


def counted(options: argparse.Namespace) -> Applicability:
    """The least safe fixes that count as fixable."""
    return Applicability.UNSAFE if options.unsafe_fixes else Applicability.SAFE
