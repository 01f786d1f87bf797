"""A note: its place in the vault, its text, and the facts that rules ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from notelint.markdown import Limit, Node, Tree
from notelint.notes.anchors import Anchors, anchors_of
from notelint.notes.facts import Facts
from notelint.notes.reading import read_facts
from notelint.notes.words import count_words
from notelint.values import Span, Text, dataclass, field, fields

NO_TREE = Tree(Node("root", 0, 0))


@dataclass(frozen=True)
class Note:
    """A note that was read. ``path`` is relative to the vault's root, with ``/``.

    ``known_tree`` is the tree that its facts were taken from. There is none for a plain note, whose
    facts are read off its lines; its ``tree`` is made when it is first asked for.

    A note that is not UTF-8 has a text all the same, one character per byte, so that its offsets
    count bytes; it has no tree and no facts but where it breaks off.
    """

    path: str
    text: Text
    facts: Facts
    known_tree: Tree | None = field(default=None, compare=False, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        return {item.name: getattr(self, item.name) for item in fields(self)}

    @classmethod
    def undecoded(cls, path: str, content: bytes, bad_byte: int) -> Note:
        """A note whose bytes are not UTF-8 from ``bad_byte`` on."""
        return cls(path, Text(content.decode("latin-1")), Facts(bad_byte=bad_byte), NO_TREE)

    @classmethod
    def too_large(cls, path: str, text: Text, size: str, most: int) -> Note:
        """A note of more than ``most`` code points, which is not parsed; ``size`` says how large it
        is, ``text`` may be only its beginning."""
        reason = f"{size}, more than {most:,} (`max-note-size`): nothing was checked"
        limit = Limit(0, text.lines[0].end, reason)
        return cls(path, text, Facts(limits=(limit,)), NO_TREE)

    @cached_property
    def tree(self) -> Tree:
        """Its Markdown tree."""
        if self.known_tree is not None:
            return self.known_tree
        from notelint.markdown import parse  # with mistune, which plain notes do without

        return parse(self.text.content)

    @property
    def is_parsed(self) -> bool:
        """Whether its text was read as Markdown: not one that is not UTF-8, nor one too long."""
        return self.known_tree != NO_TREE or not self.text.content

    @property
    def may_be_written(self) -> bool:
        """Whether the parse can be trusted enough to change the note."""
        return self.is_parsed and (self.known_tree is None or self.known_tree.is_sound)

    @property
    def title(self) -> str:
        """The file's name without its ending, which is what Obsidian shows as the title."""
        name = self.path.rpartition("/")[2]
        stem, _, ending = name.rpartition(".")
        return stem if stem and ending else name

    @cached_property
    def anchors(self) -> Anchors:
        """The places in it that links may lead to."""
        return anchors_of(self.facts.headings, self.facts.blocks, self.facts.elements)

    @cached_property
    def words(self) -> Counter[str]:
        """How often its prose writes each word and each with one hyphen, letter for letter."""
        content = self.text.content
        return count_words("\n".join([content[start:end] for start, end in self.facts.prose]))

    @cached_property
    def words_by_key(self) -> Counter[str]:
        """The same, letter case aside."""
        counts = self.words.copy()
        for word in [word for word in counts if word != word.lower()]:
            counts[word.lower()] += counts.pop(word)
        return counts

    def __getitem__(self, span: Span) -> str:
        return self.text.content[span.start : span.end]


def read_note(path: str, text: Text | str) -> Note:
    """Read the text of the note at ``path``, which is relative to the vault's root, and collect its
    facts: from its tree, unless it is plain."""
    [note] = read_notes({path: Text(text) if isinstance(text, str) else text})
    return note


def read_notes(texts: Mapping[str, Text]) -> list[Note]:
    """The same for the texts of some notes by path."""
    read = read_facts([*texts.values()])
    return [Note(*item, *found) for item, found in zip(texts.items(), read, strict=True)]
