"""How Sphinx makes the site of the pages beside this file. They are plain Markdown: what only the
site needs, its order and the depth of its contents, stands here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

CONTENTS = {
    "Begin": ["tutorial", "install"],
    "How to": [
        *("configuration", "ratchet", "hook", "github", "gitlab", "editors", "packs", "languages"),
        *("moving", "batch"),
    ],
    "Look at a vault": ["sources", "worklist", "report"],
    "Reference": ["rules", "commands", "keys", "reports", "json", "api", "names", "dependencies"],
    "Background": ["obsidian", "markdown", "dictionaries", "fixing", "performance", "evaluation"],
}
PARTS = {"rules": [f"rules/nl{family}" for family in (0, 1, 2, 3, 4, 5, 9)]}
SHALLOW = {"commands", "keys", *PARTS["rules"]}  # pages on which every part has the same headings

project = html_title = "notelint"
extensions = ["myst_parser"]
exclude_patterns: list[str] = []
myst_heading_anchors = 4
smartquotes = False  # `--fix` has two hyphens
html_theme = "furo"
html_show_copyright = html_show_sourcelink = html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["notelint.css"]


html_show_search_summary = False  # it fetches the pages that it tells of, which a file may not

# A paragraph that is a link to a file, which the site shows in full.
_FILE = re.compile(r"^\[(pipelines/[\w-]+\.yml)\]\(\1\)$", re.M)

# What the theme leaves to be said to those who do not see the page, or use no mouse.
ACCESSIBLE = {
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
    '<aside class="sidebar-drawer': '<aside aria-label="Pages" class="sidebar-drawer',
    '<aside class="toc-drawer': '<aside aria-label="On this page" class="toc-drawer',
    'class="caption" role="heading"': 'class="caption" role="heading" aria-level="2"',
    '<div id="search-results"': '<h1>Search</h1><div id="search-results"',
}


def setup(app: Any) -> None:
    app.connect("source-read", _complete)
    app.connect("build-finished", _make_accessible)


def _make_accessible(app: Any, problem: Exception | None) -> None:
    for page in Path(app.outdir).rglob("*.html") if problem is None else ():
        text = page.read_text(encoding="utf-8")
        for plain, accessible in ACCESSIBLE.items():
            if accessible not in text:
                text = text.replace(plain, accessible)
        page.write_text(text, encoding="utf-8")


def _complete(_: Any, name: str, source: list[str]) -> None:
    source[0] = _FILE.sub(r"```{literalinclude} \1\n:language: yaml\n```", source[0])
    if name == "index":
        source[0] += "".join(_contents(pages, title) for title, pages in CONTENTS.items())
    elif name in PARTS:
        source[0] += _contents(PARTS[name])
    if name in SHALLOW:
        source[0] = f"---\ntocdepth: 2\n---\n{source[0]}"


def _contents(pages: list[str], title: str = "") -> str:
    caption = f":caption: {title}\n" if title else ""
    return "\n```{toctree}\n:hidden:\n" + caption + "\n" + "\n".join(pages) + "\n```\n"
