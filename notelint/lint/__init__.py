"""Rules applied to one note: its findings, its fixes, and the proof that these do no harm."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.lint.allow_places import IN_NOTE, PLACINGS, Placing
    from notelint.lint.allower import allow, allow_some
    from notelint.lint.checker import Turn, check, check_each, nobody
    from notelint.lint.fingerprint import Fingerprints
    from notelint.lint.fixer import fix
    from notelint.lint.kept_result import KeptResult, can_be_kept, is_line, line_of
    from notelint.lint.proof import disproof
    from notelint.lint.result import LeftOut, Result, Tally
    from notelint.lint.sieve import sift
else:
    __getattr__ = exports(
        __name__,
        {
            ".allow_places": "IN_NOTE PLACINGS Placing",
            ".allower": "allow allow_some",
            ".checker": "Turn check check_each nobody",
            ".fingerprint": "Fingerprints",
            ".fixer": "fix",
            ".kept_result": "KeptResult can_be_kept is_line line_of",
            ".proof": "disproof",
            ".result": "LeftOut Result Tally",
            ".sieve": "sift",
        },
    )
