"""What Obsidian takes for a tag, for the id of a block, for the first line of a callout, and for
display math that begins or ends in a line."""

from __future__ import annotations

import re

from notelint.values import lazy_pattern

# Obsidian's own pattern: a tag ends at a blank, general or supplemental punctuation, or these.
_TAG_END = r"\s\u2000-\u206f\u2e00-\u2e7f'!\"#$%&()*+,.:;<=>?@^`{|}~\[\]\\"
TAG = rf"[0-9]*[^0-9{_TAG_END}][^{_TAG_END}]*"
BLOCK_ID = r"[A-Za-z0-9-]+"
CALLOUT = lazy_pattern(r"\[!([^\[\]\n]+)\]([+-]?)[ \t]*([^\n]*)")
_MATH_OPENING = lazy_pattern(  # code and inline math come first: `$p$$x$` is two formulas
    r"(?:\\.|`+[^`]*`+|\$(?![\s$])(?:[^$\\]|\\.)++(?<!\s)\$(?!\d)|(?!\$\$).)*+\$\$", re.S
)
_MATH_CLOSING = lazy_pattern(r"(?:[^$\\]|\\.|\$(?!\$)|\\)*+\$\$", re.S)


def leaves_math_open(line: str, is_open: bool) -> bool:
    """Whether display math is open at the end of a line, given whether it is at its start."""
    position = 0
    while True:
        match = (_MATH_CLOSING if is_open else _MATH_OPENING).match(line, position)
        if match is None:
            return is_open
        is_open = not is_open
        position = match.end()
