"""Properties of the front matter, and how they are read off its lines where they are plain."""

from __future__ import annotations

from enum import StrEnum

from notelint.values import NamedTuple, Span, lazy_pattern


class PropertyType(StrEnum):
    """What Obsidian takes the value of a property for."""

    TEXT = "text"
    LIST = "list"
    NUMBER = "number"
    CHECKBOX = "checkbox"
    DATE = "date"
    DATETIME = "datetime"
    MAPPING = "mapping"  # which Obsidian keeps and cannot show
    EMPTY = "empty"


class Property(NamedTuple):
    """One key of the front matter. ``values`` are those of a list, or the one that there is."""

    key: str
    span: Span  # of the key
    type: PropertyType
    values: tuple[str, ...] = ()


# As YAML 1.2 and Obsidian read plain values; in YAML 1.1 `yes` is true and `12:30` a number.
_PLAIN_TYPES = (
    (PropertyType.EMPTY, lazy_pattern(r"(?:~|null|Null|NULL)?")),
    (PropertyType.NUMBER, lazy_pattern(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")),
    (PropertyType.CHECKBOX, lazy_pattern(r"true|True|TRUE|false|False|FALSE")),
    (PropertyType.DATE, lazy_pattern(r"\d{4}-\d\d-\d\d")),
    (PropertyType.DATETIME, lazy_pattern(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?\S*")),
)

# With these a plain value may begin: they are no signs or blanks of YAML, and nothing that it
# refuses. Inside there may be some signs that mean nothing there.
_LETTER = "A-Za-z0-9\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_INSIDE = rf"{_LETTER}_.,/()'+\-"
_VALUE = rf"[{_LETTER}](?:[{_INSIDE} ]*[{_INSIDE}])?"
_ITEM = rf"- +({_VALUE}) *\n"
_PROPERTY = lazy_pattern(
    rf"(?P<key>[A-Za-z_][A-Za-z0-9_-]{{0,99}}):(?: +(?P<value>{_VALUE}) *\n"
    rf"| *\n(?P<items>(?P<indent> *){_ITEM}(?:(?P=indent){_ITEM})*)?)"
)
_ITEMS = lazy_pattern(_ITEM)
_ALLOWING = "notelint"  # the key of what the note allows


def plain_type(value: str) -> PropertyType:
    """What a value is that is not quoted."""
    fitting = (kind for kind, pattern in _PLAIN_TYPES if pattern.fullmatch(value))
    return next(fitting, PropertyType.TEXT)


def plain_properties(body: str, start: int) -> tuple[Property, ...] | None:
    """The properties of some YAML that begins at an offset of a note, where it is nothing but keys,
    each once, with a value or a list of values of letters; else None."""
    found: dict[str, Property] = {}
    position = 0
    while position < len(body):
        match = _PROPERTY.match(body, position)
        if match is None or match["key"] in found or match["key"] == _ALLOWING:
            return None
        key, value, items = match["key"], match["value"], match["items"]
        span = Span(start + position, start + position + len(key))
        if items:
            values = tuple(_ITEMS.findall(items))
            found[key] = Property(key, span, PropertyType.LIST, values)
        else:
            values = (value,) if value else ()
            found[key] = Property(key, span, plain_type(value or ""), values)
        position = match.end()
    return tuple(found.values())
