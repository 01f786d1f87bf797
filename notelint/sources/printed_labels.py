"""The labels that a dictionary prints, and where that is known from."""

from __future__ import annotations

from enum import StrEnum

from notelint.conventions import DICTIONARIES, Dictionary, by_letters
from notelint.sources.label_weighing import LabelCount
from notelint.sources.learnt_labels import counted_labels
from notelint.values import NamedTuple, words_key
from notelint.vault import Vault


class Origin(StrEnum):
    """Where it is known from what a dictionary prints."""

    CONFIGURATION = "configuration"
    TABLE = "table"
    LEARNT = "learnt"
    NOWHERE = "nowhere"


class PrintedLabels(NamedTuple):
    """``labels`` are printed, ``others`` stand in some of the ``sections`` too; ``reason`` says why
    nothing was learnt."""

    origin: Origin = Origin.NOWHERE
    sections: int = 0
    labels: tuple[LabelCount, ...] = ()
    others: tuple[LabelCount, ...] = ()
    reason: str = ""


def labels_printed(vault: Vault, name: str) -> PrintedLabels:
    """What is known of a dictionary that is cited under a name."""
    dictionary = vault.conventions.dictionary(name)
    if dictionary is not None:
        return _known(vault, name, dictionary)
    counts = counted_labels(vault, words_key(name))
    seen = sorted(filter(_is_seen, counts.by_letters.values()), key=lambda count: -count.printed)
    believed = counts.believed.values() if counts.least else ()
    labels = tuple(count for count in seen if count in believed)
    others = tuple(count for count in seen if count not in labels)
    if labels:
        return PrintedLabels(Origin.LEARNT, counts.sections, labels, others)
    reason = _reason(counts.least, counts.sections, others)
    return PrintedLabels(Origin.NOWHERE, counts.sections, (), others, reason)


def _known(vault: Vault, name: str, dictionary: Dictionary) -> PrintedLabels:
    counts = counted_labels(vault, words_key(name))
    keyed = [(*by_letters([label]), label) for label in dictionary.parts_of_speech]
    labels = tuple(
        counts.by_letters.get(letters, LabelCount(label))._replace(label=label)
        for letters, label in keyed
    )
    origin = Origin.TABLE if dictionary in DICTIONARIES else Origin.CONFIGURATION
    return PrintedLabels(origin, counts.sections, labels)


def _is_seen(count: LabelCount) -> bool:
    return count.printed > 0 or count.formulas > 0


def _reason(least: int, sections: int, others: tuple[LabelCount, ...]) -> str:
    if not least:
        return "nothing is learnt where `learn-labels` is 0"
    if sections < least:
        return f"{sections} of the {least} sections that it takes"
    most = max((count.printed for count in others), default=0)
    if most < least:
        return f"no label is printed in {least} of {sections} sections"
    if any(count.variables for count in others):
        return "too many sections have variables of the same letters"
    return "what is printed is no label for certain"
