"""The formats of a report: the modules of a folder, each with a ``render``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from notelint.values import modules_in

if TYPE_CHECKING:
    from notelint.report.page_report import PageReport
    from notelint.report.results import Options, Report
    from notelint.report.sources_report import SourcesReport
    from notelint.report.worklist_report import WorklistReport

_FINDINGS, _SOURCES = "notelint.report.findings", "notelint.report.sources"
_WORKLIST = "notelint.report.worklist"


def findings_formats() -> tuple[str, ...]:
    """The formats of the findings of a run."""
    return _modules_of(_FINDINGS)


def sources_formats() -> tuple[str, ...]:
    """The formats of what a vault cites."""
    return _modules_of(_SOURCES)


def worklist_formats() -> tuple[str, ...]:
    """The formats of what is to be written."""
    return _modules_of(_WORKLIST)


def rendered(report: Report, name: str, options: Options) -> Iterator[str]:
    """The findings of a run in a format, piece by piece."""
    pieces: Iterator[str] = _format(_FINDINGS, name).render(report, options)
    return pieces


def rendered_sources(report: SourcesReport, name: str) -> Iterator[str]:
    """What a vault cites in a format, piece by piece."""
    pieces: Iterator[str] = _format(_SOURCES, name).render(report)
    return pieces


def rendered_page(report: PageReport) -> Iterator[str]:
    """The page for people, piece by piece."""
    from notelint.report.page.document import render

    return render(report)


def rendered_worklist(report: WorklistReport, name: str) -> Iterator[str]:
    """What is to be written in a format, piece by piece."""
    pieces: Iterator[str] = _format(_WORKLIST, name).render(report)
    return pieces


def remarks(report: Report, name: str) -> tuple[str, ...]:
    """What a format leaves out of a report, to be said beside it."""
    said = getattr(_format(_FINDINGS, name), "remarks", None)
    return tuple(said(report)) if said else ()


def rendered_statistics(report: Report, options: Options, is_json: bool) -> Iterator[str]:
    """How often each rule was broken, for people or for programs."""
    from notelint.report.statistics import render, render_json

    return render_json(report) if is_json else render(report, options)


def rendered_diff(report: Report, options: Options) -> Iterator[str]:
    """What was fixed in a run as a diff, piece by piece."""
    from notelint.report.diff import render  # difflib, for whoever asks for one

    return render(report, options)


def _modules_of(folder: str) -> tuple[str, ...]:
    return tuple(modules_in(folder))


def _format(folder: str, name: str) -> Any:
    return import_module(f"{folder}.{name}")
