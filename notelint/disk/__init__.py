"""Where a vault meets the disk: its files, notes as bytes and text, atomic writing, the cache."""

from typing import TYPE_CHECKING

from notelint.values.lazy import exports

if TYPE_CHECKING:
    from notelint.disk.atomic_write import sweep, sync_folder, sync_folders, write, write_all
    from notelint.disk.cache import NO_CACHE, Cache, cache_file, joined, parted
    from notelint.disk.discovery import Discovery, discover, discover_in, existing, find_root
    from notelint.disk.git import Ignored, NoAnswerError, ignored_in, repository_of
    from notelint.disk.git_ages import days_added
    from notelint.disk.git_past import files_then
    from notelint.disk.git_tree import GitTree, tree_at_merge_base
    from notelint.disk.kept_file import put_in_place
    from notelint.disk.kept_listing import listed, sections_of_folders
    from notelint.disk.kept_records import KeptRecords, records_of
    from notelint.disk.kept_texts import KeptTexts, NumberedTexts, in_slices
    from notelint.disk.listed_names import ListedNames
    from notelint.disk.mapped_file import MappedFile, Section, SectionWriter, write_sections
    from notelint.disk.named_paths import is_note
    from notelint.disk.note_file import LARGEST_NOTE, NoteFile, read
    from notelint.disk.regular_file import TooLargeError, files_read, read_regular
    from notelint.disk.relative_path import shown_path
    from notelint.disk.user_folders import NoPlaceError, settings_file, state_folder
    from notelint.disk.walk import REPOSITORY_MARK, VAULT_MARK, FolderTimes, Listing, list_folder
    from notelint.disk.whole_file import report_file
else:
    __getattr__ = exports(
        __name__,
        {
            ".atomic_write": "sweep sync_folder sync_folders write write_all",
            ".cache": "Cache NO_CACHE cache_file joined parted",
            ".discovery": "Discovery discover discover_in existing find_root",
            ".git": "Ignored NoAnswerError ignored_in repository_of",
            ".git_ages": "days_added",
            ".git_past": "files_then",
            ".git_tree": "GitTree tree_at_merge_base",
            ".kept_file": "put_in_place",
            ".kept_listing": "listed sections_of_folders",
            ".kept_records": "KeptRecords records_of",
            ".kept_texts": "KeptTexts NumberedTexts in_slices",
            ".listed_names": "ListedNames",
            ".mapped_file": "MappedFile Section SectionWriter write_sections",
            ".named_paths": "is_note",
            ".note_file": "LARGEST_NOTE NoteFile read",
            ".regular_file": "TooLargeError files_read read_regular",
            ".relative_path": "shown_path",
            ".user_folders": "NoPlaceError settings_file state_folder",
            ".walk": "FolderTimes Listing REPOSITORY_MARK VAULT_MARK list_folder",
            ".whole_file": "report_file",
        },
    )
