"""Makes the pictures of the README and of the site from what notelint prints and writes on the
example vault: `python docs/pictures.py` draws them, and a test compares them.

A terminal is drawn from the colours that notelint gives it. The page of `notelint report` is in its
picture as it is, its own style with it, and only cut off: no browser takes part in it, whose fonts
would make other bytes on each machine.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
PROJECT = HERE.parent

TYPED = "notelint terms/habituation.md --output-format full"
TERMINAL = """\
A terminal. notelint lists five findings in a note, each with its line, a caret below the place, and
the line as a fix would make it."""
PAGE = """\
The top of the page that notelint report makes of the example vault: 25 notes, 40 findings, 14 of 16
Syntheses written, and a table of findings by rule with how many of them have which fix."""

_STYLES = {
    "1": "font-weight: bold", "2": "fill: #a2a9b4", "31": "fill: #ff8a80", "32": "fill: #7ee2a0",
    "33": "fill: #f2cc60", "36": "fill: #7fd4e6",
}  # fmt: skip
_LETTER, _LINE, _EDGE = 7.8, 18, 16  # pixels
_WIDTH, _HEIGHT = 760, 640  # of what is shown of the page
_ESCAPE = re.compile(r"\x1b\[(\d+)m")
_DAY = re.compile(r", looked at on [\d-]+")


class Run(NamedTuple):
    """Characters of one style on a line, from a column on."""

    column: int
    text: str
    style: str


def pictures() -> dict[str, str]:
    """The pictures by their names in the folder beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder).resolve() / "vault"
        shutil.copytree(PROJECT / "examples" / "vault", vault)
        page = _report(vault)
        talk = _talk(vault)
    return {"terminal.svg": terminal(talk), "report.svg": cut(page)}


def _report(vault: Path) -> str:
    file = vault.parent / "report.html"
    _notelint(vault, "report", "--no-cache", "-o", str(file))
    return file.read_text(encoding="utf-8")


def _talk(vault: Path) -> list[str]:
    """A command, and what it prints."""
    printed = _notelint(vault, "--no-cache", "--color", "always", *TYPED.split()[1:])
    return [f"\x1b[2m$\x1b[0m \x1b[1m{TYPED}\x1b[0m", *printed]


def _notelint(vault: Path, *arguments: str) -> list[str]:
    command = [sys.executable, "-m", "notelint", *arguments]
    done = subprocess.run(command, cwd=vault, capture_output=True, encoding="utf-8", check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    return done.stdout.splitlines()


def terminal(lines: list[str]) -> str:
    """A terminal with these lines, which have the escapes of colours."""
    drawn = [list(_runs(line)) for line in lines]
    columns = max(run.column + len(run.text) for runs in drawn for run in runs)
    width, height = round(columns * _LETTER) + 2 * _EDGE, len(lines) * _LINE + 2 * _EDGE
    texts = [_text(run, number) for number, runs in enumerate(drawn) for run in runs]
    style = "text { font: 13px ui-monospace, monospace; fill: #e6e9ee; white-space: pre; }"
    styles = [style, *(f".s{code} {{ {said}; }}" for code, said in _STYLES.items())]
    ground = f'<rect width="{width}" height="{height}" rx="8" fill="#16181d"/>'
    return _svg(TERMINAL, width, height, [_style(styles), ground, *texts])


def _runs(line: str) -> Iterator[Run]:
    column, style = 0, ""
    for number, part in enumerate(_ESCAPE.split(line)):
        if number % 2:
            style = "" if part == "0" else part
            continue
        stripped = part.lstrip()
        if stripped:
            yield Run(column + len(part) - len(stripped), stripped.rstrip(), style)
        column += len(part)


def _text(run: Run, line: int) -> str:
    """A run where its column is: the width that it takes does not hang on the font."""
    x, y = _EDGE + run.column * _LETTER, _EDGE + (line + 0.75) * _LINE
    style = f' class="s{run.style}"' if run.style else ""
    length = f'textLength="{len(run.text) * _LETTER:.1f}"'
    return f'<text{style} x="{x:.1f}" y="{y:.1f}" {length}>{escape(run.text, quote=False)}</text>'


def cut(page: str) -> str:
    """The top of a page of HTML, the day left out on which it was made."""
    style = page.split("<style>")[1].split("</style>")[0]
    top = page.split("<body>\n")[1].split("</section>")[0]
    body = (
        f'<body xmlns="http://www.w3.org/1999/xhtml">\n{_DAY.sub("", top)}</section></main></body>'
    )
    inside = f'<foreignObject width="{_WIDTH}" height="{_HEIGHT}">\n{body}\n</foreignObject>'
    edge = f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="none" stroke="#888" stroke-width="2"/>'
    return _svg(PAGE, _WIDTH, _HEIGHT, [_style([style]), inside, edge])


def _style(lines: list[str]) -> str:
    return "\n".join(["<style>", *lines, "</style>"])


def _svg(said: str, width: int, height: int, parts: list[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'style="width: {width}px; max-width: 100%; border: 0" role="img" aria-labelledby="said">'
    )
    title = f'<title id="said">{" ".join(said.split())}</title>'
    return "\n".join([head, title, *parts, "</svg>"]) + "\n"


def _write() -> None:
    for name, picture in pictures().items():
        (HERE / "pictures" / name).write_text(picture, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write()
