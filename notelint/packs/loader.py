"""A vault's own packs: files of strangers, read, checked, and made into rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from notelint.authoring.rule import Rule
from notelint.packs.budget import WATCHED
from notelint.packs.kinds import PackRule
from notelint.packs.pack import make_rules
from notelint.validation.hint import near_miss
from notelint.validation.located import Marked, load_yaml
from notelint.values.error import NotelintError

SHIPPED_CODES = "NL"
LARGEST = 1_000_000  # bytes of one pack


def load_pack(path: Path, asked_at: str = "") -> Marked:
    """A pack as it stands on disk; an error of the disk begins with where it was asked for.

    Raises:
        NotelintError: it is missing, unreadable, too large, or no YAML.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        text = content.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise NotelintError(f"{asked_at}{path}: no such pack{_neighbour(path)}") from error
    except OSError as error:
        raise NotelintError(f"{asked_at}{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise NotelintError(f"{path}: not UTF-8, at byte {error.start}") from error
    if len(content) > LARGEST:
        raise NotelintError(f"{path}: more than {LARGEST:,} bytes; split the pack")
    return load_yaml(str(path), text)


def _neighbour(path: Path) -> str:
    names = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
    return near_miss(path.name, names) or "; check the path"


def own_rules(packs: Iterable[Marked], shipped: Mapping[str, type[Rule]]) -> list[type[PackRule]]:
    """The rules of some packs, none of them called as another or as a ``shipped`` one.

    Raises:
        NotelintError: a pack is wrong, or a name or a code is taken.
    """
    from notelint.packs.validator import validate_pack  # pydantic, only for a stranger's pack

    taken = dict.fromkeys(shipped, "by a rule that comes with notelint")
    found: list[type[PackRule]] = []
    for pack in packs:
        validate_pack(pack)
        for rule in make_rules(pack.data, WATCHED, pack.name):
            place = pack.place(("rules", rule.name))
            code_place = pack.place(("rules", rule.name, "code"))
            if rule.code.startswith(SHIPPED_CODES):
                raise NotelintError(
                    f"{code_place}: `{rule.code}`: codes that begin with {SHIPPED_CODES} are those "
                    "of the rules that come with notelint; choose others"
                )
            _take(taken, rule.name, place)
            _take(taken, rule.code, code_place)
            found.append(rule)
    return found


def _take(taken: dict[str, str], name: str, place: str) -> None:
    if name in taken:
        raise NotelintError(f"{place}: `{name}` is taken {taken[name]}; choose another")
    taken[name] = f"at {place}"
