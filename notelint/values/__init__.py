"""What everything else is made of: text and places in it, findings, edits, errors. No I/O."""

from notelint.values.lazy import TYPE_CHECKING, exports

if TYPE_CHECKING:
    from notelint.values.diagnostic import MOST_RELATED, Diagnostic, Finding, Related, Severity
    from notelint.values.digest import sha256
    from notelint.values.edit import Applicability, Edit, Effect, Fix, apply_edits
    from notelint.values.error import (
        ConfigError,
        NoteChangedError,
        NotelintError,
        Place,
        ReadError,
        RunawayPatternError,
        UsageError,
        VaultLockedError,
        WriteError,
    )
    from notelint.values.keys import (
        block_key,
        definition_key,
        file_key,
        heading_key,
        label_key,
        name_key,
        plain_spaces,
        title_key,
        words_key,
    )
    from notelint.values.lazy import modules_in, own_file
    from notelint.values.named import NamedTuple, each
    from notelint.values.path_pattern import PathPattern, pattern_in
    from notelint.values.pattern import lazily, lazy_pattern
    from notelint.values.record import dataclass, field, fields, replace
    from notelint.values.text import (
        Line,
        Parting,
        Position,
        Span,
        Text,
        holds,
        lines_and_columns,
        split_lines,
        unusual_in,
    )
    from notelint.values.version import __version__
else:
    __getattr__ = exports(
        __name__,
        {
            ".diagnostic": "MOST_RELATED Diagnostic Finding Related Severity",
            ".digest": "sha256",
            ".edit": "Applicability Edit Effect Fix apply_edits",
            ".error": (
                "ConfigError NoteChangedError NotelintError Place ReadError "
                "RunawayPatternError UsageError VaultLockedError WriteError"
            ),
            ".keys": (
                "block_key definition_key file_key heading_key label_key name_key plain_spaces "
                "title_key words_key"
            ),
            ".lazy": "modules_in own_file",
            ".pattern": "lazily lazy_pattern",
            ".path_pattern": "PathPattern pattern_in",
            ".named": "NamedTuple each",
            ".record": "dataclass field fields replace",
            ".text": (
                "Line Parting Position Span Text holds lines_and_columns split_lines unusual_in"
            ),
            ".version": "__version__",
        },
    )
