"""How the headings of Sources are spaced."""

from __future__ import annotations

from collections.abc import Iterator

from notelint.survey.proposal import Proposal, share
from notelint.survey.survey import Survey

_MOST = 0.8  # of the headings that are written one way where that is the vault's way
_STYLE = ("rules", "source-spacing", "style")


def spacing(survey: Survey) -> Iterator[Proposal]:
    """The style that most Source headings have; `consistent` where the notes differ, and each of
    them has one of its own."""
    looks = [look for look in survey.looks if look.spaced or look.tight]
    spaced, tight = sum(look.spaced for look in looks), sum(look.tight for look in looks)
    if not looks:
        return
    more = max(spaced, tight)
    alike = sum(not (look.spaced and look.tight) for look in looks)
    if more < _MOST * (spaced + tight) and alike >= _MOST * len(looks):
        evidence = f"{share(alike, len(looks), 'note')} have one spacing throughout"
        yield Proposal(_STYLE, "consistent", f"{evidence}, {spaced:,} Source headings a blank")
        return
    style = "spaced" if spaced > tight else "tight"
    how = "have a blank" if spaced > tight else "have no blank"
    yield Proposal(_STYLE, style, f"{share(more, spaced + tight, 'Source heading')} {how}")
