"""All that an editor has open: which vault each text is in, and what the disk says by now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from lsprotocol.types import FileChangeType

from notelint.config import Options, default_settings, load_settings
from notelint.disk import Cache, ListedNames, cache_file, discover, settings_file
from notelint.run import OpenVault, opened, reopened
from notelint.server.client import Client
from notelint.server.documents import Document
from notelint.server.roots import Roots
from notelint.server.uris import path_of
from notelint.server.vault_session import VaultSession
from notelint.server.watched_files import News, news_of
from notelint.values import NamedTuple, NotelintError
from notelint.vault import is_note

_MARKDOWN = "markdown"
_OF_LINKS = "NL3"
_NAMELESS = "Untitled.md"
_MANY = 50  # files that change at once, as when git checks out another branch

Tell = Callable[[str, bool], None]  # what went wrong, for people, and whether it is an error


class Place(NamedTuple):
    """Where a text belongs: the vault, and its path there."""

    session: VaultSession
    path: str


class Session:
    """``tell`` hears what goes wrong. All of this belongs to one thread."""

    def __init__(self, client: Client, folders: Iterable[Path], tell: Tell) -> None:
        self.client, self._tell = client, tell
        self._roots = Roots(folders)
        self.documents: dict[str, Document] = {}
        self._places: dict[str, Place] = {}
        self._vaults: dict[Path, VaultSession | None] = {}  # None where it cannot be opened
        self._unseen: set[Path] = set()  # vaults of which more has changed on disk than a text
        self._are_unsettled = False  # which vault each text is in
        self._has_news = False  # of the disk, which counts already

    @property
    def sessions(self) -> tuple[VaultSession, ...]:
        """The vaults of all texts, and notes that are in none."""
        return tuple(dict.fromkeys(place.session for place in self._places.values()))

    def change(self, documents: Mapping[str, Document | None]) -> None:
        """Take new texts from the editor, by their addresses; None where one was closed."""
        changed: dict[VaultSession, dict[str, Document | None]] = {}
        for uri, document in documents.items():
            place = self._places.get(uri) or self._place_of(uri, document)
            if place is not None:
                changed.setdefault(place.session, {})[place.path] = document
            if document is None:
                self.documents.pop(uri, None)
                self._places.pop(uri, None)
                continue
            self.documents[uri] = document
            if place is not None:
                self._places[uri] = place
        for session, texts in changed.items():
            session.change(texts)

    def place(self, uri: str) -> Place | None:
        """Where an open text belongs; None for one that is no note, is not open, or is in a vault
        that cannot be opened."""
        return self._places.get(uri)

    def _place_of(self, uri: str, document: Document | None) -> Place | None:
        path = path_of(uri)
        is_named_so = path is not None and is_note(path.name)
        if document is None or not (is_named_so or document.language == _MARKDOWN):
            return None
        root = None if path is None else self._roots.of(path.parent)
        if path is None or root is None:
            alone = VaultSession(_no_vault(), self.client)
            return Place(alone, path.name if path else _NAMELESS)
        session = self._vault(root)
        return Place(session, _inside(session, root, path)) if session else None

    def _vault(self, root: Path) -> VaultSession | None:
        if root not in self._vaults:
            disk = self._attempted(_opened, root)
            self._vaults[root] = VaultSession(disk, self.client) if disk else None
        return self._vaults[root]

    def _attempted(self, look: Callable[[Path], OpenVault], root: Path) -> OpenVault | None:
        try:
            vault = look(root)
        except NotelintError as error:
            self._tell(str(error), True)
            return None
        for problem in (*vault.settings.problems, *vault.problems):
            self._tell(problem, False)
        return vault

    def told(self, changes: Sequence[tuple[Path, FileChangeType]]) -> None:
        """Take note of files that have changed on disk, or come, or gone. Where they are many, all
        of the vault is looked at once."""
        for path, kind in changes:
            for root, session in self._vaults.items():
                news = news_of(root, path, kind)
                if session is not None and news is News.TEXT and len(changes) <= _MANY:
                    self._has_news |= session.touch(_inside(session, root, path))
                elif news is not News.NOTHING:
                    self._unseen.add(root)
                self._are_unsettled |= news is News.MARK

    def saved(self, path: Path | None) -> None:
        """The editor has opened, written or closed a file. Where it does not tell what else changes
        on disk, this is when that is looked at."""
        if not self.client.watches and path is not None:
            self._unseen.update(root for root in self._vaults if path.is_relative_to(root))

    def reopen(self, folders: Iterable[Path]) -> None:
        """The editor has other folders open."""
        self._roots = Roots(folders)
        self._are_unsettled = True

    def look(self) -> bool:
        """Look at the disk where more has changed than a text; whether anything has changed there
        since the last time."""
        unseen, self._unseen = self._unseen & self._vaults.keys(), set()
        has_news, self._has_news = bool(unseen) or self._has_news, False
        for root in unseen:
            session = self._vaults[root]
            if session is None:
                del self._vaults[root]  # to be tried again
                self._are_unsettled = True
                continue
            disk = self._attempted(partial(_reopened, session), root)
            if disk is not None:
                session.adopt(disk)
        if self._are_unsettled:
            self._settle()
        return has_news

    def _settle(self) -> None:
        """Look anew which vault each text is in."""
        self._are_unsettled = False
        self._roots.forget()
        for uri, document in list(self.documents.items()):
            before, now = self._places.get(uri), self._place_of(uri, document)
            is_alone = before is not None and not before.session.has_files
            if now == before or (is_alone and now is not None and not now.session.has_files):
                continue
            self.change({uri: None})
            self.change({uri: document})
        used = {place.session for place in self._places.values()}
        wanted = set(map(self._roots.of, self._roots.folders))
        for root, session in list(self._vaults.items()):
            if root not in wanted and session not in used:
                del self._vaults[root]

    def of_folders(self) -> list[VaultSession]:
        """The vaults that the editor's folders are in, opened."""
        roots = dict.fromkeys(map(self._roots.of, self._roots.folders))
        found = (self._vault(root) for root in roots if root is not None)
        return [session for session in found if session is not None]


def _inside(session: VaultSession, root: Path, path: Path) -> str:
    """The path of a note in its vault, as the disk has it."""
    listed = session.disk.names.named(path.name)
    return ListedNames(root, listed).of(path.relative_to(root).as_posix())


def _opened(root: Path) -> OpenVault:
    settings = load_settings(root, Options(kept_in=settings_file(root, None)))
    discovery = discover(root, [root], settings.respect_gitignore, settings.leaves_out)
    # What was kept is read when it is looked at, off the file that is open: another run may put a
    # new one in its place.
    vault = opened(discovery, settings, Cache(lambda: cache_file(root, None)))
    vault.snapshot.keep_in(Cache(lambda: cache_file(root, None)))
    return vault


def _reopened(session: VaultSession, root: Path) -> OpenVault:
    settings = load_settings(root, Options(kept_in=settings_file(root, None)))
    discovery = discover(root, [root], settings.respect_gitignore, settings.leaves_out)
    return reopened(session.disk.snapshot, discovery, settings)


def _no_vault() -> OpenVault:
    """What is around a note that is in no vault: nothing, so that nobody can say of a link where it
    leads."""
    settings = default_settings()
    rules = (active.rule for active in settings.rules)
    names = {rule.name for rule in rules if not rule.code.startswith(_OF_LINKS)}
    return OpenVault(settings=settings.selecting(settings.selected & names))
