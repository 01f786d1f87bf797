"""A vault's own packs: files of strangers, read, checked, and made into rules."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from notelint.authoring import Rule
from notelint.disk import TooLargeError, read_regular
from notelint.packs.budget import BUDGETED
from notelint.packs.kinds import PackRule
from notelint.packs.pack import make_rules
from notelint.validation import Located, load_yaml, near_miss
from notelint.values import ConfigError, Place, ReadError

SHIPPED_CODES = "NL"
LARGEST = 1_000_000  # bytes of one pack
_LONGEST_PATH, _LONGEST_SHOWN = 4096, 120


def load_pack(path: Path, asked_at: Place | None = None) -> Located:
    """A pack as it stands on disk; an error of the disk begins with where it was asked for.

    Raises:
        ReadError: it is missing or unreadable.
        ConfigError: it is too large, or no YAML.
    """
    name = _shown(path)
    try:
        text = read_regular(path, LARGEST).decode("utf-8-sig")
    except TooLargeError as error:
        raise ConfigError(f"more than {LARGEST:,} bytes", "split the pack", Place(name)) from error
    except FileNotFoundError as error:
        raise ReadError(f"{name}: no such pack{_neighbour(path)}", place=asked_at) from error
    except OSError as error:
        problem = f"{name}: cannot be read: {error.strerror}"
        raise ReadError(problem, "check the path and its permissions", asked_at) from error
    except UnicodeDecodeError as error:
        raise ReadError(f"not UTF-8, at byte {error.start}", place=Place(name)) from error
    return load_yaml(name, text)


def _shown(path: Path) -> str:
    """A path as it is told; one that is too long for any system is told in part."""
    name = str(path)
    return name if len(name) <= _LONGEST_PATH else name[:_LONGEST_SHOWN] + "…"


def _neighbour(path: Path) -> str:
    """What the pack may be called; of other files no name is told, as a stranger may ask."""
    names: list[str] = []
    with suppress(OSError):
        names = [name for name in os.listdir(path.parent) if name.endswith((".yaml", ".yml"))]
    return near_miss(path.name, names) or "; check the path"


def own_rules(packs: Iterable[Located], shipped: Mapping[str, type[Rule]]) -> list[type[PackRule]]:
    """The rules of some packs, none of them called as another or as a ``shipped`` one.

    Raises:
        ConfigError: a pack is wrong, or a name or a code is taken.
    """
    from notelint.packs.pattern import MOST_OF_RUN, pieces_of_entry
    from notelint.packs.validator import validate_pack  # pydantic, only for a stranger's pack

    pieces = 0
    taken = dict.fromkeys(shipped, "by a rule that comes with notelint")
    found: list[type[PackRule]] = []
    for pack in packs:
        validate_pack(pack)
        pieces += sum(map(pieces_of_entry, pack.data["rules"].values()))
        if pieces > MOST_OF_RUN:
            problem = f"the packs have more than {MOST_OF_RUN:,} pieces, counts written out"
            raise ConfigError(problem, "use fewer of them", Place(pack.name))
        for rule in make_rules(pack.data, BUDGETED, pack.name):
            place = pack.place(("rules", rule.name))
            code_place = pack.place(("rules", rule.name, "code"))
            if rule.code.startswith(SHIPPED_CODES):
                problem = (
                    f"`{rule.code}`: codes that begin with {SHIPPED_CODES} are those of the rules "
                    "that come with notelint"
                )
                raise ConfigError(problem, "choose others", code_place)
            _take(taken, rule.name, place)
            _take(taken, rule.code, code_place)
            found.append(rule)
    return found


def _take(taken: dict[str, str], name: str, place: Place) -> None:
    if name in taken:
        raise ConfigError(f"`{name}` is taken {taken[name]}", "choose another", place)
    taken[name] = f"at {place}"
