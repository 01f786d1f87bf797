"""The whole page, with its own style and script and nothing else that may run or be asked for."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from notelint.report.page.broken import broken
from notelint.report.page.cited import cited
from notelint.report.page.findings_table import findings_table
from notelint.report.page.health import health
from notelint.report.page.markup import paragraph, text
from notelint.report.page.todo import todo
from notelint.report.page.trend import since_last, trend
from notelint.report.page_report import PageReport
from notelint.report.summary import plural
from notelint.values import __version__

_PARTS = {
    "health": "Health", "worklist": "What to write next", "links": "Broken links",
    "sources": "Sources", "findings": "Findings",
}  # fmt: skip


def render(report: PageReport) -> Iterator[str]:
    """The page, piece by piece."""
    style, script = _own("page.css"), _own("page.js")
    yield from _head(report, style, script)
    yield from _top(report)
    for part in (health, trend, todo, broken, cited, findings_table):
        yield from part(report)
    yield f"</main>\n<script>{script}</script>\n</body>\n</html>\n"


def _head(report: PageReport, style: str, script: str) -> Iterator[str]:
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}';"
        " base-uri 'none'; form-action 'none'"
    )
    yield f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="notelint {__version__}">
<title>{text(report.name)}: notelint</title>
<style>{style}</style>
</head>
<body>
"""


def _top(report: PageReport) -> Iterator[str]:
    parts = _PARTS if not report.history else {"health": "Health", "trend": "Trend", **_PARTS}
    links = "".join(
        f'<li><a href="#{name}">{text(title)}</a></li>' for name, title in parts.items()
    )
    notes = plural(len(report.findings.results), "note")
    made = f"{notes}, {plural(report.findings.found, 'finding')}, looked at on {report.made[:10]}."
    yield f"<header>\n<h1>{text(report.name)}</h1>\n{paragraph(made)}"
    change = since_last(report)
    yield paragraph(change) if change else ""
    yield f'<nav aria-label="Parts of this page"><ul>{links}</ul></nav>\n</header>\n<main>\n'


def _own(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
