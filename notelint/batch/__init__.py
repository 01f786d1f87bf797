"""Vaults checked in shards, by many processes or machines, from files to files."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.batch.dask_engine import cluster_engine
    from notelint.batch.facts_step import shard_entries
    from notelint.batch.local_engine import Done, Engine, LocalEngine
    from notelint.batch.manifest import Part
    from notelint.batch.running import Asked, fold_facts_of, job_of, run_vault, run_vaults
    from notelint.batch.settings import settings_anew
    from notelint.batch.steps import perform
    from notelint.batch.task import Job, Outcome, Step, Task, Trouble
    from notelint.batch.vault_run import Came
else:
    __getattr__ = exports(
        __name__,
        {
            ".dask_engine": "cluster_engine",
            ".facts_step": "shard_entries",
            ".local_engine": "Done Engine LocalEngine",
            ".manifest": "Part",
            ".running": "Asked fold_facts_of job_of run_vault run_vaults",
            ".settings": "settings_anew",
            ".steps": "perform",
            ".task": "Job Outcome Step Task Trouble",
            ".vault_run": "Came",
        },
    )
