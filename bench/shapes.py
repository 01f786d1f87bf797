"""Hostile notes: whatever notes repeat, over and over, for a size in characters.

``UNITS`` are what notes repeat, ``WAYS`` the ways in which they repeat it: on one line, line after
line, in a list, a quote, a table, a Source. Each unit is tried in each way. ``SHAPES`` are what is
hostile by its whole, and what makes a careless parser slow comes from the tests.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from runpy import run_path

HOSTILE = Path(__file__).resolve().parent.parent / "tests/support/hostile.py"

Make = Callable[[int], str]  # a note of about so many characters

PAGE = "[[(Home Page) A Dictionary of Psychology]]"
CITED = f"\n\n## References\n\n[^1]: {PAGE}\n"
TERM = f"## Synthesis\n- x\n\n## Source[^1]\n- y{CITED}"
SOURCE = "## Synthesis\n- x\n\n## Source[^1]\n"


def repeat(unit: str, head: str = "", tail: str = "") -> Make:
    """``unit`` over and over between a head and a tail; ``{n}`` in it counts."""

    def make(size: int) -> str:
        count = max(size // len(unit), 1)
        if "{n}" not in unit:
            return head + unit * count + tail
        return head + "".join(unit.replace("{n}", str(n)) for n in range(count)) + tail

    return make


# By what they are called. None has a line's end, so that they can stand in any way.
UNITS: dict[str, str] = {
    "a link that leads somewhere": "[[cell wall]]",
    "a link that leads nowhere": "[[nowhere]]",
    "a link that leads nowhere, another each time": "[[nowhere {n}]]",
    "a near miss": "[[cell wal]]",
    "a near miss, another each time": "[[cell wall {n}]]",
    "a near miss with its text": "[[cell wal|shown]]",
    "a path to nowhere": "[[old/cell wall]]",
    "a link to a heading": "[[#Part 1]]",
    "a link to a lost heading": "[[#Part {n}]]",
    "a link to a heading elsewhere": "[[cell wall#Part {n}]]",
    "a link to a block": "[[#^a{n}]]",
    "a link by an alias": "[[Mauer]]",
    "a link in another case": "[[CELL wall]]",
    "a link with a no-break space": "[[cell\u00a0wall]]",
    "a link that two files may be": "[[index]]",
    "a link to a footnote": "[[#[^1]]]",
    "a link of Markdown": "[a](cell%20wall.md)",
    "a link of Markdown to nowhere": "[a](nowhere{n}.md)",
    "a link of Markdown to a heading": "[a](#part-{n})",
    "a link by reference": "[a{n}][b]",
    "an address": "https://example.org/{n}",
    "an address in brackets": "<https://example.org/{n}>",
    "an address without a scheme": "www.example.org/a_{n}",
    "a mail address": "a.b{n}@example.org",
    "a link in quotes": "['x']('https://www.example.org/cell wall')",
    "an embed": "![[x.png]]",
    "an embed with a bar": "![[x.png|100]]",
    "an embed of nothing": "![[img{n}.png]]",
    "an image": "![a](x{n}.png)",
    "brackets that are no link": "[[]] [[## x]]",
    "brackets that do not close": "[[a",
    "brackets around a link": "[a:: [[cell wall]]]",
    "three brackets": "[[[cell wall]]]",
    "brackets and parentheses": "([a] (b))",
    "a reference": "[^1]",
    "a reference to nothing": "[^9]",
    "a reference to nothing, another each time": "[^a{n}]",
    "an inline footnote": "^[see [[cell wall]]]",
    "what looks like a definition": "[^1] text",
    "a tag": "#tag{n}",
    "a block's id": "text ^b{n}",
    "code": "`a{n}`",
    "code that does not close": "`a ``b",
    "a formula": "$x_{n}$",
    "a formula that does not close": "$x ",
    "a display formula": "$$x$$",
    "a label as a formula": "$n$. A thing",
    "labels as formulas": "$a d j$. & $v b$. a thing",
    "a derived form": "$\\textemdash$thing $n$.",
    "a number as a formula": "(about $15\\text{-}20 \\%$)",
    "a number with a unit": "$6 ~\\mu \\mathrm{g}$ /day",
    "a dash as a formula": "a $\\textemdash$ b",
    "an affix as a formula": "\\[from Greek $a$- not\\]",
    "a sum of money": "$£ 100$ and $.05$",
    "dollars": "$5 and $6",
    "HTML": "<b>a</b>",
    "HTML that does not close": "<span class='a'>",
    "a comment": "%% a %%",
    "a comment that does not close": "%% a",
    "a comment of HTML": "<!-- a -->",
    "an allow": "a %% notelint: allow NL301 %%",
    "an allow of what is found": "[[nowhere {n}]] %% notelint: allow NL301 %%",
    "an allow of all there is": "a %% notelint: allow NL301, NL302, NL303, NL304, NL403 %%",
    "an allow of no rule": "a <!-- notelint: allow ligatur{n} -->",
    "an allow by itself": "%% notelint: allow ligature %%",
    "emphasis": "*a* **b** _c_",
    "emphasis in words": "a*b*c",
    "emphasis that does not close": "*a **b",
    "a highlight": "==a==",
    "a deletion": "~~a~~",
    "a ligature": "pro\ufb01t",
    "a split ligature": "di \ufb03 cult di ff erent difficult",
    "a soft hyphen": "wo\u00adrd word",
    "a soft hyphen before a blank": "po\u00ad litical political",
    "soft hyphens": "\u00ada\u00adb",
    "no width": "a\u200b\u200d\ufeffb",
    "a control character": "a\x02b",
    "a no-break space": "a\u00a0b\u202fc",
    "a replacement character": "a\ufffdb",
    "mojibake": "caf\u00c3\u00a9 caf\u00e9",
    "a byte order mark, decoded twice": "a \u00ef\u00bb\u00bfb",
    "letters of two scripts": "c\u0435ll w\u0430ll",
    "a word of another script": "\u0441\u043e\u0440",
    "Greek": "\u03b1\u03b2\u03b3o\u03b4 \u03bc\u00e9\u03bc",
    "a combining mark": "e\u0301",
    "an emoji": "\U0001f468\u200d\U0001f469",
    "a word": "word",
    "words, another each time": "word{n} il-{n} il{n}",
    "a word with hyphens": "well-known-thing",
    "a hyphen that is lost": "side-effect sideeffect",
    "a hyphen that is kept": "haemo-poietic haemopoietic",
    "a split word": "prac- tices practices",
    "a split word, another each time": "pra{n}- ctices pra{n}ctices",
    "a chain of hyphens": "a- b- c- d-",
    "a word that breaks": "haemo-",
    "small capitals": "See hyBRID Zone, TRUTH TABLe.",
    "a cue": "See also CELL WALL and MAUER",
    "capitals": "ABC",
    "mixed capitals": "aB",
    "mixed capitals behind a cue": "see pH aB abCD",
    "a padded bracket": "( mmHg )",
    "a bracket that does not close": "( a",
    "a blank before a stop": "a , b ; c : d .",
    "numbers": "1,000.50 10-20 %",
    "a date": "1980-01-{n}",
    "a mark of a conflict": "<<<<<<< a",
    "hyphens": "---",
    "equals": "===",
    "a backslash": "a\\b",
    "an entity": "&amp; &nbsp;",
    "quotes": "\u201ca\u201d 'b' \"c\"",
    "bars": "a|b",
    "an escaped bar": "[[cell wall\\|b]]",
    "a colon at the beginning": ": a",
    "a task": "- [ ] #question why",
    "a number at the beginning": "{n}. a",
    "a link and text": "a [[cell wall|b]] of the [[x]] and ![[x.png]]",
}

# How a unit is repeated: what stands between, and around all of it.
WAYS: dict[str, Callable[[str], Make]] = {
    "on one line": lambda unit: repeat(f"{unit} ", head=SOURCE + "- ", tail=CITED),
    "on one line without blanks": lambda unit: repeat(
        unit.replace(" ", ""), head=SOURCE + "- see ", tail=CITED
    ),
    "on lines": lambda unit: repeat(f"{unit}\n", head=SOURCE, tail=CITED),
    "in paragraphs": lambda unit: repeat(f"{unit}\n\n", head=TERM),
    "in lines that end as on Windows": lambda unit: repeat(f"{unit}\r\n\r\n"),
    "in bullets": lambda unit: repeat(f"- {unit}\n", head=SOURCE, tail=CITED),
    "in bullets under a tab": lambda unit: repeat(f"\t- {unit}\n", head="- a\n"),
    "in headings": lambda unit: repeat(f"## {unit}\n\n"),
    "in Source headings": lambda unit: repeat(f"## Source[^1] {unit}\n- a\n"),
    "in quotes": lambda unit: repeat(f"> {unit}\n"),
    "in callouts": lambda unit: repeat(f"> [!note] {unit}\n> {unit}\n\n"),
    "in definitions": lambda unit: repeat(f"[^{{n}}]: {unit}\n", head=TERM),
    "in one definition": lambda unit: repeat(f"{unit} ", head=TERM + "[^2]: "),
    "in rows": lambda unit: repeat(f"| {unit} | b |\n", head="| a | b |\n|---|---|\n"),
    "in one row": lambda unit: repeat(f"| {unit} ", head="| a | b |\n|---|---|\n"),
    "in one emphasis": lambda unit: repeat(f"{unit} ", head="**a ", tail=" b**"),
    "in one link": lambda unit: repeat(f"{unit} ", head="[[a ", tail="]]"),
    "in one formula": lambda unit: repeat(f"{unit} ", head="$$\n", tail="\n$$\n"),
    "in code": lambda unit: repeat(f"{unit}\n", head="```\n", tail="```\n"),
    "in the front matter": lambda unit: repeat(f'  - "{unit}"\n', "---\nlinks:\n", "---\n"),
    "in aliases": lambda unit: repeat(f"  - '{unit}'\n", "---\naliases:\n", "---\n"),
}


def _many_sources(size: int) -> str:
    count = size // 40
    headings = "".join(f"## Source[^{n}]\n- a\n" for n in range(count))
    return f"{headings}\n## References\n\n" + "".join(
        f"[^{n}]: [[(Home Page) A]]\n" for n in range(count)
    )


def _out_of_order(size: int) -> str:
    count = size // 20
    references = " ".join(f"x[^{n}]" for n in range(count, 0, -1))
    return f"{references}\n\n" + "".join(f"[^{n}]: a\n" for n in range(1, count + 1))


def _headings_then_links(heading: str, link: str) -> Make:
    def make(size: int) -> str:
        count = size // (len(heading) + len(link))
        return repeat(heading)(count * len(heading)) + "\n" + repeat(link)(count * len(link))

    return make


SHAPES: dict[str, Make] = {
    "empty sources of one label": repeat("## Source[^1]\n- \n", tail=CITED),
    "sources of one label": repeat("## Source[^1]\n"),
    "sources of one label, spaced": repeat("## Source [^1]\n- a\n\n", tail=CITED),
    "sources of many labels, one page": _many_sources,
    "sources with two references": repeat("## Source[^1][^2]\n- a\n"),
    "sources with many references": repeat("[^{n}]", head="## Source", tail="\n- a\n"),
    "sources without references": repeat("## Source\n- a\n"),
    "syntheses": repeat("## Synthesis\n- \n", head=TERM),
    "syntheses that copy": repeat("- A wall of cells that holds them.\n", head="## Synthesis\n"),
    "a Synthesis and a Source of one word": lambda size: (
        f"## Synthesis\n- {'a ' * (size // 4)}\n## Source[^1]\n- {'a ' * (size // 4)}{CITED}"
    ),
    "a Synthesis of quotes and links": lambda size: (
        "## Synthesis\n" + "> a [[b]] «c\n\n" * (size // 16) + f"## Source[^1]\n- y{CITED}"
    ),
    "a Synthesis of marks that open": repeat("'a »b ‚c ‘d ", head="## Synthesis\n- "),
    "sources that are copied": repeat(
        "## Source[^1]\n- a wall of cells that holds them up\n",
        head="## Synthesis\n- A wall of cells that holds them up.\n",
    ),
    "syntheses that are copied, and sources": repeat(
        "## Synthesis\n- a wall of cells that holds them up\n## Source[^1]\n"
        "- A wall of cells that holds them up.\n"
    ),
    "references": repeat("## References\n\n", head=TERM),
    "other headings": repeat("## Other {n}\n\n", head="## Source[^1]\n- a\n\n"),
    "headings of one text": repeat("## Other\n\n", head="## Source[^1]\n- a\n\n"),
    "headings of one text, deeper": repeat("# a\n## b\n### c\n\n"),
    "headings underlined": repeat("a {n}\n---\n\n"),
    "definitions of one label": repeat("[^a]: u\n"),
    "definitions without references": repeat("[^a{n}]: u\n"),
    "definitions outside": repeat("para\n\n[^5]: x\n\n", tail=TERM),
    "definitions outside, another each": repeat("para[^{n}]\n\n[^{n}]: x\n\n", tail=TERM),
    "definitions glued": repeat("para\n[^{n}]: x\n\n", tail=TERM),
    "definitions glued in a row": repeat("[^{n}]: x\n", head="x[^1]\n\npara\n", tail="\n"),
    "definitions under HTML": repeat("<details>\nz\n</details>\n[^{n}]: d\n\n", head="x[^1]\n\n"),
    "definitions under HTML, one block": repeat("[^{n}]: d\n", head="x[^1]\n\n<details>\n"),
    "definitions in code": repeat("[^{n}]: d\n", head="x[^1]\n\n```\n", tail="```\n"),
    "malformed definitions": repeat("[^{n}] x\n", head=TERM),
    "definitions without a blank": repeat("[^{n}]:x\n", head=TERM),
    "empty definitions": repeat("[^{n}]: \n", head=TERM),
    "references out of order": _out_of_order,
    "headings and links to them": repeat("## Part {n}\n\n[[#Part {n}]] [[#Prat {n}]]\n\n"),
    "headings, then links": _headings_then_links("## Part {n}\n\n", "[[#Part {n}]] "),
    "headings, then wrong links": _headings_then_links("## Part {n}\n\n", "[[#Prat {n}]] "),
    "headings, then slugs": _headings_then_links("## Part {n}\n\n", "[a](#part-{n}) "),
    "headings of one slug, then links": _headings_then_links("## Part\n\n", "[a](#part-{n}) "),
    "headings of a footnote, then links": _headings_then_links("## Part[^1]\n\n", "[[#Part 1]] "),
    "mojibake in headings, linked": _headings_then_links(
        "## caf\u00c3\u00a9 {n}\n\n", "[[#caf\u00c3\u00a9 {n}]] "
    ),
    "mojibake in headings of a text that is linked": repeat(
        "## caf\u00c3\u00a9\n\n", head="# caf\u00e9\n\n[[#caf\u00e9]]\n\n"
    ),
    "mojibake in headings of a slug that is linked": repeat(
        "## caf\u00c3\u00a9!\n\n", head="# caf\u00e9!\n\n[x](#caf\u00e9)\n\n"
    ),
    "one heading, many links": repeat("[[#Part]] ", head="# Part\n\n"),
    "blocks, then links": _headings_then_links("a ^b{n}\n\n", "[[#^b{n}]] "),
    "nested headings, then links": _headings_then_links("# a\n## b {n}\n\n", "[[#a#b {n}]] "),
    "a link through many headings": repeat("#a", head="# a\n\n[[", tail="]]\n"),
    "allows on lines of their own": repeat("%% notelint: allow NL301 %%\n", head="a\n\n"),
    "allows on lines of their own, apart": repeat("%% notelint: allow NL301 %%\n\n", head="a\n\n"),
    "allows in HTML, apart": repeat("<!-- notelint: allow NL301 -->\n\n", head="a\n\n"),
    "allows in a quote": repeat("> %% notelint: allow NL301 %%\n>\n", head="a\n\n"),
    "allows in a quote, by one another": repeat("> %% notelint: allow NL301 %%\n", head="> a\n"),
    "allows in a list": repeat("  %% notelint: allow NL301 %%\n\n", head="- a\n\n", tail="  b\n"),
    "allows in items": repeat("- %% notelint: allow NL301 %%\n"),
    "allows at the end of each block": repeat("a\n\n%% notelint: allow NL301 %%\n\n", head="b\n\n"),
    "allows on top": repeat("%% notelint: allow NL301 %%\n"),
    "allows of one comment": repeat("NL301, ", head="a %% notelint: allow ", tail="NL301 %%\n"),
    "allows in the front matter": repeat(
        "NL{n}, ", head="---\nnotelint: {allow: [", tail="NL301]}\n---\n\n"
    ),
    "findings on allowed lines": repeat("[[nowhere {n}]] %% notelint: allow NL301 %%\n"),
    "soft hyphens at the end": repeat("wo\u00ad\nrd "),
    "soft hyphens at the end, apart": repeat("- po\u00ad\n  litical\n"),
    "broken words": repeat("aa-\nbb "),
    "broken words, long": repeat("haemo-\npoietic haemopoietic "),
    "broken words in items": repeat("- T-\n  cell T-cell\n"),
    "hyphens": repeat("a-", head=TERM),
    "hyphens and blanks": repeat("a- ", head=TERM),
    "one letter": repeat("a", head=TERM),
    "capitals": repeat("A", head=TERM),
    "see": repeat("See ", head=SOURCE + "- ", tail=CITED),
    "references in a list": repeat("CELL WALLS, cell wall, ", head=SOURCE + "- See ", tail=CITED),
    "opening brackets, spaced": repeat("( ", head=TERM),
    "closing brackets, spaced": repeat(" )", head=TERM),
    "brackets, nested": lambda size: TERM + "( " * (size // 4) + " )" * (size // 4),
    "blanks": repeat(" ", head=TERM + "a", tail="b"),
    "blanks and stops": repeat("  .", head=TERM),
    "stops": repeat(".", head=TERM),
    "commas": repeat(" ,", head=TERM),
    "quotation marks": repeat('"', head=TERM),
    "apostrophes": repeat("'a", head=TERM),
    "percents": repeat("%", head=TERM + "1"),
    "digits": repeat("1", head=TERM),
    "digits and stops": repeat("1.", head=TERM),
    "digits and hyphens": repeat("1-", head=TERM),
    "soft hyphens": repeat("\u00ad", head=TERM),
    "letters and soft hyphens": repeat("a\u00ad", head=TERM),
    "no width": repeat("\u200b", head=TERM),
    "joiners": repeat("\u200d", head=TERM),
    "letters and joiners": repeat("a\u200d", head=TERM),
    "invisible characters": repeat("a\u200b\u00ad\u200d", head=TERM),
    "marks": repeat("\u0301", head=TERM + "a"),
    "ligatures": repeat("\ufb01", head=TERM),
    "ligatures, spaced": repeat("\ufb01 ", head=TERM),
    "letters f": repeat("ff ", head=TERM),
    "mojibake on end": repeat("\u00c3\u00a9", head=TERM),
    "mojibake of no letters": repeat("\u00e2\u20ac\u2122", head=TERM),
    "mojibake, half": repeat("\u00c3", head=TERM),
    "Cyrillic letters on end": repeat("\u0435c", head=TERM),
    "Cyrillic": repeat("\u0435", head=TERM),
    "Greek on end": repeat("\u03bf", head=TERM),
    "replacement characters": repeat("\ufffd", head=TERM),
    "dollars": repeat("$", head=TERM),
    "dollars and blanks": repeat("$ ", head=TERM),
    "formulas on end": repeat("$n$", head=SOURCE + "- ", tail=CITED),
    "one long formula": repeat("n ", head=SOURCE + "- $", tail="$." + CITED),
    "one long formula of numbers": repeat("1-", head=SOURCE + "- $", tail="1$." + CITED),
    "one long formula of text": repeat("\\text{-}", head=SOURCE + "- $", tail="$." + CITED),
    "one long formula of braces": repeat("{", head=SOURCE + "- $", tail="$." + CITED),
    "one long formula of blanks": repeat("~", head=SOURCE + "- $1", tail="2$." + CITED),
    "a bracket before a label": repeat("(a ", head=SOURCE + "- ", tail=") $n$. a" + CITED),
    "derived forms": repeat("a. \u2014thing $n$. ", head=SOURCE + "- ", tail=CITED),
    "bars": repeat("|", head=TERM),
    "angle brackets": repeat("<", head=TERM),
    "closing angle brackets": repeat(">", head=TERM + "a"),
    "one long address": repeat("a/", head="https://example.org/"),
    "addresses without blanks": repeat("https://a.b"),
    "mail addresses without blanks": repeat("a@b.c"),
    "at signs": repeat("@"),
    "carets": repeat("^"),
    "a long target": repeat("a ", head="[[", tail="]]"),
    "a long target of folders": repeat("a/", head="[[", tail="]]"),
    "a long target of steps": repeat("../", head="[[", tail="x]]"),
    "a long target of hashes": repeat("#", head="[[a", tail="]]"),
    "a long target of escapes": repeat("%20", head="[a](", tail=")"),
    "a long text of a link": repeat("a ", head="[[cell wall|", tail="]]"),
    "a long alias": repeat("a ", head="---\naliases: [", tail="]\n---\n"),
    "a long label": repeat("a", head="x[^", tail="]\n\n[^1]: a\n"),
    "a long heading": repeat("a ", head="# "),
    "a long heading of an id": repeat("a", head="# b {#"),
    "a long heading of links": repeat("[[a]] ", head="# "),
    "a long heading of references": repeat("[^1]", head="# Source"),
    "a long allow": repeat("a", head="a %% notelint: allow ", tail=" %%\n"),
    "a wide table": lambda size: "".join(
        cell * (size // 16) + "|\n" for cell in ("| a ", "|---", "| b ", "| c ")
    ),
    "a long table": repeat("| a | b |\n", head="| a | b |\n|---|---|\n"),
    "a table of links with bars": repeat(
        "| [[cell wall|b]] | [[nowhere|c]] |\n", head="| a | b | c | d |\n|---|---|---|---|\n"
    ),
    "a row of links with bars": repeat("| [[cell wall|b]] ", head="| a | b |\n|---|---|\n"),
    "tables": repeat("| a | b |\n|---|---|\n| [[x|y]] | d |\n\n"),
    "conflict marks": repeat("<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n"),
    "conflict marks that open": repeat("<<<<<<< a\n"),
    "conflict marks that divide": repeat("=======\n", head="<<<<<<< a\n"),
    "conflict marks, no end": repeat("<<<<<<< a\n=======\n"),
    "front matter": repeat("key{n}: value\n", head="---\n", tail="---\n"),
    "front matter, one key": repeat("key: value\n", head="---\n", tail="---\n"),
    "front matter, a list on one line": repeat("a, ", head="---\ntags: [", tail="a]\n---\n"),
    "front matter, links on one line": repeat(
        '"[[nowhere {n}]]", ', head="---\nlinks: [", tail='"b"]\n---\n'
    ),
    "front matter, a long text": repeat("a ", head="---\ntitle: ", tail="\n---\n"),
    "front matter, a text of lines": repeat("  a\n", head="---\ntitle: |\n", tail="---\n"),
    "front matter, nested": lambda size: (
        "---\n" + "".join(" " * n + "a:\n" for n in range(int(size**0.5))) + "---\n"
    ),
    "front matter, brackets": repeat("[", head="---\na: ", tail="\n---\n"),
    "front matter, unquoted links": repeat("[[a]], ", head="---\na: ", tail="b\n---\n"),
    "front matter, anchors": repeat("a{n}: &a{n} x\n", head="---\n", tail="---\n"),
    "front matter, comments": repeat("# a\n", head="---\n", tail="a: b\n---\n"),
    "front matter, broken": repeat("key{n}: value\n", head="---\n", tail="a: [\n---\n"),
    "bullets, empty": repeat("- \n", head="## Synthesis\n"),
    "bullets": repeat("- a\n"),
    "bullets under bullets": repeat("- a\n\t- b\n\t\t- c\n"),
    "lists": repeat("- a\n\n\nb\n\n"),
    "paragraphs": repeat("a\n\n"),
    "lines": repeat("a\n"),
    "lines with blanks at their ends": repeat("a   \n"),
    "blank lines": repeat("\n", head="a", tail="b"),
    "blank lines at the end": repeat("\n", head="a"),
    "blank lines of blanks": repeat("  \n", head="a"),
    "lines that end as on a Macintosh": repeat("a\r"),
    "line feeds after returns": repeat("\n\r", head="a"),
    "empty quotes": repeat(">\n", head="> a\n"),
    "callouts": repeat("> [!note] a\n> b\n\n"),
    "comments of lines": repeat("%%\na\n%%\n\n"),
    "fences": repeat("```\na\n```\n"),
    "formulas of lines": repeat("$$\na\n$$\n"),
    "HTML of lines": repeat("<div>\na\n</div>\n\n"),
    "HTML with ids": repeat('<a name="x{n}"></a> [a](#x{n})\n\n'),
    "HTML open around links": repeat("<mark> [[nowhere {n}]] "),
    "affixes": repeat("\\[from Greek $a$- not\\] ", head=SOURCE + "- ", tail=CITED),
}


def _placed() -> dict[str, Make]:
    return {f"{what}, {how}": WAYS[how](unit) for what, unit in UNITS.items() for how in WAYS}


def all_shapes(quick: bool = False) -> dict[str, Make]:
    """What makes a note of each shape; the quick ones are not each unit in each way."""
    few = {**run_path(str(HOSTILE))["HOSTILE"], **SHAPES}
    return few if quick else {**few, **_placed()}
