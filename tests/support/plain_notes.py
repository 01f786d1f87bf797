"""Notes that are nearly plain: all that a plain note may hold, and what makes one of it that is
not, letter by letter and line by line."""

from __future__ import annotations

import random

from support import pieces

FRONT_MATTER = (
    "",
    "",
    "",
    '---\naliases: [A]\nup: "[[x]]"\n---\n',
    "---\nx: [\n---\n",
    "---\n",
    "---\n---\n",
    "--- \nid: x ^y\nnotelint:\n  allow: [a, no-etc]\n--- \n",
    '---\nt: <a id="x"> #t %% ` $$ \\\n---\n',
)
STARTS = (
    *(
        "",
        "",
        "",
        "",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "10. ",
        "  ",
        "    ",
        "\t",
        " ",
        "   ",
        "-\t",
    ),
    *("-   ", "-     ", "- [ ] ", "- [x] ", "[^1]: ", "[^n]:", "    - ", "\t- ", "\t\t- ", "  - "),
    *("      - ", "# ", "## ", "###", "####### ", "> ", "-", "1.", "  [^2]: ", "- - ", "- 1. "),
    *("\t1) ", "[[", "[a]: ", "* * ", "[^ ]: ", "   - ", "     ", "      ", "- # ", "- > "),
)
LINES = (
    *("", "", "", " ", "\t", "    ", "\x0c", "\xa0", "# h", "## h ##", "#", "# #", "===", "---"),
    *("-", "***", "* * *", "_ _ _", "--", "=", "- - -", "+", "1.", "[^1]:", "[^1]: d"),
    *("[^1]: - x", "[^1]: 1. x", "[^1]:# x", "[^1]: [^2]: x", "[^1]: [[a]]", "[^2]:  x  "),
    *("|--|--|", "a | b", ":-:", "|:-:", "-:|", "- | -", "a ^id", "^id", "![[x]] ^id", "x ^a\t"),
    *("[ ]", "- [ ]", "- [ ] ^x", "[x] t", "- \xa0", "- ^id", "--- ", "text", "text  "),
    *("more text   ", "\u2028", "\u3000x", "## Source[^1]", "## Source [^1] tail ^id"),
    *("# [[a|b]] c", "# $x$ #t", "# *a* [^1]", "# a_b_ https://x.y/z", "    code", "  under"),
    *("   two", "[a]", "[a]: /u", "[a\\]: /u", "]: x", "[^1\\]: x", "\ufeff", "$$", "%%", "```"),
    *("# `a` [b](c) [^1]", "> q", "> [!note] t", "<div>", "-->", "[x](\ny)", "~~~", "- ```"),
    *("$$ x $$", "%% c %%", "%% notelint: allow x %%", "> - b", ">", "> ", ">[!x]", "> > n"),
    *("> $$", "> ```", ">  x", "> # h", "> [ ]", "> ^id", ">\tx", "x$$", "a $$ b", "> [[a]] b"),
    *("> ---", "```py x", "```a`b", "````", "  ```", "    ```", "``` ", "# `a` b `c`", "# [a](b)"),
    *("# ![a](b) c", "[^1]: ~~~", "[^1]: > a", "[^1]: $$", "# ` a ` b", "```", "$$", "%%"),
    *("|a|b|", "| [[x]] | $n$ |", "|-|-|", "|--|", "| --- | :-: |", "| a [[x\\|y]] | b |", "|"),
    *("| [[x\\|y]] | b |", "| [[x\\\\|y]] |", "| \\[[a|b]] |", "| a \\| b |"),
    *(
        "  ```",
        "  x",
        "  ~~~",
        "\t```",
        "- ```x",
        "1. ~~~",
        "    ```",
        "[^1]: x",
        "notelint",
        "lazy",
    ),
    *(
        "<br>",
        "<b>a</b> [[c]]",
        "<div>x",
        "</b>",
        "`$$` a",
        "a `%%`",
        "| `$$` | a |",
        "^id",
        "- [\\]",
    ),
    *("- \\[ \\]", "- &#91; ]", "&nbsp;", "- &nbsp;", "# a&nbsp;b", "# [^1]&nbsp;b", "# <b>a</b>"),
    *("| [[x|y]] | b |", "| `a|b` | c", "||", "a|", "-|-", ":-:", "---|---", "> a|b", "> -|-"),
)
INLINES = (
    *("*", "**", "***", "_", "__", "a", "b", " ", " ", "  ", "c d", "[", "]", "(", ")", "!["),
    *("[[a]]", "[[a|b]]", "![[c#d|e]]", "[[", "]]", "[^1]", "[^n]", "[^ ]", "![^1]", "!", "$x$"),
    *("$x^2$", "$", "$5", "$a\\$b$", "$ a $", "$a $", "$\\alpha$", "\\", "\\a", "\\*", "#tag"),
    *("#1", "#1a", "#", "##", "x#y", "#t_a_", "^id", "^", "^a b", "https://x.y/z"),
    *("http://a.b/*c*_d_", "www.x.org", "WWW.x", "a://b", "https://x.y/[a]_b", "~", "=", "~~"),
    *("==", "&", "&amp;", "&x", "AT&T", "<", "<b>", "< 3", "%", "%%", "$$", "`", "`x`", "|", ":"),
    *("-", "+", "1.", "\n", "\n", "  \n", " \n", "\t\n", "\n    ", "\n\t", "\n- ", "\n\n"),
    *("\u2028", "\xa0", "é", "e\u0301", "—", "“", "🧫", "a_b_c", "*a*", "**b**", "_c_", "***d***"),
    *("*a **b** c*", "**", "x\x1cy", "\x0b", "\x00", ".", ",", "1", "2", "[[a]", "[[a]]]"),
    *("[[[a]]", "[[ ]]", "[[a\\|b]]", "^[x]", "[x](y)", "](", "``", "`a`", "[a b](c.md#d)"),
    *("![a](b.png)", "[a](<b>)", "[a](b 't')", "[[a]](b)", "[^1](b)", "[a `b`](c)", "[]()"),
    *("~~a~~", "==b==", "~~~", "![](x)", "[a & b](c?d=e&f)", "[a](b?x&amp;y)", "[a%b](c)"),
    *("\\-", "\\[", "\\]", "\\`", "\\|", "\\$", "\\%", "\\<", "\\#", "\\^", "\\!", "\\\\"),
    *("[a](<b c>)", "![a](<b>)", "[a](b>)", "[a](<b)c>)", "[[a\\\\|b]]", "[](<>)"),
    *(
        "</b>",
        "<br>",
        "<br/>",
        "<u>",
        "</u>",
        "<a id='x'>",
        '<i x="[[a]]">',
        "<b",
        "<b\nc>",
        "<!--",
    ),
    *("<https://a.b>", "<a@b.cd>", "<a:b>", "&nbsp;", "&#36;", "&#37;", "&#91;", "&ouml;", "&xyz;"),
    *(
        "&#x5D;",
        "&#0;",
        "&fjlig;",
        "&lt;b&gt;",
        "``a`b``",
        "``` a ```",
        "``",
        "`` ` ``",
        "`$$`",
        "`%%`",
    ),
    *('[a](b "t")', '![a](<b> "t [[u]]")', '[a](b "t)', "[a](b 't\")", '[a](b  "")', "\\&amp;"),
    *("[a~~b](c)", "[a](b_c*d)", "[ ](b)", "[x https://a.b](c)", "` a `", "`a\n"),
)
SIGNS = " \t\n-*_#[]^1.a:|=+!$`"
PLAIN_STARTS = (
    *("", "- ", "- ", "  - ", "    - ", "1. ", "2. ", "# ", "## ", "[^1]: ", "[^2]: ", "\t- "),
    *(
        "  ",
        "    ",
        "",
        "- [ ] ",
        "* ",
        "      - ",
        "> ",
        "> ",
        "> - ",
        "- ```\n  a\n  ```\n",
        "lazy\n",
    ),
    *("a|b\n-|-\n", "| a |\n|---|\n| ", "x\na|b\n|-|-\n"),
)
PLAIN = (
    *("text", "more [[a]] x", "a $n$ b[^1]", "x ^id", "b *c* d", "end  ", "$a_1$ and #tag"),
    *("`code` in", "a [b](c) d", "<u>a</u> [[b]]", "a<br>b", "&nbsp;", "`$$` a", "``a`b`` c"),
)
ENDINGS = (*["\n"] * 8, "\r\n", "\r")


def nearly_plain(seed: int) -> str:
    """The text of a note."""
    rng = random.Random(seed)
    make = rng.choice((_of_lines, _of_anything, _of_signs, _plain, _plain, _plain))
    content = pieces.note(seed) if rng.random() < 0.1 else make(rng)
    return content.replace("\n", rng.choice(ENDINGS))


def _of_lines(rng: random.Random) -> str:
    lines = [_line(rng) for _ in range(rng.randint(1, 6))]
    return rng.choice(FRONT_MATTER) + "\n".join(lines)


def _line(rng: random.Random) -> str:
    start = rng.choice(("", rng.choice(STARTS)))
    return start + rng.choice((rng.choice(LINES), _inlines(rng)))


def _inlines(rng: random.Random) -> str:
    return "".join(rng.choices(INLINES, k=rng.choice((1, 1, 2, 3, 5, 8))))


def _of_anything(rng: random.Random) -> str:
    return "".join(rng.choices((*STARTS, *LINES, *INLINES, "\n", "\n"), k=rng.randint(1, 9)))


def _of_signs(rng: random.Random) -> str:
    return "".join(rng.choices(SIGNS, k=rng.randint(1, 14)))


def _plain(rng: random.Random) -> str:
    lines = [_plain_line(rng) for _ in range(rng.randint(1, 12))]
    return rng.choice(FRONT_MATTER) + "\n".join(lines)


def _plain_line(rng: random.Random) -> str:
    chance = rng.random()
    if chance < 0.25:
        return ""
    if chance < 0.35:
        return rng.choice((rng.choice(LINES), rng.choice(PLAIN_STARTS) + _inlines(rng)))
    return rng.choice(PLAIN_STARTS) + rng.choice(PLAIN)
