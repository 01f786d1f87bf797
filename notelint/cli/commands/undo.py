"""``notelint undo``: the notes of a fixing run as they were before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from notelint.cli.arguments import Parser
from notelint.cli.exit_code import FAILED, FOUND
from notelint.cli.output import say, warn
from notelint.cli.vault_options import root_of
from notelint.disk import state_folder
from notelint.report import plural
from notelint.undo import (
    Record,
    RecordFile,
    Restored,
    Status,
    last_run,
    record_files,
    restore,
    vault_lock,
)
from notelint.values import NotelintError, UsageError


def run(given: list[str]) -> int:
    """Restore the notes of a run, or list the runs."""
    options = parser().parse_args(given)
    root = root_of(options.vault, Path.cwd())
    if options.list:
        return _list(root)
    if not record_files(state_folder(root)):  # and no folder is made to find that out
        raise _nothing_left(root)
    lock = vault_lock(root)
    try:
        file, record = _chosen(root, record_files(lock.folder), options.run)
        notes = restore(root, record)
        if Status.FAILED not in [note.status for note in notes]:  # else it is to be tried again
            file.mark_undone()
        return _report(file, record, notes)
    finally:
        lock.release()


def _chosen(root: Path, files: list[RecordFile], number: int | None) -> tuple[RecordFile, Record]:
    if number is not None:
        named = [file for file in files if file.number == number]
        if not named:
            raise UsageError(f"no run {number} of {root} is on record", "see --list")
        return named[0], named[0].read()
    last = last_run(files)
    if last is None:
        raise _nothing_left(root)
    return last


def _nothing_left(root: Path) -> NotelintError:
    return UsageError(f"no run of {root} is left to undo", "see `notelint undo --list`")


def _report(file: RecordFile, record: Record, notes: Sequence[Restored]) -> int:
    """Say what became of the notes; the exit code."""
    statuses = [note.status for note in notes]
    for note in notes:
        if note.problem:
            warn([f"{note.path}: {note.problem}"])
    if record.damaged:
        warn([f"{file.path}: damaged; notes that cannot be restored: {record.damaged}"])
    restored = plural(statuses.count(Status.RESTORED), "note")
    say([f"run {file.number} of {_date(record)}: {restored} restored."])
    if record.damaged or {Status.FAILED, Status.LOST} & set(statuses):
        return FAILED
    return FOUND if Status.SKIPPED in statuses else 0


def _list(root: Path) -> int:
    """Print the runs on record, the newest first. Nothing is written, so nobody waits."""
    lines = [line for file in record_files(state_folder(root)) for line in _lines(file)]
    say(lines or [f"no run of {root} is on record"])
    return 0


def _lines(file: RecordFile) -> Iterator[str]:
    try:
        record = file.read()
    except NotelintError as error:
        yield str(error)
        return
    if record.changed_something:
        rules = ", ".join(sorted({rule for entry in record.entries for rule in entry.rules}))
        notes = plural(len(record.entries), "note")
        state = "  (undone)" if file.was_undone else ""
        yield f"{file.number:>4}  {_date(record)}  {notes}: {rules}{state}"


def _date(record: Record) -> str:
    return f"{record.started.astimezone():%Y-%m-%d %H:%M}"


def parser() -> Parser:
    parser = Parser(
        prog="notelint undo",
        description="The notes of the last fixing run as they were before it; those that were"
        " changed since are named and left alone.",
    )
    parser.add_argument(
        "run", nargs="?", type=int, metavar="RUN", help="a run by its number in the list"
    )
    parser.add_argument("--list", action="store_true", help="the runs that can be undone")
    parser.add_argument("--vault", metavar="DIR", help="the vault's root, when it cannot be found")
    return parser
