"""A revision that somebody names, what git says of it, and what to do where it says nothing."""

from __future__ import annotations

from pathlib import Path

from notelint.disk.git import Answer, NoAnswerError, ask, repository_of
from notelint.values import NamedTuple, Place, UsageError

_SECONDS = 60.0  # for one answer; a history may be long
_HISTORY = (
    "this clone is shallow: fetch its history with `git fetch --unshallow`, or have the pipeline"
    " check all of it out (`fetch-depth: 0`)"
)


class Revision(NamedTuple):
    """What ``--since`` names, in the repository that a folder is in."""

    folder: Path
    name: str

    def merge_base(self) -> str:
        """The commit where what is checked out and the revision part.

        Raises:
            UsageError: there is no repository, no such revision, no such commit, or git does not
                answer.
        """
        if repository_of(self.folder) is None:
            why = f"no git repository holds the vault {self.folder}"
            raise self.error(why, "leave it out, or put the vault under git")
        if self.name.startswith("-"):
            why = f"`{self.name}` is an option and no revision"
            raise self.error(why, "name a branch, a tag or a commit")
        named, head = self._commit(self.name), self._commit("HEAD")
        if head is None:
            raise self.error("nothing is committed yet", "commit first, or leave it out")
        if named is None:
            remedy = "name a branch, a tag or a commit; `git fetch` gets those of others"
            raise self.error(f"git knows no revision `{self.name}`", self._history_or(remedy))
        answer = self._answer("merge-base", head, named)
        if answer.code:
            why = f"`{self.name}` and what is checked out have no commit in common"
            raise self.error(why, self._history_or("name a revision that shares a history with it"))
        return answer.out.decode().strip()

    def said(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git answers where it always can.

        Raises:
            UsageError: it does not.
        """
        answer = self._answer(*arguments, given=given)
        if answer.code:
            raise self._refused(answer)
        return answer.out

    def error(self, why: str, remedy: str) -> UsageError:
        return UsageError(why, remedy, Place(f"--since {self.name}"))

    def _commit(self, name: str) -> str | None:
        """The id of a commit; None where git knows none of that name."""
        answer = self._answer("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        if answer.code and answer.complaints:
            raise self._refused(answer)
        found = answer.out.decode("ascii", "replace").strip()
        return found if not answer.code and found.isalnum() else None

    def _history_or(self, remedy: str) -> str:
        answer = self._answer("rev-parse", "--is-shallow-repository")
        return _HISTORY if answer.out.strip() == b"true" else remedy

    def _answer(self, *arguments: str, given: bytes = b"") -> Answer:
        try:
            return ask(self.folder, *arguments, given=given, seconds=_SECONDS)
        except NoAnswerError as error:
            why = str(error) or "git cannot be run"
            raise self.error(why, "see that git works here, or leave it out") from error

    def _refused(self, answer: Answer) -> UsageError:
        said = next(iter(answer.complaints.splitlines()), "it does not say why")
        why = f"git does not answer: {said.removeprefix('fatal: ')}"
        return self.error(why, "mend the repository, or leave it out")
