"""Rules applied to one note: its findings, its fixes, and the proof that these do no harm."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.lint.allower import Allowed, allow
    from notelint.lint.checker import check
    from notelint.lint.fingerprint import Fingerprints
    from notelint.lint.fixer import fix
    from notelint.lint.kept_result import KeptResult, can_be_kept, is_line, line_of
    from notelint.lint.result import LeftOut, Result, Tally
else:
    __getattr__ = exports(
        __name__,
        {
            ".allower": "Allowed allow",
            ".checker": "check",
            ".fingerprint": "Fingerprints",
            ".fixer": "fix",
            ".kept_result": "KeptResult can_be_kept is_line line_of",
            ".result": "LeftOut Result Tally",
        },
    )
