"""Which preset a vault is written for, told by the headings of its notes."""

from __future__ import annotations

from notelint.config import PRESETS, preset_settings
from notelint.conventions import Slot
from notelint.survey.look import NoteLook
from notelint.survey.survey import Survey
from notelint.values import title_key


def preset_of(survey: Survey) -> str:
    """The preset in whose words most notes quote; the built-in one where no other has more."""
    slots = {name: preset_settings(name).conventions.kinds[0].slots for name in PRESETS}
    counts = {
        name: sum(_speaks(look, own, _words_of_others(slots, name)) for look in survey.looks)
        for name, own in slots.items()
    }
    return max(PRESETS, key=lambda name: counts[name])


def _words_of_others(slots: dict[str, tuple[Slot, ...]], name: str) -> set[str]:
    return {_words(slot) for other in slots if other != name for slot in slots[other]}


def _speaks(look: NoteLook, slots: tuple[Slot, ...], others: set[str]) -> bool:
    """Whether a note cites a source under a heading of some slots, and has one that no other
    preset has. Articles have a `Synthèse` or `Referencias` too, but no such sources."""
    citing = {_words(slot) for slot in slots if slot.heading.cites}
    own = set(map(_words, slots)) - others
    words = {title_key(head.words) for head in look.heads}
    cited = {title_key(head.words) for head in look.heads if head.cites}
    return not citing.isdisjoint(cited) and not own.isdisjoint(words)


def _words(slot: Slot) -> str:
    return title_key(slot.heading.words)
