"""The page of the keys of a configuration, made from its schema; `docs/reference.py` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from notelint.config import config_schema, default_settings, shipped_rules
from notelint.config.schema import PlainModel

_HEAD = """\
# Every key of a configuration

Made from the code by `python docs/reference.py`. [Configuration](configuration.md) is the page to
begin with; the options of each rule stand on [its page](rules.md). `notelint config --schema`
prints all of it as a JSON schema, by which an editor completes keys and checks them while you type.

A list of rules holds names (`ligature`), codes (`NL403`), beginnings of codes (`NL4`) and `ALL`."""
_PARTS = {  # what a key holds, by the name that its schema has
    "": "At the top",
    "DictionaryModel": "In an entry of `dictionaries`",
    "KindModel": "In a kind",
    "WhenModel": "In `when` of a kind",
    "SectionModel": "In an entry of `sections` of a kind",
    "FrontMatterModel": "In `front-matter` of a kind",
    "PerFileModel": "In an entry of `per-file`",
}
_PLAIN = {name.replace("_", "-") for name in PlainModel.model_fields}
_TYPES = {
    "string": "text",
    "integer": "a number",
    "boolean": "true or false",
    "object": "a mapping",
}

Schema = dict[str, Any]


def pages() -> dict[str, str]:
    """The page by its path."""
    schema = config_schema(shipped_rules())
    parts = [_HEAD]
    for name, title in _PARTS.items():
        part = schema["$defs"][name] if name else schema
        parts += [f"## {title}", *_keys(part, schema["$defs"])]
    return {"keys.md": "\n\n".join(parts) + "\n"}


def _keys(part: Schema, models: Schema) -> Iterator[str]:
    required = part.get("required", ())
    for name in sorted(part["properties"], key=lambda name: name in _PLAIN):
        key = part["properties"][name]
        default = "required" if name in required else f"default {_default(name, key)}"
        yield f"### {name}"
        yield key["description"]
        yield f"Type: {_type(key, models)}; {default}."
        yield f"```yaml\n{_example(name, key)}\n```"


def _type(key: Schema, models: Schema) -> str:
    """What may stand there, in words."""
    if "$ref" in key:
        name = key["$ref"].rpartition("/")[2]
        if name in _PARTS:
            anchor = _PARTS[name].lower().replace("`", "").replace(" ", "-")
            return f"[keys of its own](#{anchor})"
        return _type(models[name], models)
    if "anyOf" in key:
        [only] = [one for one in key["anyOf"] if one != {"type": "null"}]
        return _type(only, models)
    if "enum" in key:
        return "one of " + ", ".join(f"`{word}`" for word in key["enum"])
    return _plain_type(key, models)


def _plain_type(key: Schema, models: Schema) -> str:
    kind, inner = key["type"], key.get("additionalProperties")
    if kind == "array":
        return f"a list of {_type(key['items'], models).replace('text', 'texts')}"
    if kind == ["array", "string"]:
        return "a list of rules, or text with commas"
    if isinstance(inner, dict) and "$ref" in inner:
        return f"a mapping of names to {_type(inner, models)}"
    if isinstance(kind, list):
        return " or ".join(_TYPES[one] for one in kind)
    least, most = key.get("minimum"), key.get("maximum")
    if most is not None:
        return f"a number from {least} to {most}"
    return _TYPES[kind]


def _default(name: str, key: Schema) -> str:
    """What holds where the key is not said. A key without a default of its own may have one all
    the same, which the settings know."""
    said = key.get("default", {})
    if said is not None:
        return _code(said)
    settings, field = default_settings(), name.replace("-", "_")
    for place in (settings, settings.conventions):
        if hasattr(place, field) and name != "extends":
            return _code(getattr(place, field))
    return "what is inherited" if name == "select" else "none"


def _code(value: Any) -> str:
    return f"`{_flow(value)}`".replace("'", "")


def _example(name: str, key: Schema) -> str:
    given = next(one for one in key["examples"] if one != key.get("default"))
    return f"{name}: {_flow(given)}"


def _flow(value: Any) -> str:
    """A value as YAML has it on one line."""
    text = yaml.safe_dump(value, default_flow_style=True, width=200)
    return text.removesuffix("\n").removesuffix("\n...")
