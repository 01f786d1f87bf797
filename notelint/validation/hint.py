"""Near misses: what somebody who typed a wrong name may have meant."""

from __future__ import annotations

from collections.abc import Iterable

_LEAST = 60.0  # of 100, the share of letters that two names have in common
_MOST_SLIPS = 3  # letters that are too many, too few, wrong or exchanged


def nearest(wrong: str, allowed: Iterable[str]) -> str | None:
    """The one allowed word that differs by so few letters, one in four at most, that no other can
    be meant; letter case, blanks and underscores aside."""
    from rapidfuzz.distance import OSA

    plain = _plain(wrong)
    slips = {name: OSA.distance(plain, _plain(name)) for name in allowed}
    best = min(slips, key=lambda name: slips[name], default=None)
    if best is None or slips[best] > min(_MOST_SLIPS, len(plain) // 4):
        return None
    rivals = [name for name in slips if slips[name] and slips[name] <= slips[best] + 1]
    return best if not slips[best] or rivals == [best] else None


def _plain(name: str) -> str:
    return "-".join(name.replace("_", " ").replace("-", " ").casefold().split())


def near_miss(wrong: str, allowed: Iterable[str]) -> str:
    """``; did you mean `x`?``, or nothing where no allowed word is close."""
    from rapidfuzz import fuzz, process  # only loaded where a name is wrong

    found = process.extractOne(wrong, list(allowed), scorer=fuzz.ratio, score_cutoff=_LEAST)
    return f"; did you mean `{found[0]}`?" if found else ""
