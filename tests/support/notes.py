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
# Links to places, ids, and what only looks so.
PLACES = (
    "See [[a#One]], [[b.md#Two|two]] and ![[x/a#One#Two]].",
    "[x](a.md#One) [y](<x/c.md#Two words>) [z](y/A%20b.md#three-words 'title')",
    "[x](\na.md#One) [y]( <\na.md#One>)",
    "> [x](\n> a.md#One)",
    "[x](a.md%23One) [y](a.md&#35;One) [z](a.md\\#One) [v](a.md&num;One)",
    "[r]: a.md#One\n[s]:\n  b.md#Two",
    "> [t]: <a b.md#One>",
    "[x](a(1).md#M) [y](a.md#M%20(x)) [z](a.md#M(y) [[a #One]] [[a|b#c]]",
    "[[#One]] [y](#one) [w](https://x.org/a#One) [v](//x.org#a)[u](b.md#One) #tag x#y",
    "Words.^[see [[a#One]] and [x](b.md#Two)]",
    "[^2]: [[a#One]]",
    "[x](a\u00a0b.md#One) [[\u2003#One]] [y](\u2003a#b)",
    "| [[a#One\\|x]] | [y](b.md#Two) |\n| --- | --- |",
    "`[[a#One]]` $[[a#One]]$ %% [[a#One]] %% <!-- [[a#One]] -->",
    "<mark>[[a#One]]</mark>",
    "[[a#[^1]]] [[a#^id]] [x](b.md#^id)",
    "`a\nb ^coded` c",
    "$a\nb ^formed$ c",
    "$$\nx ^displayed\n$$",
    "```\nx ^fenced\n```",
    "    x ^indented",
    "%% x\n^hidden\n%%",
    "%% x ^hidden",
    "<!-- x ^hidden\n-->",
    "- a\n\n      x ^in-code\n  y ^beside",
    "x ^shown\n`y`",
    "<a name='one'></a> <A ID=\"Two\"> `<a id=coded>`",
    "<div id=three>\nx\n</div>",
    "<!-- <a id=hidden> -->",
)
# What sections that quote a source print.
QUOTED = (
    "## Source[^1]\n- n. a wall\n- $n$. a roof —walled adj.",
    "## Source [^2]\n- (1) $v b$. to wall $n$ times",
    "```\n## Source[^1]\n- n. a wall\n```",
    "[^1]: [[(Home Page) Walls]]",
    "[^2]: [Roofs](https://example.org)\n[^1]: [[Home Page - Walls#x|y]]",
)
FRONT_MATTER = (
    "---\naliases: [A, b]\n---\n",
    "---\nalias: Ä\n---\n",
    '---\n"\\x61liases": [x]\n---\n',
    "---\naliases: [\n---\n",
    "---\ntags: x\n---\n",
    '---\nup: "[[a#One|x]]"\nid: x ^property\n---\n',
    "---\nup: '[[a#One]]'\nplain: [[b#Two]]\n---\n",
)
WORDS = ("interleukin-1 and interleukin1", "Side-effects, side effects", "STRASSE Straße", "x ^id")
PATHS = st.sampled_from(["a.md", "b.md", "x/a.md", "x/c.md", "y/A.md", "straße.md"])


@st.composite
def notes(draw: st.DrawFn) -> str:
    """The text of a note."""
    seeds = st.integers(0, 10**6).map(pieces.note)
    blocks = draw(
        st.lists(st.one_of(st.sampled_from((*AROUND, *PLACES, *QUOTED, *WORDS)), seeds), max_size=8)
    )
    gap = draw(st.sampled_from(["\n", "\n\n"]))
    content = draw(st.sampled_from(["", "", *FRONT_MATTER])) + gap.join(blocks)
    content = draw(st.sampled_from(["", "\ufeff"])) + content
    return content.replace("\n", draw(st.sampled_from(ENDINGS)))
