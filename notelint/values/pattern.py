"""Regular expressions that are compiled when they are first used.

A run on one note uses a part of them, and compiling all costs more than reading the note.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast


class _LazyPattern:
    """Stands for a pattern. What is asked of it once is kept, so that later uses make no detour."""

    def __init__(self, compile_: Callable[..., Any], source: str | bytes, *given: Any) -> None:
        self.pattern, self._made_by = source, (compile_, source, *given)

    def __reduce__(self) -> tuple[type[_LazyPattern], tuple[Any, ...]]:
        return _LazyPattern, self._made_by

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if "_compiled" not in vars(self):
            compile_, *given = self._made_by
            self._compiled = compile_(*given)
        value = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


def lazy_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, made when it is first used; its errors come then."""
    return cast("re.Pattern[AnyStr]", _LazyPattern(re.compile, source, flags))


def lazily(source: str, compiled: Callable[[str], Any]) -> Any:
    """What another compiler than ``re`` makes of a pattern, in the same way."""
    return _LazyPattern(compiled, source)
