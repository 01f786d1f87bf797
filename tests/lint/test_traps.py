"""Notes in which other tools find what is not there, or mend what is not broken."""

from __future__ import annotations

import subprocess
import sys

import pytest
from support.vaults import vault_of

from notelint.config import default_settings
from notelint.lint import Result, check, fix
from notelint.notes import read_note
from notelint.values import Applicability, Diagnostic, Text

HOMES = (
    "(Home Page) Concise Medical Dictionary 10th Edition.md",
    "(Home Page) A Dictionary of Biology 8th Edition.md",
    "(Home Page) A Dictionary of Psychology 4th Edition.md",
)

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


def found(content: str, *files: str, path: str = "terms/titanin.md") -> tuple[Diagnostic, ...]:
    vault = vault_of(files=(path, *files))
    return check(read_note(path, content), default_settings().rules_for(path), vault)


def fixed(content: str, *files: str, path: str = "terms/titanin.md") -> Result:
    vault, rules = vault_of(files=(path, *files)), default_settings().rules_for(path)
    return fix(read_note(path, content), rules, vault, Applicability.SAFE)


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


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_fixing_a_term_note_writes_four_things(ending: str, bom: str) -> None:
    content = bom + TERM.replace("\n", ending)
    result = fixed(content, *HOMES)
    assert result.error is None
    assert len(result.fixed) == 4
    assert result.after.content == content.replace("Source [", "Source[").replace("$n$", "n")
    again = fixed(result.after.content, *HOMES)
    assert (again.after, again.fixed) == (result.after, ())


@pytest.mark.parametrize(
    "beside",
    ["- ", "-  ", "\t- walls", "walls  ", "walls\\", "| a  |\n| --- |", " \t ", "\n\n", "`a  `"],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n", "\n\n"])
def test_bytes_beside_a_fix_survive(beside: str, ending: str, last: str) -> None:
    note = f"{beside}\n\n## Source [^1]\n{beside}\n\n- a\n\n[^1]: a book\n\n{beside}{last}"
    content = note.replace("\n", ending)
    assert fixed(content).after.content == content.replace("Source [", "Source[")


def test_deeply_nested_bullets_end() -> None:
    code = "from notelint.notes import read_note; read_note('a.md', '- ' * 30 + 'deep')"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=10)
