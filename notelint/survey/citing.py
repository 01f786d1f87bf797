"""What notes cite: how their home pages are called, and what their dictionaries print."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import translate
from itertools import islice

from notelint.conventions import Conventions, find_dictionary, title_in, work_in, work_of
from notelint.survey.proposal import Proposal, some
from notelint.survey.survey import Survey
from notelint.values import lazy_pattern, name_key

_FEWEST_PAGES = 3  # files that are called in one form
_MOST_FORMS = 5
_FEWEST_LABELS = 3  # items that start with a label which a dictionary prints
_LONGEST = 120  # characters of a title
_MAGIC = lazy_pattern(r"([*?\[])")
# What may tell a home page from other files: words in brackets, or what a dash or a colon parts.
_FRONT = lazy_pattern(
    r"(\([^()]{2,30}\)\s*|[^\s()][^()–—:-]{1,30}(?:\s[-–—]\s|:\s)|[^\w\s(]{1,3}\s*)\S"
)
_END = lazy_pattern(r"\S(\s*\([^()]{2,30}\)|\s[-–—]\s[^()–—:-]{2,30})\Z")


def home_pages(survey: Survey, conventions: Conventions) -> Iterator[Proposal]:
    """The forms of the names that Sources cite, but for those that are known."""
    names = Counter(quote.name for look in survey.looks for quote in look.quotes if quote.is_linked)
    unknown = {name for name in names if title_in(conventions.home_pages, name) is None}
    for form in islice(_forms(unknown), _MOST_FORMS):
        held = [name for name in unknown if title_in((form,), name) is not None]
        cited = some(sum(names[name] for name in held), "Source")
        evidence = f"{some(len(held), 'file')} called so, cited by {cited}"
        yield Proposal(("home-pages",), form, evidence, is_listed=True)


def _forms(names: Iterable[str]) -> Iterator[str]:
    """The forms that several names have, the most common first, no name counted twice."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        for form in _forms_of(name):
            members[form].add(name)
    taken: set[str] = set()
    for form, held in sorted(members.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(held - taken) >= _FEWEST_PAGES:
            taken |= held
            yield form


def _forms_of(name: str) -> Iterator[str]:
    """What a name would be a form of. Editions and years tell one work from another."""
    front, end = _FRONT.match(name), _END.search(name)
    affixes = (front[1] + "*" if front else "", "*" + end[1] if end else "")
    for form in affixes:
        if form and form.count("*") == 1 and form.isprintable() and not re.search(r"\d", form):
            yield form


def dictionaries(survey: Survey, conventions: Conventions) -> Iterator[Proposal]:
    """The dictionaries that are cited, are not known, and print labels."""
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sections: Counter[str] = Counter()
    for look in survey.looks:
        for quote in look.quotes:
            if find_dictionary(conventions.dictionaries, quote.name) is None:
                title = _title(quote.name, conventions)
                labels[title].update(quote.labels)
                sections[title] += 1
    for title, count in sorted(sections.items(), key=lambda item: (-item[1], item[0])):
        printed = sorted(label for label, n in labels[title].items() if n >= _FEWEST_LABELS)
        if printed and _is_usable(title):
            found = sum(labels[title][label] for label in printed)
            told = {"match": _match(title), "parts-of-speech": printed}
            evidence = f"{some(found, 'label')} in {some(count, 'Source')}"
            yield Proposal(("dictionaries",), told, evidence, is_listed=True)


def _title(name: str, conventions: Conventions) -> str:
    """The title of the work that a name stands for, whatever the edition."""
    title = title_in(conventions.home_pages, name)
    return work_of(title).title if title else work_in(name).title


def _is_usable(title: str) -> bool:
    if not title.isprintable() or not 3 <= len(title) <= _LONGEST:
        return False
    pattern = re.compile(translate(name_key(_match(title))))
    return pattern.match(name_key(title)) is not None


def _match(title: str) -> str:
    """A pattern for the names of home pages that hold a title."""
    escaped = _MAGIC.sub(r"[\1]", title)
    return f"*{escaped}*"
