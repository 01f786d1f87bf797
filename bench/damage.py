"""How well the rules about broken words do on prose that is damaged as scans damage it.

    python bench/damage.py [--places 10000] [--seed 1] [--keep FOLDER] [-v] FOLDER…

Each folder holds plain texts (`*.txt`, paragraphs parted by empty lines), and becomes a vault of
its own: notes of 20 to 60 lines, each called after a word that it writes more often than others do,
with the text in a Source section. Half of them have a line for each paragraph, the others lines as
printed ones. The vault is checked as it is, and each finding printed, to be read: what is no error
of the text is a false alarm. Then words are damaged at random places, and the vault is checked
again. A fix is right where it gives the text that was there, blanks and line ends aside; a finding
without a fix is right where one of the words that it leaves to a person was there, or it names none
and stands on damage. What was found undamaged too is left out. Prints for each rule the findings,
right and wrong; and for each kind of damage how much was found, and how much mended, in all and by
how often the damaged vault writes the word elsewhere. `-v` prints what is wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

RULES = ("NL403", "NL404", "NL407", "NL411", "NL413", "NL416")
HEAD, FOOT = "## Synthesis\n- A word.\n## Source[^1]\n", "\n## References\n\n[^1]: {}\n"
APART = 36  # letters from one damage to the next
COMPOUNDS = 4  # times as often as other words are they damaged, since they are rare
LIGATURE, GLYPH = 0.6, 0.2  # of words with one: damaged there, and to the sign itself
FAILED = 1.9  # times as many words are tried: some cannot be parted, or stand too near
LINE = 74  # letters of a printed line
LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
WORD = re.compile(r"(?<![\w'’.-])[^\W\d_]{4,}(?![\w'’-]|\.\w)")
COMPOUND = re.compile(r"(?<![\w'’.-])[^\W\d_]{2,}-[^\W\d_]{2,}(?![\w'’-]|\.\w)")
TOKEN = re.compile(rf"{COMPOUND.pattern}|{WORD.pattern}")
COUNTED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
VOWEL = "[aeiouyäöüàâéèêëîïôùûœæ]"
# Where a printer parts a word, nearly: a syllable goes on with one consonant, or with a sign of
# two, and a vowel; none is parted within such a sign.
SIGNS = "th|ch|sh|ph|gh|wh|gn|ck|qu|sch"
SYLLABLE = re.compile(rf"(?<=[^\W\d_])(?=(?:{SIGNS}|(?!{VOWEL})[^\W\d_]){VOWEL})", re.I)
HAS_VOWEL = re.compile(VOWEL, re.I).search
WITHIN = re.compile(rf"(?:{SIGNS})", re.I)
HANGS = re.compile(r"(?:and|or|to|und|oder|bis|et|ou|as|sowie)\b")
OFTEN = ((0, "0"), (1, "1"), (2, "2"), (5, "3-5"), (sys.maxsize, "6+"))
COMPOUND_SCARS = (("lost hyphen", ""), ("compound, blank", "- "), ("compound, line's end", "-\n"))
SCARS = (
    *(("hyphen, blank", "- "), ("hyphen, blank", "- "), ("hyphen kept", "-")),
    *(("soft hyphen", "\u00ad "), ("line's end", "-\n"), ("soft, line's end", "\u00ad\n")),
)
UNUSUAL = re.compile(r"[*_\[\]<>#|`~$^\\=\u00ad]")
PROPOSED = re.compile(r"may be `([^`]+)`: [^`]+`([^`]+)`")  # both, where a person decides


class Place(NamedTuple):
    """Where a damaged note has something else than the text, and the word that was there."""

    start: int
    end: int
    was: str
    kind: str


class Damaged(NamedTuple):
    """A note as it is written, and where it was damaged, in order."""

    content: str
    places: tuple[Place, ...]

    def places_at(self, start: int, end: int) -> Iterator[Place]:
        """The damage that a finding touches."""
        for place in self.places:
            if place.start < max(end, start + 1) and start < place.end:
                yield place


def paragraphs(folder: Path) -> Iterator[tuple[str, str]]:
    """The paragraphs of all texts of a folder, each with the text that it is of."""
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
            text = joined(UNUSUAL.sub("", block.replace("--", " — ")))
            if text[:1].isalpha() and len(text) > LINE:
                yield path.stem, text


def joined(block: str) -> str:
    """The lines of a block as one; a hyphen at a line's end is its printer's or hangs."""
    text = ""
    for line in map(str.strip, block.split("\n")):
        is_whole = not text or (text.endswith("-") and not HANGS.match(line))
        text += line if is_whole else f" {line}"
    return re.sub(r"\s+", " ", text).strip()


def notes_of(folder: Path, chance: random.Random) -> dict[str, str]:
    """The notes of a vault by their names."""
    found: list[tuple[str, list[str]]] = []
    size, length, is_printed = 0, 0, False
    for book, text in paragraphs(folder):
        lines = text.count(" ") // 11 + 1
        if not found or found[-1][0] != book or length + lines > size:
            size, length, is_printed = chance.randint(20, 60), 0, chance.random() < 0.5
            found.append((book, []))
        found[-1][1].append(printed(text) if is_printed else text)
        length += lines
    contents = (HEAD + "\n\n".join(texts) + FOOT.format(book) for book, texts in found)
    return dict(zip(names(found), contents, strict=True))


def printed(text: str) -> str:
    """A paragraph in lines as they are printed; none begins as a list or a title does."""
    lines = [""]
    for word in text.split(" "):
        is_full = len(lines[-1]) + len(word) >= LINE and word[:1].isalpha()
        if is_full and word.isalpha():
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)


def names(notes: list[tuple[str, list[str]]]) -> list[str]:
    """A word for each note, which it writes more often than the others do."""
    counts = [
        Counter(re.findall(r"(?<![\w-])[^\W\d_A-Z]{5,}(?![\w-])", "\n".join(texts)))
        for _, texts in notes
    ]
    everywhere = sum(counts, Counter[str]())
    taken: dict[str, None] = {}
    for number, count in enumerate(counts):
        ranked = sorted(count, key=lambda word: (-(count[word] ** 2) / everywhere[word], word))
        taken[next((word for word in ranked if word not in taken), f"note {number}")] = None
    return list(taken)


def write(vault: Path, contents: Mapping[str, str]) -> None:
    for name, content in contents.items():
        (vault / f"{name}.md").write_bytes(content.encode())


def damaged(content: str, rate: float, chance: random.Random) -> Damaged:
    """A note with damage to words at random places of its text."""
    parts, places, done, size, free = [], [], 0, 0, len(HEAD)
    for match in TOKEN.finditer(content, len(HEAD), content.index(FOOT[:15])):
        is_hit = chance.random() < rate * (COMPOUNDS if "-" in match[0] else 1)
        scarred = scar(match[0], chance) if is_hit and match.start() >= free else None
        if scarred is None:
            continue
        kind, text = scarred
        parts += [content[done : match.start()], text]
        start = size + match.start() - done
        size, done, free = start + len(text), match.end(), match.end() + APART
        places.append(Place(start, size, match[0], kind))
    return Damaged("".join([*parts, content[done:]]), tuple(places))


def scar(word: str, chance: random.Random) -> tuple[str, str] | None:
    """What a scan makes of a word: the kind of damage and what it leaves; None where it cannot."""
    if "-" in word:
        kind, hyphen = chance.choice(COMPOUND_SCARS)
        return kind, word.replace("-", hyphen)
    sign = re.search("ffi|ffl|ff|fi|fl", word)
    if sign and chance.random() < LIGATURE:
        return _ligature(word[: sign.start()], sign[0], word[sign.end() :], chance)
    breaks = breaks_of(word)
    if not breaks:
        return None
    at, (kind, hyphen) = chance.choice(breaks), chance.choice(SCARS)
    return kind, f"{word[:at]}{hyphen}{word[at:]}"


def breaks_of(word: str) -> list[int]:
    """Where a printer may part a word."""
    within = {at for sign in WITHIN.finditer(word) for at in range(sign.start() + 1, sign.end())}
    found = {match.start() for match in SYLLABLE.finditer(word)} - within
    pieces = ((at, word[:at], word[at:]) for at in sorted(found))
    return [
        at
        for at, first, second in pieces
        if len(first) > 1 and len(second) > 2 and HAS_VOWEL(first) and HAS_VOWEL(second)
    ]


def _ligature(before: str, sign: str, behind: str, chance: random.Random) -> tuple[str, str]:
    if chance.random() < GLYPH:
        return "glyph", f"{before}{LIGATURES[sign]}{behind}"
    written = chance.choice((LIGATURES[sign], sign))
    return "ligature, blanks", " ".join(filter(None, (before, written, behind)))


def check(vault: Path) -> list[Any]:
    """What notelint finds in a vault."""
    command = [sys.executable, "-m", "notelint", str(vault), "--vault", str(vault), "--isolated"]
    options = ["--select", ",".join(RULES), "--unsafe-fixes", "--no-cache"]
    done = subprocess.run(
        [*command, *options, "--output-format", "jsonl"], capture_output=True, check=False
    )
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())
    return [json.loads(line) for line in done.stdout.decode().split("\n") if line]


def is_right(found: Any, note: Damaged) -> bool:
    """Whether a finding gives back the text that was there."""
    edits = [(*_span(edit), edit["text"]) for edit in found["fix"]["edits"]] if found["fix"] else []
    start, end = _span(found)
    start, end = min([start, *(one[0] for one in edits)]), max([end, *(one[1] for one in edits)])
    met = [
        place for place in note.places if place.start < max(end, start + 1) and start < place.end
    ]
    start, end = min([start, *(one.start for one in met)]), max([end, *(one.end for one in met)])
    was = applied(note.content, start, end, [(one.start, one.end, one.was) for one in met])
    if edits:
        return bool(met) and plain(applied(note.content, start, end, edits)) == plain(was)
    proposed = PROPOSED.search(found["message"])
    words = map(plain, proposed.groups()) if proposed else ("",)
    return bool(met) and any(word.lower() in plain(was).lower() for word in words)


def applied(content: str, start: int, end: int, edits: Iterable[tuple[int, int, str]]) -> str:
    """A stretch of a text with some edits made in it."""
    parts = []
    for first, last, text in sorted(edits):
        parts += [content[start:first], text]
        start = last
    return "".join([*parts, content[start:end]])


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _span(given: Any) -> tuple[int, int]:
    return given["start"]["offset"], given["end"]["offset"]


def _name(found: Any) -> str:
    path: str = found["path"]
    return path.removesuffix(".md")


def line_around(content: str, span: tuple[int, int]) -> str:
    return content[max(span[0] - 40, 0) : span[1] + 40].replace("\n", "⏎")


def signature(found: Any, content: str) -> Any:
    """What two findings have in common that speak of one word of one note."""
    start, end = _span(found)
    return found["path"], found["code"], content[start:end]


class Counts:
    """What was found in the vaults so far."""

    def __init__(self, *, is_verbose: bool) -> None:
        self.is_verbose = is_verbose
        self.findings: dict[str, Counter[str]] = defaultdict(Counter)
        self.places: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def add(self, notes: dict[str, Damaged], found: list[Any], before: set[Any]) -> None:
        """The findings of a damaged vault, but for those of the undamaged one."""
        met: dict[tuple[str, Place], str] = {}
        for one in found:
            name = _name(one)
            note = notes[name]
            right, kind = is_right(one, note), "fixed" if one["fix"] else "manual"
            if not right and signature(one, note.content) in before:
                continue
            self.findings[one["code"]][f"{kind} {'right' if right else 'wrong'}"] += 1
            if right:
                places = ((name, place) for place in note.places_at(*_span(one)))
                met.update((place, min(met.get(place, kind), kind)) for place in places)
            elif self.is_verbose:
                print(f"  WRONG {one['code']} {kind} {one['message']}")
                print(f"        {line_around(note.content, _span(one))}")
        self._add_places(notes, met)

    def _add_places(self, notes: dict[str, Damaged], met: dict[tuple[str, Place], str]) -> None:
        """All places that were damaged, each with what became of it."""
        everywhere = Counter(
            word.lower() for note in notes.values() for word in COUNTED.findall(note.content)
        )
        damages = [(name, place) for name, note in notes.items() for place in note.places]
        for damage in damages:
            place = damage[1]
            often = everywhere[place.was.lower()]
            band = next(title for most, title in OFTEN if often <= most)
            for key in (place.kind, band), (place.kind, "all"):
                self.places[key]["places"] += 1
                self.places[key][met.get(damage, "missed")] += 1

    def show(self) -> None:
        print("\n| rule | findings | fixes | wrong fixes | without | wrong | precision |")
        print("|---|--:|--:|--:|--:|--:|--:|")
        for code, counts in sorted(self.findings.items()):
            wrong = counts["fixed wrong"] + counts["manual wrong"]
            fixes, manual = (counts[f"{kind} right"] + counts[f"{kind} wrong"] for kind in KINDS)
            print(
                f"| {code} | {counts.total()} | {fixes} | {counts['fixed wrong']} | {manual} | "
                f"{counts['manual wrong']} | {1 - wrong / counts.total():.4f} |"
            )
        bands = [title for _, title in OFTEN]
        print(f"\n| damage | places | found | mended | {' | '.join(bands)} |")
        print("|---|--:|--:|--:|" + "--:|" * len(bands))
        for damage in sorted({kind for kind, _ in self.places}):
            counts = self.places[damage, "all"]
            places, mended = counts["places"], counts["fixed"]
            curve = " | ".join(_share(self.places[damage, band]) for band in bands)
            print(
                f"| {damage} | {places} | {(mended + counts['manual']) / places:.3f} "
                f"| {mended / places:.3f} | {curve} |"
            )


KINDS = ("fixed", "manual")


def _share(counts: Counter[str]) -> str:
    return f"{counts['fixed'] / counts['places']:.2f}" if counts["places"] else ""


class Made(NamedTuple):
    """A vault that is made of the texts of a folder."""

    title: str
    notes: dict[str, str]

    @property
    def words(self) -> int:
        return sum(len(TOKEN.findall(content)) for content in self.notes.values())

    def run(self, vault: Path, rate: float, chance: random.Random, counts: Counts) -> None:
        """Checks it undamaged and damaged."""
        write(vault, self.notes)
        found = check(vault)
        print(f"{self.title}: {len(self.notes)} notes; undamaged {len(found)} findings")
        for one in found:
            content, fix = self.notes[_name(one)], "fix" if one["fix"] else "manual"
            print(f"  {one['code']} {fix} {one['message']}: {line_around(content, _span(one))}")
        before = {signature(one, self.notes[_name(one)]) for one in found}
        scarred = {name: damaged(text, rate, chance) for name, text in self.notes.items()}
        write(vault, {name: note.content for name, note in scarred.items()})
        counts.add(scarred, check(vault), before)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--places", type=int, default=10000, help="damaged in all, about")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where to leave the damaged vaults")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    chance, counts = random.Random(options.seed), Counts(is_verbose=options.verbose)
    vaults = [Made(str(folder), notes_of(folder, chance)) for folder in options.folders]
    rate = options.places / sum(vault.words for vault in vaults) * FAILED
    for made in vaults:
        with tempfile.TemporaryDirectory() as folder:
            vault = options.keep / Path(made.title).name if options.keep else Path(folder)
            vault.mkdir(parents=True, exist_ok=True)
            made.run(vault, rate, chance, counts)
    counts.show()


if __name__ == "__main__":
    main()
