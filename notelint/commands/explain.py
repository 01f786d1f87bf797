"""``notelint explain``: a rule in words."""

from __future__ import annotations

from notelint.arguments import Parser
from notelint.catalogue import shipped_rules
from notelint.explain import explain, overview
from notelint.selection import select


def run(given: list[str]) -> int:
    """Print the page of a rule, or a line for each."""
    options = _parser().parse_args(given)
    catalogue = shipped_rules()
    if options.all or not options.rule:
        print("\n".join(overview(catalogue)))
        return 0
    names = select(catalogue, [options.rule], "explain")
    print("\n".join(explain(rule) for name, rule in catalogue.items() if name in names), end="")
    return 0


def _parser() -> Parser:
    parser = Parser(
        prog="notelint explain", description="What a rule finds, why, and what mends it."
    )
    parser.add_argument("rule", nargs="?", metavar="RULE", help="its name or its code")
    parser.add_argument("--all", action="store_true", help="a line for each rule")
    return parser
