from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from notelint.authoring import (
    Applicability,
    Finding,
    Fix,
    Note,
    Rule,
    Span,
    Vault,
    dataclass,
    lazy_pattern,
    option,
)
from notelint.wording import FrenchSections, is_named, is_no_stop, is_sign

_BEFORE = lazy_pattern(r"[^\W_]|[)\]”’\"'%]")
_BEHIND_NODE = lazy_pattern(r"[$*_=~`>\])]|[^\W_]")  # what may end in front of a stretch of text
_AFTER = lazy_pattern(r"[\s)\]”’\"'*_~=\[,;:.]|\Z")
_ADDRESS = lazy_pattern(r"(?:://|www\.)\S*\Z")
_ITEM = lazy_pattern(r"[\ufeff \t>\-+*0-9.)]*(?:\[.\])?\Z")  # a marker, a task: no text before
_NEAR = 400  # characters of the line that are looked at, however long it is
_OTHERS_MARKS = ";:!?"  # French has a space before them


@dataclass(frozen=True, kw_only=True)
class SpaceBeforePunctuation(Rule):
    """Converters leave a blank where a formula or an italic ended: `3 into 3 .`, `x , it`. The line
    breaks in front of the stop. In a section in French semicolons and colons are left alone, since
    it puts a space there. So is the full stop that is a path, as in `git add .`, a command, and
    a mark that is spoken of, as in `ends with . or ,`."""

    name = "space-before-punctuation"
    code = "NL409"
    summary = "No space stands before a comma, a full stop or a bracket."
    bad = "Divide 3 into 3 .\n"
    good = "Divide 3 into 3. The rest is .5, and ...\n"
    fixes = "Unsafe: the blanks before the mark are taken out."
    is_default = False
    trigger = None

    marks: tuple[Literal[",", ".", ")", ";", ":", "?", "!", "%"], ...] = option(
        (",", ".", ")", ";", ":"),
        "the marks before which no space stands; a house that is not French may add `?` and `!`",
    )

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        content, pattern = note.text.content, _pattern(self.marks)
        if not pattern.search(content):
            return
        french, may_be = FrenchSections(note), not {"?", "!"} & set(self.marks)
        for words in note.facts.prose:
            for mark in pattern.finditer(content, *words):
                blanks = _blanks_before(content, words, mark.start())
                if _is_astray(note, words, blanks) and not (
                    mark[0] in _OTHERS_MARKS
                    and (is_no_stop(note, words, blanks) or (may_be and mark.start() in french))
                ):
                    yield _finding(blanks, mark[0])


@lru_cache(maxsize=8)
def _pattern(marks: tuple[str, ...]) -> re.Pattern[str]:
    """One of some marks with a blank before it; led by the mark, which is the rarer of the two."""
    one = f"[{re.escape(''.join(marks))}]"
    return re.compile(f"{one}(?<=[ \t]{one})" if marks else "(?!)")


def _blanks_before(content: str, words: Span, mark: int) -> Span:
    start = max(words.start, mark - _NEAR)
    return Span(start + len(content[start:mark].rstrip(" \t")), mark)


def _finding(blanks: Span, mark: str) -> Finding:
    fix = Fix.replacing(blanks, "", "take the space out", Applicability.UNSAFE)
    return Finding(Span(blanks.start, blanks.end + 1), f"a space stands before `{mark}`", fix)


def _is_astray(note: Note, words: Span, blanks: Span) -> bool:
    content, mark, behind_mark = note.text.content, note.text.content[blanks.end], blanks.end + 1
    line = note.text.line_at(blanks.start)
    before = content[max(line.start, blanks.start - _NEAR) : blanks.start]
    after = content[behind_mark : min(line.end, behind_mark + _NEAR)]
    behind = _BEHIND_NODE if blanks.start == words.start else _BEFORE
    if not before or not behind.match(before[-1]) or not _AFTER.match(after):
        return False
    if _ITEM.match(before) or _ADDRESS.search(before):
        return False
    if mark == ")":
        return _closes(before)
    if after.lstrip().startswith(mark):  # `. . .`
        return False
    if mark in ":;" and (after[:1] in (")", "*", "[") or before.endswith("]")):
        return False  # an emoticon, or `[^1]:`, which would be a definition
    return not is_named(note, words, blanks.end) and (mark != "." or not is_sign(before, after))


def _closes(before: str) -> bool:
    """Whether a bracket is open that has no space behind it."""
    depth = 0
    for index in range(len(before) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(before[index], 0)
        if depth < 0:
            return not before[index + 1 : index + 2].isspace()
    return False
