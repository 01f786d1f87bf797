"""What of a Synthesis stands word for word in the Sources of its note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from notelint.conventions import Role
from notelint.notes import Note, Section
from notelint.sources.said_words import Said, said_in, words_said
from notelint.sources.sections import sections_for, sources
from notelint.values import NamedTuple, Span
from notelint.vault import Vault

Run = tuple[str, ...]


class Copied(NamedTuple):
    """A Synthesis: how many words it has, quotations aside, and how many of them stand in runs that
    are also in a Source; the Sources that have them. A run that several have counts for the
    first."""

    synthesis: Section
    words: int
    copied: int
    sources: tuple[Section, ...]


def copied_words(note: Note, vault: Vault, run: int, least: int) -> tuple[Copied, ...]:
    """What each Synthesis of ``least`` words or more has from Sources, in runs of ``run`` words."""
    sections = sections_for(Role.SYNTHESIS, note, vault)
    said = [
        (section, said_in(note, _under(section))) for section in sections if not section.is_empty
    ]
    long = [(section, words) for section, words in said if sum(words.is_own) >= least]
    if not long:
        return ()
    quoted = sources(note, vault)
    owners = _owners(note, quoted, [text.words for _, text in long], run)
    return tuple(_copied(section, text, owners, run, quoted) for section, text in long)


def _under(section: Section) -> Span:
    return Span(section.heading.end, section.end)


def _runs(words: Sequence[str], run: int) -> Iterator[Run]:
    """Each run of so many words, from the first on."""
    return zip(*(words[first:] for first in range(run)), strict=False)


def _owners(
    note: Note, sections: Iterable[Section], texts: Sequence[Sequence[str]], size: int
) -> dict[Run, int]:
    """Which Source is the first that has a run of some texts, where one of them has it."""
    owners: dict[Run, int] = {}
    known = {word for words in texts for word in words}
    runs = {run for words in texts for run in _runs(words, size)}
    for index, section in enumerate(sections):
        for run in runs.intersection(_runs_of(known, words_said(note, _under(section)), size)):
            owners.setdefault(run, index)
    return owners


def _runs_of(known: set[str], words: Sequence[str], size: int) -> Iterator[Run]:
    """Each run that has nothing but words of a set."""
    are_known = bytes(map(known.__contains__, words))
    at = are_known.find(b"\1" * size)
    while at >= 0:
        yield tuple(words[at : at + size])
        at = are_known.find(b"\1" * size, at + 1)


def _copied(
    section: Section, text: Said, owners: dict[Run, int], size: int, quoted: Sequence[Section]
) -> Copied:
    is_copied = bytearray(len(text.words))
    found: set[int] = set()
    for index, run in enumerate(_runs(text.words, size)) if owners else ():
        if run in owners:
            is_copied[index : index + size] = b"\1" * size
            found.add(owners[run])
    copied = sum(compress(is_copied, text.is_own))
    return Copied(
        section, sum(text.is_own), copied, tuple(quoted[index] for index in sorted(found))
    )
