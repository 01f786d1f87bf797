"""Names for what is known by what it holds."""

from __future__ import annotations

import hashlib

_SIZE = 16  # bytes


def key_of(*said: str | bytes) -> str:
    """A name for some texts, which is another one where one of them is."""
    digest = hashlib.blake2b(digest_size=_SIZE)
    for text in said:
        content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        digest.update(b"%d " % len(content) + content)
    return digest.hexdigest()
