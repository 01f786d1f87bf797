"""What notelint takes from mistune. No other module imports it, so that a new mistune is met here.

Inlines subclass the parser that mistune's own derives from, and rely on its ``register``,
``compile_sc`` and ``parse_method``, and on the state's ``tokens`` and ``delimiters``. The inline
parser itself has passes of its own for brackets and emphasis, none of which is used here and which
take long to load.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec


@contextmanager
def _parts_of(package: str) -> Iterator[None]:
    """Import modules of a package, and not the package itself: mistune's loads a block parser,
    renderers and plugins. Whoever imports it later is given it whole, as if it was never here."""
    spec = None if package in sys.modules else find_spec(package)
    if spec is None:
        yield
        return
    sys.modules[package] = module_from_spec(spec)
    try:
        yield
    finally:
        for name in [*sys.modules]:
            if name == package or name.startswith(f"{package}."):
                del sys.modules[name]


with _parts_of("mistune"):
    from mistune.core import InlineState, Parser

__all__ = ["InlineState", "Parser"]
