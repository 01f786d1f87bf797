"""Somebody types in some notes: random edits, after each of which all is as if it had been checked
from standard input."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

from lsprotocol.types import TextDocumentContentChangePartial

from notelint.lint import Result
from notelint.notes import scan_summary
from notelint.run import check_text, open_vault
from notelint.server.client import Client
from notelint.server.documents import Document
from notelint.server.positions import UTF8, UTF16, UTF32, Positions
from notelint.server.uris import uri_of
from notelint.server.vault_session import VaultSession
from notelint.values import Span, Text

ENCODINGS = (UTF8, UTF16, UTF32)
PIECES = (
    *("## Synthesis\n- \n", "## Source[^1]\n", "## Source [^2]\n- $n$. ", "## References\n\n"),
    *("[^1]: [[(Home Page) A Dictionary of Biology 8th Edition]]\n", "[^1]", "[^2]: a book\n"),
    *("[[cell wall]]", "[[Cell Wall#Parts]]", "[[enzyme|it]]", "![[figure.png]]", "[[#Parts]]"),
    *(
        "[x](enzyme.md#parts)",
        "[[enzyme#^id]]",
        " ^id\n",
        "# Parts\n",
        "---\naliases: [ferment]\n---\n",
    ),
    *("%% notelint: allow ligature %%", "%% notelint: allow nothing %%\n", "ﬁbre ", "𝔸🙂", "é"),
    *("interleukin1 ", "interleukin-1 ", "haemo-\npoietic ", "prac- tices ", "$\\textemdash$"),
    *(
        "\r\n",
        "\n",
        "\n\n",
        "\r",
        " ",
        "`code",
        "```\n",
        "| a | b |\n|---|---|\n",
        "\ufeff",
        "\u2028",
    ),
    *("<!-- ", " -->", "%%", "<<<<<<< a\n=======\n>>>>>>> b\n", "[^1] glued", "\ud83d", "​"),
)
NOTES: Mapping[str, str] = {
    "terms/cell wall.md": "## Synthesis\n- It holds.\n## Source[^1]\n- n. A wall.\n"
    "## References\n\n[^1]: [[(Home Page) A Dictionary of Biology 8th Edition]]\n",
    "terms/enzyme.md": "# Parts\n\nSee [[cell wall#Source 1]] and interleukin-1.\r\n^id\r\n",
    "home/(Home Page) A Dictionary of Biology 8th Edition.md": "# Biology 🙂\n",
    "plain.md": "interleukin-1 interleukin-1 interleukin-1 haemopoietic practices\n",
}


class Typist:
    """``vault`` is the vault on disk; the notes that are open are typed in, in one encoding."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.chance = root, random.Random(seed)
        self.encoding = ENCODINGS[seed % len(ENCODINGS)]
        self.disk = open_vault(root)
        self.session = VaultSession(self.disk, Client(encoding=self.encoding))
        self.texts: dict[str, Document] = {}

    def step(self) -> str:
        """Do one thing; the note that it was done with."""
        path = self.chance.choice([*NOTES, "terms/new.md"])
        known = self.texts.get(path)
        if known is None:
            text = NOTES.get(path, "")
            self.texts[path] = Document(uri_of(self.root / path), 1, text)
        elif self.chance.random() < 0.05:
            del self.texts[path]
        else:
            self.texts[path] = self._typed(known)
        self.session.change({path: self.texts.get(path)})
        return path

    def _typed(self, document: Document) -> Document:
        text = document.text
        ends = sorted(self.chance.randrange(len(text) + 1) for _ in range(2))
        if self.chance.random() < 0.7:
            ends[1] = min(ends[1], ends[0] + self.chance.randrange(4))
        stretch = Positions(Text(text), self.encoding).range(Span(*ends))
        new = "".join(self.chance.choices(PIECES, k=self.chance.randrange(3)))
        change = TextDocumentContentChangePartial(stretch, new)
        return document.changed([change], document.version + 1, self.encoding)

    def wrong(self) -> list[str]:
        """The open notes of which the server says anything else than a check from standard input
        would, if the other open notes were on disk."""
        return [path for path in self.texts if self.session.result(path) != self.expected(path)]

    def expected(self, path: str) -> Result:
        others = {name: item.text for name, item in self.texts.items() if name != path}
        summaries = {name: scan_summary(text) for name, text in others.items()}
        return check_text(self.disk.with_notes(summaries), path, self.texts[path].text)


def write_vault(root: Path) -> None:
    """The notes on disk, and what their links lead to."""
    (root / ".obsidian").mkdir(parents=True)
    for path, text in NOTES.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(text.encode())
    (root / "figure.png").write_bytes(b"")
