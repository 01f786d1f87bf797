"""A place in a store that fsspec knows, such as a bucket."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from notelint.batch.address import reason_of, shown
from notelint.values import NamedTuple, NotelintError, ReadError, UsageError, WriteError

# What drivers call that by which an object is known to hold something else: first what is said of
# its content, then a time. That of its creation is none: it may be overwritten.
_MARKS = (
    *("ETag", "etag", "md5Hash", "content_hash", "sha", "hex", "CRC"),
    *("LastModified", "last_modified", "updated", "modified", "modify", "mtime"),
    *("timeModified", "modificationTime"),
)


class Listed(NamedTuple):
    """What a store tells of one of its objects: its path from where it was asked, whether others
    are below it, and a size and a mark that are others once it holds something else. Of some the
    mark is empty, of some the size is 0: these are not told."""

    path: str
    is_folder: bool
    size: int
    mark: str


class ObjectStore:
    """``root`` is where it stands in the store, ``address`` how that is told."""

    def __init__(self, system: Any, root: str, address: str) -> None:
        self._system, self._root, self.address = system, root.rstrip("/"), address

    @classmethod
    def at(cls, address: str) -> ObjectStore:
        try:
            from fsspec.core import url_to_fs
        except ImportError as error:
            problem = f"{shown(address)} is in a store, which needs the library fsspec"
            remedy = "`pip install 'notelint[cluster]'` installs it"
            raise UsageError(problem, remedy) from error
        try:
            # What was listed is not to be believed a minute later, nor kept in memory.
            system, root = url_to_fs(address, use_listings_cache=False)
        except ImportError as error:
            raise UsageError(f"{shown(address)}: {reason_of(error)}") from error
        except Exception as error:
            raise UsageError(f"{shown(address)}: no such store: {reason_of(error)}") from error
        return cls(system, root, shown(address))

    @property
    def around(self) -> ObjectStore | None:
        """The folder that it stands in; None for a bucket."""
        root, _, name = self._root.rpartition("/")
        if not root.strip("/"):
            return None
        return ObjectStore(self._system, root, self.address.rstrip("/").removesuffix(f"/{name}"))

    @property
    def names_above(self) -> list[str]:
        """The names of the folders down to it, the bucket first."""
        return self._root.strip("/").split("/")

    def read(self, name: str, start: int = 0, size: int | None = None) -> bytes:
        # Of an empty object no part can be asked for.
        part = {} if size is None and not start else {"start": start, "end": start + (size or 0)}
        with self._reading(name):
            content: bytes = self._system.cat_file(self._path(name), **part)
            return content

    def read_many(self, names: Sequence[str]) -> list[bytes | Exception]:
        """What some objects hold, or why they cannot be read, all asked for at once."""
        paths = [self._path(name) for name in names]
        with self._reading(""):
            found = self._system.cat(paths, on_error="return") if paths else {}
        if not isinstance(found, dict):
            found = {paths[0]: found}
        return [found.get(path, FileNotFoundError()) for path in paths]

    def listed(self, folder: str = "") -> list[Listed]:
        """What is in a folder, in no order; nothing where there is none."""
        whole = self._path(folder)
        with suppress(FileNotFoundError), self._reading(folder):
            entries = self._system.ls(whole, detail=True)
            found = [self._listed(entry) for entry in entries]
            return [entry for entry in found if entry.path.strip("/") not in ("", folder)]
        return []

    def has(self, name: str) -> bool:
        with self._reading(name):
            return bool(self._system.exists(self._path(name)))

    def names(self) -> list[str]:
        return [entry.path for entry in self.listed() if not entry.is_folder]

    @contextmanager
    def writing(self, name: str, is_synced: bool = True) -> Iterator[Path]:
        with tempfile.TemporaryDirectory(prefix="notelint-") as folder:
            new = Path(folder, "new")
            yield new
            try:
                self._system.put_file(str(new), self._path(name))
            except Exception as error:
                raise WriteError(f"cannot write {self._told(name)}: {reason_of(error)}") from error

    @contextmanager
    def file(self, name: str) -> Iterator[Path]:
        with tempfile.TemporaryDirectory(prefix="notelint-") as folder:
            with self._reading(name):
                self._system.get_file(self._path(name), str(Path(folder, "it")))
            yield Path(folder, "it")

    def move(self, name: str, other: str) -> None:
        with self._writing(other):
            self._system.mv(self._path(name), self._path(other))

    def remove(self, name: str) -> None:
        with suppress(FileNotFoundError), self._writing(name):
            self._system.rm_file(self._path(name))

    def sweep(self) -> None:
        """Nothing is there before it is whole."""

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}" if name else self._root

    def _told(self, name: str) -> str:
        return f"{self.address.rstrip('/')}/{name}" if name else self.address

    def _listed(self, entry: dict[str, Any]) -> Listed:
        mark = next((str(entry[key]) for key in _MARKS if entry.get(key)), "")
        path = entry["name"].rstrip("/").removeprefix(self._root).lstrip("/")
        return Listed(path, entry["type"] == "directory", entry.get("size") or 0, mark)

    @contextmanager
    def _reading(self, name: str) -> Iterator[None]:
        try:
            yield
        except (FileNotFoundError, NotelintError):
            raise
        except Exception as error:
            raise ReadError(f"cannot read {self._told(name)}: {reason_of(error)}") from error

    @contextmanager
    def _writing(self, name: str) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError:
            raise
        except Exception as error:
            raise WriteError(f"cannot write {self._told(name)}: {reason_of(error)}") from error
