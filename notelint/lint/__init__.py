"""Rules applied to one note: its findings, its fixes, and the proof that these do no harm."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.lint.allower import Allowed, allow
    from notelint.lint.checker import check
    from notelint.lint.fingerprint import Fingerprints
    from notelint.lint.fixer import fix
    from notelint.lint.kept_result import can_be_kept, line_of, result_of
    from notelint.lint.result import LeftOut, Result
else:
    __getattr__ = exports(
        __name__,
        {
            ".allower": "Allowed allow",
            ".checker": "check",
            ".fingerprint": "Fingerprints",
            ".fixer": "fix",
            ".kept_result": "can_be_kept line_of result_of",
            ".result": "LeftOut Result",
        },
    )
