"""Makes a release: `python release.py 0.2.0` has what is unreleased become that version wherever
it is named, commits that, and tags it. With `--dry-run` it shows the change and writes nothing;
`--notes` prints what the changelog says of a version. Nothing is pushed: the tag, once pushed,
publishes."""

from __future__ import annotations

import argparse
import datetime
import difflib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from packaging.version import InvalidVersion, Version

CHANGELOG = "CHANGELOG.md"
NAMED = "notelint/values/version.py"
# How the version is named in each file, with a group before and behind it.
PLACES = {
    NAMED: r'(__version__ = ")%s(")',
    "CITATION.cff": r"(?m)(^version: )%s($)",
    "action.yml": r'(default: ")%s(")',
    "*": r'(notelint(?:==|@v|", "version": "))%s(?![\w.]*\d)()',
}
_LEFT_ALONE = (CHANGELOG, "tests/", "editors/")  # what tells of other versions, or has its own
_UNRELEASED = "## Unreleased\n"
_HEADING = re.compile(r"^## (\S+) \(\d{4}-\d\d-\d\d\)$", re.M)


class RefusedError(Exception):
    """Why there is no release."""


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    root = Path(__file__).parent
    try:
        if options.notes:
            print(notes((root / CHANGELOG).read_text(encoding="utf-8"), options.version))
        else:
            release(root, options.version, options.date, options.dry_run)
    except RefusedError as refusal:
        print(f"no release: {refusal}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="release.py", description=__doc__)
    parser.add_argument("version", metavar="VERSION")
    parser.add_argument("--dry-run", action="store_true", help="show the change, write nothing")
    parser.add_argument("--notes", action="store_true", help="print the changelog of a version")
    parser.add_argument(
        "--date",
        type=datetime.date.fromisoformat,
        default=datetime.datetime.now(tz=datetime.UTC).date(),
        help="the day of the release (default: today, in UTC)",
    )
    return parser


def release(root: Path, version: str, date: datetime.date, is_dry: bool = False) -> None:
    """Write, commit and tag a version, or show what would be written.

    Raises:
        RefusedError: something speaks against it; nothing was changed.
    """
    _refuse_what_is_not_kept(root)
    current = _current(root)
    _refuse_a_wrong_version(root, version, current)
    changed = dict(_changed(root, current, version, date))
    if is_dry:
        sys.stdout.writelines(_shown(root, changed))
        return
    for name, text in changed.items():
        (root / name).write_text(text, encoding="utf-8", newline="")
    try:
        _git(root, "commit", "-q", "-m", f"Release {version}", "--", *changed)
        _git(root, "tag", "-a", f"v{version}", "-m", f"notelint {version}")
    except RefusedError:
        if _git(root, "status", "--porcelain"):  # as it is where a hook refuses the commit
            _git(root, "checkout", "-q", "HEAD", "--", *changed)
        raise
    print(f"v{version} is committed and tagged; `git push --follow-tags` publishes it")


def notes(changelog: str, version: str) -> str:
    """What a changelog says of a version.

    Raises:
        RefusedError: it says nothing of it.
    """
    for part in re.split(r"^(?=## )", changelog, flags=re.M):
        heading, _, text = part.partition("\n")
        if (found := _HEADING.match(heading)) and found[1] == version:
            return text.strip()
    raise RefusedError(f"{CHANGELOG} says nothing of {version}")


def _refuse_what_is_not_kept(root: Path) -> None:
    if changed := _git(root, "status", "--porcelain"):
        first = changed.splitlines()[0][3:]
        raise RefusedError(f"{first} is changed or new; commit it, or take it away")


def _refuse_a_wrong_version(root: Path, version: str, current: str) -> None:
    try:
        asked = Version(version)
    except InvalidVersion:
        raise RefusedError(f"{version} is no version, such as 0.2.0 or 0.2.0rc1") from None
    if str(asked) != version or asked.local or asked.epoch:
        raise RefusedError(f"{version} is written {asked.public}")
    released = _HEADING.findall((root / CHANGELOG).read_text(encoding="utf-8"))
    last = max(map(Version, released), default=None)
    if asked < Version(current) or (last is not None and asked <= last):
        raise RefusedError(f"{version} is not higher than {last or current}")
    if _git(root, "tag", "--list", f"v{version}"):
        raise RefusedError(f"there is a tag v{version} already")


def _current(root: Path) -> str:
    text = (root / NAMED).read_text(encoding="utf-8")
    found = re.search(PLACES[NAMED] % "(.+)", text)
    if found is None:
        raise RefusedError(f"{NAMED} names no version")
    return found[2]


def _changed(
    root: Path, current: str, version: str, date: datetime.date
) -> Iterator[tuple[str, str]]:
    """The files that change, and what they say then."""
    yield CHANGELOG, _moved(_text(root, CHANGELOG), version, date)
    for name in _git(root, "ls-files", "-z").split("\0"):
        if not name or name.startswith(_LEFT_ALONE):
            continue
        before = _text(root, name)
        after = _named(before, name, current, version)
        if name == "CITATION.cff":
            after = _dated(after, date)
        if after != before:
            yield name, after


def _moved(changelog: str, version: str, date: datetime.date) -> str:
    """A changelog in which what was unreleased is of a version."""
    before, found, rest = changelog.partition(_UNRELEASED)
    if not found or not re.split(r"^## ", rest, maxsplit=1, flags=re.M)[0].strip():
        raise RefusedError(f"{CHANGELOG} has nothing under `{_UNRELEASED.strip()}`")
    return f"{before}{_UNRELEASED}\n## {version} ({date})\n{rest}"


def _named(text: str, name: str, current: str, version: str) -> str:
    for place in (name, "*"):
        if place in PLACES:
            pattern = PLACES[place] % re.escape(current)
            text = re.sub(pattern, rf"\g<1>{version}\g<2>", text)
    return text


def _dated(citation: str, date: datetime.date) -> str:
    undated = re.sub(r"(?m)^date-released: .*\n", "", citation)
    return re.sub(r"(?m)^(version: .*\n)", rf"\g<1>date-released: {date}\n", undated)


def _text(root: Path, name: str) -> str:
    """What a file says, line ends as they are; nothing where it is no text."""
    try:
        return (root / name).read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _shown(root: Path, changed: dict[str, str]) -> Iterator[str]:
    for name, text in changed.items():
        lines = _text(root, name).splitlines(True), text.splitlines(True)
        yield from difflib.unified_diff(*lines, f"a/{name}", f"b/{name}", n=1)


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(root), *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        raise RefusedError(
            f"`git {arguments[0]}` says: {done.stderr.strip() or done.stdout.strip()}"
        )
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
