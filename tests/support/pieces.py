"""Notes made at random from the pieces that Markdown and Obsidian give meaning to."""

from __future__ import annotations

import random

STARTS = [
    *(
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "10. ",
        "> ",
        ">",
        "> > ",
        "  ",
        "    ",
        "\t",
        " ",
        "   ",
        "-\t",
    ),
    *(">\t", "- [ ] ", "- [x] ", "[^1]: ", "[^n]:", "    - ", "> [!note] ", "> [!tip]- t"),
]
LINES = [
    *(
        "",
        "",
        "",
        " ",
        "\t",
        "     ",
        "# h",
        "## h ##",
        "#",
        "===",
        "---",
        "-",
        "***",
        "```",
        "~~~",
    ),
    *("``` a", "<div>", "</div>", "<!-- c", "-->", "<x>", "<?p", "?>", "[a]: /u", "[b]: <v> 't'"),
    *(
        "[a]:",
        "'t",
        "[^1]: d",
        "[^n]: - x",
        "| a | b |",
        "|--|--|",
        "a | b",
        "|:-:",
        "| \\| | `|` |",
    ),
    *(
        "$$",
        "$$ x $$",
        "$$ x",
        "%%",
        "%% c %%",
        "%% c",
        "^id",
        "a ^id",
        "> [!note] t",
        "[!x]",
        "    c",
    ),
    *("| [[a\\|b]] | $x$ |", "1986. x", "- ", "> ", "a  ", "a\\", "- [/] t", "[^1] d", "--- "),
]
INLINES = [
    *("*", "**", "***", "_", "__", "`", "``", "a", "b", " ", " ", "c d", "[", "]", "(", ")", "!["),
    *("](", "[a]", "[a][]", "[x][a]", "(/u)", "(/u 't')", "(<u v>)", "<", ">", "<b>", "</b>", "!"),
    *("<!-- x -->", "<http://x.y>", "<a@b.c>", "&amp;", "&#35;", "&nosuch;", "&notit;", "&", "\\*"),
    *(
        "\\",
        "\\[",
        "\\`",
        "  \n",
        "\\\n",
        "\n",
        "\n ",
        "\u00e9",
        "\U0001f600",
        "\u00a0",
        "\u3002",
        "\u0301",
    ),
    *(
        "$",
        "$$",
        "$x$",
        "$a_b$",
        "~~",
        "==",
        "==h==",
        "[[a]]",
        "[[a|b]]",
        "![[p.png|9]]",
        "[[",
        "]]",
        "[[[a]]]",
        "^[[[a]]]",
        "[[[a] b]]",
        "[[a [b]]]",
        "[[a|b]]]",
        "[![[p.png]]](/u)",
        "]]]",
    ),
    *(
        "[^1]",
        "[^n]",
        "^[f]",
        "^[",
        "#tag",
        "#1",
        "%%",
        "%%c%%",
        " ^id",
        "www.a.b",
        "http://a.b/(c).",
    ),
    *("|", "\\|", "\t", "[l](/u)", "![i](j)", "a*b*c", "\u200b", "\ufeff", ":", ";", "<?x?>", "\0"),
]

# What is indented under a bullet, by a tab as Obsidian does it or by blanks.
ITEMS = ["- ", "* ", "+ ", "1. ", "10. ", "- [ ] ", "-\t", "> - ", "- - ", "[^1]: "]
INDENTS = ["\t", "\t", "\t", " \t", "\t ", "\t\t", "  ", "    ", ""]
UNDER_ITEMS = [
    "$$\nx\n$$",
    "$$ x\ny $$",
    "a $$\nx\n$$ b",
    "$$\n# h\n\n- b\n$$",
    "$$\n\tx",
    "$$ x $$",
    "%%\nx\n%%",
    "%% x\ny %% z",
    "%%\nx",
    "```\nx\n```",
    "| a | b |\n|--|--|\n| x | $$ |",
    "> [!note] t\n> $$\n> x\n> $$",
    "<div>\nx\n</div>",
    "<!--\nx\n-->",
    "- b\n\t$$\n\tx\n\t$$",
    "[^1]: d",
    "a\\\nb  \nc",
]


def item(rng: random.Random) -> str:
    """A bullet, and a block that is indented under it."""
    indent, under = rng.choice(INDENTS), rng.choice(UNDER_ITEMS)
    lines = [rng.choice(ITEMS) + rng.choice(("", "a", "$$")), *under.split("\n")]
    return f"\n{indent}".join(lines)


def note(seed: int) -> str:
    """A note of a few lines, the same for the same seed."""
    rng = random.Random(seed)
    ending = rng.choice(("", "\n", "\n\n"))
    return "\n".join(_line(rng) for _ in range(rng.randint(1, 9))) + ending


def _line(rng: random.Random) -> str:
    if rng.random() < 0.1:
        return item(rng)
    prefix = "".join(rng.choices(STARTS, k=rng.choice((0, 0, 0, 1, 1, 2, 3))))
    if rng.random() < 0.5:
        return prefix + rng.choice(LINES)
    return prefix + "".join(rng.choices(INLINES, k=rng.randint(1, 9)))
