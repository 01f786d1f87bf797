"""The vault: every file's name, and where a link leads among them, as Obsidian follows it."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote

from notelint.dictionary import DICTIONARIES, Dictionary

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
NOTE_SUFFIX = ".md"
_COMPOUND = re.compile(r"(?<![\w-])[^\W\d_]{2,}-(?:[^\W\d_]{2,}|\d+)(?![\w-])")
_WORD = re.compile(r"(?<![\w-])[^\W_]{4,}(?![\w-])")


def folded(name: str) -> str:
    """A name as look-ups compare it: NFC, letter case aside, a no-break space as a space."""
    return unicodedata.normalize("NFC", name).replace("\u00a0", " ").casefold()


@dataclass(frozen=True)
class Vault:
    """An index of the vault's files, by path relative to its root, with ``/``.

    ``read_all`` gives the texts of all notes; it is only called by what compares a note with the
    rest of the vault.
    """

    files: tuple[str, ...] = ()
    dictionaries: tuple[Dictionary, ...] = DICTIONARIES
    read_all: Callable[[], Iterable[str]] = field(default=tuple, compare=False)

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        """Paths by folded file name, for notes also without ``.md``."""
        index: dict[str, list[str]] = {}
        for path in self.files:
            name = folded(posixpath.basename(path))
            index.setdefault(name, []).append(path)
            if name.endswith(NOTE_SUFFIX):
                index.setdefault(name.removesuffix(NOTE_SUFFIX), []).append(path)
        return index

    @cached_property
    def _folders(self) -> set[str]:
        return {
            folded(str(parent)) for path in self.files for parent in PurePosixPath(path).parents
        }

    def resolve(self, target: str, source: str) -> tuple[str, ...]:
        """The files that a link's target may mean, the one that Obsidian takes first.

        ``source`` is the path of the note that the link stands in. A target without a path (only
        ``#heading``) means that note. An empty tuple: the link leads nowhere.
        """
        path = target.partition("#")[0].strip()
        if not path:
            return (source,)
        if path.startswith("/"):
            return self._exact(path.strip("/"))
        if path.startswith(("./", "../")):
            return self._exact(posixpath.normpath(posixpath.join(posixpath.dirname(source), path)))
        return self._matching(path.rstrip("/"), source)

    def resolve_url(self, url: str, source: str) -> tuple[str, ...]:
        """The same for the destination of a Markdown link, percent-escapes resolved or not.

        A folder of the vault counts as reached: other readers list it.
        """
        for target in dict.fromkeys((unquote(url), url)):
            path = target.partition("#")[0].partition("?")[0]
            folder = "" if path.startswith("/") else posixpath.dirname(source)
            beside = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
            found = (
                self._exact(beside) or self.resolve(path, source) or self.resolve(target, source)
            )
            if found or folded(beside) in self._folders:
                return found or (source,)
        return ()

    def _exact(self, path: str) -> tuple[str, ...]:
        key = folded(path)
        found = [p for p in self._named(path) if folded(p) in (key, key + NOTE_SUFFIX)]
        return tuple(sorted(found, key=lambda p: (p not in (path, path + NOTE_SUFFIX), p)))

    def _matching(self, path: str, source: str) -> tuple[str, ...]:
        """Every file whose path ends in ``path``; the exact one first, then the source's folder."""
        key = folded(path)
        folder = posixpath.dirname(source)
        found = [p for p in self._named(path) if _ends_in(folded(p), key)]

        def preference(candidate: str) -> tuple[bool, bool, bool, int, str]:
            name = folded(candidate)
            is_exact = name in (key, key + NOTE_SUFFIX)
            is_near = not folder or candidate.startswith(folder + "/")
            is_spelt = candidate.removesuffix(NOTE_SUFFIX).endswith(path.removesuffix(NOTE_SUFFIX))
            return not is_exact, not is_near, not is_spelt, candidate.count("/"), candidate

        return tuple(sorted(found, key=preference))

    def _named(self, path: str) -> list[str]:
        return self._by_name.get(folded(posixpath.basename(path)), [])

    @cached_property
    def compounds(self) -> Counter[str]:
        """How often the vault's notes write each hyphenated word, letter case aside."""
        return Counter(word for text in self.read_all() for word in compounds_in(text))

    @cached_property
    def hyphenated(self) -> dict[str, str]:
        """For a word without its hyphen the form with one that the vault writes most."""
        return {word.replace("-", ""): word for word, _ in reversed(self.compounds.most_common())}

    @cached_property
    def joined_words(self) -> Counter[str]:
        """How often they write one of those words without its hyphen."""
        return Counter(
            word for text in self.read_all() for word in words_in(text) if word in self.hyphenated
        )


def compounds_in(text: str) -> Iterator[str]:
    """The words with one hyphen, such as ``side-effects`` or ``interleukin-1``, casefolded."""
    return (match[0].casefold() for match in _COMPOUND.finditer(text))


def words_in(text: str) -> Iterator[str]:
    """The words without a hyphen, casefolded."""
    return (match[0].casefold() for match in _WORD.finditer(text))


def _ends_in(path: str, suffix: str) -> bool:
    """Whether a path ends in another, which need not begin at a folder (unverified: lenient)."""
    return path.endswith((suffix, suffix + NOTE_SUFFIX))
