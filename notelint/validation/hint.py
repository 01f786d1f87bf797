"""Near misses: what somebody who typed a wrong name may have meant."""

from __future__ import annotations

from collections.abc import Iterable

_LEAST = 60.0  # of 100, the share of letters that two names have in common


def near_miss(wrong: str, allowed: Iterable[str]) -> str:
    """``; did you mean `x`?``, or nothing where no allowed word is close."""
    from rapidfuzz import fuzz, process  # only loaded where a name is wrong

    found = process.extractOne(wrong, list(allowed), scorer=fuzz.ratio, score_cutoff=_LEAST)
    return f"; did you mean `{found[0]}`?" if found else ""
