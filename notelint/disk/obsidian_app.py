"""What a vault's ``.obsidian/app.json`` says that matters for links."""

from __future__ import annotations

import json
from pathlib import Path

from notelint.disk.regular_file import read_regular
from notelint.values import dataclass

_LARGEST = 1_000_000  # bytes


@dataclass(frozen=True)
class AppSettings:
    """``excluded`` are Obsidian's "Excluded files", as beginnings of paths: links reach such files
    all the same, but Obsidian does not suggest them. ``problem`` says why nothing could be read."""

    excluded: tuple[str, ...] = ()
    problem: str | None = None

    def is_excluded(self, path: str) -> bool:
        return path.startswith(self.excluded)


def read_app_settings(root: Path) -> AppSettings:
    """The settings of the vault at ``root``; those of a vault without any are empty.

    A filter between slashes is a regular expression. It is passed over: it would only keep a name
    out of suggestions, and a stranger's expression may never end.
    """
    path = root / ".obsidian" / "app.json"
    try:
        data = json.loads(read_regular(path, _LARGEST).decode("utf-8-sig"))
    except FileNotFoundError:
        return AppSettings()
    except (OSError, ValueError, RecursionError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        return AppSettings(problem=f"{path}: not read ({why}); the vault is checked without it")
    filters = data.get("userIgnoreFilters") if isinstance(data, dict) else None
    if not isinstance(filters, list):
        return AppSettings()
    texts = (entry for entry in filters if isinstance(entry, str) and entry)
    return AppSettings(tuple(text for text in texts if not text.startswith("/")))
