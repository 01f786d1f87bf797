"""Addresses of vaults and of what is made of them: folders of this machine, or places in a store.

An address may hold credentials, and what a library says of a failure may repeat them: whatever is
told of either goes through here.
"""

from __future__ import annotations

import os
import posixpath
from pathlib import Path
from urllib.parse import unquote

from notelint.values import lazy_pattern

_ON_DISK = lazy_pattern(r"(?:file|local)://")
_IN_STORE = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]+(?:://|::)")  # `C:` is a disk, of one letter
_USER = lazy_pattern(r"(://)[^/@\s]*@")
_QUERY = lazy_pattern(r"(://[^\s?#]*)[?#]\S*")
_SECRET = lazy_pattern(
    r"(?i)((?:key|secret|token|password|passwd|pwd|signature|sig|credential)\w*[\"']?\s*[=:]\s*)"
    r"(?:\"[^\"]*\"|'[^']*'|[^\s,;&)}]+)"
)
_SAID_TO_LIBRARIES = lazy_pattern(r"SECRET|TOKEN|PASSWORD|ACCESS_KEY|_KEY(?:_|$)")
_SHORTEST_SECRET = 6  # characters; anything shorter may stand in any word
_LONGEST_REASON = 300


def is_stored(address: str) -> bool:
    """Whether an address leads into a store, and not to a disk of this machine."""
    return bool(_IN_STORE.match(address)) and not _ON_DISK.match(address)


def path_of(address: str) -> Path:
    """The absolute path that an address of this machine leads to."""
    return Path(os.path.abspath(_ON_DISK.sub("", address)))


def joined(address: str, *names: str) -> str:
    """The address of what stands below another one."""
    if is_stored(address):
        return "/".join([address.rstrip("/"), *names])
    return os.path.join(path_of(address), *names)


def parent_of(address: str) -> tuple[str, str]:
    """The address of the folder around, and the name in it."""
    if is_stored(address):
        return posixpath.dirname(address.rstrip("/")), name_of(address)
    path = path_of(address)
    return str(path.parent), path.name


def name_of(address: str) -> str:
    """The last name of an address."""
    if not is_stored(address):
        return path_of(address).name
    _, _, path = shown(address).partition("://")
    return posixpath.basename(path.rstrip("/"))


def shown(address: str) -> str:
    """An address as it may be told: without a user, a password, a query."""
    if not is_stored(address):
        return address
    return _QUERY.sub(r"\1", _USER.sub(r"\1", address))


def scrubbed(text: str) -> str:
    """What a library says, in one line and without credentials: neither those that addresses and
    options hold, nor those that it was told by the environment."""
    for secret in _secrets():
        text = text.replace(secret, "***")
    text = _SECRET.sub(r"\1***", _USER.sub(r"\1***@", _QUERY.sub(r"\1", text)))
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_REASON else line[: _LONGEST_REASON - 1] + "…"


def reason_of(error: BaseException) -> str:
    """Why something failed, as it may be told."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return scrubbed(f"{said}") if said else type(error).__name__


def _secrets() -> list[str]:
    found = {
        value
        for name, value in os.environ.items()
        if _SAID_TO_LIBRARIES.search(name.upper()) and len(value) >= _SHORTEST_SECRET
    }
    return sorted(found | set(map(unquote, found)), key=len, reverse=True)
