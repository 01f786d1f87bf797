"""The format ``junit``: a test suite a note, a failed test case a finding."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from notelint.lint import Result
from notelint.report.names import sayable
from notelint.report.results import Options, Report
from notelint.values import Diagnostic, Text, lazy_pattern

# What XML 1.0 forbids, escaped or not: https://www.w3.org/TR/xml/#charsets
_FORBIDDEN = lazy_pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, options: Options) -> Iterator[str]:
    """A document for Jenkins and all that read its format."""
    yield "<?xml version='1.0' encoding='utf-8'?>\n"
    failures, errors = report.found, sum(bool(r.error) for r in report.results)
    passed = sum(not _is_failing(result) for result in report.results)
    numbers = _numbers(failures, errors, passed)
    yield f'<testsuites name="notelint" {numbers}>\n'
    for result in report.results:
        yield from _suite(result, options.repository_path(result.path))
    yield "</testsuites>\n"


def _suite(result: Result, path: str) -> Iterator[str]:
    failures, errors = sum(1 for _ in result.tally()), int(bool(result.error))
    numbers = _numbers(failures, errors, int(not _is_failing(result)))
    yield f"  <testsuite name={_attribute(path)} {numbers}>\n"
    for item, text in result.placed():
        yield _case(item.code, path, _failure(item, text, path))
    if result.error:
        yield _case("notelint", path, f"<error message={_attribute(result.error)}/>")
    if not _is_failing(result):
        yield _case("notelint", path, "")
    yield "  </testsuite>\n"


def _is_failing(result: Result) -> bool:
    return result.has_findings or bool(result.error)


def _numbers(failures: int, errors: int, passed: int) -> str:
    return f'tests="{failures + errors + passed}" failures="{failures}" errors="{errors}"'


def _case(name: str, path: str, content: str) -> str:
    return (
        f"    <testcase name={_attribute(name)} classname={_attribute(path)}>{content}</testcase>\n"
    )


def _failure(item: Diagnostic, text: Text, path: str) -> str:
    at = text.position(item.span.start)
    told = f"{path}:{at.line}:{at.column}: {item.code} {item.name}: {item.message}"
    message, kind = _attribute(item.message), _attribute(str(item.severity))
    return f"<failure message={message} type={kind}>{escape(_clean(told))}</failure>"


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", sayable(text))
