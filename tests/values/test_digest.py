"""Our own name of what Python has itself."""

from __future__ import annotations

import hashlib

from notelint.values import sha256


def test_it_is_the_same_digest() -> None:
    for content in (b"", b"a", b"a" * 1000):
        assert sha256(content).hexdigest() == hashlib.sha256(content).hexdigest()
