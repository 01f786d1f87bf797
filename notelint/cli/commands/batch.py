"""``notelint batch``: vaults in shards, for many processes or machines."""

from __future__ import annotations

import argparse
import os
import time
from typing import TYPE_CHECKING

from notelint.batch import (
    Asked,
    Came,
    Engine,
    LocalEngine,
    Part,
    Step,
    cluster_engine,
    fold_facts_of,
    job_of,
    run_vault,
    run_vaults,
)
from notelint.cli.arguments import Parser, add_fail_on, add_processes, add_settings
from notelint.cli.batch_summary import exit_code, tell_of
from notelint.cli.output import say
from notelint.cli.progress import progress_of
from notelint.cli.vault_options import configuration_of
from notelint.run import Tell, cores
from notelint.values import UsageError

_MOST_OF_SHARD = 100_000
_MOST_PARTS = 9_999


def run(given: list[str]) -> int:
    """Do one step of a vault, or all steps of some vaults."""
    options = parser().parse_args(given)
    if options.step == "fold":
        came = fold_facts_of(options.facts, options.output, _engine(options))
        if not came.error and not options.quiet:
            say([f"{options.output}: all facts folded"])
        return exit_code([came], options)
    started = time.monotonic()
    with progress_of(options) as progress:
        if options.step == "run":
            engine, out = _engine(options), options.output
            came_all = run_vaults(options.sources, out, _asked(options), engine, progress.tell)
        else:
            came_all = [_one(options, progress.tell)]
    tell_of(came_all, options, time.monotonic() - started)
    return exit_code(came_all, options)


def _one(options: argparse.Namespace, tell: Tell) -> Came:
    """What comes of one vault, of which the facts or the findings are asked for."""
    asked = _asked(options)
    job = job_of(options.vault, asked)
    if options.step == "facts":
        job, steps = job._replace(facts=options.output), {Step.LIST, Step.FACTS}
    else:
        job = job._replace(index_file=options.index, findings=options.output)
        steps = {Step.LIST, Step.CHECK}
    return run_vault(job, steps, asked, _engine(options), tell)


def _asked(options: argparse.Namespace) -> Asked:
    given = configuration_of(options)
    file = None if given.file is None else os.path.abspath(given.file)
    return Asked(file, given.is_isolated, given.overrides, options.shard_size, options.part)


def _engine(options: argparse.Namespace) -> Engine:
    """What does the work."""
    if getattr(options, "engine", "local") == "dask":
        return cluster_engine(options.scheduler, options.processes)
    if getattr(options, "scheduler", None):
        raise UsageError("--scheduler is Dask's", "say --engine dask with it")
    return LocalEngine(options.processes or cores())


def parser() -> Parser:
    parser = Parser(
        prog="notelint batch",
        description="Check vaults of any size in shards, by many processes or machines, from files"
        " to files.",
    )
    steps = parser.add_subparsers(dest="step", required=True, metavar="STEP", parser_class=Parser)
    _add_facts(steps)
    _add_fold(steps)
    _add_check(steps)
    _add_run(steps)
    return parser


if TYPE_CHECKING:
    _Steps = argparse._SubParsersAction[Parser]


def _add_facts(steps: _Steps) -> None:
    step = steps.add_parser(
        "facts",
        description="Summarize the notes of a vault, shard by shard.",
        help="summarize the notes of a vault",
    )
    step.add_argument(
        "vault", type=_address, metavar="VAULT", help="a folder, or an address in a store"
    )
    _add_output(step, "FACTS", "the folder or address where the summaries go")
    _add_sharing(step)
    _add_common(step)
    step.set_defaults(fail_on="never")


def _add_fold(steps: _Steps) -> None:
    step = steps.add_parser(
        "fold",
        description="Fold the summaries of a vault into one index.",
        help="fold the summaries of a vault into an index",
    )
    step.add_argument(
        "facts", type=_address, metavar="FACTS", help="where `batch facts` put the summaries"
    )
    _add_output(step, "INDEX", "the file or address of the index")
    step.add_argument("-q", "--quiet", action="store_true", help="say nothing but what is wrong")
    step.set_defaults(processes=1, fail_on="never")


def _add_check(steps: _Steps) -> None:
    step = steps.add_parser(
        "check",
        description="Check the notes of a vault against its index, shard by shard.",
        help="check the notes of a vault against its index",
    )
    step.add_argument(
        "vault", type=_address, metavar="VAULT", help="a folder, or an address in a store"
    )
    step.add_argument(
        "--index", type=_address, metavar="INDEX", required=True, help="the index of `batch fold`"
    )
    _add_output(step, "FINDINGS", "the folder or address where the findings go, as jsonl")
    _add_sharing(step)
    _add_common(step)
    add_fail_on(step)


def _add_run(steps: _Steps) -> None:
    step = steps.add_parser(
        "run",
        description="Do all of it for some vaults: `OUT/VAULT/facts`, `index` and `findings`.",
        help="do all of it for some vaults",
    )
    step.add_argument(
        "sources",
        type=_address,
        nargs="+",
        metavar="SOURCE",
        help="a vault or a folder of vaults",
    )
    _add_output(step, "OUT", "the folder or address where each vault gets a folder")
    step.add_argument(
        "--engine",
        choices=("local", "dask"),
        default="local",
        help="processes of this machine, or Dask's workers",
    )
    step.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="the scheduler of Dask's workers; unless said, workers are started on this machine",
    )
    _add_common(step)
    add_fail_on(step)
    step.set_defaults(part=Part())


def _add_output(step: Parser, metavar: str, said: str) -> None:
    step.add_argument("-o", type=_address, dest="output", metavar=metavar, required=True, help=said)


def _add_sharing(step: Parser) -> None:
    step.add_argument(
        "--part",
        type=_part,
        default=Part(),
        metavar="K/N",
        help="do the K-th of N parts of the vault, as one of N machines",
    )


def _add_common(step: Parser) -> None:
    step.add_argument(
        "--shard-size",
        type=_size,
        default=2000,
        metavar="N",
        help="files in a shard at most (default: 2000)",
    )
    add_settings(step)
    add_processes(step)
    step.add_argument("-q", "--quiet", action="store_true", help="say nothing but what is wrong")


def _address(written: str) -> str:
    if not written.strip():  # a variable that is not set is not the current folder
        raise argparse.ArgumentTypeError(f"a folder or an address, not {written!r}")
    return written


def _size(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= _MOST_OF_SHARD:
        raise argparse.ArgumentTypeError(f"a number from 1 to {_MOST_OF_SHARD}, not {written!r}")
    return int(written)


def _part(written: str) -> Part:
    number, _, of = written.partition("/")
    if number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of) <= _MOST_PARTS:
        return Part(int(number), int(of))
    raise argparse.ArgumentTypeError(f"a part such as 3/50, not {written!r}")
