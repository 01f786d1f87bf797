"""What a run is asked to do: rules with their options and severities. Frozen, and free of files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from notelint.authoring import AllowRule, Rule
from notelint.config.catalogue import Catalogue
from notelint.config.exclusion import is_excluded
from notelint.config.later_rule import later_rules
from notelint.config.rule_set import ActiveRule, RuleSet
from notelint.conventions import Conventions
from notelint.values import NamedTuple, dataclass, field, pattern_in, replace

BYTES_OF_A_CHARACTER = 4  # at most, in UTF-8


class PerFile(NamedTuple):
    """Rules that are ignored in the notes whose paths match a ``.gitignore``-style pattern."""

    pattern: str
    ignored: frozenset[str]


@dataclass(frozen=True)
class Settings:
    """The settings of a run: all rules in the order of their codes, and the names that run."""

    rules: tuple[ActiveRule, ...]
    selected: frozenset[str]
    conventions: Conventions = field(default_factory=Conventions)
    per_file: tuple[PerFile, ...] = ()
    exclude: tuple[str, ...] = ()  # patterns of notes that are not checked
    force_exclude: bool = False  # not even where they are named
    respect_gitignore: bool = True
    max_note_size: int = 5_000_000  # in code points
    problems: tuple[str, ...] = ()  # what might configure notelint, and could not be read

    @property
    def max_note_bytes(self) -> int:
        """The size from which on a file is a note that is too large, whatever it holds."""
        return self.max_note_size * BYTES_OF_A_CHARACTER

    @property
    def catalogue(self) -> Catalogue:
        """All rules that there are in the vault."""
        return Classes({active.rule.name: active.rule for active in self.rules})

    @property
    def allow_rules(self) -> tuple[ActiveRule, ...]:
        """The rules that judge what notes allow, whether they run or not."""
        return tuple(active for active in self.rules if isinstance(active.rule, AllowRule))

    @cached_property
    def known(self) -> Mapping[str, str]:
        """What a note may call the rules that it allows: names and codes, each with the name."""
        names = {active.rule.name: active.rule.name for active in self.rules}
        return names | {active.rule.code: active.rule.name for active in self.rules}

    def load(self) -> None:
        """Load the rules that run; before processes part, which would each do so."""
        for active in self.rules:
            if active.rule.name in self.selected:
                _ = active.rule.__class__

    def selecting(self, names: Iterable[str]) -> Settings:
        """The same settings with other rules selected."""
        return replace(self, selected=frozenset(names))

    def fixing(self, names: Collection[str]) -> Settings:
        """The same settings, where only these rules fix what they find."""
        rules = (active._replace(may_fix=active.rule.name in names) for active in self.rules)
        return replace(self, rules=tuple(rules))

    def leaves_out(self, path: str, named: str = "") -> bool:
        """Whether the note at ``path`` is not checked, where ``named``, the note itself or a folder
        around it, is what somebody asked for."""
        if self.force_exclude:
            return is_excluded(path, self.exclude)
        return path != named and is_excluded(path, self.exclude, named)

    def rules_for(self, path: str) -> RuleSet:
        """The rules that run on the note at ``path``, relative to the vault; the same set for all
        notes in which the same are ignored."""
        ignored = (entry.ignored for entry in self.per_file if _covers(entry.pattern, path))
        out = frozenset[str]().union(*ignored)
        if out not in self._without:
            names = self.selected - out
            self._without[out] = RuleSet(item for item in self.rules if item.rule.name in names)
        return self._without[out]

    @cached_property
    def _without(self) -> dict[frozenset[str], RuleSet]:
        """The rules that run, without some that are ignored."""
        return {}


class Classes(Mapping[str, type[Rule]]):
    """The classes of rules by name, each looked for when it is asked for."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = rules

    def __getitem__(self, name: str) -> type[Rule]:
        return self._rules[name].__class__

    def __contains__(self, name: object) -> bool:
        return name in self._rules

    def codes(self) -> dict[str, str]:
        """The codes by name."""
        return {name: rule.code for name, rule in self._rules.items()}

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)


def _covers(line: str, path: str) -> bool:
    pattern = pattern_in(line)
    return pattern is not None and pattern.covers(path)


def preset(catalogue: Catalogue) -> frozenset[str]:
    """The rules that the preset ``dictionary`` selects."""
    return frozenset(name for name, rule in catalogue.items() if rule.is_default)


def default_settings(catalogue: Catalogue | None = None) -> Settings:
    """The settings of a vault that configures nothing; without a catalogue, of shipped rules."""
    if catalogue is None:
        rules = tuple(ActiveRule(rule, rule.severity) for rule in later_rules())
        selected = frozenset(active.rule.name for active in rules if active.rule.is_default)
        return Settings(rules, selected)
    rules = tuple(ActiveRule(rule(), rule.severity) for rule in catalogue.values())
    return Settings(rules, preset(catalogue))
