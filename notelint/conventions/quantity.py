"""Numbers of running text that converters wrap as formulas: `15-20 \\%`, `5 \\mathrm{~kg}`."""

from __future__ import annotations

import re
from enum import IntEnum

from notelint.values import NamedTuple, lazy_pattern

_LONGEST = 100
_GAP = r"(?: |~|\\[,;: ])*"
_DIGIT = lazy_pattern(r"\d")
_NUMBER = r"(?:\d+(?:(?:,|\{,\}|\\,)\d{3}(?!\d))*(?:\.\d+)?|\.\d+)"
_SIGN = r"(?:[-+]|\\pm ?)?"
_TO = r"(?: ?(?P<text>\\text ?\{ ?(?:-{1,2}|–|to) ?\}) ?| ?(?:-{1,2}|–) ?)"
_MONEY = r"(?:[£€¥]|\\\$|\\pounds) ?"
_PERCENT = rf"{_GAP}\\%"
_NAME = r"(?!to\b)[A-Za-zµμΩ]{1,6}"
_POWER = r"(?: ?\^ ?\{? ?-?[1-3] ?\}?)?"
_ONE_UNIT = (
    rf"(?:(?:\\mu{_GAP})?\\(?:mathrm|text) ?\{{ ?~? ?{_NAME} ?\}}"
    rf"|\\mu[ ~][gmlLsAVF](?![A-Za-z])){_POWER}"
)
_UNIT = rf"{_GAP}{_ONE_UNIT}(?: ?/{_GAP}{_ONE_UNIT})?(?P<per> ?/)?"

_RANGE = lazy_pattern(
    rf"(?P<low>{_NUMBER})(?P<each>{_PERCENT})?{_TO}(?P<high>{_NUMBER})"
    rf"(?:(?P<percent>{_PERCENT})|(?P<unit>{_UNIT}))?"
)
_SUM = lazy_pattern(rf"{_MONEY}{_NUMBER}(?:{_TO}{_NUMBER})?")
_ONE = lazy_pattern(rf"{_SIGN}{_NUMBER}(?:(?P<percent>{_PERCENT})|(?P<unit>{_UNIT}))?")
_POWERED = lazy_pattern(r"(?:[kcdmnµμ]?m|in|ft|yd|mi|[mnµμ]?s|[kmnµμ]?g|[cdmµμ]?[lL])[⁻¹²³]+")
_YEARS = lazy_pattern(rf"\(\d{{4}}(?:{_TO}(?:\d{{2}}|\d{{4}}))?\)")
_SENSE = lazy_pattern(r"\d{1,4}\.")  # with the stop of a sense or a sentence
_LIST = lazy_pattern(r"\d{1,4}(?:(?: ?, \d{1,4})+|(?:,\d{1,2}){2,})")
_RATIO = lazy_pattern(rf"{_NUMBER}(?: ?: ?{_NUMBER}){{1,3}}")
_SENSES = lazy_pattern(r"\(\d{1,2}(?: ?, ?\d{1,2})*\)")
_PAIR = lazy_pattern(rf"\d{{2,3}} ?/ ?\d{{2,3}}(?:{_UNIT})?")  # of the blood's pressures
_FACTOR = lazy_pattern(rf"\\times ?{_NUMBER}")

_PLAIN = (_PAIR, _FACTOR, _SENSE, _LIST, _RATIO)

# Two letters or more, so that no variable is one.
_KNOWN_UNIT = lazy_pattern(
    r"(?:[kmcdnpMGTPµμ](?:[mglLsAVWJNBMΩ]|Hz|Pa|eV|mol|cal|bar|bits?|bps|Wh|Sv|Gy|Bq|Ci|Da|Eq|[oO]sm)"
    r"|Hz|Pa|eV|mol|cal|bar|bits?|Wh|Sv|Gy|Bq|Ci|Da|dBm?|mmHg|min|sec|hrs?|hours?|days?|wks?|weeks?"
    r"|months?|yrs?|years?|ppm|ppb|rpm|bpm|IU|lbs?|oz|ft|mph)"
)
_TIED = lazy_pattern(rf"\\mathrm ?\{{ ?~|\\mu{_GAP}\\")

_PRINTED = (
    (lazy_pattern(r" ?\\text ?\{ ?to ?\} ?"), " to "),
    (lazy_pattern(r"(?<=[\d%]) ?(?:\\text ?\{ ?(-{1,2}|–) ?\}|(-{1,2}|–)) ?"), r"\1\2"),
    (lazy_pattern(r"--"), "–"),
    (lazy_pattern(r"(?<=\d) ?([/:]) ?(?=\d)"), r"\1"),
    (lazy_pattern(rf"{_GAP}\\%"), "%"),
    (lazy_pattern(r"\\pounds ?|£ ?"), "£"),
    (lazy_pattern(r"([€¥]|\\\$) "), r"\1"),
    (lazy_pattern(r"\\times ?"), "×"),
    (lazy_pattern(r"\\pm ?"), "±"),
    (lazy_pattern(r"\{,\}"), ","),
    (lazy_pattern(r"(?<=\d)\\,(?=\d)"), "\u202f"),
    (lazy_pattern(r"(?<=[\d(]) ?, ?(?=\d{1,2}(?!\d))(?=[^(]*\))"), ", "),
)
_RAISED = str.maketrans("-123", "⁻¹²³")
_UNIT_PART = lazy_pattern(_UNIT)


class Certainty(IntEnum):
    """How sure it is that a number is text."""

    SIGNED = 0  # `-2`: a value, whose minus is no hyphen
    PLAIN = 1  # `3`, `3-5`: as likely mathematics
    RANGED = 2  # `3\\text{-}5`: as a converter of books writes it
    MEASURED = 3  # `5 \\%`: mathematics only where mathematics is the matter
    NEVER_MATH = 4  # `15-20 \\%`, `£ 100`


class Quantity(NamedTuple):
    """What a formula says in running text. It ``is_open`` where it goes on behind it: `9 mg/`; it
    ``is_list`` of senses: `(1, 2)`."""

    printed: str
    certainty: Certainty
    is_open: bool = False
    is_list: bool = False


def quantity_of(formula: str) -> Quantity | None:
    """The number, range or sum that a formula is, or None where it is none."""
    if len(formula) > _LONGEST or not _DIGIT.search(formula):
        return None
    if match := _RANGE.fullmatch(formula):
        return _range(match)
    if match := _ONE.fullmatch(formula):
        return Quantity(_printed(formula), _certainty(match), bool(match["per"]))
    return _other(formula)


def _range(match: re.Match[str]) -> Quantity | None:
    if not _is_ascending(match["low"], match["high"], 3 if match["text"] else 4):
        return None
    is_measured = match["percent"] or _is_unit(match["unit"])
    plain = Certainty.RANGED if match["text"] else Certainty.PLAIN
    certainty = Certainty.NEVER_MATH if is_measured else plain
    return Quantity(_printed(match[0]), certainty, bool(match["per"]))


def _other(formula: str) -> Quantity | None:
    if _SUM.fullmatch(formula):
        return Quantity(_printed(formula), Certainty.NEVER_MATH)
    is_list = _SENSES.fullmatch(formula) is not None
    if is_list or _YEARS.fullmatch(formula) or any(form.fullmatch(formula) for form in _PLAIN):
        return Quantity(_printed(formula), Certainty.PLAIN, is_list=is_list)
    return None


def is_factor(formula: str) -> bool:
    """Whether a formula says how often: `\\times 256`."""
    return _FACTOR.fullmatch(formula) is not None


def _certainty(match: re.Match[str]) -> Certainty:
    if match["unit"] and _TIED.search(match["unit"]):
        return Certainty.NEVER_MATH
    if match[0].startswith("-") and not (match["percent"] or match["unit"]):
        return Certainty.SIGNED
    is_measured = match["percent"] or _is_unit(match["unit"])
    is_margin = match[0].startswith("\\pm")
    return Certainty.MEASURED if is_measured and not is_margin else Certainty.PLAIN


def _is_unit(written: str | None) -> bool:
    """Whether there is a unit that is no variable."""
    if not written:
        return False
    parts = [part for part in _unit(written).split("/") if part]
    known = [bool(_KNOWN_UNIT.fullmatch(part) or _POWERED.fullmatch(part)) for part in parts]
    is_known = any(known) and all(
        len(part) == 1 or is_known for part, is_known in zip(parts, known, strict=True)
    )
    return is_known or _TIED.search(written) is not None


def _unit(written: str) -> str:
    """A unit without what sets it."""
    plain = re.sub(r"\\mu\b", "μ", written)
    plain = re.sub(r"\^ ?\{? ?(-?[1-3])", lambda match: match[1].translate(_RAISED), plain)
    return re.sub(r"\\[a-z]+|\\[,;: ]|[{} ~]", "", plain).removesuffix("/")


def _is_ascending(low: str, high: str, least: int) -> bool:
    """Whether two numbers are the ends of a range: `1939-45` too, where the first has at least
    ``least`` digits."""
    first, last = (re.sub(r"[{},\\]", "", number) for number in (low, high))
    if len(last) < len(first) >= least and first.isdigit() and last.isdigit():
        last = first[: -len(last)] + last
    return float(first) < float(last)


def _printed(formula: str) -> str:
    found = [match for match in _UNIT_PART.finditer(formula) if match[0].strip()]
    for match in reversed(found):
        slash = "/" if match["per"] else ""
        unit = " " + _unit(match[0]) + slash
        formula = formula[: match.start()] + unit + formula[match.end() :]
    for pattern, replacement in _PRINTED:
        formula = pattern.sub(replacement, formula)
    return formula
