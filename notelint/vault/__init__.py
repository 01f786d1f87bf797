"""All notes of a vault as one index: their names, where links lead, what words they write."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.vault.asked import Asked, Cell, asking
    from notelint.vault.changes import notes_asking
    from notelint.vault.comparison import Changes, Differences, differences
    from notelint.vault.index import VaultIndex, fold
    from notelint.vault.index_file.folding import fold_facts
    from notelint.vault.index_file.opening import OpenIndex, open_index
    from notelint.vault.index_file.writing import write_facts
    from notelint.vault.index_parts import IndexParts, Summarize, summary_of
    from notelint.vault.index_sections import kept_index, sections_of
    from notelint.vault.layered import Layered
    from notelint.vault.likeness import Difference, liken
    from notelint.vault.link_trace import lines, read_link, trace
    from notelint.vault.name_sections import kept_names, records_of_names
    from notelint.vault.names import (
        FileNames,
        can_be_written,
        is_note,
        link_text,
        name_keys,
        notes_among,
    )
    from notelint.vault.near_names import MOST, NearNames, is_slip
    from notelint.vault.resolution import cut_name, is_foreign_id, is_inside, written_name
    from notelint.vault.unresolved import NearMisses, aliased, is_attachment, near_misses
    from notelint.vault.vault import FollowedLink, Vault
else:
    __getattr__ = exports(
        __name__,
        {
            ".asked": "Asked Cell asking",
            ".changes": "notes_asking",
            ".comparison": "Changes Differences differences",
            ".index": "VaultIndex fold",
            ".index_file.folding": "fold_facts",
            ".index_file.opening": "OpenIndex open_index",
            ".index_file.writing": "write_facts",
            ".index_parts": "IndexParts Summarize summary_of",
            ".index_sections": "kept_index sections_of",
            ".name_sections": "kept_names records_of_names",
            ".layered": "Layered",
            ".likeness": "Difference liken",
            ".link_trace": "lines read_link trace",
            ".names": "FileNames can_be_written is_note link_text name_keys notes_among",
            ".near_names": "MOST NearNames is_slip",
            ".resolution": "cut_name is_foreign_id is_inside written_name",
            ".unresolved": "NearMisses aliased is_attachment near_misses",
            ".vault": "FollowedLink Vault",
        },
    )
