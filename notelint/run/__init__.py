"""A vault opened, its notes treated one after the other, settled and written."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.run.baseline import Baseline, BaselineUse, Entry
    from notelint.run.baseline_file import read_baseline
    from notelint.run.check_table import Check, CheckTable
    from notelint.run.checks import Checks, are_some_of_many
    from notelint.run.opening import OpenVault, open_vault, opened, reopened
    from notelint.run.pack_examples import count_examples, failing_examples
    from notelint.run.reading import (
        UNKNOWN,
        Tell,
        read_note_file,
        stamps_of,
        summary_of_file,
        untold,
    )
    from notelint.run.runner import Runner, check, nothing_known
    from notelint.run.since import changed_since
    from notelint.run.treatment import Treatment
    from notelint.run.unsaved import check_text, fix_text, treat
    from notelint.run.workers import cores, in_order, processes_for
else:
    __getattr__ = exports(
        __name__,
        {
            ".baseline": "Baseline BaselineUse Entry",
            ".baseline_file": "read_baseline",
            ".check_table": "Check CheckTable",
            ".checks": "Checks are_some_of_many",
            ".opening": "OpenVault open_vault opened reopened",
            ".pack_examples": "count_examples failing_examples",
            ".reading": "UNKNOWN Tell read_note_file stamps_of summary_of_file untold",
            ".runner": "Runner check nothing_known",
            ".since": "changed_since",
            ".treatment": "Treatment",
            ".unsaved": "check_text fix_text treat",
            ".workers": "cores in_order processes_for",
        },
    )
