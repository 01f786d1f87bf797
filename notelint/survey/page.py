"""A configuration as text: each line that says something has what speaks for it as a comment.

YAML's own writer writes no comments, so lines are put together here; how a value is quoted is left
to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from notelint.survey.proposal import Proposal
from notelint.values import NamedTuple, dataclass, field

_ORDER = (
    *("extends", "packs", "exclude", "select", "extend-select", "ignore"),
    *("kinds", "home-pages", "dictionaries", "rules", "per-file"),
)
_STEP = "  "


class _Said(NamedTuple):
    value: Any
    evidence: str
    is_offered: bool


@dataclass
class _Entry:
    """What stands at a key: keys below it, items of a list, or a value."""

    below: dict[str, _Entry] = field(default_factory=dict)
    items: list[_Said] = field(default_factory=list)
    value: _Said | None = None

    @property
    def is_offered(self) -> bool:
        """Whether all that stands here is for a person to decide."""
        said = [*self.items, *filter(None, [self.value])]
        return all(one.is_offered for one in said) and all(
            inner.is_offered for inner in self.below.values()
        )


def configuration_text(head: Iterable[str], proposals: Iterable[Proposal]) -> str:
    """The text of a configuration, with a few lines at its head that say where it is from. What is
    offered stands in comments where it belongs, so that it is had once the `# ` is taken away."""
    lines = [*(f"# {_plain(line)}" for line in head), "", *_lines(_tree(proposals), "")]
    return "\n".join(lines) + "\n"


def _tree(proposals: Iterable[Proposal]) -> _Entry:
    top = _Entry({key: _Entry() for key in _ORDER})
    for proposal in proposals:
        entry = top
        for key in proposal.keys:
            entry = entry.below.setdefault(key, _Entry())
        _put(entry, proposal)
    top.below = {key: entry for key, entry in top.below.items() if entry != _Entry()}
    return top


def _put(entry: _Entry, proposal: Proposal) -> None:
    """Add what is proposed for a key; what comes first counts, but for what is only offered."""
    said = _Said(proposal.value, proposal.evidence, proposal.is_offered)
    if not proposal.is_listed:
        entry.value = entry.value or said
        return
    same = next((item for item in entry.items if item.value == said.value), None)
    if same is None:
        entry.items.append(said)
    elif same.is_offered:
        entry.items[entry.items.index(same)] = said


def _lines(entry: _Entry, indent: str) -> Iterator[str]:
    for key, inner in entry.below.items():
        name = f"{indent}{_mark(inner.is_offered)}{quoted(key)}:"
        if inner.value is not None:
            yield _with_comment(f"{name} {quoted(inner.value.value)}", inner.value.evidence)
            continue
        yield name
        for value, evidence, is_offered in inner.items:
            yield _with_comment(f"{indent}{_mark(is_offered)}{_STEP}- {quoted(value)}", evidence)
        yield from _lines(inner, indent + _STEP)


def _mark(is_offered: bool) -> str:
    return "# " if is_offered else ""


def _with_comment(line: str, evidence: str) -> str:
    return f"{line}  # {_plain(evidence)}"


def _plain(text: str) -> str:
    """Text as a comment may have it: in one line, and nothing in it that ends one."""
    return "".join(char if char.isprintable() else " " for char in text)


def quoted(value: Any) -> str:
    """A value in one line, as it may stand anywhere in YAML."""
    text = _dumped(value, None)
    return text if len(text.splitlines()) == 1 else _dumped(value, '"')


def _dumped(value: Any, style: str | None) -> str:
    """A value as YAML writes it in a list; only between double quotes are ends of lines escaped."""
    import yaml

    text: str = yaml.safe_dump(
        [value],
        default_flow_style=True,
        default_style=style,
        allow_unicode=True,
        width=1_000_000,
        sort_keys=False,
    )
    return text.strip("\n").removeprefix("[").removesuffix("]")
