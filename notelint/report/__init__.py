"""What was found, told to people and to programs."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.report.baseline import rendered_baseline
    from notelint.report.formats import (
        findings_formats,
        remarks,
        rendered,
        rendered_diff,
        rendered_page,
        rendered_sources,
        rendered_statistics,
        rendered_worklist,
        sources_formats,
        worklist_formats,
    )
    from notelint.report.github_step import MOST_OF_SUMMARY, step_summary
    from notelint.report.history import Entry, as_history
    from notelint.report.line_matches import LineMatcher
    from notelint.report.page_report import NoteOnPage, PageReport, look_at
    from notelint.report.renewal import renewal_of
    from notelint.report.results import Options, Report
    from notelint.report.rule_page import explain, overview, rules_as_data
    from notelint.report.sources_report import SourcesReport, Unread
    from notelint.report.summary import plural
    from notelint.report.terminal import escaped, printable
    from notelint.report.tree import as_object, lines
    from notelint.report.worklist_report import WorklistReport
else:
    __getattr__ = exports(
        __name__,
        {
            ".baseline": "rendered_baseline",
            ".formats": "findings_formats remarks rendered rendered_diff rendered_page"
            " rendered_sources rendered_statistics rendered_worklist sources_formats"
            " worklist_formats",
            ".history": "Entry as_history",
            ".line_matches": "LineMatcher",
            ".page_report": "NoteOnPage PageReport look_at",
            ".results": "Options Report",
            ".rule_page": "explain overview rules_as_data",
            ".renewal": "renewal_of",
            ".sources_report": "SourcesReport Unread",
            ".github_step": "MOST_OF_SUMMARY step_summary",
            ".summary": "plural",
            ".terminal": "escaped printable",
            ".tree": "as_object lines",
            ".worklist_report": "WorklistReport",
        },
    )
