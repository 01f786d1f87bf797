"""The options of a check whose command line holds nothing but paths and what most have: a parser
for all that there are takes longer to load and to make than a note to check."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from notelint.report import findings_formats

if TYPE_CHECKING:
    import argparse

_FLAGS = {
    "--isolated": "isolated",
    "--no-cache": "no_cache",
    "--quiet": "quiet",
    "--statistics": "statistics",
    "-q": "quiet",
}
_WITH_VALUES = {
    "--cache-dir": "cache_dir",
    "--output-format": "output_format",
    "--vault": "vault",
}


def plain_options(given: Sequence[str]) -> argparse.Namespace | None:
    """What the parser makes of some arguments; None where that is to be left to it."""
    options = _unless_said()
    rest = iter(given)
    for word in rest:
        name, equals, value = word.partition("=")
        if not word.startswith("-"):
            options["paths"].append(word)
        elif word in _FLAGS:
            options[_FLAGS[word]] = True
        elif name in _WITH_VALUES:
            value = value if equals else next(rest, "")
            if not value or value.startswith("-"):
                return None
            options[_WITH_VALUES[name]] = value
        else:
            return None
    form = options["output_format"]
    is_known = form is None or form in findings_formats()
    return cast("argparse.Namespace", SimpleNamespace(**options)) if is_known else None


def _unless_said() -> dict[str, Any]:
    """The options as they are unless something is said; a test compares them with the parser's."""
    without_value = ("vault", "cache_dir", "processes", "stdin_filename", "baseline", "since")
    listed = ("select", "ignore", "extend_select", "fixable", "unfixable", "per_file_ignores")
    return {
        **dict.fromkeys(("fix", "unsafe_fixes", "diff", "add_allow", "show_fixes"), False),
        **dict.fromkeys(("exit_non_zero_on_fix", "force_exclude", "isolated", "no_cache"), False),
        **dict.fromkeys(("watch", "show_files", "show_settings", "statistics"), False),
        **dict.fromkeys(("quiet", "verbose"), False),
        **dict.fromkeys((*without_value, "output_format", "output_file")),
        **{name: [] for name in (*listed, "exclude", "config", "paths")},
        "color": "auto",
        "fail_on": "warning",
    }
