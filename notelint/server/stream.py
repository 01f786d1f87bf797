"""Messages out of a stream of bytes: each has headers, an empty line, and as many bytes as these
say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_LENGTH = b"content-length"
_MOST = 500_000_000  # bytes of a message
_LONGEST_HEADERS = 10_000

Read = Callable[[int], bytes]  # at most so many bytes, as soon as there are some; none at the end


def messages(read: Read) -> Iterator[bytes]:
    """The bodies of all messages, until the stream ends. What is no header is passed over, so that
    one message that is broken does not take in the next."""
    pending = _Pending(read)
    length: int | None = None
    while (line := pending.line()) is not None:
        if line:
            length = _length_in(line, length)
        elif length is not None:
            body = pending.take(length)
            if body is None:
                return
            yield body
            length = None


def _length_in(line: bytes, known: int | None) -> int | None:
    name, _, value = line.partition(b":")
    # Broken bytes before the name belong to no header.
    if not name.strip().lower().endswith(_LENGTH):
        return known
    digits = value.strip()
    is_length = digits.isdigit() and len(digits) < len(str(_MOST)) + 1
    return min(int(digits), _MOST) if is_length else None


class _Pending:
    """What was read, and is not taken yet."""

    def __init__(self, read: Read) -> None:
        self._read, self._bytes = read, bytearray()

    def line(self) -> bytes | None:
        """The next line, without its end; None where there is none."""
        while (end := self._bytes.find(b"\n")) < 0:
            if len(self._bytes) > _LONGEST_HEADERS:
                self._bytes.clear()
            if not self._more():
                return None
        return self._taken(end + 1).strip()

    def take(self, size: int) -> bytes | None:
        """So many bytes; None where the stream ends before."""
        while len(self._bytes) < size:
            if not self._more():
                return None
        return self._taken(size)

    def _more(self) -> bool:
        read = self._read(65_536)
        self._bytes += read
        return bool(read)

    def _taken(self, size: int) -> bytes:
        taken = bytes(self._bytes[:size])
        del self._bytes[:size]
        return taken


def framed(body: bytes) -> bytes:
    """A message as it goes out."""
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
