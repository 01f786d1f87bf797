from __future__ import annotations

from collections.abc import Iterator

from notelint.authoring import (
    Applicability,
    Finding,
    Fix,
    Formula,
    Note,
    Rule,
    Span,
    Trigger,
    Vault,
    dataclass,
    label_letters,
    lazy_pattern,
)

_REACH = 200
_LANGUAGE = (
    r"(?:(?:Late|Low|Medieval|Middle|Old|Modern|New|Ancient|Classical|Vulgar|High|Anglo)[ -])*"
    r"(?:Greek|Latin|French|German|Italian|Spanish|Portuguese|Dutch|English|Norse|Arabic|Hebrew|"
    r"Persian|Sanskrit|Hindi|Turkish|Russian|Danish|Swedish|Norwegian|Icelandic|Gaelic|Irish|Welsh|"
    r"Malay|Chinese|Japanese|(?:Gk|Gr|Lat|L|Fr|Ger|OE|OF|ME)\.?)(?![\w-])"
)
_GLOSS = r"(?:(?![.;]\s)[^\[\]\n=<>])"
_ETYMOLOGY = lazy_pattern(
    rf"(?:\[(?:[Ff]rom\s+)?(?:the\s+)?{_LANGUAGE}(?:(?!\.\s+[A-Z])[^\[\]])*"
    rf"|\b[Ff]rom\s+(?:the\s+)?{_LANGUAGE}{_GLOSS}{{0,80}})\Z"
)
_IN_BRACES = lazy_pattern(r"-\}\Z")  # `\text{in-}`
_BEHIND_PREFIX = lazy_pattern(r" ?[-‐‑](?= ?[,)\]/+]| [^\W\d_]| [\"'(‘“+*]|\s*\Z)")
_BEFORE_SUFFIX = lazy_pattern(r"(?:(?<=[\s(+])|\A)[-‐‑]\Z")


@dataclass(frozen=True, kw_only=True)
class MathAffix(Rule):
    """Converters take the italics of an etymology for mathematics: *a-* of a Greek word becomes
    `$a$-`, and is found by no search for it. Only an affix behind the name of its language is text;
    `$n$-dimensional` is not."""

    name = "math-affix"
    code = "NL414"
    summary = "An affix in an etymology is text, not mathematics."
    bad = "- A wall. \\[From Greek $a$ - without + teichos a wall]\n"
    good = "- A wall. \\[From Greek a- without + teichos a wall] An $n$-dimensional one.\n"
    fixes = "Unsafe: the affix is written with its hyphen, `a-`, since a variable may be meant."
    trigger = Trigger(facts=("formulas",))

    def check(self, note: Note, vault: Vault) -> Iterator[Finding]:
        for formula in note.facts.formulas:
            affix = _affix(note, formula)
            if affix is not None and _is_in_etymology(note, formula):
                span, written = affix
                fix = Fix.replacing(span, written, f"write `{written}`", Applicability.UNSAFE)
                message = f"`{note[span]}` is the affix `{written}`, not mathematics"
                yield Finding(span, message, fix)


def _affix(note: Note, formula: Formula) -> tuple[Span, str] | None:
    """The place of an affix with its hyphen, which may stand inside the formula, and the affix."""
    inner = _IN_BRACES.sub(r"}-", formula.value.strip(" "))
    letters = label_letters(inner.strip("- "))
    if letters is None or letters[1] or len(letters[0]) > 8:
        return None
    content, (start, end) = note.text.content, formula.span
    if inner.endswith("-") != inner.startswith("-"):
        is_prefix = inner.endswith("-")
        return formula.span, f"{letters[0]}-" if is_prefix else f"-{letters[0]}"
    if "-" in inner:
        return None
    behind = _BEHIND_PREFIX.match(content, end, formula.paragraph.end)
    if behind:
        return Span(start, behind.end()), f"{letters[0]}-"
    before = _BEFORE_SUFFIX.search(content, max(start - 2, 0), start)
    is_suffix = before is not None and len(letters[0]) > 1
    return (Span(start - 1, end), f"-{letters[0]}") if is_suffix else None


def _is_in_etymology(note: Note, formula: Formula) -> bool:
    first = max(formula.paragraph.start, formula.span.start - _REACH)
    return _ETYMOLOGY.search(note.text.content, first, formula.span.start) is not None
