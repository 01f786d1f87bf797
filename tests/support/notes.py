"""Notes made by hypothesis: pieces of any kind, with headings and front matter in between."""

from __future__ import annotations

from hypothesis import strategies as st
from support import pieces

ENDINGS = ("\n", "\r\n", "\r")

# What makes a heading one, or keeps it from being one, between the pieces of any note.
AROUND = (
    "# One",
    "## Two ##",
    "### The *thick* [[wall|walls]][^1] `x` $y$ ==z==",
    "#### ",
    "Under\n=====",
    "Below\n-----",
    "--\n-",
    "Below\n- ",
    "> # Quoted",
    "- # In an item",
    "- > # In a quote in an item",
    "[^n]:# In a definition without a blank",
    "1) # In another",
    "- a\n  # Below an item",
    "> [!note] # Title\n> ## In a callout",
    "[^1]: # In a definition",
    "[^1]: [a]: /u",
    "    # Indented",
    "```\n# In code\n```",
    "%%\n# In a comment\n%%",
    "$$\n# In mathematics\n$$",
    "<div>\n# In HTML\n</div>",
    "<!--\n# In a comment\n-->",
    "#No blank",
    "####### Seven",
    "\\# Escaped",
    "## A [a] and [b][] #",
    "- \n- ",
    "---\n# property: x\n---",
    "| # a |\n| --- |",
    "[a]: /u\n# Behind a definition",
    "[a\nb]: /u",
)
FRONT_MATTER = (
    "---\naliases: [A, b]\n---\n",
    "---\nalias: Ä\n---\n",
    '---\n"\\x61liases": [x]\n---\n',
    "---\naliases: [\n---\n",
    "---\ntags: x\n---\n",
)
WORDS = ("interleukin-1 and interleukin1", "Side-effects, side effects", "STRASSE Straße", "x ^id")
PATHS = st.sampled_from(["a.md", "b.md", "x/a.md", "x/c.md", "y/A.md", "straße.md"])


@st.composite
def notes(draw: st.DrawFn) -> str:
    """The text of a note."""
    seeds = st.integers(0, 10**6).map(pieces.note)
    blocks = draw(st.lists(st.one_of(st.sampled_from((*AROUND, *WORDS)), seeds), max_size=8))
    gap = draw(st.sampled_from(["\n", "\n\n"]))
    content = draw(st.sampled_from(["", "", *FRONT_MATTER])) + gap.join(blocks)
    content = draw(st.sampled_from(["", "\ufeff"])) + content
    return content.replace("\n", draw(st.sampled_from(ENDINGS)))
