"""What a process does, one task after the other: each step reads what stands at its addresses and
puts what it makes beside it. Done twice it comes to the same, and what stands there is not made
again."""

from __future__ import annotations

from notelint.batch.address import scrubbed
from notelint.batch.check_step import check
from notelint.batch.facts_step import summarize
from notelint.batch.failure import described
from notelint.batch.fold_step import fold
from notelint.batch.list_step import list_vault
from notelint.batch.task import Outcome, Step, Task, Trouble
from notelint.values import NotelintError, WriteError, __version__

_STEPS = {Step.LIST: list_vault, Step.FACTS: summarize, Step.FOLD: fold, Step.CHECK: check}


def perform(task: Task) -> Outcome:
    """Do a task, whatever comes of it: nothing is raised, since what logs an exception logs all
    that was asked for, with its addresses."""
    if task.job.version != __version__:
        reason = f"a worker has notelint {__version__}, and not {task.job.version}"
        return Outcome({}, reason, Trouble.RUN)
    try:
        return Outcome(_STEPS[task.step](task))
    except WriteError as error:
        return Outcome({}, scrubbed(str(error)), Trouble.RUN)
    except NotelintError as error:
        return Outcome({}, scrubbed(str(error)), Trouble.VAULT)
    except Exception as error:
        return Outcome({}, described(error), Trouble.TASK)
