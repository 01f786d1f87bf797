"""From what a vault shows to what its configuration should say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from notelint.config import is_excluded
from notelint.conventions import Conventions
from notelint.survey.citing import dictionaries, home_pages
from notelint.survey.kinds import known_kinds, other_kinds
from notelint.survey.neighbours.neighbour import Neighbour, is_usable
from notelint.survey.noise import in_folders, in_notes, info, pictures
from notelint.survey.planned import is_planned, planned
from notelint.survey.proposal import Proposal, some
from notelint.survey.spacing import spacing
from notelint.survey.survey import Survey
from notelint.survey.templates import templates
from notelint.values import pattern_in, replace

_FEW = 0.01  # of the notes, in which a rule that somebody else has on may find something


def asked_for(neighbours: Iterable[Neighbour]) -> frozenset[str]:
    """The rules that are off here, and on in other linters."""
    return frozenset(rule for neighbour in neighbours for rule in neighbour.has_on.values())


def proposed(
    survey: Survey, neighbours: Sequence[Neighbour], conventions: Conventions
) -> Iterator[Proposal]:
    """What the configuration of a vault should say. Each step goes on with what the ones before
    have left: a note that is left out is no evidence, and a finding that is settled is no noise."""
    excluded = list(_excluded(survey, neighbours))
    yield from excluded
    patterns = tuple(str(item.value) for item in excluded if not item.is_offered)
    survey = survey.without(lambda path: is_excluded(path, patterns))
    waiting = list(templates(survey, neighbours))
    yield from waiting
    survey = without_ignored(survey, waiting)
    yield from _switched(survey, neighbours)
    added = asked_for(neighbours)
    survey = survey.leaving(lambda path, sight: sight.rule in added)
    yield from known_kinds(survey, conventions)
    yield from other_kinds(survey)
    yield from _cited(survey, conventions)
    yield from spacing(survey)
    yield from _quieting(survey, neighbours)


def _cited(survey: Survey, conventions: Conventions) -> Iterator[Proposal]:
    pages = list(home_pages(survey, conventions))
    yield from pages
    forms = (*(str(page.value) for page in pages), *conventions.home_pages)
    yield from dictionaries(survey, replace(conventions, home_pages=forms))


def _quieting(survey: Survey, neighbours: Sequence[Neighbour]) -> Iterator[Proposal]:
    """What keeps rules from saying of most notes what is meant to be so."""
    names = list(planned(survey))
    yield from names
    patterns = [str(proposal.value) for proposal in names]
    survey = survey.leaving(lambda path, sight: is_planned(patterns, sight))
    for step in (lambda left: _ignored(left, neighbours), in_folders, in_notes):
        ignored = list(step(survey))
        yield from ignored
        survey = without_ignored(survey, ignored)
    yield from info(survey)
    yield from pictures(survey)


def without_ignored(survey: Survey, ignored: Iterable[Proposal]) -> Survey:
    pairs = [(pattern_in(item.keys[1]), item.value) for item in ignored]
    known = [(pattern, rule) for pattern, rule in pairs if pattern is not None]
    return survey.leaving(
        lambda path, sight: any(
            rule == sight.rule and pattern.covers(path) for pattern, rule in known
        )
    )


def _excluded(survey: Survey, neighbours: Iterable[Neighbour]) -> Iterator[Proposal]:
    """What other linters leave out, as far as there are such notes. Where fixes would be missed,
    it is for a person to choose."""
    seen: set[str] = set()
    for neighbour in neighbours:
        for pattern in filter(is_usable, neighbour.exclude):
            looks = [look for look in survey.looks if is_excluded(look.path, (pattern,))]
            if not looks or pattern in seen or len(looks) == len(survey.looks):
                continue
            seen.add(pattern)
            fixes = sum(sight.has_fix for look in looks for sight in look.sights)
            told = f"{some(len(looks), 'note')} with {some(fixes, 'finding')} that a fix mends"
            evidence = f"{told}; left out by {neighbour.file}"
            yield Proposal(("exclude",), pattern, evidence, is_listed=True, is_offered=fixes > 0)


def _switched(survey: Survey, neighbours: Iterable[Neighbour]) -> Iterator[Proposal]:
    """Rules that other linters have on and this one has off, or the other way round. Those that
    would find much are for a person to choose."""
    seen: set[str] = set()
    for neighbour in neighbours:
        on = ((rule, name, "extend-select") for name, rule in neighbour.has_on.items())
        off = ((rule, name, "ignore") for name, rule in neighbour.has_off.items())
        for rule, name, key in (*on, *off):
            if rule in seen:
                continue
            seen.add(rule)
            found = survey.by_rule.get(rule, ())
            notes = len({path for path, _ in found})
            is_offered = key == "ignore" or notes > _FEW * len(survey.looks)
            switch = "on" if key == "extend-select" else "off"
            told = f"{some(len(found), 'finding')} in {some(notes, 'note')}"
            evidence = f"{told}; {name} is {switch} in {neighbour.file}"
            yield Proposal((key,), rule, evidence, is_listed=True, is_offered=is_offered)


def _ignored(survey: Survey, neighbours: Iterable[Neighbour]) -> Iterator[Proposal]:
    """What other linters ignore in some notes, as far as it finds something there."""
    for neighbour in neighbours:
        for pattern, rule in dict.fromkeys(neighbour.ignored):
            matcher = pattern_in(pattern) if is_usable(pattern) else None
            found = survey.by_rule.get(rule, ()) if matcher else ()
            count = sum(matcher is not None and matcher.covers(path) for path, _ in found)
            if count:
                evidence = f"{some(count, 'finding')}; ignored in {neighbour.file}"
                yield Proposal(("per-file", pattern, "ignore"), rule, evidence, is_listed=True)
