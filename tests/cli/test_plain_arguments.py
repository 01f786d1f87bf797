"""Arguments that need no parser: they mean what the parser takes them for."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from notelint.cli.arguments import check_parser
from notelint.cli.plain_arguments import plain_options

WORDS = (
    *("a.md", "x y", "", ".", "-", "--", "-q", "--quiet", "--no-cache", "--isolated", "-v"),
    *("--output-format", "concise", "json", "nope", "--output-format=json", "--output-format="),
    *("--cache-dir", "--cache-dir=k", "--cache-dir=", "--vault", "--vault=v", "--fix", "-qv"),
    *("--select", "ALL", "--help", "-o", "--no-cache=1", "--quiet=", "-j2", "--vaul", "a=b", "="),
    "--statistics",
)


def parsed(words: list[str]) -> dict[str, object]:
    return vars(check_parser().with_paths(words))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS), max_size=5))
def test_options_are_those_of_the_parser_or_left_to_it(words: list[str]) -> None:
    found = plain_options(words)
    if found is not None:
        assert vars(found) == parsed(words)


def test_what_most_have_needs_no_parser() -> None:
    some = ["--cache-dir", "k", "a.md", "--output-format=json", "-q", "b", "--no-cache"]
    for words in ([], some, [*some, "--isolated", "--vault", "v", "--statistics"]):
        found = plain_options(words)
        assert found is not None
        assert vars(found) == parsed(words)
    for words in (["--fix"], ["-"], ["--", "a"], ["--vault"], ["--output-format", "nope"]):
        assert plain_options(words) is None
