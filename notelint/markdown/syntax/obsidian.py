"""What Obsidian takes for a tag, and for the id of a block."""

from __future__ import annotations

# Obsidian's own pattern: a tag ends at a blank, general or supplemental punctuation, or these.
_TAG_END = r"\s\u2000-\u206f\u2e00-\u2e7f'!\"#$%&()*+,.:;<=>?@^`{|}~\[\]\\"
TAG = rf"[0-9]*[^0-9{_TAG_END}][^{_TAG_END}]*"
BLOCK_ID = r"[A-Za-z0-9-]+"
