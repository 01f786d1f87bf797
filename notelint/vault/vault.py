"""The vault as a rule sees it: its files, what its notes hold, and what the house has agreed on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Self, TypeVar

from notelint.conventions import Conventions, Dictionary, Shape
from notelint.notes import Anchors, Link, Note, NoteSummary, Subpath, WordCounts
from notelint.values import NamedTuple, dataclass, field, fields, replace
from notelint.vault.index import VaultIndex
from notelint.vault.names import FileNames, name_keys
from notelint.vault.resolution import Resolution, Resolver, cut_name, is_inside, malformation
from notelint.vault.spelling import Spelling

if TYPE_CHECKING:
    from notelint.vault.near_headings import NearHeadings

Answer = TypeVar("Answer")


class FollowedLink(NamedTuple):
    """A link of a note that is meant to lead into the vault, as it is read among the vault's files,
    and where it leads. ``flaw`` says why it can lead nowhere."""

    link: Link
    resolution: Resolution
    flaw: str | None

    @property
    def path(self) -> str | None:
        """The file that it reaches."""
        return self.resolution.path


@dataclass(frozen=True)
class Vault:
    """A value: a changed vault is another one, which shares with this what is the same."""

    names: FileNames = field(default_factory=FileNames)
    index: VaultIndex = field(default_factory=VaultIndex)
    conventions: Conventions = field(default_factory=Conventions)

    def __getstate__(self) -> dict[str, Any]:
        return {item.name: getattr(self, item.name) for item in fields(self)}

    @property
    def files(self) -> Sequence[str]:
        """The paths of all files, relative to the vault's root, with ``/``, in order."""
        return self.names.files

    @property
    def home_pages(self) -> tuple[str, ...]:
        """The forms of the names of dictionaries' home pages."""
        return self.conventions.home_pages

    @property
    def dictionaries(self) -> tuple[Dictionary, ...]:
        """What is known of dictionaries; the first one that matches a home page counts."""
        return self.conventions.dictionaries

    @property
    def spelling(self) -> Spelling:
        """How the notes write their words."""
        return self.index.spelling

    def is_name(self, word: str) -> bool:
        """Whether a note is called so, by the name of its file or by an alias."""
        return bool(self.names.named(word) or self.index.notes_called(word))

    def with_note(self, path: str, summary: NoteSummary) -> Self:
        """The vault with another text for a note, or with one more note."""
        return self.with_notes({path: summary})

    def with_notes(self, summaries: Mapping[str, NoteSummary]) -> Self:
        """The same for some notes at once, which costs less than one after the other."""
        names = self.names
        for path in summaries:
            names = names.with_file(path)
        return self._with(names, self.index.with_notes(summaries))

    def without(self, path: str) -> Self:
        """The vault without a file."""
        return self._with(self.names.without_file(path), self.index.without(path))

    def _with(self, names: FileNames, index: VaultIndex) -> Self:
        vault = replace(self, names=names, index=index)
        if names is self.names:
            vars(vault)["resolver"] = self.resolver
        return vault

    def shape(self, note: Note) -> Shape | None:
        """What a note is by the kinds of the house; None for a note of no kind."""
        return self.remembered(note, _shape)

    def followed(self, note: Note) -> tuple[FollowedLink, ...]:
        """The certain links of a note that are meant to lead into the vault, in its order."""
        return self.remembered(note, _followed)

    def astray(self, note: Note) -> tuple[FollowedLink, ...]:
        """Those of them that lead nowhere, or have a flaw."""
        return self.remembered(note, _astray)

    def written_beside_links(self, note: Note, word: str) -> int:
        """How often the vault writes a word, given in lower case, but for the links of a note."""
        before, now = self.remembered(note, _own_words)
        return self.spelling.count(word) - before[word] + now[word]

    @cached_property
    def resolver(self) -> Resolver:
        """Where links lead."""
        return Resolver(self.names)

    def reached(self, link: Link, source: str) -> Resolution:
        """Where a link of the note at ``source`` leads."""
        _, resolution = self.resolver.link(link, source)
        return resolution

    def anchors_reached(self, note: Note, resolution: Resolution) -> Iterator[Anchors]:
        """The anchors of every note that a link of ``note`` may mean, its own as it is now."""
        for candidate in resolution.candidates:
            if candidate.path == note.path:
                yield note.anchors
                continue
            anchors = self.index.anchors(candidate.path)
            if anchors is not None:
                yield anchors

    @cached_property
    def near_headings(self) -> NearHeadings:
        """The headings of notes that a link may have meant."""
        from notelint.vault.near_headings import NearHeadings  # where a link went astray

        return NearHeadings()

    def subpaths_into(self, path: str) -> frozenset[Subpath]:
        """The places in the note at ``path`` that links of other notes may mean."""
        reached = (self.resolver.places(key, self.index.links_to(key)) for key in name_keys(path))
        return frozenset(chain.from_iterable(places.get(path, ()) for places in reached))

    def places_by_name(self, note: Note) -> Mapping[str, list[Subpath]]:
        """The places in a note that any link may mean, its own as they are now, by what they may
        call a heading."""
        return self.remembered(note, _places_by_name)

    def is_own(self, link: Link, note: Note) -> bool:
        """Whether a link of a note may mean a place in that note."""
        if not link.subpath or not is_inside(link):
            return False
        candidates = self.reached(link, note.path).candidates
        return any(candidate.path == note.path for candidate in candidates)

    def remembered(self, note: Note, ask: Callable[[Note, Vault], Answer]) -> Answer:
        """What a function says of a note, kept until another note is asked about: rules ask in
        turn."""
        said = self._memory.get(id(note))
        if said is None:
            self.remember([note])
            said = self._memory[id(note)]
        if ask not in said:
            said[ask] = ask(note, self)
        answer: Answer = said[ask]
        return answer

    def remember(self, notes: Iterable[Note]) -> None:
        """Keep what is said of some notes, and forget all others, until another is asked about."""
        memory = self._memory
        said = {id(note): memory.get(id(note), {_NOTE: note}) for note in notes}
        memory.clear()
        memory.update(said)

    @cached_property
    def _memory(self) -> dict[int, dict[object, Any]]:
        return {}  # by the identity of notes: another one may be equal


_NOTE = "note"


def _shape(note: Note, vault: Vault) -> Shape | None:
    return vault.conventions.shape(note)


def _followed(note: Note, vault: Vault) -> tuple[FollowedLink, ...]:
    followed = []
    for written in filter(is_inside, note.facts.links):
        link, found = vault.resolver.link(written, note.path)
        followed.append(FollowedLink(link, found, _flaw(note, vault, link, found)))
    return tuple(followed)


def _astray(note: Note, vault: Vault) -> tuple[FollowedLink, ...]:
    followed = vault.followed(note)
    return tuple([link for link in followed if link.flaw or not link.resolution.candidates])


def _flaw(note: Note, vault: Vault, link: Link, resolution: Resolution) -> str | None:
    cut = cut_name(vault.names, link)
    if cut and not _has_heading(note, vault, link, resolution):
        return cut
    is_called = link.name and (resolution.candidates or vault.index.notes_called(link.name))
    return None if is_called else malformation(link)


def _has_heading(note: Note, vault: Vault, link: Link, resolution: Resolution) -> bool:
    reached = list(vault.anchors_reached(note, resolution))
    return bool(reached) and not all(map(link.place.missing_heading, reached))


def _places_by_name(note: Note, vault: Vault) -> Mapping[str, list[Subpath]]:
    own = {link.place for link in note.facts.all_links if vault.is_own(link, note)}
    found: dict[str, list[Subpath]] = {}
    for place in vault.subpaths_into(note.path) | own:
        for name in place.names:
            found.setdefault(name, []).append(place)
    return found


def _own_words(note: Note, vault: Vault) -> tuple[Counter[str], Counter[str]]:
    """The words of a note as the index has them, and as they are now but for its links."""
    summary = vault.index.summaries.get(note.path, NoteSummary())
    links = "\n".join(note[link.span] for link in note.facts.all_links)
    now = _counted(WordCounts.of(note.text.content))
    now.subtract(_counted(WordCounts.of(links)))
    return _counted(summary.words), now


def _counted(words: WordCounts) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word, count in words.items():
        counts[word.lower()] += count
    return counts
