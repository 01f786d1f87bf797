"""What a rule says of most notes alike, and what it says of one note again and again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from notelint.survey.look import PLANNED
from notelint.survey.proposal import Proposal, share, some
from notelint.survey.survey import Survey, folders_around
from notelint.values import NamedTuple

_FEWEST_NOTES = 20  # of a folder
_MOST = 0.5  # of its notes that a rule finds something in, where that is the folder's way
_KEPT = 0.95  # of what is found in a folder that is found in a narrower one as well
_FEWEST_IN_NOTE = 50  # findings of a rule in one note that was made by a program
_ALIKE = 0.8  # of these, which say the same
_MOST_PLACES = 20  # that a rule is ignored in; nobody reads more
_LONGEST = 200  # characters of a path
# What is wrong whatever the vault has agreed on, and what has an option of its own.
_NEVER_NOISE = frozenset(
    (
        *("invalid-encoding", "beyond-limits", "invalid-front-matter", "conflict-marker"),
        *("undefined-footnote", "unused-allow", "unknown-rule", "source-spacing"),
        *("missing-section", "section-order", "duplicate-section"),
    )
)
_OF_KINDS = frozenset(("empty-synthesis", "empty-source", "source-without-footnote"))
_EMBEDS = "missing-embed"
_MISSING = 0.9  # of the files that are shown where all of them are kept elsewhere


class _Where(NamedTuple):
    """What a rule finds somewhere: in how many notes, how much, and how much of it has a fix."""

    notes: int
    findings: int
    fixable: int

    @property
    def may_be_noise(self) -> bool:
        return self.fixable <= (1 - _KEPT) * self.findings


def in_folders(survey: Survey) -> Iterator[Proposal]:
    """Rules to ignore in a folder. For links there are planned names, which hide no slip."""
    for rule in sorted(set(survey.by_rule) - _NEVER_NOISE - _OF_KINDS - {PLANNED}):
        yield from _in_folders(survey, rule)


def _in_folders(survey: Survey, rule: str) -> Iterator[Proposal]:
    """The widest folders in most of whose notes a rule finds something that nothing mends, each
    narrowed down to where nearly all of it is."""
    places = _places(survey, rule)
    noisy = {folder for folder, where in places.items() if _is_noisy(where, survey.folders[folder])}
    if rule == _EMBEDS:
        shown = _shown(survey)
        noisy = {one for one in noisy if places[one].findings >= _MISSING * shown[one]}
    widest = [folder for folder in noisy if noisy.isdisjoint([*folders_around(folder)][:-1])]
    largest = sorted(widest, key=lambda folder: (-places[folder].findings, folder))
    for folder in largest[:_MOST_PLACES]:
        narrow = _narrowed(folder, places)
        where = places[narrow]
        if _is_usable(narrow):
            notes = share(where.notes, survey.folders[narrow], "note")
            evidence = f"{some(where.findings, 'finding')} in {notes}"
            yield Proposal(("per-file", _escaped(narrow), "ignore"), rule, evidence, is_listed=True)


def _shown(survey: Survey) -> Counter[str]:
    """How many files the notes in each folder and below it show."""
    shown: Counter[str] = Counter()
    for look in survey.looks:
        for folder in folders_around(look.path):
            shown[folder] += look.embeds
    return shown


def _is_noisy(where: _Where, notes: int) -> bool:
    is_common = where.notes >= max(_FEWEST_NOTES, _MOST * notes)
    return is_common and where.may_be_noise


def _places(survey: Survey, rule: str) -> dict[str, _Where]:
    """What a rule finds in each folder and below it."""
    notes: defaultdict[str, set[str]] = defaultdict(set)
    findings: Counter[str] = Counter()
    fixable: Counter[str] = Counter()
    for path, sight in survey.by_rule[rule]:
        for folder in folders_around(path):
            notes[folder].add(path)
            findings[folder] += 1
            fixable[folder] += sight.has_fix
    return {
        folder: _Where(len(found), findings[folder], fixable[folder])
        for folder, found in notes.items()
    }


def _narrowed(folder: str, places: dict[str, _Where]) -> str:
    least = _KEPT * places[folder].findings
    inside = (inner for inner, where in places.items() if where.findings >= least)
    return max((inner for inner in inside if inner.startswith(folder)), key=lambda one: len(one))


def in_notes(survey: Survey) -> Iterator[Proposal]:
    """Rules to ignore in a single note."""
    for rule in sorted(set(survey.by_rule) - _NEVER_NOISE - {PLANNED}):
        yield from _in_notes(survey, rule)


def _in_notes(survey: Survey, rule: str) -> Iterator[Proposal]:
    """Notes in which a rule says the same again and again, and nothing mends it."""
    by_note: defaultdict[str, Counter[str]] = defaultdict(Counter)
    fixable: Counter[str] = Counter()
    for path, sight in survey.by_rule[rule]:
        by_note[path][sight.alike] += 1
        fixable[path] += sight.has_fix
    largest = sorted(by_note.items(), key=lambda item: (-item[1].total(), item[0]))
    for path, messages in largest[:_MOST_PLACES]:
        count = messages.total()
        where = _Where(1, count, fixable[path])
        is_alike = messages.most_common(1)[0][1] >= _ALIKE * count
        if count >= _FEWEST_IN_NOTE and is_alike and where.may_be_noise and _is_usable(path):
            evidence = f"{some(count, 'finding')} that say the same in this note"
            yield Proposal(("per-file", _escaped(path), "ignore"), rule, evidence, is_listed=True)


def info(survey: Survey) -> Iterator[Proposal]:
    """Rules that find something in most notes of the vault, and so say nothing of any of them."""
    terms = survey.of_kinds.total()  # the notes that rules about sections judge
    for rule, found in sorted(survey.by_rule.items()):
        notes = len({path for path, _ in found})
        fixable = sum(sight.has_fix for _, sight in found)
        judged = terms if rule in _OF_KINDS else len(survey.looks)
        if rule in _NEVER_NOISE or not _is_noisy(_Where(notes, len(found), fixable), judged):
            continue
        evidence = f"{some(len(found), 'finding')} in {share(notes, judged, 'note')}"
        yield Proposal(("rules", rule, "severity"), "info", evidence)


def pictures(survey: Survey) -> Iterator[Proposal]:
    """Embeds of files that are nearly all missing are kept elsewhere, and not in this folder."""
    missing = [path for path, _ in survey.by_rule.get(_EMBEDS, ())]
    shown = sum(look.embeds for look in survey.looks)
    if len(missing) >= _FEWEST_NOTES and len(missing) >= _MISSING * shown:
        evidence = f"{share(len(missing), shown, 'embedded file')} are not in this folder"
        yield Proposal(("rules", _EMBEDS, "severity"), "info", evidence)


def _is_usable(path: str) -> bool:
    return path.isprintable() and len(path) <= _LONGEST and path.strip() == path


def _escaped(path: str) -> str:
    """A path from the vault's root as a pattern of ``.gitignore``."""
    return "/" + "".join("\\" + char if char in "\\*?[]!#" else char for char in path)
