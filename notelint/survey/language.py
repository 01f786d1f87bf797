"""Which preset a vault is written for, told by the headings of its notes."""

from __future__ import annotations

from notelint.config import PRESETS, preset_settings
from notelint.survey.look import NoteLook
from notelint.survey.survey import Survey
from notelint.values import title_key


def preset_of(survey: Survey) -> str:
    """The preset whose own headings most notes have; the built-in one where no other has more."""
    headings = {name: _headings(name) for name in PRESETS}
    own = {
        name: mine.difference(*(other for other in headings.values() if other is not mine))
        for name, mine in headings.items()
    }
    counts = {name: sum(_has(look, own[name]) for look in survey.looks) for name in PRESETS}
    return max(PRESETS, key=lambda name: counts[name])


def _headings(preset: str) -> set[str]:
    """The headings of the kind that a preset brings, as they are compared."""
    kind = preset_settings(preset).conventions.kinds[0]
    return {title_key(slot.heading.words) for slot in kind.slots}


def _has(look: NoteLook, headings: set[str]) -> bool:
    return any(title_key(head.words) in headings for head in look.heads)
