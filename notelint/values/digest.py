"""SHA-256 as Python has it itself: `hashlib` loads OpenSSL first, which takes longer than to check
a note. A build of Python may be without it."""

from __future__ import annotations

from notelint.values.lazy import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # from 3.12 on
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:
            from hashlib import sha256

__all__ = ["sha256"]
