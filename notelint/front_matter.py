"""The YAML on top of a note: what it says, or where it stops being YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from notelint.markdown import front_matter_span
from notelint.text import Span

_MOST_NESTED = 100
_LINK = re.compile(r"!?\[\[[^\[\]\n]+\]\]")


@dataclass(frozen=True)
class FrontMatter:
    """``span`` covers both ``---``. ``error`` is the YAML parser's complaint and its offset."""

    span: Span
    aliases: tuple[str, ...] = ()
    allows: tuple[str, ...] = ()
    error: tuple[int, str] | None = None


def read_front_matter(span: Span, source: str) -> FrontMatter:
    """Load the YAML of a note; ``source`` is what stands in ``span``."""
    import yaml  # PyYAML is not loaded for notes without front matter

    body_start = re.match(r"[^\r\n]*(?:\r\n|\r|\n)?", source).end()  # type: ignore[union-attr]
    body = source[body_start : max(source.rfind("\n"), source.rfind("\r")) + 1]
    if _is_too_deep(body):
        return FrontMatter(span, error=(span.start + body_start, "nested too deeply"))
    try:
        data = yaml.load(body, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = min(mark.index, max(len(body.rstrip()) - 1, 0)) if mark else 0
        return FrontMatter(
            span, error=(span.start + body_start + offset, error.problem or "no YAML")
        )
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        return FrontMatter(span, error=(span.start + body_start, str(error).splitlines()[0]))
    if not isinstance(data, Mapping):
        return FrontMatter(span)
    own = data.get("notelint")
    allows = _strings(own.get("allow")) if isinstance(own, Mapping) else ()
    return FrontMatter(span, _strings(data.get("aliases", data.get("alias"))), allows)


def _is_too_deep(body: str) -> bool:
    """Whether brackets nest so deeply that loading them would take long."""
    depth = deepest = 0
    for bracket in re.findall(r"[\[\]{}]", body):
        depth = depth + 1 if bracket in "[{" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest > _MOST_NESTED


def aliases_in(content: str) -> tuple[str, ...]:
    """The aliases of a note that is not parsed."""
    span = front_matter_span(content)
    return read_front_matter(span, content[span.start : span.end]).aliases if span else ()


def _loader() -> Any:
    """A loader that leaves every scalar a string; what a date means is not our matter."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _strings(value: object) -> tuple[str, ...]:
    """A list of strings, or one string, as Obsidian users write both."""
    values = value if isinstance(value, list) else [value]
    return tuple(item for item in values if isinstance(item, str) and item)


def quoted_links(source: str) -> Iterator[tuple[int, str]]:
    """Links in properties, with their offsets: to Obsidian only a quoted ``"[[x]]"`` is one."""
    if "[[" not in source:
        return
    import yaml

    with suppress(yaml.YAMLError):
        for event in yaml.parse(source, Loader=_loader()):
            if isinstance(event, yaml.ScalarEvent) and event.style in ("'", '"'):
                start, end = _inside_quotes(event)
                if source[start:end] == event.value and _LINK.fullmatch(event.value):
                    yield start, event.value


def _inside_quotes(event: Any) -> tuple[int, int]:
    return event.start_mark.index + 1, event.end_mark.index - 1
