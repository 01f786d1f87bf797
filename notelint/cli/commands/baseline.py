"""``notelint baseline``: what is found today, written down so that a check tells what is new."""

from __future__ import annotations

from functools import partial

from notelint.cli.arguments import Parser, add_output_file, add_paths, add_selection
from notelint.cli.checking import Checked, checked
from notelint.cli.exit_code import FAILED
from notelint.cli.output import say, warn, write
from notelint.cli.settings_options import settings_of
from notelint.cli.vaults import named_vaults
from notelint.disk import existing
from notelint.report import plural, rendered_baseline
from notelint.run import BaselineUse, read_baseline
from notelint.values import UsageError


def run(given: list[str]) -> int:
    """Write a baseline, or drop from one what is stale."""
    options = parser().with_paths(given)
    if options.prune and options.output_file:
        raise UsageError("--prune writes its own file, and -o another", "give one of them")
    use = BaselineUse(read_baseline(options.prune) if options.prune else {})
    paths = existing(options.paths or ["."])
    done = checked(options, named_vaults(options.vault, paths, partial(settings_of, options)), use)
    problems = [said for result in done.results for said in result.complaints]
    warn(problems)
    if options.prune:
        _prune(options.prune, use, done)
    else:
        write(rendered_baseline(use.current()), options.output_file)
    return FAILED if problems or done.unchecked else 0


def _prune(file: str, use: BaselineUse, done: Checked) -> None:
    stale = use.stale(done.files)
    if stale:
        write(rendered_baseline(use.pruned(done.files)), file)
    lowered = sum(found > 0 for found in stale.values())
    dropped = len(stale) - lowered
    entries = f"{dropped} {'entry' if dropped == 1 else 'entries'} dropped"
    say([f"{file}: {entries}, {plural(lowered, 'count')} lowered."])


def parser() -> Parser:
    parser = Parser(
        prog="notelint baseline",
        description="Write down what is found, so that `notelint --baseline FILE` tells what is"
        " new; `--prune FILE` drops from it what is no longer found.",
    )
    add_paths(parser)
    add_output_file(parser)
    parser.add_argument("--prune", metavar="FILE", help="drop the stale entries of this baseline")
    parser.add_argument("-v", "--verbose", action="store_true", help="say on stderr what is read")
    add_selection(parser)
    parser.set_defaults(fix=False, add_allow=False, diff=False, unsafe_fixes=False, since=None)
    return parser
