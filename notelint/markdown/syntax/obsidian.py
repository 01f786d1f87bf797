"""What Obsidian takes for a tag, for the id of a block, and for the first line of a callout."""

from __future__ import annotations

from notelint.values import lazy_pattern

# Obsidian's own pattern: a tag ends at a blank, general or supplemental punctuation, or these.
_TAG_END = r"\s\u2000-\u206f\u2e00-\u2e7f'!\"#$%&()*+,.:;<=>?@^`{|}~\[\]\\"
TAG = rf"[0-9]*[^0-9{_TAG_END}][^{_TAG_END}]*"
BLOCK_ID = r"[A-Za-z0-9-]+"
CALLOUT = lazy_pattern(r"\[!([^\[\]\n]+)\]([+-]?)[ \t]*([^\n]*)")
