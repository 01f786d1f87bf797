"""Where a vault meets the disk: its files, notes as bytes and text, atomic writing, the cache."""
