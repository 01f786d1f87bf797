"""``notelint init``: a vault looked at, and the configuration that it asks for."""

from __future__ import annotations

import argparse
from difflib import unified_diff
from pathlib import Path

from notelint.cli.arguments import Parser, add_processes
from notelint.cli.output import say, warn, write
from notelint.cli.vault_options import root_of
from notelint.config import PRESETS, Options, config_in, configuration_files, is_configuration
from notelint.disk import discover, existing, read_regular, repository_of
from notelint.disk import write as replace_file
from notelint.run import opened
from notelint.survey import (
    Proposal,
    Survey,
    asked_for,
    configuration_text,
    preset_of,
    proposed,
    read_neighbours,
    settings_of_survey,
    some,
    survey_of,
    with_hook,
)
from notelint.values import ConfigError, Place, ReadError, UsageError, WriteError

NAME = "notelint.yaml"
HOOKS = ".pre-commit-config.yaml"
_LARGEST = 1_000_000  # bytes


def run(given: list[str]) -> int:
    """Write a configuration, and the hook where that is asked for; show them with --dry-run."""
    options = parser().parse_args(given)
    [folder] = existing([options.folder])
    root = root_of(options.vault, folder)
    hooks = _hooks_file(root) if options.pre_commit else None
    there = config_in(root)
    if there is not None and hooks is None:
        problem = f"{there.name} is there already, and is never overwritten"
        remedy = "`--dry-run` shows what would be written" if not options.dry_run else ""
        if not options.dry_run:
            raise UsageError(problem, remedy, Place(str(root)))
    if there is None or options.dry_run:
        _configure(options, root)
    else:
        warn([f"{there.name} is there already, and was left alone"])
    if hooks is not None:
        _hook(hooks, options.dry_run)
    return 0


def _configure(options: argparse.Namespace, root: Path) -> None:
    outer = next(configuration_files(root, Options()), None)
    if outer is not None and outer.parent != root:
        warn([f"{outer} counts no more where the vault has its own; `extends:` takes it in"])
    text = _configuration(root, options.processes)
    if options.dry_run:
        write([text], None)
        return
    path = root / NAME
    try:
        with path.open("x", encoding="utf-8", newline="") as out:
            out.write(text)
    except OSError as error:
        raise WriteError(f"cannot write {path}: {error.strerror}", "nothing was written") from error
    say([f"{path}: written."])


def _configuration(root: Path, processes: int | None) -> str:
    """What the configuration of a vault should say. It is checked as one before it is written."""
    neighbours, problems = read_neighbours(root)
    added = asked_for(neighbours)
    settings = settings_of_survey(added)
    discovery = discover(root, [root], settings.respect_gitignore)
    if discovery.vaults and not discovery.notes:
        problem = f"no note of its own, but vaults such as {discovery.vaults[0]}"
        raise UsageError(problem, "name one of them", Place(str(root)))
    others = (f"{name} is a vault of its own; it was not looked at" for name in discovery.vaults)
    warn([*discovery.problems, *problems, *others])
    survey = survey_of(opened(discovery, settings), processes)
    findings = sum(len(found) for rule, found in survey.by_rule.items() if rule not in added)
    name = preset_of(survey)
    if name != PRESETS[0]:  # its notes are looked at anew, as that preset has them
        settings = settings_of_survey(added, name)
        survey = survey_of(opened(discovery, settings), processes)
    preset = Proposal(("extends",), name, _kinds_told(survey))
    ideas = proposed(survey, neighbours, settings.conventions)
    text = configuration_text(_head(survey, findings), [preset, *ideas])
    problem = is_configuration(NAME, text)
    if problem:
        raise ConfigError(f"what was proposed is no configuration: {problem}", place=Place(NAME))
    return text


def _head(survey: Survey, findings: int) -> tuple[str, ...]:
    notes, found = some(len(survey.looks), "note"), some(findings, "finding")
    return (
        f"Written by `notelint init` from what {notes} show; each line has the count that speaks",
        f"for it. Without this file there are {found}. Take out what you do not want:",
        "`notelint explain RULE` tells of a rule, `notelint config --schema` of all keys.",
    )


def _kinds_told(survey: Survey) -> str:
    notes = len(survey.looks)
    kinds = [f"{count:,} of kind {name}" for name, count in survey.of_kinds.most_common()]
    rest = notes - survey.of_kinds.total()
    told = ", ".join([*kinds, f"{rest:,} of none"])
    return f"a preset that ships; {some(notes, 'note')}: {told}"


def _hooks_file(root: Path) -> Path:
    repository = repository_of(root)
    if repository is None:
        problem = "--pre-commit adds a hook to a git repository, and there is none around"
        raise UsageError(problem, "`git init` makes one", Place(str(root)))
    return repository / HOOKS


def _hook(path: Path, is_dry: bool) -> None:
    before = _hooks_in(path)
    after = with_hook(str(path), (before or b"").decode("utf-8-sig"))
    content = after.encode()
    if before is not None and content == before.removeprefix(b"\xef\xbb\xbf"):
        say([f"{path}: has the hook already."])
    elif is_dry:
        old = (before or b"").decode("utf-8-sig").splitlines(keepends=True)
        write(unified_diff(old, after.splitlines(keepends=True), HOOKS, HOOKS), None)
    else:
        _write_hooks(path, before, content)
        say([f"{path}: the hook was added; `pre-commit install` makes git run it."])


def _hooks_in(path: Path) -> bytes | None:
    try:
        content = read_regular(path, _LARGEST)
        content.decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ReadError(f"cannot read {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"not UTF-8, at byte {error.start}", place=Place(str(path))) from error
    return content


def _write_hooks(path: Path, before: bytes | None, content: bytes) -> None:
    if before is None:
        try:
            with open(path, "xb") as out:
                out.write(content)
        except OSError as error:
            raise WriteError(f"cannot write {path}: {error.strerror}") from error
        return
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    replace_file(path, before, mark + content)


def parser() -> Parser:
    parser = Parser(
        prog="notelint init",
        description="Look at a vault and write a notelint.yaml that fits it, each line with the"
        " count that speaks for it.",
    )
    parser.add_argument(
        "folder",
        nargs="?",
        default=".",
        metavar="FOLDER",
        help="in the vault (default: here)",
    )
    parser.add_argument("--dry-run", action="store_true", help="show it, and write nothing")
    parser.add_argument(
        "--pre-commit",
        action="store_true",
        help=f"add the hook to {HOOKS}; a configuration that is there is left alone",
    )
    parser.add_argument("--vault", metavar="DIR", help="the vault's root, when it cannot be found")
    add_processes(parser)
    return parser
