"""A vault's own packs: files of strangers, read, checked, and made into rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from notelint.authoring import Rule
from notelint.packs.budget import BUDGETED
from notelint.packs.kinds import PackRule
from notelint.packs.pack import make_rules
from notelint.validation import Located, load_yaml, near_miss
from notelint.values import ConfigError, Place, ReadError

SHIPPED_CODES = "NL"
LARGEST = 1_000_000  # bytes of one pack


def load_pack(path: Path, asked_at: Place | None = None) -> Located:
    """A pack as it stands on disk; an error of the disk begins with where it was asked for.

    Raises:
        ReadError: it is missing or unreadable.
        ConfigError: it is too large, or no YAML.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        text = content.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such pack{_neighbour(path)}", place=asked_at) from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror}", place=asked_at) from error
    except UnicodeDecodeError as error:
        raise ReadError(f"not UTF-8, at byte {error.start}", place=Place(str(path))) from error
    if len(content) > LARGEST:
        raise ConfigError(f"more than {LARGEST:,} bytes", "split the pack", Place(str(path)))
    return load_yaml(str(path), text)


def _neighbour(path: Path) -> str:
    names = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
    return near_miss(path.name, names) or "; check the path"


def own_rules(packs: Iterable[Located], shipped: Mapping[str, type[Rule]]) -> list[type[PackRule]]:
    """The rules of some packs, none of them called as another or as a ``shipped`` one.

    Raises:
        ConfigError: a pack is wrong, or a name or a code is taken.
    """
    from notelint.packs.validator import validate_pack  # pydantic, only for a stranger's pack

    taken = dict.fromkeys(shipped, "by a rule that comes with notelint")
    found: list[type[PackRule]] = []
    for pack in packs:
        validate_pack(pack)
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
