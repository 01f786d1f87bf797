"""Rules applied to one note: its findings, its fixes, and the proof that these do no harm."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.lint.allower import Allowed, allow
    from notelint.lint.checker import check
    from notelint.lint.fingerprint import Fingerprints
    from notelint.lint.fixer import fix
    from notelint.lint.result import LeftOut, Result
else:
    __getattr__ = exports(
        __name__,
        {
            ".allower": "Allowed allow",
            ".checker": "check",
            ".fingerprint": "Fingerprints",
            ".fixer": "fix",
            ".result": "LeftOut Result",
        },
    )
