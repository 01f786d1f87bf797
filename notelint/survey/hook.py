"""The hook of notelint added to a configuration of pre-commit, all else in it kept to the byte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from notelint.validation import load_yaml
from notelint.values import ConfigError, NotelintError, Place

HOOK = {
    "repo": "local",
    "hooks": [
        {
            "id": "notelint",
            "name": "notelint",
            "entry": "notelint check --force-exclude",
            "language": "system",
            "types": ["markdown"],
            "require_serial": True,
        }
    ],
}
_LINES = (
    "- repo: local",
    "  hooks:",
    "    - id: notelint",
    "      name: notelint",
    "      entry: notelint check --force-exclude",
    "      language: system",
    "      types: [markdown]",
    "      require_serial: true",
)
_REPOS = "repos"


def with_hook(file: str, text: str) -> str:
    """The configuration ``text`` with the hook behind all others; the same where it has it. What
    comes out is read again, and has to say what was said and the hook.

    Raises:
        ConfigError: it is no configuration of pre-commit, or is written in a way that the hook
            cannot be added to.
    """
    data = load_yaml(file, text).data
    if not isinstance(data, Mapping) or not isinstance(data.get(_REPOS) or [], list):
        problem = "no configuration of pre-commit, whose `repos` are a list"
        raise ConfigError(problem, "mend it, or add the hook by hand", Place(file))
    if _has_hook(data):
        return text
    wanted = {**data, _REPOS: [*(data.get(_REPOS) or []), HOOK]}
    for candidate in _candidates(text, data):
        if _says(file, candidate, wanted):
            return candidate
    raise ConfigError("no place was found for the hook", "add it by hand: " + _SNIPPET, Place(file))


_SNIPPET = "`- repo: local` with the hook `entry: notelint check --force-exclude`"


def _has_hook(data: Mapping[str, Any]) -> bool:
    repos = (repo for repo in data.get(_REPOS) or [] if isinstance(repo, Mapping))
    hooks = (hook for repo in repos for hook in repo.get("hooks") or [])
    ids = (hook.get("id") for hook in hooks if isinstance(hook, Mapping))
    return any(isinstance(name, str) and name.startswith("notelint") for name in ids)


def _says(file: str, text: str, wanted: Mapping[str, Any]) -> bool:
    try:
        return bool(load_yaml(file, text).data == wanted)
    except NotelintError:
        return False


def _candidates(text: str, data: Mapping[str, Any]) -> Iterator[str]:
    """The text with the hook where it may belong, the most probable place first."""
    if _REPOS not in data:
        yield _put(text, len(text), "", ["repos:", *(f"  {line}" for line in _LINES)])
        return
    import yaml

    root: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    repos = next(value for key, value in root.value if key.value == _REPOS)
    if not data[_REPOS]:
        # `repos: []` loses its brackets, and what follows in the line stays there.
        start, end = repos.start_mark.index, repos.end_mark.index
        bare = text[:start].rstrip(" ") + text[end:] if start < end else text
        yield _put(bare, _end_of_line(bare, min(start, len(bare))), "  ", _LINES)
        return
    indent = " " * repos.start_mark.column
    for end in dict.fromkeys((_last_mark(repos.value[-1]), repos.end_mark.index)):
        yield _put(text, _end_of_line(text, end), indent, _LINES)
        yield _put(text, end, indent, _LINES)


def _last_mark(node: Any) -> int:
    """Where the last value in a node ends; a collection ends only where the next thing begins."""
    while isinstance(node.value, list) and node.value:
        if node.flow_style:
            break
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return int(node.end_mark.index)


def _end_of_line(text: str, index: int) -> int:
    """Where the line around a place ends, behind its newline; right here where one begins."""
    if index and text[index - 1] == "\n":
        return index
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def _put(text: str, index: int, indent: str, lines: tuple[str, ...] | list[str]) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    before, behind = text[:index], text[index:]
    if before and not before.endswith("\n"):
        before += newline
    return before + "".join(f"{indent}{line}{newline}" for line in lines) + behind
