"""``notelint test-pack``: the examples of packs, held against their rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from notelint.cli.arguments import Parser
from notelint.cli.exit_code import FOUND
from notelint.cli.output import say
from notelint.config import shipped_rules
from notelint.packs import PackRule, load_pack, own_rules
from notelint.report import plural
from notelint.run import count_examples, failing_examples
from notelint.validation import Located


def run(given: list[str]) -> int:
    """Print a line for each example that does not hold."""
    options = parser().parse_args(given)
    packs = [load_pack(Path(path)) for path in dict.fromkeys(options.files)]
    rules = own_rules(packs, shipped_rules())
    failing = list(_lines(packs, rules))
    say(failing)
    examples = sum(count_examples(entry) for pack in packs for entry in pack.data["rules"].values())
    outcome = plural(len(failing), "failure") if failing else "all hold"
    say([f"{plural(len(rules), 'rule')}, {plural(examples, 'example')}: {outcome}."])
    return FOUND if failing else 0


def _lines(packs: Sequence[Located], rules: Sequence[type[PackRule]]) -> Iterator[str]:
    by_name = {rule.name: rule for rule in rules}
    for pack in packs:
        for name, entry in pack.data["rules"].items():
            for location, problem in failing_examples(by_name[name], entry):
                place = pack.place(("rules", name, *location))
                key = ".".join(map(str, location))
                yield f"{place}: {name}: {key}: {problem}"


def parser() -> Parser:
    parser = Parser(
        prog="notelint test-pack", description="Hold the examples of packs against their rules."
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a pack: a YAML file of rules")
    return parser
