"""What came or went between two states of a vault, and which notes have links that ask for it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from notelint.conventions import Dictionary
from notelint.notes import NoteSummary, link_name, quoted_with_formulas
from notelint.values import lazy_pattern
from notelint.vault.index import printed_changed
from notelint.vault.names import name_keys
from notelint.vault.vault import Vault

_CUTS = lazy_pattern(r"[\[\]()<>|#]")  # where a link may end before a file's name does
_NO_SUMMARY = NoteSummary()


def notes_asking(before: Vault, now: Vault) -> Iterator[str]:
    """The notes with a link that gives the name of a file, a folder or an alias that came or went,
    or that leads to a note whose headings or blocks are others; and those with a formula that may
    be a label of a dictionary of which other labels, or others as often, are printed. Rather one
    too many: whether the link leads elsewhere is left open."""
    names, sources, quoted = _names(before, now), _sources(before, now), _quoted(before, now)
    for path, summary in now.index.summaries.items():
        is_asking = path in sources or not names.isdisjoint(summary.names)
        if is_asking or not quoted.isdisjoint(quoted_with_formulas(summary.printed)):
            yield path


def _names(before: Vault, now: Vault) -> set[str]:
    """What a link may say to mean what came or went, as the names of a summary have it."""
    moved = {*before.names.folders.keys() ^ now.names.folders.keys()}
    moved |= set(before.files) ^ set(now.files)
    moved |= {alias for path in _changed(before, now) for alias in _aliases(path, before, now)}
    written = {form for name in moved for form in (name, unquote(name))}
    names = {posixpath.basename(name) for name in written}
    pieces = {piece for name in names for piece in _CUTS.split(name)}
    return {link_name(piece) for piece in {*written, *pieces} if piece.strip()}


def _aliases(path: str, before: Vault, now: Vault) -> set[str]:
    """The aliases that a note has on one side only."""
    return set(_summary(path, before).aliases) ^ set(_summary(path, now).aliases)


def _sources(before: Vault, now: Vault) -> set[str]:
    """The notes that lead to places in notes whose places are others."""
    return {
        source
        for path in _changed(before, now)
        if _summary(path, before).anchors != _summary(path, now).anchors
        for key in name_keys(path)
        for source, _ in now.index.links_to(key)
        if source != path
    }


def _quoted(before: Vault, now: Vault) -> set[str]:
    """The dictionaries whose sections show other things, by the keys of all their names; none that
    is known to print no labels, whatever they show."""
    if not now.conventions.learn_labels:
        return set()
    from notelint.conventions import home_keys  # which a run without a revision does without

    changed = {path: now.index.summaries.get(path) for path in _changed(before, now)}
    names = printed_changed(before.index.changes(changed))
    telling = (name for name in names if _may_print(now.conventions.dictionary(name)))
    return {key for name in telling for key in home_keys(now.home_pages, name)}


def _may_print(dictionary: Dictionary | None) -> bool:
    return dictionary is None or bool(dictionary.labels)


def _changed(before: Vault, now: Vault) -> list[str]:
    """The notes whose summaries are others, those among them that are on one side only."""
    paths = before.index.summaries.keys() | now.index.summaries.keys()
    return [path for path in paths if _summary(path, before) != _summary(path, now)]


def _summary(path: str, vault: Vault) -> NoteSummary:
    return vault.index.summaries.get(path, _NO_SUMMARY)
