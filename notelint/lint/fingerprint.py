"""What a finding is known by while the text around it moves."""

from __future__ import annotations

from hashlib import sha256

from notelint.values import Diagnostic, Text


class Fingerprints:
    """The fingerprints of the findings of one note: the SHA-256 of code, path, the finding's text
    and its line, blanks folded. No number of a line goes in, so that a fingerprint holds while
    text moves, and ends when the line itself is rewritten."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._start = -1
        self._of_line = sha256()

    def of(self, item: Diagnostic) -> str:
        """The fingerprint of a finding; findings of one line cost that line once, where they come
        one after the other."""
        line = self._text.line_at(item.span.start)
        if line.start != self._start:
            self._start, self._of_line = line.start, sha256(_folded(line.content))
        digest = self._of_line.copy()
        for part in (item.code.encode(), item.path.encode("utf-8", "surrogatepass")):
            digest.update(b"\0" + part)
        digest.update(b"\0" + _folded(self._text[item.span]))
        return digest.hexdigest()


def _folded(text: str) -> bytes:
    return " ".join(text.split()).encode("utf-8", "surrogatepass")
