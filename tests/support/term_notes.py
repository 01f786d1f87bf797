"""A term note with something to mend, and the home pages that it cites."""

from __future__ import annotations

HOMES = (
    "(Home Page) Concise Medical Dictionary 10th Edition.md",
    "(Home Page) A Dictionary of Biology 8th Edition.md",
    "(Home Page) A Dictionary of Psychology 4th Edition.md",
)

# The shape of a real note, in other words.
TERM = """## Synthesis
-␠
## Source [^1]
- $n$. any of several proteins that make walls stiff (see MATRIX). Titanin 1 (TT-1) is a rod.
## Source[^2]
- Any of some proteins of plants. Titanin-1 (TT-1) is made at night. Titanin-2 bends.
## Source[^3]
- $n$. A group of proteins that play a part in walls.␠
- titanin-1 n. A titanin that plays a part in growth.␠
- titanin-2 $n$. A titanin that, with titanin1, makes walls bend.␠
- titanin-3. One more. \\[From Greek Titan giant]
## References

[^1]: [[(Home Page) Concise Medical Dictionary 10th Edition]]
[^2]: [[(Home Page) A Dictionary of Biology 8th Edition]]
[^3]: [[(Home Page) A Dictionary of Psychology 4th Edition]]""".replace("␠", " ")
