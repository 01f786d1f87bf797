"""The facts of a note that is read without a tree are those of its tree, or there are none."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.hostile import HOSTILE
from support.notes import notes
from support.odd_lines import LINES
from support.plain_notes import FRONT_MATTER, SIGNS, nearly_plain

from notelint.markdown import parse
from notelint.markdown.plain import inlines
from notelint.notes import Note, read_note
from notelint.notes.extraction import facts_of
from notelint.notes.plain import plain_facts
from notelint.values import Text

TESTS = Path(__file__).resolve().parent.parent
CASE = re.compile(r"^````\w+[^\n]*\n([\s\S]*?)^````$", re.M)
many = settings(max_examples=500, deadline=None, derandomize=True)


def holds(content: str) -> bool:
    """Whether a note is plain; then its facts have to be those of its tree, which is sound."""
    text = Text(content)
    facts = plain_facts(text)
    if facts is not None:
        tree = parse(content)
        assert tree.is_sound
        assert not tree.limits
        assert facts == facts_of(text, tree)
    return facts is not None


@settings(max_examples=3000, deadline=None, derandomize=True)
@given(st.integers(0, 10**9))
def test_the_facts_of_what_is_nearly_plain_are_those_of_the_tree(seed: int) -> None:
    holds(nearly_plain(seed))


def test_many_of_those_notes_are_plain_and_many_are_not() -> None:
    plain = sum(holds(nearly_plain(seed)) for seed in range(400))
    assert 100 < plain < 300


@many
@given(st.text(alphabet=st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=40))
def test_any_text_has_the_facts_of_its_tree(content: str) -> None:
    holds(content)


@many
@given(notes())
def test_notes_of_all_pieces_have_the_facts_of_their_trees(content: str) -> None:
    holds(content)


@many
@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_notes_of_odd_lines_have_the_facts_of_their_trees(content: str) -> None:
    holds(content)


@many
@given(st.sampled_from(FRONT_MATTER), st.lists(st.sampled_from(LINES), max_size=3).map("\n".join))
def test_the_end_of_a_line_makes_no_difference(front_matter: str, body: str) -> None:
    for ending in ("\n", "\r\n", "\r"):
        holds((front_matter + body).replace("\n", ending))


def pages() -> list[Path]:
    """All pages of cases and all notes that there are for tests."""
    return [path for path in sorted(TESTS.rglob("*.md")) if path.is_file()]


@pytest.mark.parametrize("folder", sorted({path.parent for path in pages()}), ids=lambda p: p.name)
def test_every_note_of_the_tests_has_the_facts_of_its_tree(folder: Path) -> None:
    for path in folder.glob("*.md"):
        page = path.read_bytes().decode("utf-8", "replace")
        for content in (page, *CASE.findall(page)):
            holds(content)
            holds(content.replace("\n", "\r\n"))


def test_every_example_of_commonmark_has_the_facts_of_its_tree() -> None:
    examples = json.loads((TESTS / "markdown/commonmark/examples.json").read_text("utf-8"))
    assert sum(holds(example["markdown"]) for example in examples) > 100


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_notes_have_the_facts_of_their_trees(name: str) -> None:
    holds(HOSTILE[name](2000))


PLAIN = (
    "",
    "# Word\n\nWhat it is.\n",
    '---\naliases: [a]\nup: "[[b]]"\n---\n## Source[^1]\n- A $n$. [[wall|w]]\n\n[^1]: [[x]]\n',
    "- a\n  - b\n    lazy\n1. one\n2) two\n",
    "two\nlines  \nbroken\n\n***\n",
    "some_name and *one* **two ***three***\n",
    "See https://x.org/a_b and #tag, $5 and ^id\n",
    "\tnot code under\n"[1:],
    "a\n    b\n",
    "a\r\n- b\r\n",
    "C:\\a and a < b & c ~ d\n",
    "- [ ] to do\n- [x] done\n",
    "above\n| a | [[b]] |\n|---|:-:|\n| $x$ | [c](d) ![[e]] | f |\n\n[^1]: g\n",
    "> quote\n> - item\n\n> [!note] Title\n> > text\n> ```\n> code\n> ```\n",
    "A [link](b.md#c) and ![](d.png), `code ^id`, ~~not~~ ==this== ![[e]]\n",
    "## `x` [a](b) https://x.org ![[c]]\n",
    "Text\n```py\n# no heading %% [[a]]\n```\n- item\n~~~~\n~~~\n~~~~\n",
    "$$\nx ^id\n\n# y\n$$\n%% one line %%\n%%\nmore\n%%\n$$ z $$\n",
    "1\\. no item, \\*no\\* mark, \\[no\\](link), \\`no code\\` and \\\\ one\n",
    "# A \\# in a heading \\^id [^1]\n\n[^1]: \\- x\n",
    "| [[x\\|y]] | a \\| b | ![[e\\|100]] |\n|---|---|---|\n| [[x\\|y]] | `c` |\n",
    "[a](<b.md>) and ![](<c>), [](<>)\n",
    "> a\nlazy\n\n> > b\n> lazy\nlazier\n> - c\nlaziest [[d]]\n",
    "- a\n  ```\n  code ^id\n\n  ```\n  b\n1. ~~~\n   [[c]]\n   ~~~\n",
    "- a\n\t```\n\tcode\n\t```\n[^1]: glued\n",
    "Text[^1]\n\n```\n[^1]: hidden\n[^2]: hidden\n```\n\n[^1]: shown\n",
    "a `$$` b and `%%`\n- c `$$` d\n\n| `$$` | `%%` |\n|---|---|\n| `$$` | % |\n",
    "a ``b`c`` and ``` [[d]] ```\n",
    "a<br>b <u>c</u> [[d]] <b>[[e]] [^1] [f](g) ![[h]]</b> [[i]] </b> <b> [[j]]\n\n[^1]: k\n",
    "*a* <br/> [[b]]\n\n*c* <u>d</u>\n",
    "<div>\n# a [[b]] ^id\n</div>  \n\n# c\n",
    "# a\n<br>\n\n[^1]: b\n<p>\n",
    "a\n<b>\n<i>c</i>\n\n<b>\nd\n",
    "<https://a.b/c?d=[[e]]> and <a.b@c.de>\n",
    "a&nbsp;b &lt;b&gt; [[c]] &#91;&#91;d]]\n\n- &nbsp;\n\n# e&ouml;f &#35;\n",
    '[a](b "c") and ![d](<e f.md> "[[g]]")\n'.replace(" f", ""),
)
NOT_PLAIN = (
    "\ufeffa",
    "    code",
    "- > quote",
    "> # heading",
    "> [^1]: definition",
    ">\tcode",
    ">>>>> deep",
    "> ```\n> code",
    "- # heading",
    "- ```\n  code\n",
    "- ```\n  code\n```\n",
    "- $$\n  a\n  $$",
    "```\ncode",
    "a[^1]\n\n```\n[^1]: hidden\n```",
    "a[^1]\n\n- ~~~\n  [^1]: hidden\n  ~~~",
    "[^1]: ``a` $$ `b``\n$$",
    "Under\n===",
    "Below\n-",
    "| a |\n|---|---|",
    "| [[a|b]] |\n|---|---|",
    "- | a |\n  |---|",
    "> | a |\n> |---|",
    "[a]: /u",
    "[a\nb]: /u",
    "[^1]: a\n  b",
    "[^1]: a\nb",
    "[^1]: a\n\n  b",
    "[^1]: - a",
    "[^1]: ~~~",
    "[^1]: ```",
    "[^1]: $$ a $$",
    "- a\n  [^1]: b",
    "a $$x$$ b",
    "a `$$ b",
    "a ``$$` b",
    "a %% b %%",
    "> a\n`$$ lazy",
    "%% notelint: allow x %%",
    "%%\na",
    "$$\na",
    "- a\n$$\nlazy\n$$",
    "<!-- a\n-->",
    "<pre>\n\n</pre>",
    "<div id='a'>",
    "> <div>a</div>",
    "- <div>a</div>",
    "a[^1]\n\n<div>\n[^1]: hidden\n</div>\n",
    "# <b>a</b>",
    "a <b\nc>",
    "a <b id='c'>",
    "*a* <u>b</u> [[c]]",
    "<!-- a -->",
    "a &unknown; b",
    "a &#36;&#36; b [[c]]",
    "# a[^1] &nbsp;b",
    "- &#91; ]",
    "- \\[ \\]",
    "a \\$\\$ b [[c]]",
    "a \\%\\% b [[c]]",
    "a \\<b>[[c]]</b>",
    "a\\\nb",
    "a ``b` c",
    "`a\nb`",
    "a^[b]",
    "[a [b](c)](d)",
    "[*a*](b)",
    "[a](b 'c')",
    "[a](<b c>)",
    "[a](<b)",
    "[a](b>)",
    "[a](b(c))",
    "[[a",
    "[[[a]]]",
    "- [ ] ",
    "-     code",
    "-\ta",
    "# *a[^1]*",
    "# ![a](b)",
    "# ` a `",
)


@pytest.mark.parametrize("content", PLAIN)
def test_a_plain_note_is_read_without_a_tree(content: str) -> None:
    assert holds(content)


@pytest.mark.parametrize("content", NOT_PLAIN)
def test_what_is_not_plain_is_left_to_the_tree(content: str) -> None:
    assert not holds(content)


@pytest.mark.parametrize("content", PLAIN)
def test_the_tree_of_a_plain_note_is_made_when_it_is_asked_for(content: str) -> None:
    note = read_note("a.md", content)
    assert "tree" not in vars(note)
    assert note.is_parsed
    assert note.may_be_written
    assert note.tree == parse(content)
    again = pickle.loads(pickle.dumps(note))
    assert again == note == Note("a.md", note.text, note.facts, note.tree)
    assert again.tree == note.tree


def test_a_plain_note_takes_no_parser() -> None:
    code = (
        "import sys; from notelint.notes import read_note, scan_summary\n"
        f"note = read_note('a.md', {PLAIN[2]!r})\n"
        "assert note.facts.references and 'mistune' not in sys.modules\n"
        f"assert scan_summary({PLAIN[2]!r}).aliases and 'mistune' not in sys.modules\n"
        "assert note.tree and 'notelint.markdown.syntax.mistune_port' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize(
    "unit", ["[^a ", "$a ", "#1", "^a ", "&a", "a_", "[", "**a ", "www.a ", "- ", "\\a", "a ]"]
)
def test_long_lines_are_read(unit: str) -> None:
    holds(unit * 5000)


def test_a_line_of_addresses_is_searched_once_for_what_else_is_in_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Counting:
        searches = 0
        finditer = inlines._SPECIAL.finditer

        def search(self, *given: Any) -> Any:
            self.searches += 1
            return special.search(*given)

    special, counting = inlines._SPECIAL, Counting()
    monkeypatch.setattr(inlines, "_SPECIAL", counting)
    for line, most in (("www.a.b " * 500, 1), ("www.a.b " * 50 + "[[c]] " + "www.a.b " * 50, 2)):
        counting.searches = 0
        assert holds(line)
        assert counting.searches <= most
