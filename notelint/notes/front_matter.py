"""The YAML on top of a note: what it says, or where it stops being YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from notelint.markdown import linktext
from notelint.notes.properties import Property, PropertyType, plain_properties, plain_type
from notelint.validation import too_deep_at
from notelint.values import NamedTuple, Span, dataclass


class AllowedName(NamedTuple):
    """The name or code of a rule as it stands in an allow."""

    name: str
    span: Span


@dataclass(frozen=True)
class FrontMatter:
    """``span`` covers both ``---``. ``error`` says what is no YAML, and its offset; ``repeated``
    are keys that stand there again, each with the first of its name."""

    span: Span
    properties: tuple[Property, ...] = ()
    allows: tuple[AllowedName, ...] = ()
    error: tuple[int, str] | None = None
    repeated: tuple[tuple[Span, Span], ...] = ()

    @property
    def aliases(self) -> tuple[str, ...]:
        values = {item.key: item.values for item in self.properties}
        return values.get("aliases", values.get("alias", ()))


def read_front_matter(span: Span, source: str) -> FrontMatter:
    """Load the YAML of a note; ``source`` is what stands in ``span``."""
    body_start = re.match(r"[^\r\n]*(?:\r\n|\r|\n)?", source).end()  # type: ignore[union-attr]
    body = source[body_start : max(source.rfind("\n"), source.rfind("\r")) + 1]
    start = span.start + body_start
    properties = plain_properties(body, start)
    return composed(span, body, start) if properties is None else FrontMatter(span, properties)


def composed(span: Span, body: str, start: int) -> FrontMatter:
    """The same of any YAML, which begins at an offset of the note."""
    import yaml  # PyYAML is only loaded where it is needed

    if too_deep_at(body, _loader()) is not None:
        return FrontMatter(span, error=(start, "it is nested too deeply; make it flatter"))
    try:
        node = yaml.compose(body, Loader=_loader())
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        from notelint.notes.yaml_problem import problem_in  # only loaded where YAML is broken

        offset, message = problem_in(body, error)
        return FrontMatter(span, error=(start + offset, message))
    entries = _entries(node)
    repeated = tuple(sorted(_repeated(node, start)))
    return FrontMatter(
        span, tuple(_properties(entries, start)), tuple(_allows(entries, start)), repeated=repeated
    )


def _repeated(root: Any, start: int) -> Iterator[tuple[Span, Span]]:
    """Keys that stand in one mapping again, each with the first of its name. A mapping that an
    alias stands for is looked at where it is written."""
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen or getattr(node, "id", "scalar") == "scalar":
            continue
        seen.add(id(node))
        if node.id == "sequence":
            waiting += node.value
            continue
        first: dict[str, Span] = {}
        for key, value in node.value:
            waiting.append(value)
            if key.id == "scalar" and key.value != "<<":
                span = Span(start + key.start_mark.index, start + key.end_mark.index)
                if first.setdefault(key.value, span) != span:
                    yield span, first[key.value]


def _entries(node: Any) -> list[tuple[Any, Any]]:
    """The keys and values of a mapping as nodes; none where it is no mapping."""
    if getattr(node, "id", "") != "mapping":
        return []
    return [(key, value) for key, value in node.value if key.id == "scalar"]


def _properties(entries: Iterable[tuple[Any, Any]], start: int) -> Iterator[Property]:
    for key, value in entries:
        span = Span(start + key.start_mark.index, start + key.end_mark.index)
        yield Property(key.value, span, _type(value), _strings(value))


def _allows(entries: Iterable[tuple[Any, Any]], start: int) -> Iterator[AllowedName]:
    """What ``notelint: {allow: […]}`` allows."""
    own = next((_entries(value) for key, value in entries if key.value == "notelint"), [])
    names = next((_scalars(value) for key, value in own if key.value == "allow"), [])
    for node in names:
        quotes = len(node.style or "") if node.style in ("'", '"') else 0
        first, last = node.start_mark.index + quotes, node.end_mark.index - quotes
        yield AllowedName(node.value, Span(start + first, start + last))


def _type(value: Any) -> PropertyType:
    if value.id != "scalar":
        return PropertyType.LIST if value.id == "sequence" else PropertyType.MAPPING
    if value.style:  # quoted, or a block of text
        return PropertyType.TEXT
    return plain_type(value.value)


def _loader() -> Any:
    """A loader that leaves every scalar a string; what a date means is not our matter."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(node.value for node in _scalars(value))


def _scalars(value: Any) -> list[Any]:
    """A list of strings, or one string, as Obsidian users write both."""
    nodes = value.value if value.id == "sequence" else [value]
    return [node for node in nodes if node.id == "scalar" and node.value]


def quoted_links(source: str) -> Iterator[tuple[int, str]]:
    """Links in properties, with their offsets: to Obsidian only a quoted ``"[[x]]"`` is one, and
    none where it is a key."""
    if "[[" not in source:
        return
    import yaml

    with suppress(yaml.YAMLError):
        for event in _values(yaml.parse(source, Loader=_loader())):
            if event.style in ("'", '"'):
                start, end = _inside_quotes(event)
                if source[start:end] == event.value and linktext(event.value):
                    yield start, event.value


class _Open:
    """A list or a mapping that is not closed yet. In a mapping, keys and values take turns."""

    def __init__(self, is_mapping: bool, is_key: bool) -> None:
        self._is_mapping, self._is_key, self._count = is_mapping, is_key, 0

    def takes_key(self) -> bool:
        """Whether what comes next is a key, or stands in one."""
        self._count += 1
        return self._is_key or (self._is_mapping and self._count % 2 == 1)


def _values(events: Iterable[Any]) -> Iterator[Any]:
    """The scalars that are values, and no keys."""
    import yaml

    opened = [_Open(False, False)]
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            opened.pop()
        elif isinstance(event, yaml.NodeEvent):
            is_key = opened[-1].takes_key()
            if isinstance(event, yaml.CollectionStartEvent):
                opened.append(_Open(isinstance(event, yaml.MappingStartEvent), is_key))
            elif isinstance(event, yaml.ScalarEvent) and not is_key:
                yield event


def _inside_quotes(event: Any) -> tuple[int, int]:
    return event.start_mark.index + 1, event.end_mark.index - 1
