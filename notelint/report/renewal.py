"""An older edition that is cited, with what its definition would read for the newer one."""

from __future__ import annotations

from notelint.authoring import led_to
from notelint.sources import OlderEdition
from notelint.values import Applicability, Fix, NamedTuple
from notelint.vault import Difference, FileNames


class Renewal(NamedTuple):
    """``fix`` leads the definition to the newer edition; None where it has no link to lead. It is
    shown and never applied: whether the newer edition says the same, and on which page, only a
    person can see."""

    older: OlderEdition
    fix: Fix | None

    @property
    def reads(self) -> str | None:
        """What the line of the definition would read."""
        return self.older.place.reads(self.fix.edits[0].text) if self.fix else None


def renewal_of(older: OlderEdition, names: FileNames) -> Renewal:
    """How a citation would be led to the newer edition."""
    link = older.place.link
    if link is None:
        return Renewal(older, None)
    number = Difference.LETTER  # the old name is shown no longer
    fix = led_to(names, link, older.home_page, older.note, Applicability.MANUAL, number)
    return Renewal(older, fix)
