"""A vault looked over: what its notes show, taken together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, partial

from notelint.config import PRESETS, Settings, preset_settings
from notelint.notes import Note
from notelint.run import OpenVault, Treatment, in_order, processes_for
from notelint.survey.look import Looker, NoteLook, Sight
from notelint.values import dataclass, replace


@dataclass(frozen=True)
class Survey:
    """What the notes of a vault show, in the order of their paths."""

    looks: tuple[NoteLook, ...] = ()

    @cached_property
    def by_rule(self) -> dict[str, list[tuple[str, Sight]]]:
        """The findings of each rule, each with the path of its note."""
        found: defaultdict[str, list[tuple[str, Sight]]] = defaultdict(list)
        for look in self.looks:
            for sight in look.sights:
                found[sight.rule].append((look.path, sight))
        return dict(found)

    @cached_property
    def of_kinds(self) -> Counter[str]:
        """How many notes are of each kind."""
        return Counter(look.kind for look in self.looks if look.kind)

    @cached_property
    def folders(self) -> Counter[str]:
        """How many notes are in each folder and below it; folders end with ``/``."""
        return Counter(folder for look in self.looks for folder in folders_around(look.path))

    def without(self, is_left_out: Callable[[str], bool]) -> Survey:
        """The survey of the other notes."""
        return Survey(tuple(look for look in self.looks if not is_left_out(look.path)))

    def leaving(self, is_settled: Callable[[str, Sight], bool]) -> Survey:
        """The survey without the findings of which that is said, given the note's path."""
        return Survey(tuple(_leaving(look, is_settled) for look in self.looks))


def _leaving(look: NoteLook, is_settled: Callable[[str, Sight], bool]) -> NoteLook:
    return look._replace(
        sights=tuple(sight for sight in look.sights if not is_settled(look.path, sight))
    )


def folders_around(path: str) -> Iterator[str]:
    """The folders that a note is in, from the top, each with its ``/``."""
    at = path.find("/")
    while at > 0:
        yield path[: at + 1]
        at = path.find("/", at + 1)


def survey_of(vault: OpenVault, processes: int | None = None) -> Survey:
    """Look at all notes of a vault, which is read as its settings say."""
    paths = tuple(vault.notes)
    look = partial(_look, Looker(vault.settings), Treatment(vault.settings), vault)
    looks = in_order(look, paths, processes_for(len(paths), processes))
    return Survey(tuple(seen for seen in looks if seen is not None))


def _look(looker: Looker, treatment: Treatment, vault: OpenVault, path: str) -> NoteLook | None:
    note = treatment.read_file(path, vault.notes[path])
    return looker.look(note, vault) if isinstance(note, Note) and note.is_parsed else None


def settings_of_survey(added: frozenset[str] = frozenset(), preset: str = PRESETS[0]) -> Settings:
    """The settings that a vault is looked over with: those of a preset, with some more rules."""
    settings = preset_settings(preset)
    return replace(settings, selected=settings.selected | added)
