"""What is found in a note: nothing that it allows itself, and nothing that is not there."""

from __future__ import annotations

import pytest
from support.on_disk import VaultOnDisk
from support.term_notes import HOMES, TERM
from support.vaults import vault_of

from notelint.config import default_settings
from notelint.lint import check
from notelint.notes import read_note
from notelint.values import Diagnostic, Text


def lines_found(vault: VaultOnDisk, note: str) -> list[tuple[int, str]]:
    """Where what was found and not allowed stands."""
    vault.put("a.md", note)
    report = vault.json("--select", "ligature,math-dash").report
    return [(d["start"]["line"], d["name"]) for d in report["diagnostics"]]


COMMENTS = ["%% notelint: allow {} %%", "<!-- notelint: allow {} -->"]
comments = pytest.mark.parametrize("comment", COMMENTS, ids=["Obsidian", "HTML"])


@comments
@pytest.mark.parametrize(
    "line",
    [
        "A ﬁnite set. {}",
        "- A ﬁnite set. {}",
        "# ﬁnite {}",
        "> ﬁnite {}",
        "1. ﬁ\n\t- ﬁ {}",
        "==ﬁ== {}",
    ],
)
def test_a_comment_at_a_line_s_end_allows_that_line(
    vault: VaultOnDisk, comment: str, line: str
) -> None:
    found = lines_found(vault, f"x\n\n{line.format(comment.format('ligature'))}\n\nA ﬁnite set.\n")
    assert [at for at, _ in found] == [3, 6] if "\n" in line else [5]


@comments
def test_a_line_of_a_paragraph_is_allowed_and_its_neighbours_are_not(
    vault: VaultOnDisk, comment: str
) -> None:
    note = f"ﬁ\nﬁ ﬂ {comment.format('ligature')}\nﬁ\n"
    assert lines_found(vault, note) == [(1, "ligature"), (3, "ligature")]


@pytest.mark.parametrize("name", ["ligature", "NL403"])
@comments
def test_a_rule_is_allowed_by_its_name_and_by_its_code(
    vault: VaultOnDisk, comment: str, name: str
) -> None:
    assert lines_found(vault, f"ﬁ {comment.format(name)}\n") == []


@comments
@pytest.mark.parametrize("other", ["math-dash", "NL402", "NL40", "ligatures", "Ligature", "ALL"])
def test_another_rule_is_not_allowed(vault: VaultOnDisk, comment: str, other: str) -> None:
    assert lines_found(vault, f"ﬁ {comment.format(other)}\n") == [(1, "ligature")]


@comments
@pytest.mark.parametrize("names", ["ligature, math-dash", "NL402,NL403", "x,  ligature ,math-dash"])
def test_several_rules_are_allowed_at_once(vault: VaultOnDisk, comment: str, names: str) -> None:
    assert lines_found(vault, f"ﬁ$\\textemdash$x {comment.format(names)}\n") == []


@pytest.mark.parametrize(
    "comment",
    [
        "%%notelint: allow ligature%%",
        "%% notelint:allow ligature %%",
        "<!--notelint: allow ligature-->",
        "<!--  notelint:  allow  ligature  -->",
    ],
)
def test_blanks_inside_the_comment_do_not_matter(vault: VaultOnDisk, comment: str) -> None:
    assert lines_found(vault, f"x\n\nﬁ {comment}\n") == []


@pytest.mark.parametrize(
    "not_a_comment",
    [
        "`%% notelint: allow ligature %%`",
        "\\%% notelint: allow ligature %\\%",
        "notelint: allow ligature",
        "%% allow ligature %%",
        "%% see notelint: allow ligature %%",
        "%% notelint: allow %%",
        "$%% notelint: allow ligature %%$",
    ],
)
def test_what_is_no_such_comment_allows_nothing(vault: VaultOnDisk, not_a_comment: str) -> None:
    assert lines_found(vault, f"x\n\nﬁn {not_a_comment}\n") == [(3, "ligature")]


@comments
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize(
    "block", ["ﬁ\nﬁ\n", "- ﬁ\n- ﬁ\n", "> ﬁ\n", "# ﬁ\n", "| ﬁ |\n|---|\n| ﬁ |\n"]
)
def test_a_comment_on_its_own_line_allows_the_next_block(
    vault: VaultOnDisk, comment: str, gap: str, block: str
) -> None:
    note = f"ﬁ\n\n{comment.format('ligature')}{gap}{block}\nﬁ\n"
    last = note.count("\n")
    assert lines_found(vault, note) == [(1, "ligature"), (last, "ligature")]


@comments
def test_a_heading_is_a_block_and_its_section_is_not(vault: VaultOnDisk, comment: str) -> None:
    note = f"x\n\n{comment.format('ligature')}\n## ﬁ\nﬁ\n"
    assert lines_found(vault, note) == [(5, "ligature")]


@comments
def test_a_comment_on_its_own_line_of_a_quote_allows_the_next_block_in_it(
    vault: VaultOnDisk, comment: str
) -> None:
    note = f"> x\n>\n> {comment.format('ligature')}\n> # ﬁ\n> ﬁ\n"
    assert lines_found(vault, note) == [(5, "ligature")]


@comments
def test_a_comment_between_items_allows_the_next_one(vault: VaultOnDisk, comment: str) -> None:
    note = f"- ﬁ\n{comment.format('ligature')}\n- ﬁ\n\nﬁ\n"
    assert lines_found(vault, note) == [(1, "ligature"), (5, "ligature")]


@comments
def test_a_comment_with_nothing_after_it_allows_nothing(vault: VaultOnDisk, comment: str) -> None:
    assert lines_found(vault, f"ﬁ\n\n{comment.format('ligature')}\n") == [(1, "ligature")]


@comments
def test_two_comments_above_a_block_both_count(vault: VaultOnDisk, comment: str) -> None:
    one, other = comment.format("ligature"), comment.format("math-dash")
    assert lines_found(vault, f"x\n\n{one}\n\n{other}\n\nﬁ$\\textemdash$x\n") == []


@comments
@pytest.mark.parametrize(
    "top", ["", "\ufeff", "\n\n", "---\ntags: x\n---\n", "---\ntags: x\n---\n\n", "---\n---\n"]
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_comment_on_top_allows_the_whole_note(
    vault: VaultOnDisk, comment: str, top: str, ending: str
) -> None:
    note = f"{top}{comment.format('ligature')}\n\nﬁ\n\n- ﬁ\n"
    assert lines_found(vault, note.replace("\n", ending)) == []


@comments
def test_a_comment_at_the_end_of_the_first_line_allows_that_line(
    vault: VaultOnDisk, comment: str
) -> None:
    assert lines_found(vault, f"ﬁ {comment.format('ligature')}\n\nﬁ\n") == [(3, "ligature")]


@pytest.mark.parametrize(
    "front_matter",
    [
        "notelint: {allow: [ligature]}",
        "notelint:\n  allow: [NL403, NL402]",
        "notelint:\n  allow:\n    - x\n    - ligature",
        "notelint: {allow: ligature}",
        "tags: [x]\nnotelint: {allow: [ligature]}\naliases: y",
    ],
)
def test_front_matter_allows_for_the_whole_note(vault: VaultOnDisk, front_matter: str) -> None:
    assert lines_found(vault, f"---\n{front_matter}\n---\nﬁ\n\nﬁ\n") == []


@pytest.mark.parametrize(
    "front_matter",
    [
        "notelint: {allow: [math-dash]}",
        "notelint: {allow: []}",
        "notelint: {allow: {ligature: true}}",
        "notelint: {allow: [3, null]}",
        "notelint: ligature",
        "notelint: [ligature]",
        "allow: [ligature]",
        "x: {notelint: {allow: [ligature]}}",
        "- notelint",
        "notelint:",
        "'notelint: {allow: [ligature]}'",
    ],
)
def test_front_matter_that_does_not_say_so_allows_nothing(
    vault: VaultOnDisk, front_matter: str
) -> None:
    found = lines_found(vault, f"---\n{front_matter}\n---\nﬁ\n")
    assert [name for _, name in found] == ["ligature"]


def test_what_is_allowed_is_not_mended(vault: VaultOnDisk) -> None:
    vault.put("a.md", "ﬁ %% notelint: allow ligature %%\nﬁ\n")
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, "ﬁ %% notelint: allow ligature %%\nfi\n")


def test_what_is_allowed_does_not_fail_a_run(vault: VaultOnDisk) -> None:
    vault.put("a.md", "%% notelint: allow undefined-footnote %%\n\nWalls hold.[^1]\n")
    assert vault.run().code == 0


@comments
@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_a_misspelt_allow_is_mended_before_what_it_meant_to_allow(
    vault: VaultOnDisk, comment: str, gap: str
) -> None:
    text = "x\n\nﬁ{}\n" if gap == " " else "x\n\n{}ﬁ\n"
    parts = (gap, comment) if gap == " " else (comment, gap)
    note = text.format("".join(parts))
    vault.put("a.md", note.format("ligatur"))
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, note.format("ligature"))


def test_a_misspelt_allow_that_may_not_be_mended_keeps_nothing(vault: VaultOnDisk) -> None:
    vault.put("a.md", "ﬁ %% notelint: allow ligatur %%\n")
    ran = vault.run("--fix", "--unfixable", "unknown-rule")
    assert (ran.code, vault.text("a.md")) == (1, "fi %% notelint: allow ligatur %%\n")


def test_an_allow_of_a_rule_that_did_not_run_is_not_unused(vault: VaultOnDisk) -> None:
    vault.put("a.md", "x %% notelint: allow ligature %%\n")
    assert vault.json().names == ["unused-allow"]
    assert vault.json("--select", "unused-allow,math-dash").names == []
    assert vault.json("--per-file-ignores", "*.md:ligature").names == []


def test_an_allow_that_no_fix_leaves_anything_to_do_goes_with_the_next_round(
    vault: VaultOnDisk,
) -> None:
    vault.put("a.md", "x\n\nA wall. %% notelint: allow ligatur, math-dash %%\n")
    ran = vault.run("--fix")
    assert (ran.code, vault.text("a.md")) == (0, "x\n\nA wall.\n")


def test_front_matter_that_is_not_yaml_may_be_allowed_under_it(vault: VaultOnDisk) -> None:
    vault.put("a.md", "---\na: [\n---\n%% notelint: allow invalid-front-matter %%\n\nx\n")
    assert vault.json().names == []


PEERS = r"""---
aliases: [walls]
related: "[[wall#Shape]]"
---
## Synthesis
- `[^9]` and `[[x]]`, ``[^9]``, and \[^8] with %% [^7] [[x]] %% and <!-- [^10] [[x]] -->
- $a_{[^6]}$, $[[x]]$, $a_b*c*$ and an inline note.^[inline note]
- [[wall]], [[wall|walls]], [[A#B#C]], [[wall#[^1]]] and [[#Synthesis]]
- Letter case is nobody's business[^a], escapes neither: \[[x]], \[^8].
- ![[wall.png|400]] and https://example.org/x_y_z
## Source[^1]
- What keeps a cell in shape. \[From Latin vallum a rampart]
```python
re.compile("h[^ae]llo [[x]] $n$.")
```

    [^9] [[x]] $n$.

## Source[^2]
- $$
  x = [[y]] [^9]
  $$
- haemo- and osmo-, mid- and end-

| [[wall\|walls]] | ![[wall.png\|200]] |
| --------------- | -------------------- |

%%
[^7]: hidden [[x]]
%%

<div>
[^9] [[x]]
</div>

## References

[^1]: [[(Home Page) A Dictionary of Biology 8th Edition]]
[^2]: zotero://select/items/1_ABC?x=1&y=2#z
[^A]: plain words
"""

MATHEMATICS = r"""# Counting walls

Let $n$ be the number of walls. There are $n$. Of these, $k$ are thin, $n$, in short.

- $n$. The number of walls
- $n$ is the number of walls
- $N$. ensemble size. default: 20.
- $n$. derece
- $C$ is continuous
- if $n$ is even, $n = 2k$; $v b$, $v c$ are red
1. $n$. First

$$
\sum_{k=0}^{n} \binom{n}{k} = 2^n
$$
whence$$1 - \frac{6}{n}$$where $d_i$ is small, $7 \choose k$$2^k$$(-x)^{7-k}$.

| $n$. | $a \textemdash b$ | $[^1]$ |
| ---- | ----------------- | ------ |
| $x$  | $5 and $6         | $ n $  |

## Proof of $n$.
> $n$. The proof goes by induction on $n$.

It costs $5 and $6, or `$n$.` in code. $\mathrm{C}_{6} \mathrm{H}_{12}$ at $200^{\circ} \mathrm{C}$.
"""

PROGRAMMING = """# Shell

Use `[[ -f x ]]`, `a[^1]`, ``[^2]: x`` and `$n$.` in a script:

```bash
if [[ -f "$n$." ]]; then echo "${title}"; fi  # [^1] [[x]]
[^1]: no definition
## Source [^1]
- $n$. nothing
```

~~~
[[x]] [^2] ﬁ\u00ad $\\textemdash$
~~~

    [^3] [[x]] $n$.
    [^3]: nothing

- in an item:

      [^4] [[x]] $n$.

  ```
  [^5] [[x]] $n$.
  ```

> ```
> [^6] [[x]]
> ```

#Output: 3
"""

HOME_PAGE = """1. [[wall]]
2. [[cell|cells]]
\t1. [[cell wall]]
\t2. [[plant#Shape]]
3. [[(69) Sqrt(x)]]
4. [[__enter__() (python)|__enter__()]]
5. $n$. [[wall]]
"""
TERMS = tuple(
    f"terms/{name}.md"
    for name in ("wall", "cell", "cell wall", "plant", "(69) Sqrt(x)", "__enter__() (python)")
)


def found(content: str, *files: str, path: str = "terms/titanin.md") -> tuple[Diagnostic, ...]:
    vault = vault_of(files=(path, *files))
    return check(read_note(path, content), default_settings().rules_for(path), vault)


def places(findings: tuple[Diagnostic, ...], content: str) -> list[tuple[int, int, str]]:
    text = Text(content)
    return [(*text.position(item.span.start)[:2], item.name) for item in findings]


def test_what_peers_find_is_not_there() -> None:
    assert found(PEERS, "wall.md", "A.md", "wall.png", *HOMES) == ()


def test_mathematics_is_left_alone() -> None:
    assert found(MATHEMATICS) == ()


def test_code_is_left_alone() -> None:
    assert found(PROGRAMMING) == ()


def test_a_home_page_is_left_alone() -> None:
    assert found(HOME_PAGE, *TERMS, path="(Home Page) A Dictionary of Psychology.md") == ()


def test_an_empty_note_is_left_alone() -> None:
    assert found("") == found("\ufeff") == found("\n\n") == ()


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_term_note_has_these_findings_and_no_other(ending: str) -> None:
    content = TERM.replace("\n", ending)
    assert places(found(content, *HOMES), content) == [
        (1, 1, "empty-synthesis"),
        (3, 10, "source-spacing"),
        (4, 3, "math-part-of-speech"),
        (8, 3, "math-part-of-speech"),
        (10, 13, "math-part-of-speech"),
        (10, 39, "lost-hyphen"),
    ]


def test_without_home_pages_the_definitions_lead_nowhere() -> None:
    extra = set(places(found(TERM), TERM)) - set(places(found(TERM, *HOMES), TERM))
    assert extra == {(line, 7, "unresolved-link") for line in (14, 15, 16)}


@pytest.mark.parametrize(("count", "named"), [(10, 9), (11, 10), (40, 10)])
def test_a_finding_names_ten_places_and_says_how_many_there_are(count: int, named: int) -> None:
    doubled = [d for d in found("[^a]: u\n" * count) if d.name == "duplicate-definition"]
    assert len(doubled) == count - 1
    assert {len(d.finding.related) for d in doubled} == {named}
    told = f"(10 of {count - 1} places that belong to it are named)"
    assert {told in d.message for d in doubled} == {count - 1 > 10}


@pytest.mark.parametrize("link", ["[[Mauer]]", "![[Mauer]]", "[[hall\u00a0one]]"])
def test_a_fix_that_would_write_a_name_that_is_not_utf8_is_none(link: str) -> None:
    notes = {"wall\udcff.md": "---\naliases: [Mauer]\n---\n", "x/hall one\udcff.md": ""}
    vault = vault_of(notes, ["hall on\udce9.md"])
    rules = default_settings().rules
    for diagnostic in check(read_note("a.md", link + "\n"), rules, vault):
        written = (edit.text for edit in diagnostic.fix.edits) if diagnostic.fix else ()
        assert all(text.encode() for text in written)
