"""The page of the names that `notelint` exports, made from their docstrings; `docs/reference.py`
writes it."""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import notelint
from notelint.markdown import Node
from notelint.run import OpenVault
from notelint.values import Text

_HEAD = """\
# Every name of the API

Made from the code by `python docs/reference.py`. [notelint from Python](api.md) shows the same in
use. All names are imported from `notelint`; those of the last part are not, and are what the others
give back."""
_PARTS = {
    "A vault and its notes": (
        *("open_vault", "check", "check_text", "fix_text", "read_note", "parse"),
        *("Vault", "Note", "Tree", "Result"),
    ),
    "What is found": ("Diagnostic", "Finding", "Related", "Severity", "Span"),
    "What mends it": ("Fix", "Edit", "Applicability"),
    "Rules of your own": ("Rule", "option"),
    "Errors, and the version": ("NotelintError", "__version__"),
}
_OTHERS = (OpenVault, Text, Node)
_EXPORTED = [getattr(notelint, name) for name in notelint.__all__]
_VERSION = "The version of notelint, as text."
_WIDTH = 60  # of a signature on one line, behind the name
_CLASS_VAR = re.compile(r"ClassVar\[(.*)\]")
BAR = "\\|"


def pages() -> dict[str, str]:
    """The page by its path."""
    parts = [_HEAD]
    for title, names in _PARTS.items():
        parts += [f"## {title}", *(part for name in names for part in _told(name))]
    parts.append("## What the others give back")
    parts += [part for one in _OTHERS for part in _of_class(one)]
    return {"names.md": "\n\n".join(parts) + "\n"}


def _told(name: str) -> Iterator[str]:
    value = getattr(notelint, name)
    if inspect.isclass(value):
        yield from _of_class(value)
    elif callable(value):
        yield f"### {name}"
        yield _code(name + _signature(value))
        yield _said(value)
    else:
        yield f"### {name.replace('__', '&#95;&#95;')}"
        yield _VERSION


def _of_class(value: type[Any]) -> Iterator[str]:
    yield f"### {value.__name__}"
    if issubclass(value, enum.Enum):
        yield _said(value)
        yield "\n".join(f"- `{member.name}`" for member in value)
        return
    if value is notelint.NotelintError:
        yield _code(value.__name__ + _signature(value))
    yield _said(value)
    above = next((base for base in value.__mro__[1:] if base in _EXPORTED), None)
    if above is not None:
        yield f"It has all that a `{above.__name__}` has, and this."
    yield from _rows("field | type", _fields(value, above))
    yield from _rows("it has | which is", _members(value, above))


def _rows(head: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    told = [f"| `{name}` | {said.replace('|', BAR)} |" for name, said in rows]
    if told:
        yield "\n".join([f"| {head} |", "|---|---|", *told])


def _fields(value: type[Any], above: type[Any] | None) -> Iterator[tuple[str, str]]:
    bases = (base for base in reversed(value.__mro__) if base not in getattr(above, "__mro__", ()))
    for base in bases:
        for name, kind in inspect.get_annotations(base).items():
            if not name.startswith("_"):
                own = _CLASS_VAR.fullmatch(_type(kind))
                yield name, f"`{own[1] if own else _type(kind)}`"


def _members(value: type[Any], above: type[Any] | None) -> Iterator[tuple[str, str]]:
    """Methods and properties."""
    for name, member in inspect.getmembers_static(value):
        if _is_own(name, member) and inspect.getattr_static(above, name, None) is not member:
            called = member.__func__ if isinstance(member, classmethod) else member
            is_method = inspect.isfunction(called)
            yield name + (_names(called) if is_method else ""), _cell(inspect.getdoc(member) or "")


def _is_own(name: str, member: object) -> bool:
    """Whether a member is a method of notelint's own, or a property that it works out."""
    code = getattr(member, "fget", None) or getattr(member, "func", None) or member
    code = getattr(code, "__func__", code)
    module = getattr(code, "__module__", "") or ""
    return not name.startswith("_") and callable(code) and module.startswith("notelint")


def _names(method: Callable[..., Any]) -> str:
    """The names of a method's parameters."""
    names = (name for name in inspect.signature(method).parameters if name not in ("self", "cls"))
    return f"({', '.join(names)})"


def _signature(called: Callable[..., Any]) -> str:
    """The parameters, and what comes back."""
    signature = inspect.signature(called)
    parts = [_parameter(one) for one in signature.parameters.values()]
    for number, one in enumerate(signature.parameters.values()):
        if one.kind is one.KEYWORD_ONLY:
            parts.insert(number, "*")
            break
    back = "" if inspect.isclass(called) else f" -> {_type(signature.return_annotation)}"
    one_line = f"({', '.join(parts)}){back}"
    if len(one_line) <= _WIDTH:
        return one_line
    return "(\n" + "".join(f"    {part},\n" for part in parts) + f"){back}"


def _parameter(one: inspect.Parameter) -> str:
    default = "" if one.default is one.empty else f" = {_value(one.default)}"
    return f"{one.name}: {_type(one.annotation)}{default}"


def _value(value: object) -> str:
    return (
        str(value.__class__.__name__ + "." + value.name)
        if isinstance(value, enum.Enum)
        else repr(value)
    )


def _type(kind: Any) -> str:
    return kind if isinstance(kind, str) else getattr(kind, "__forward_arg__", str(kind))


def _said(value: Any) -> str:
    """A docstring as Markdown: code in single backticks, errors as a list."""
    said = (inspect.getdoc(value) or "").replace("``", "`")
    text, _, raised = said.partition("\n\nRaises:\n")
    if not raised:
        return text
    errors = re.findall(r"^ +(\w+): (.*)$", raised, re.M)
    return text + "\n\n" + "\n".join(f"- raises `{name}`: {why}" for name, why in errors)


def _cell(said: str) -> str:
    first = said.replace("``", "`").split("\n\n")[0]
    return " ".join(first.split())


def _code(text: str) -> str:
    return f"```python\n{text}\n```"
