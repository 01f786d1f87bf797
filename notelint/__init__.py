"""notelint: the linter for notes that quote their sources.

What is exported here is the public API; each name is imported when it is first asked for.
"""

import sys
from os.path import basename

# As a program, which takes a moment to load: until it runs, ctrl-c ends it without a traceback.
# `_signal` is a part of the interpreter, `signal` would have to be loaded itself.
if sys.argv and (sys.argv[0] == "-m" or basename(sys.argv[0]) in ("notelint", "notelint.exe")):
    import _signal  # type: ignore[import-not-found]

    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)

from notelint.values.lazy import TYPE_CHECKING, exports
from notelint.values.version import __version__

if TYPE_CHECKING:
    from notelint.authoring import Rule, option
    from notelint.lint import Result
    from notelint.markdown import Tree, parse
    from notelint.notes import Note, read_note
    from notelint.run import check, check_text, fix_text, open_vault
    from notelint.values import (
        Applicability,
        Diagnostic,
        Edit,
        Finding,
        Fix,
        NotelintError,
        Related,
        Severity,
        Span,
    )
    from notelint.vault import Vault
else:
    __getattr__ = exports(
        __name__,
        {
            ".authoring": "Rule option",
            ".lint": "Result",
            ".markdown": "Tree parse",
            ".notes": "Note read_note",
            ".run": "check check_text fix_text open_vault",
            ".values": (
                "Applicability Diagnostic Edit Finding Fix NotelintError Related Severity Span"
            ),
            ".vault": "Vault",
        },
    )

__all__ = [
    "Applicability",
    "Diagnostic",
    "Edit",
    "Finding",
    "Fix",
    "Note",
    "NotelintError",
    "Related",
    "Result",
    "Rule",
    "Severity",
    "Span",
    "Tree",
    "Vault",
    "__version__",
    "check",
    "check_text",
    "fix_text",
    "open_vault",
    "option",
    "parse",
    "read_note",
]
