"""Makes all that is made from the code and kept beside it: `python docs/reference.py` writes the
reference pages, and what is told of rules and of a configuration elsewhere. Tests compare it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from runpy import run_path

from notelint.authoring import Rule
from notelint.cli.exit_code import FAILED, FOUND, INTERRUPTED
from notelint.cli.program import COMMANDS
from notelint.config import shipped_rules
from notelint.report import explain

HERE = Path(__file__).parent

FAMILIES = {  # by the beginning of a code, what its rules are about
    "NL0": "What can be read",
    "NL1": "Sections",
    "NL2": "Sources and footnotes",
    "NL3": "Links",
    "NL4": "Words",
    "NL5": "The ends of lines",
    "NL9": "What is allowed",
}
_MADE = "Made from the code by `python docs/reference.py`."
_COMMANDS = f"""\
# The command line

{_MADE} `--help` behind a command prints the same in a terminal.

A path that is called like a command is written `./check`. No option may be cut short, and what
stands behind `--` is a path."""
MEANINGS = {
    0: "done, and nothing at or above `--fail-on` was found",
    FOUND: "findings remain, a `--diff` is not empty, or with `--exit-non-zero-on-fix` "
    "something was mended",
    FAILED: "wrong usage, a wrong configuration, a note that cannot be read or written, or a "
    "defect of notelint",
    INTERRUPTED: "what a shell makes of ctrl-c; every note is as it was or mended whole",
}
VARIABLES = {
    "NO_COLOR": "where it is set, no colours, unless `--color always` is given",
    "CI": "where it is set, nothing is said of how far a run is",
    "GITHUB_STEP_SUMMARY": "a file to which `--output-format github` adds what GitHub shows of a "
    "step; GitHub sets it",
    "HOME": "the user's own folder, in which those below are unless they are set",
    "XDG_CACHE_HOME": "on Linux, where [the cache](performance.md#what-a-run-does) is; unless set "
    "`~/.cache`",
    "XDG_STATE_HOME": "on Linux, where [what `notelint undo` needs](fixing.md#undo) is; unless set "
    "`~/.local/state`",
    "XDG_CONFIG_HOME": "where git's file of what a user ignores is looked for when git does not "
    "answer; unless set `~/.config`",
}
_GIT = """\
What would lead git elsewhere (`GIT_DIR`, `GIT_WORK_TREE` and their like) is not heeded: git is
asked about the vault, whatever runs around notelint. No variable stands for an option."""
_ERRORS = """\
Errors are a line or two on stderr: what is wrong, where, and what to do. A folder without notes
says so, and that is no error."""
_RULES = f"""\
# The rules

{_MADE} `notelint explain RULE` prints one of them, `notelint explain --all` a line for each.

A rule is called by its name or its code, a family by the beginning of its codes: `--select NL3`.
Rules that are on run without any configuration; [the configuration](configuration.md) switches each
of them, and gives it its options and a severity. A safe fix is made by `--fix`, an unsafe one with
`--unsafe-fixes` beside it; [how a fix is proven](fixing.md) tells what holds for both.

A safe fix that would change what links call a heading counts as unsafe there, whatever the rule,
and as manual where some note links to that heading."""


def pages() -> dict[str, str]:
    """The reference pages by their paths from this folder."""
    made = {"commands.md": _commands_page(), "rules.md": _rules_page()}
    for family in FAMILIES:
        made[f"rules/{family.lower()}.md"] = _family_page(family)
    for others in ("reference_keys.py", "reference_names.py"):
        made |= run_path(str(HERE / others))["pages"]()
    return made


def _commands_page() -> str:
    commands = [_command(name) for name in sorted(COMMANDS, key=lambda name: name != "check")]
    codes = [f"| {code} | {meaning} |" for code, meaning in MEANINGS.items()]
    exits = "\n".join(["## Exit codes\n", "| code | meaning |", "|---|---|", *codes])
    names = [f"| `{name}` | {meaning} |" for name, meaning in VARIABLES.items()]
    read = "\n".join(["## Environment variables\n", "| variable | meaning |", "|---|---|", *names])
    return "\n\n".join([_COMMANDS, *commands, exits, _ERRORS, read, _GIT]) + "\n"


def _command(name: str) -> str:
    parser: argparse.ArgumentParser = import_module(
        f"notelint.cli.commands.{COMMANDS[name]}"
    ).parser()
    parts = [f"## notelint {name}", parser.description or ""]
    if name == "check":
        parts.append("`notelint PATH` is `notelint check PATH`, and no path means this folder.")
    return "\n\n".join([*parts, *_arguments(parser)])


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The tables of a command's arguments; of one that has steps, theirs behind."""
    for title, actions in groups_of(parser):
        yield _table(_title(title), actions)
    for step in steps_of(parser):
        yield f"### {step.prog}"
        yield step.description or ""
        yield from _arguments(step)


def groups_of(parser: argparse.ArgumentParser) -> Iterator[tuple[str, list[argparse.Action]]]:
    """The arguments that a command tells of, by the titles that it has for some of them."""
    for group in parser._action_groups:
        told = [item for item in group._group_actions if item.help != argparse.SUPPRESS]
        actions = [item for item in told if not isinstance(item, argparse._SubParsersAction)]
        if actions:
            yield group.title or "", actions


def steps_of(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The commands that a command has of its own: the steps of `batch`."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.values()


def _title(title: str) -> str:
    return {"positional arguments": "argument", "options": "option"}.get(title, title)


def _table(title: str, actions: list[argparse.Action]) -> str:
    rows = [f"| {_names(action)} | {_said(action)} |" for action in actions]
    return "\n".join([f"| {title} | meaning |", "|---|---|", *rows])


def _names(action: argparse.Action) -> str:
    """An option as it is typed, each of its spellings: `-o FILE`, `--output-file FILE`."""
    value = ""
    if action.nargs != 0:
        named = action.metavar if isinstance(action.metavar, str) else "VALUE"
        value = f"[{named}]" if action.nargs == "?" and action.option_strings else named
    if not action.option_strings:
        return _code(value + {"*": "…", "+": "…"}.get(str(action.nargs), ""))
    return ", ".join(_code(f"{option} {value}".rstrip()) for option in action.option_strings)


def _said(action: argparse.Action) -> str:
    said = " ".join((action.help or "").split()).replace("|", "\\|")
    if action.choices:
        said += f"{': ' if said else ''}{', '.join(map(_code, map(str, action.choices)))}"
    if action.choices and action.default is not None:
        said += f" (default: {_code(str(action.default))})"
    return said


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")


def _rules_page() -> str:
    parts = [_RULES]
    for family, title in FAMILIES.items():
        rows = [_row(family, rule) for rule in _family(family)]
        head = ["| rule | a good note | on | fix |", "|---|---|---|---|"]
        parts += [f"## {family}: {title}", "\n".join([*head, *rows])]
    return "\n\n".join(parts) + "\n"


def _row(family: str, rule: type[Rule]) -> str:
    anchor = f"{rule.name}-{rule.code.lower()}"
    link = f"[{rule.name}](rules/{family.lower()}.md#{anchor}) {rule.code}"
    fix = rule.fixes.split()[0].strip(".:,").lower() if rule.fixes else "–"
    return f"| {link} | {rule.summary} | {'✓' if rule.is_default else ''} | {fix} |"


def _family_page(family: str) -> str:
    head = f"# {family}: {FAMILIES[family]}\n\n{_MADE}"
    return (
        "\n\n".join([head, *(explain(rule, depth=2).rstrip("\n") for rule in _family(family))])
        + "\n"
    )


def _family(family: str) -> Iterator[type[Rule]]:
    return (rule for rule in shipped_rules().values() if rule.code.startswith(family))


def _elsewhere() -> dict[str, str]:
    """What is kept in other folders, by paths from this one."""
    from notelint.config.rule_table import table_of_rules
    from notelint.packs.pack import entries_of_shipped_packs
    from notelint.report.rule_page import catalogue_page

    given = run_path(str(HERE / "schema_store.py"))["files"]()
    return {
        "../rules/README.md": catalogue_page(shipped_rules()),
        "../notelint/config/shipped_rules.json": table_of_rules(),
        "../notelint/packs/shipped.json": entries_of_shipped_packs(),
        **{f"schemastore/{name}": text for name, text in given.items()},
    }


def _write() -> None:
    for name, text in (pages() | _elsewhere()).items():
        path = HERE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write()
