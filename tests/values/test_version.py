"""Which notelint this is."""

from __future__ import annotations

import re

from notelint.values import __version__


def test_the_version_is_one_that_the_changelog_can_follow() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
