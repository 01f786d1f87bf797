"""The names under which one dictionary may be cited, by their keys."""

from __future__ import annotations

from functools import lru_cache

from notelint.values import words_key


@lru_cache(maxsize=1024)
def home_keys(home_pages: tuple[str, ...], key: str) -> tuple[str, ...]:
    """The keys of all names of what is cited by one of them: of its home page in every form, and of
    its title alone, whichever of these is given. Of several forms the longest counts."""
    forms = {tuple(map(words_key, form.split("*", 1))) for form in home_pages}
    titles = filter(None, (_between(key, *form) for form in forms))
    title = min(titles, key=len, default=key)
    named = {" ".join(filter(None, (before, title, behind))) for before, behind in forms}
    return tuple(sorted({key, title, *named}))


def _between(key: str, before: str, behind: str) -> str:
    """What stands between some words of a key; nothing where it is not of that form."""
    start, end = f"{before} " if before else "", f" {behind}" if behind else ""
    is_so = key.startswith(start) and key.endswith(end) and len(key) > len(start) + len(end)
    return key[len(start) : len(key) - len(end)] if is_so else ""
