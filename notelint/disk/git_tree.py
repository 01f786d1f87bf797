"""A folder as a commit of git has it, asked for in ways that run nothing that a repository names:
no filter, no external diff, no monitor. Files on disk are told from it by the ids of objects."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from notelint.disk.git_revision import Revision
from notelint.disk.note_file import NoteFile
from notelint.values import dataclass

_LINK, _FOREIGN = b"120000", b"160000"  # modes: a symbolic link, a commit of another repository
_SHA1_DIGITS = 40


@dataclass(frozen=True)
class GitTree:
    """What a commit has below a folder: the ids of files by path, symbolic links among them, and
    the folders that are repositories of their own. Paths are relative to it, with ``/``."""

    revision: Revision
    commit: str
    files: Mapping[str, str]
    links: frozenset[str] = frozenset()
    repositories: frozenset[str] = frozenset()

    def is_foreign(self, path: str) -> bool:
        """Whether a path is in a repository of its own, of whose files the commit does not know."""
        return any(path.startswith(f"{folder}/") for folder in self.repositories)

    def has(self, path: str, content: bytes) -> bool:
        """Whether a file of the commit is what stands on disk. Where git writes ``\\r\\n`` for its
        own ``\\n``, as it does on Windows, that is no difference."""
        kept = self.files.get(path)
        if kept is None or path in self.links:
            return kept is not None
        if self._id(content) == kept:
            return True
        if b"\r\n" not in content or self._id(content.replace(b"\r\n", b"\n")) != kept:
            return False
        return self._staged.get(path) == kept

    def contents(self, paths: Iterable[str], most: int) -> Iterator[tuple[str, NoteFile]]:
        """The files of some paths, in order; of one that has more than ``most`` bytes only the
        size.

        Raises:
            UsageError: git does not give them.
        """
        wanted = [path for path in paths if path in self.files and path not in self.links]
        sizes = dict(zip(wanted, self._sizes(wanted), strict=True))
        small = [path for path, size in sizes.items() if size <= most]
        told = dict(zip(small, self._told(small), strict=True))
        for path, size in sizes.items():
            yield path, NoteFile(told[path]) if path in told else NoteFile(size=size)

    def _sizes(self, paths: list[str]) -> Iterator[int]:
        for line in self._batch("--batch-check", paths).splitlines():
            yield self._size(line)

    def _told(self, paths: list[str]) -> Iterator[bytes]:
        out, at = self._batch("--batch", paths), 0
        for _ in paths:
            start = out.index(b"\n", at) + 1
            end = start + self._size(out[at : start - 1])
            yield out[start:end]
            at = end + 1

    def _batch(self, how: str, paths: list[str]) -> bytes:
        ids = "".join(f"{self.files[path]}\n" for path in paths)
        return self.revision.said("cat-file", how, given=ids.encode()) if ids else b""

    def _size(self, line: bytes) -> int:
        """The size in a line ``<id> blob <size>``."""
        _, kind, *size = line.split(b" ")
        if kind != b"blob" or not size:
            why = f"git does not have all of {self.commit}, where the two part: {os.fsdecode(line)}"
            raise self.revision.error(why, "fetch what is missing, or clone without a filter")
        return int(size[0])

    def _id(self, content: bytes) -> str:
        """What git calls a file that holds this."""
        import hashlib  # which loads OpenSSL

        is_short = len(self.commit) == _SHA1_DIGITS
        digest = hashlib.sha1(usedforsecurity=False) if is_short else hashlib.sha256()
        digest.update(b"blob %d\0" % len(content) + content)
        return digest.hexdigest()

    @cached_property
    def _staged(self) -> dict[str, str]:
        """What git's index has, which is asked only where the disk has other line ends."""
        return {path: kept for path, _, kept in _entries(self.revision, "ls-files", "--stage")}


def tree_at_merge_base(folder: Path, revision: str, files: Iterable[str]) -> GitTree:
    """What stood below a folder where its history and a revision part; ``files`` are those that are
    there now, whose names are known by: git for macOS has names in NFC, however the disk has them.

    Raises:
        UsageError: there is no such thing, or git does not answer.
    """
    asked = Revision(folder, revision)
    commit = asked.merge_base()
    names = _composed(files) if sys.platform == "darwin" else {}
    found, links, foreign = {}, set(), set()
    for path, mode, kept in _entries(asked, "ls-tree", "-r", commit):
        name = names.get(path, path)
        if mode == _FOREIGN:
            foreign.add(name)
            continue
        found[name] = kept
        if mode == _LINK:
            links.add(name)
    return GitTree(asked, commit, found, frozenset(links), frozenset(foreign))


def _composed(files: Iterable[str]) -> dict[str, str]:
    """Names as the disk has them by their forms in NFC."""
    return {unicodedata.normalize("NFC", path): path for path in files if not path.isascii()}


def _entries(asked: Revision, command: str, *arguments: str) -> Iterator[tuple[str, bytes, str]]:
    """Path, mode and id of each entry that git lists; the id stands last but for a stage."""
    for entry in asked.said(command, "-z", *arguments).split(b"\0")[:-1]:
        told, _, name = entry.partition(b"\t")
        mode, *others = told.split(b" ")
        kept = others[0] if command == "ls-files" else others[1]
        yield os.fsdecode(name), mode, kept.decode()
