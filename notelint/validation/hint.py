"""Near misses: what somebody who typed a wrong name may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def near_miss(wrong: str, allowed: Iterable[str]) -> str:
    """``; did you mean `x`?``, or nothing where no allowed word is close."""
    found = get_close_matches(wrong, list(allowed), n=1, cutoff=0.6)
    return f"; did you mean `{found[0]}`?" if found else ""
