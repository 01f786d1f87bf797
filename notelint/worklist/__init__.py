"""What to write next: Syntheses that are empty or copied, and notes that others wait for."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.worklist.items import Item, Worklist, worklist_of
    from notelint.worklist.note_work import NoteWork, Want, work_in
else:
    __getattr__ = exports(
        __name__,
        {
            ".items": "Item Worklist worklist_of",
            ".note_work": "NoteWork Want work_in",
        },
    )
