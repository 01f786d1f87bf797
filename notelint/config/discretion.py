"""What is told of files that a configuration leads to and that are not its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from notelint.values import ConfigError, Place, ReadError


@contextmanager
def discreet_outside(folder: Path) -> Iterator[None]:
    """Tell of a file that stands outside of a folder only that it cannot be taken, and the line.

    A configuration may come from a stranger, who writes `extends: /etc/shadow`, and what is said
    may be read by others, as in a public log: no word of that file may stand in it.

    Raises:
        ConfigError: in the place of an error that tells more.
    """
    try:
        yield
    except (ConfigError, ReadError) as error:
        if error.place is None or not _is_outside(error.place, folder):
            raise
        problem = "no configuration and no pack that notelint can take"
        remedy = "`--config` or `test-pack` with this file says why"
        raise ConfigError(problem, remedy, error.place) from None


def _is_outside(place: Place, folder: Path) -> bool:
    if not os.path.exists(place.file):  # an option of the command line
        return False
    return not Path(os.path.realpath(place.file)).is_relative_to(os.path.realpath(folder))
