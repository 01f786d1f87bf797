"""Notes of a few lines: one without a finding, and some with one each."""

from __future__ import annotations

GOOD = "A wall.\n"
SYNTHESIS = "## Synthesis\n- What holds it up.\n"
SPACED = SYNTHESIS + "## Source [^1]\n- A wall.\n## References\n\n[^1]: a book\n"
TIGHT = SPACED.replace("Source [", "Source[")
LIGATURE = "A ﬁnite set.\n"
LOST = "Interleukin-1 is a protein. So interleukin1 does it.\n"
